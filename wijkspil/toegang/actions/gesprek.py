"""Conversations: planning, saving as you go, finishing; and the measurement that may go with one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.regels import zrm

from ..models import Gesprek, Hulpvraag, Stap, ZrmMeting
from ..workflow import HULPVRAAG
from .triage import pak_spoed_op

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
VELDEN = frozenset(
    [
        "deelnemers",
        "wat_wil_ik",
        "wat_kan_ik",
        "wat_heb_ik_nodig",
        "leefgebieden",
        "eigen_kijk",
        "mantelzorg",
        "clientondersteuning_gewezen",
        "identiteit_vastgesteld",
        "pgb_uitgelegd",
        "plaats",
        "moment",
    ]
)


def plan_gesprek(
    hulpvraag: Hulpvraag, *, moment: datetime, plaats: str, door: Door, deelnemers: Sequence[str] = ()
) -> Gesprek:
    """Make an appointment; the first one starts the investigation.

    Raises:
        StapNietMogelijk: the question is closed; taking it back in comes first.
    """
    door.eis(*WIE, om_te="een gesprek plannen")
    if hulpvraag.stap == Stap.AFGESLOTEN:
        raise StapNietMogelijk(
            _("Deze vraag is afgesloten. Neem de vraag eerst terug; daarna kunt u een gesprek plannen.")
        )
    with handeling("gesprek.gepland", door=door, doel="gesprek plannen") as h:
        gesprek = h.maak(
            Gesprek(
                hulpvraag=hulpvraag,
                moment=moment,
                plaats=plaats,
                deelnemers=list(deelnemers),
                gevoerd_door_id=door.id,
            )
        )
        if hulpvraag.stap == Stap.MELDING:
            HULPVRAAG.zet(hulpvraag, "start_onderzoek")
            h.bewaar(hulpvraag, "stap")
        h.over(gesprek, dossier=hulpvraag)
        h.meld(moment=timezone.localdate(moment), plaats=plaats)
    return gesprek


def leg_gesprek_vast(gesprek: Gesprek, *, door: Door, **velden: Any) -> Gesprek:
    """Save what was noted so far; nothing is required, a half sentence is kept. Without a change nothing happens.

    Raises:
        Botsing: a colleague saved the same conversation in the meantime.
    """
    door.eis(*WIE, om_te="een gesprek vastleggen")
    onbekend = set(velden) - VELDEN
    if onbekend:
        raise ValueError(f"Een gesprek kent geen {', '.join(sorted(onbekend))}.")
    anders = [naam for naam, waarde in velden.items() if getattr(gesprek, naam) != waarde]
    if not anders:
        return gesprek
    with handeling("gesprek.bijgewerkt", door=door, doel="gesprek vastleggen") as h:
        for naam in anders:
            setattr(gesprek, naam, velden[naam])
        h.bewaar(gesprek, *anders)
        h.over(gesprek, dossier=gesprek.hulpvraag)
    return gesprek


def rond_gesprek_af(gesprek: Gesprek, *, door: Door, op: datetime | None = None) -> Gesprek:
    """Say that the conversation was held; its notes can still be completed afterwards."""
    door.eis(*WIE, om_te="een gesprek afronden")
    _eis_gepland(gesprek)
    with handeling("gesprek.gevoerd", door=door, doel="gesprek vastleggen") as h:
        gesprek.status = Gesprek.Status.GEVOERD
        gesprek.moment = op or gesprek.moment
        h.bewaar(gesprek, "status", "moment")
        h.over(gesprek, dossier=gesprek.hulpvraag)
        h.meld(
            moment=timezone.localdate(gesprek.moment),
            aanwezig=len(gesprek.deelnemers),
            clientondersteuning=gesprek.clientondersteuning_gewezen,
            mantelzorg=bool(gesprek.mantelzorg),
            belasting=gesprek.mantelzorg.get("belasting"),
        )
    if (
        gesprek.hulpvraag.spoed_uiterlijk is not None
    ):  # whoever had the conversation has picked the question up
        pak_spoed_op(gesprek.hulpvraag, door=door)
    return gesprek


def verzet_gesprek(gesprek: Gesprek, *, moment: datetime, plaats: str, door: Door) -> Gesprek:
    """Move a planned conversation to another moment or place; the same moment and place changes nothing.

    Raises:
        StapNietMogelijk: it was held or cancelled already.
    """
    door.eis(*WIE, om_te="een gesprek verzetten")
    _eis_gepland(gesprek)
    if (gesprek.moment, gesprek.plaats) == (moment, plaats):
        return gesprek
    with handeling("gesprek.verzet", door=door, doel="gesprek verzetten") as h:
        was = gesprek.moment
        gesprek.moment, gesprek.plaats = moment, plaats
        h.bewaar(gesprek, "moment", "plaats")
        h.over(gesprek, dossier=gesprek.hulpvraag)
        h.meld(was=timezone.localdate(was), moment=timezone.localdate(moment), plaats=plaats)
    return gesprek


def zeg_gesprek_af(gesprek: Gesprek, *, reden: str, door: Door) -> Gesprek:
    """Say that a planned conversation won't take place; the notes that were made stay.

    Raises:
        StapNietMogelijk: it was held or cancelled already.
    """
    door.eis(*WIE, om_te="een gesprek afzeggen")
    _eis_gepland(gesprek)
    with handeling("gesprek.vervallen", door=door, doel="gesprek afzeggen") as h:
        gesprek.status = Gesprek.Status.VERVALLEN
        h.bewaar(gesprek, "status")
        h.over(gesprek, dossier=gesprek.hulpvraag)
        h.meld(moment=timezone.localdate(gesprek.moment), reden=reden)
    return gesprek


def _eis_gepland(gesprek: Gesprek) -> None:
    if gesprek.status != Gesprek.Status.GEPLAND:
        raise StapNietMogelijk(
            _("Dit gesprek is al %(status)s. Er is niets meer om af te ronden of af te zeggen.")
            % {"status": gesprek.get_status_display()}
        )


def meet_zrm(
    hulpvraag: Hulpvraag, *, soort: str, scores: Mapping[str, int], op: date, door: Door
) -> ZrmMeting:
    """Record a measurement of self-sufficiency; domains that were not scored are left out.

    Raises:
        ValueError: an unknown domain, or a level that isn't 1 to 5.
    """
    door.eis(*WIE, om_te="zelfredzaamheid meten")
    zrm.controleer(scores)
    with handeling("zrm.gemeten", door=door, doel="zelfredzaamheid meten") as h:
        meting = h.maak(ZrmMeting(hulpvraag=hulpvraag, soort=soort, scores=dict(scores), op=op))
        h.over(meting, dossier=hulpvraag)
        h.meld(dag=op, soort=meting.get_soort_display(), code=soort, scores=dict(scores))
    return meting
