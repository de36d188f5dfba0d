"""Conversations: planning, saving as you go, finishing; and the measurement that may go with one."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels import zrm

from ..models import Gesprek, Hulpvraag, Stap, ZrmMeting
from ..workflow import HULPVRAAG

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
VELDEN = frozenset(
    "deelnemers wat_wil_ik wat_kan_ik wat_heb_ik_nodig leefgebieden eigen_kijk mantelzorg clientondersteuning_gewezen "
    "identiteit_vastgesteld pgb_uitgelegd plaats moment".split()
)


def plan_gesprek(
    hulpvraag: Hulpvraag, *, moment: datetime, plaats: str, door: Door, deelnemers: Sequence[str] = ()
) -> Gesprek:
    """Make an appointment; the first one starts the investigation."""
    door.eis(*WIE, om_te="een gesprek plannen")
    with handeling("gesprek.gepland", door=door, doel="gesprek plannen") as h:
        gesprek = h.maak(
            Gesprek(
                hulpvraag=hulpvraag, moment=moment, plaats=plaats, deelnemers=list(deelnemers), gevoerd_door_id=door.id
            )
        )
        if hulpvraag.stap == Stap.MELDING:
            HULPVRAAG.zet(hulpvraag, "start_onderzoek")
            h.bewaar(hulpvraag, "stap")
        h.over(gesprek, dossier=hulpvraag)
        h.meld(moment=moment.date(), plaats=plaats)
    return gesprek


def leg_gesprek_vast(gesprek: Gesprek, *, door: Door, **velden: Any) -> Gesprek:
    """Save what was noted so far; nothing is required, a half sentence is kept.

    Raises:
        Botsing: a colleague saved the same conversation in the meantime.
    """
    door.eis(*WIE, om_te="een gesprek vastleggen")
    onbekend = set(velden) - VELDEN
    if onbekend:
        raise ValueError(f"Een gesprek kent geen {', '.join(sorted(onbekend))}.")
    with handeling("gesprek.bijgewerkt", door=door, doel="gesprek vastleggen") as h:
        for naam, waarde in velden.items():
            setattr(gesprek, naam, waarde)
        h.bewaar(gesprek, *velden)
        h.over(gesprek, dossier=gesprek.hulpvraag)
    return gesprek


def rond_gesprek_af(gesprek: Gesprek, *, door: Door, op: datetime | None = None) -> Gesprek:
    """Say that the conversation was held."""
    door.eis(*WIE, om_te="een gesprek afronden")
    with handeling("gesprek.gevoerd", door=door, doel="gesprek vastleggen") as h:
        gesprek.status = Gesprek.Status.GEVOERD
        gesprek.moment = op or gesprek.moment
        h.bewaar(gesprek, "status", "moment")
        h.over(gesprek, dossier=gesprek.hulpvraag)
        h.meld(
            moment=gesprek.moment.date(),
            aanwezig=len(gesprek.deelnemers),
            clientondersteuning=gesprek.clientondersteuning_gewezen,
            mantelzorg=bool(gesprek.mantelzorg),
        )
    return gesprek


def zeg_gesprek_af(gesprek: Gesprek, *, reden: str, door: Door) -> Gesprek:
    with handeling("gesprek.vervallen", door=door, doel="gesprek afzeggen") as h:
        gesprek.status = Gesprek.Status.VERVALLEN
        h.bewaar(gesprek, "status")
        h.over(gesprek, dossier=gesprek.hulpvraag)
        h.meld(moment=gesprek.moment.date(), reden=reden)
    return gesprek


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
