"""The directory of parties: who does what, how to reach them per kind of question, and who signs in for them."""

from typing import Any

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.gemeenten.models import Medewerker

from ..models import Partij, Partijlid

WIE = (Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEER)
VELDEN = frozenset(
    {"naam", "soort", "wet", "doet", "kanalen", "regio", "telefoon", "opvolgen_na_dagen", "actief"}
)


def voeg_partij_toe(*, door: Door, **velden: Any) -> Partij:
    """Put a party in the directory. `kanalen`: [{"vraag": ..., "hoe": ..., "waar": ...}], one per kind of question (C17)."""
    door.eis(*WIE, om_te="een partij toevoegen")
    with handeling("partij.toegevoegd", door=door, doel="partijen bijhouden") as h:
        partij = h.maak(Partij(**_gekend(velden)))
        h.over(partij)
        h.meld(naam=partij.naam, soort=partij.soort)
    return partij


def wijzig_partij(partij: Partij, *, door: Door, **velden: Any) -> Partij:
    """Change what we know of a party.

    Raises:
        Botsing: somebody else changed it meanwhile.
    """
    door.eis(*WIE, om_te="een partij wijzigen")
    with handeling("partij.gewijzigd", door=door, doel="partijen bijhouden") as h:
        for naam, waarde in _gekend(velden).items():
            setattr(partij, naam, waarde)
        h.bewaar(partij, *velden)
        h.over(partij)
        h.meld(naam=partij.naam, soort=partij.soort)
    return partij


def koppel_partijlid(partij: Partij, medewerker: Medewerker, *, door: Door) -> Partijlid:
    """Let somebody sign in for a party. The account needs the role partner, and has nothing else here."""
    door.eis(Rol.FUNCTIONEEL_BEHEER, om_te="een partner koppelen")
    with handeling("partij.gewijzigd", door=door, doel="partner koppelen") as h:
        lid = h.maak(Partijlid(partij=partij, medewerker=medewerker))
        h.over(partij)
        h.meld(naam=partij.naam, soort=partij.soort)
    return lid


def _gekend(velden: dict[str, Any]) -> dict[str, Any]:
    onbekend = set(velden) - VELDEN
    if onbekend:
        raise ValueError(f"Deze gegevens heeft een partij niet: {', '.join(sorted(onbekend))}.")
    return velden
