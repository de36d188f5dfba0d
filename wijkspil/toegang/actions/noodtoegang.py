"""Break-glass (A4): a colleague without a relation opens a file because it can't wait, for a short time, with a reason that others see."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import Handeling, handeling

from ..models import Hulpvraag, Noodtoegang

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
BEOORDELAARS = (Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEER)
DUUR = timedelta(hours=4)
"""Half a working day: long enough to act on danger, too short to browse. Our own choice; no norm gives a number."""
KORTSTE_REDEN = 15


class RedenNodig(ValueError):
    """Without a reason that a team lead can judge, the file stays closed."""


def open_noodtoegang(hulpvraag: Hulpvraag, *, reden: str, door: Door) -> Noodtoegang:
    """Open a file for reading for `DUUR`. The team lead, functional administration and the resident see who and why.

    Raises:
        RedenNodig: the reason is too short to be judged.
    """
    door.eis(*WIE, om_te="een dossier openen met noodtoegang")
    reden = " ".join(reden.split())
    if len(reden) < KORTSTE_REDEN:
        raise RedenNodig(
            _(
                "Schrijf in een zin waarom het niet kan wachten. De teamleider beoordeelt die reden en de inwoner kan hem lezen."
            )
        )
    assert door.id is not None
    with handeling(
        "noodtoegang.geopend", door=door, doel="noodtoegang", grond=f"noodtoegang: {reden}"[:120]
    ) as h:
        nood = h.maak(
            Noodtoegang(hulpvraag=hulpvraag, medewerker_id=door.id, reden=reden, tot=h.moment + DUUR)
        )
        h.over(nood, dossier=hulpvraag)
        h.meld(reden=reden.rstrip("."), tot=f"{timezone.localtime(nood.tot):%H.%M} uur")
    return nood


def beoordeel_noodtoegang(nood: Noodtoegang, *, in_orde: bool, toelichting: str, door: Door) -> Noodtoegang:
    """Say whether it was right. Not in order: it ends at once, and the note says what happens next (GDPR art. 33: 72 hours).

    Raises:
        RedenNodig: it was not in order and the note is empty.
        GeenRecht: nobody judges the own access.
    """
    _eis_ander(nood, door)
    if not in_orde and not toelichting.strip():
        raise RedenNodig(
            _("Schrijf wat u nu doet, bijvoorbeeld: besproken en gemeld als datalek. Dat moet binnen 72 uur.")
        )
    with handeling("noodtoegang.beoordeeld", door=door, doel="noodtoegang beoordelen") as h:
        nood.beoordeeld_door_id, nood.beoordeeld_op = door.id, h.moment
        nood.in_orde, nood.toelichting = in_orde, toelichting.strip()
        if not in_orde:
            nood.tot = min(nood.tot, h.moment)
        h.bewaar(nood, "beoordeeld_door_id", "beoordeeld_op", "in_orde", "toelichting", "tot")
        _over(h, nood)
        h.meld(oordeel=_("terecht") if in_orde else _("niet terecht"))
    return nood


def beeindig_noodtoegang(nood: Noodtoegang, *, door: Door) -> Noodtoegang:
    """Close the file again before its time; works at the next request. Judging it comes after."""
    door.eis(*BEOORDELAARS, om_te="noodtoegang beëindigen")
    with handeling("noodtoegang.beeindigd", door=door, doel="noodtoegang beëindigen") as h:
        nood.tot = min(nood.tot, h.moment)
        h.bewaar(nood, "tot")
        _over(h, nood)
    return nood


def _eis_ander(nood: Noodtoegang, door: Door) -> None:
    door.eis(*BEOORDELAARS, om_te="noodtoegang beoordelen")
    if door.id == nood.medewerker_id:
        raise GeenRecht(
            "U beoordeelt niet uw eigen noodtoegang. Vraag een andere teamleider of functioneel beheer."
        )


def _over(h: Handeling, nood: Noodtoegang) -> None:
    h.over(nood, dossier=nood.hulpvraag)
    h.meld(wie=nood.medewerker.naam)
