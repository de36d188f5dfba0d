"""Three laws behind one door: which part falls under which law, how it stands there, and who keeps it together (J2, J4, J19)."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.gemeenten.models import Medewerker
from wijkspil.toegang.models import Hulpvraag

from ..models import Partij, Wetdeel

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)


def voeg_wetdeel_toe(
    hulpvraag: Hulpvraag,
    *,
    deel: str,
    wet: str,
    door: Door,
    partij: Partij | None = None,
    antwoorden: Mapping[str, Any] | None = None,
    waarom: str = "",
    stand: str = Wetdeel.Stand.UITZOEKEN,
    besluit_verwacht_op: date | None = None,
    kenmerk: str = "",
) -> Wetdeel:
    """Say which law a part of the question falls under. For staff: the resident goes on with the same helper."""
    door.eis(*WIE, om_te="uitzoeken welke wet geldt")
    with handeling("wetdeel.toegevoegd", door=door, doel="uitzoeken wie verantwoordelijk is") as h:
        rij = h.maak(
            Wetdeel(
                hulpvraag=hulpvraag,
                deel=deel,
                wet=wet,
                partij=partij,
                antwoorden=dict(antwoorden or {}),
                waarom=waarom,
                stand=stand,
                stand_op=h.dag,
                besluit_verwacht_op=besluit_verwacht_op,
                kenmerk=kenmerk,
            )
        )
        h.over(rij, dossier=hulpvraag)
        h.meld(deel=deel, wet=wet, stand=stand)
    return rij


def werk_wetdeel_bij(
    wetdeel: Wetdeel,
    *,
    stand: str,
    door: Door,
    kenmerk: str = "",
    besluit_verwacht_op: date | None = None,
    toestemming_op: date | None = None,
) -> Wetdeel:
    """Keep the status of a decision that somebody else takes (J19).

    Args:
        toestemming_op: since when the resident agrees that both schemes are looked at together (C13); None takes it back.

    Raises:
        Botsing: somebody else changed it meanwhile.
    """
    door.eis(*WIE, om_te="een besluit van een ander bijhouden")
    with handeling("wetdeel.bijgewerkt", door=door, doel="besluit van een ander bijhouden") as h:
        wetdeel.stand, wetdeel.stand_op = stand, h.dag
        wetdeel.kenmerk, wetdeel.besluit_verwacht_op = kenmerk, besluit_verwacht_op
        wetdeel.toestemming_op = toestemming_op
        h.bewaar(wetdeel, "stand", "stand_op", "kenmerk", "besluit_verwacht_op", "toestemming_op")
        h.over(wetdeel, dossier=wetdeel.hulpvraag)
        h.meld(deel=wetdeel.deel, wet=wetdeel.wet, stand=wetdeel.get_stand_display(), code=stand)
    return wetdeel


def wijs_arrangeur_aan(hulpvraag: Hulpvraag, medewerker: Medewerker | None, *, door: Door) -> Hulpvraag:
    """Give a question one face over all laws and parties (J4); None takes the role away again."""
    door.eis(*WIE, om_te="een arrangeur aanwijzen")
    with handeling("arrangeur.aangewezen", door=door, doel="arrangeur aanwijzen") as h:
        hulpvraag.arrangeur = medewerker
        h.bewaar(hulpvraag, "arrangeur")
        h.over(hulpvraag)
        h.meld(wie=medewerker.naam if medewerker else "niemand")
    return hulpvraag
