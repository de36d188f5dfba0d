"""Ways of working as data: how a municipality decides, delivers, pays and accounts, dated and checked.

    werkwijze = laad("mijn-gemeente", op_dag=date(2026, 3, 1))
    werkwijze.besluitvorm("02A16").wanneer     # Besluitmoment.ALTIJD
    werkwijze.sleutel                          # "mijn-gemeente@2026-01-01", which a question stores

How to write one: `docs/werkwijze-schrijven.md`.
"""

from wijkspil.werkwijzen.assen import (
    Assen,
    Bekostigingswijze,
    Besluitinhoud,
    Besluitmoment,
    Besluitvorm,
    EigenBijdrage,
    Leveringswijze,
    Onderzoeker,
    Productassen,
    Rechtsvorm,
    Schaalniveau,
    Toegangswijze,
    Verantwoordingswijze,
)
from wijkspil.werkwijzen.basis import Wet, Zekerheid
from wijkspil.werkwijzen.catalogus import Berichten, Eenheid, Product
from wijkspil.werkwijzen.controle import Werkwijzefout, WerkwijzeOngeldig, controleer, lees
from wijkspil.werkwijzen.kast import Kast, WerkwijzeNietGevonden, alle, laad, laad_versie
from wijkspil.werkwijzen.verschil import Verschil, verschil
from wijkspil.werkwijzen.voordeur import Deur, Regiostap, Team, Teamsoort, Triage, Urgentieniveau
from wijkspil.werkwijzen.werkwijze import ProductOnbekend, Werkwijze

__all__ = [
    "Assen",
    "Bekostigingswijze",
    "Berichten",
    "Besluitinhoud",
    "Besluitmoment",
    "Besluitvorm",
    "Deur",
    "Eenheid",
    "EigenBijdrage",
    "Kast",
    "Leveringswijze",
    "Onderzoeker",
    "Product",
    "ProductOnbekend",
    "Productassen",
    "Rechtsvorm",
    "Regiostap",
    "Schaalniveau",
    "Team",
    "Teamsoort",
    "Toegangswijze",
    "Triage",
    "Urgentieniveau",
    "Verantwoordingswijze",
    "Verschil",
    "Werkwijze",
    "WerkwijzeNietGevonden",
    "WerkwijzeOngeldig",
    "Werkwijzefout",
    "Wet",
    "Zekerheid",
    "alle",
    "controleer",
    "laad",
    "laad_versie",
    "lees",
    "verschil",
]
