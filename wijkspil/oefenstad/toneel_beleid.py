"""A register with something in it: moments that figures must be read with, a saving, a survey and a draft for the council."""

from datetime import date

from wijkspil.beleid.actions import (
    begin_verslag,
    bewaar_verslag,
    leg_regel_vast,
    neem_peiling_op,
    stel_besparing_vast,
    werk_besparing_bij,
)
from wijkspil.beleid.models import Registerregel
from wijkspil.beleid.peiling import Uitslag
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.sturing.periode import Kwartaal

from .inrichting import door_van

MENSEN = 120
EENS = (101, 88, 106, 97, 41, 100, 98, 95, 97, 99)
"""Invented answers, near what Brabant Noordoost-Oost found in 2017 (83% on quality, 81% on effect)."""


def zet_beleid_neer(gemeente: Gemeente) -> int:
    """Fill the register; returns how many things happened. Nothing the second time, and nothing where nobody makes policy."""
    with binnen(gemeente.pk):
        wie = (
            Medewerker.objects.filter(actief=True, rollen__contains=[Rol.BELEID])
            .order_by("gemaakt_op")
            .first()
        )
        if wie is None or Registerregel.objects.exists():
            return 0
        door, vandaag = door_van(wie.naam, gemeente), klok.vandaag()
        kwartaal = Kwartaal.van(vandaag)
        vorig = kwartaal.verder(-1)
        for soort, op, naam, tekst in (
            (
                "moment",
                vorig.begin,
                "Nieuwe folder bij alle huisartsen",
                "Sindsdien verwijzen huisartsen vaker door.",
            ),
            (
                "moment",
                kwartaal.verder(-2).begin,
                "Nieuwe contracten voor begeleiding",
                "Andere tarieven en andere aanbieders.",
            ),
            ("leerpunt", vorig.eind, "Eerder bellen scheelt een gesprek", "Geprobeerd in één wijkteam."),
            (
                "initiatief",
                vorig.begin,
                "Huiskamerproject in het dorpshuis",
                "Bewoners koken twee keer per week samen.",
            ),
        ):
            leg_regel_vast(soort=soort, op=op, naam=naam, tekst=tekst, door=door)
        besparing = stel_besparing_vast(
            naam="Meer vragen oplossen in de buurt", jaar=vandaag.year, doel_cent=15_000_000, door=door
        )
        werk_besparing_bij(
            besparing,
            gerealiseerd_cent=6_000_000,
            stand="vertraagd",
            reden="De eigen trajecten begonnen later.",
            door=door,
        )
        antwoorden = {
            str(n): {"eens": eens, "neutraal": 12, "oneens": MENSEN - 12 - eens}
            for n, eens in enumerate(EENS, start=1)
        }
        peildag = min(vandaag, date(vandaag.year, 5, 1))
        neem_peiling_op(
            Uitslag(MENSEN, antwoorden), jaar=peildag.year - 1, op=peildag, bron="Oefenbureau", door=door
        )
        verslag = begin_verslag(soort="brief", kwartaal=str(vorig), periode=vorig.label, door=door)
        bewaar_verslag(
            verslag,
            verhaal={"Wat kwam er binnen": "Huisartsen verwijzen vaker. Wij gaan met hen om tafel."},
            door=door,
        )
        return 9
