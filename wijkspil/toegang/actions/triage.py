"""How quickly must this be looked at? The questions advise, a person judges, an own clock runs (H12; Wmo 2015 art. 2.3.3)."""

from collections.abc import Mapping
from typing import Any

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels import wmo

from ..models import Hulpvraag, Triage


class RedenNodig(ValueError):
    """A person departs from the advice and doesn't say why."""


def beoordeel_spoed(
    hulpvraag: Hulpvraag,
    *,
    antwoorden: Mapping[str, Any],
    advies: str,
    oordeel: str,
    uren: int | None,
    door: Door,
    label: str = "",
    reden: str = "",
) -> Triage:
    """Record the triage and start its clock.

    Args:
        advies, oordeel: keys of the levels in the way of working; `label` is how the chosen one is called there.
        uren: hours within which somebody must act, from the way of working; None when this level has no clock.

    Raises:
        RedenNodig: the judgement differs from the advice without a reason.
    """
    door.eis(Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, om_te="beoordelen of iets spoed heeft")
    if oordeel != advies and not reden.strip():
        raise RedenNodig(
            "Uw oordeel wijkt af van het advies. Dat mag. Schrijf in één zin waarom, dan begrijpt een collega het later ook."
        )
    with handeling("spoed.beoordeeld", door=door, doel="urgentie beoordelen") as h:
        triage = h.maak(
            Triage(
                hulpvraag=hulpvraag, antwoorden=dict(antwoorden), advies=advies, oordeel=oordeel, reden=reden
            )
        )
        hulpvraag.urgentie = oordeel
        hulpvraag.spoed_uiterlijk = wmo.spoed_termijn(h.moment, uren) if uren else None
        h.bewaar(hulpvraag, "urgentie", "spoed_uiterlijk")
        h.over(triage, dossier=hulpvraag)
        h.meld(oordeel=label or oordeel, code=oordeel, advies=advies, uren=uren)
    return triage


def pak_spoed_op(hulpvraag: Hulpvraag, *, door: Door) -> None:
    """Say that the urgent question has been picked up: its clock stops."""
    door.eis(Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, om_te="een spoedvraag oppakken")
    with handeling("spoed.opgepakt", door=door, doel="spoed oppakken") as h:
        triage = hulpvraag.triages.order_by("-gemaakt_op").first()
        if triage is not None:
            triage.opgepakt_op = h.moment
            h.bewaar(triage, "opgepakt_op")
        op_tijd = hulpvraag.spoed_uiterlijk is None or h.moment <= hulpvraag.spoed_uiterlijk
        hulpvraag.spoed_uiterlijk = None
        h.bewaar(hulpvraag, "spoed_uiterlijk")
        h.over(hulpvraag)
        h.meld(op_tijd=op_tijd)
