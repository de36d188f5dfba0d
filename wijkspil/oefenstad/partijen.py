"""The parties that every practice municipality works with, and one partner who signs in for one of them."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Account, Medewerker
from wijkspil.overdrachten.models import Partij, Partijlid

if TYPE_CHECKING:
    from .inrichting import Inrichting

BESTAND = Path(__file__).parent / "partijen.yaml"


@cache
def lees() -> dict[str, list[dict[str, Any]]]:
    inhoud: dict[str, list[dict[str, Any]]] = yaml.safe_load(BESTAND.read_text(encoding="utf-8"))
    return inhoud


def zet_partijen(inrichting: "Inrichting") -> None:
    """Put the parties and their people in a new municipality; called once, by its set-up."""
    partijen = {p["naam"]: inrichting._maak(Partij(**p)) for p in lees()["partijen"]}
    for (
        afspraak
    ) in inrichting.werkwijze.partners:  # with whom this municipality works by its own way of working
        if afspraak.naam not in partijen:
            rij = Partij(naam=afspraak.naam, soort=Partij.Soort.ANDERS, wet=afspraak.wetten[0].value)
            partijen[afspraak.naam] = inrichting._maak(rij)
    for wie in lees()["partners"]:
        email = f"{wie['naam'].lower().replace(' ', '.')}@{inrichting.gemeente.slug}.oefenstad.example"
        account = Account(email=email, naam=wie["naam"])
        account.set_unusable_password()
        account.save()
        persoon = inrichting._maak(
            Medewerker(
                account=account,
                naam=wie["naam"],
                functie=f"{wie['functie']} (partner)",
                organisatie=wie["partij"],
                rollen=[Rol.PARTNER.value],
            )
        )
        inrichting._maak(Partijlid(partij=partijen[wie["partij"]], medewerker=persoon))
