"""The beginning that stories about hand-overs share: two parties, somebody who signs in for one, and a hand-over."""

from typing import Any

from tests.wijk import Wijk
from wijkspil.core.door import Door, Rol
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Account, Medewerker
from wijkspil.overdrachten.actions import (
    draag_over,
    koppel_partijlid,
    voeg_partij_toe,
    voeg_wetdeel_toe,
    wijzig_partij,
)
from wijkspil.overdrachten.models import Overdracht, Partij, Wetdeel
from wijkspil.toegang.models import Hulpvraag


def partij(wijk: Wijk, naam: str = "Wijkverpleging De Beemd", **velden: Any) -> Partij:
    """A party of the town by its name, changed as asked; or a new one."""
    beheer = wijk.als(wijk.met_rol(Rol.FUNCTIONEEL_BEHEER))
    bekend = Partij.objects.filter(naam=naam).first()
    if bekend is not None:
        return wijzig_partij(bekend, door=beheer, **velden) if velden else bekend
    begin: dict[str, Any] = {"naam": naam, "soort": "wijkverpleging", "wet": "zvw", "telefoon": "0485 000111"}
    return voeg_partij_toe(door=beheer, **(begin | velden))


def partner(wijk: Wijk, bij: Partij, naam: str) -> Medewerker:
    """Somebody with nothing but the role partner. Els van der Beemd lives in the town already."""
    account = Account.objects.create_user(f"{naam.split()[0].lower()}@partner.example", naam=naam)
    with schrijven_open():
        persoon = Medewerker(
            account=account, naam=naam, functie="Partner", organisatie=bij.naam, rollen=[Rol.PARTNER]
        )
        persoon.gemeente_id, persoon.gemaakt_op = wijk.gemeente.pk, nu()
        persoon.save(force_insert=True)
    koppel_partijlid(bij, persoon, door=wijk.als(wijk.met_rol(Rol.FUNCTIONEEL_BEHEER)))
    return persoon


def overdracht(wijk: Wijk, hulpvraag: Hulpvraag, naar: Partij, **velden: Any) -> Overdracht:
    begin: dict[str, Any] = {
        "onderdeel": "wondzorg",
        "wat_mee": "Mevrouw heeft een open been; de dochter helpt met douchen.",
        "hoe": "samen_gebeld",
        "ingelicht": "telefoon",
        "toestemming_op": vandaag(),
        "door": velden.get("door") or wijk.als("Bram Peeters"),
    }
    return draag_over(hulpvraag, naar, **(begin | velden))


def wetdeel(hulpvraag: Hulpvraag, door: Door, **velden: Any) -> Wetdeel:
    begin: dict[str, Any] = {
        "deel": "steunkousen aantrekken",
        "wet": "zvw",
        "antwoorden": {"verpleging": True},
    }
    return voeg_wetdeel_toe(hulpvraag, door=door, **(begin | velden))
