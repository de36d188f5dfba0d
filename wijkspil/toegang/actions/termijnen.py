"""Pausing, resuming and extending a clock; each with its ground, and each explained to the resident."""

from datetime import date

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.regels import wmo
from wijkspil.regels.termijn import Duur

from .. import klokken
from ..models import Klok

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


def schort_termijn_op(klok: Klok, *, reden_code: str, op: date, door: Door, toelichting: str = "") -> Klok:
    """Suspend a decision term (Awb art. 4:15). The ground code says from which day it stands still.

    Raises:
        TermijnFout: this clock can't be suspended on this ground, or it stands still already.
    """
    door.eis(*WIE, om_te="een termijn opschorten")
    with handeling("termijn.opgeschort", door=door, doel="termijn opschorten", grond="Awb art. 4:15") as h:
        termijn = wmo.schort_op(klok.termijn, reden_code, op, toelichting)
        klokken.wijzig(h, klok, termijn, Klok.Status.OPGESCHORT)
        _werk_vraag_bij(h, klok)
        h.meld(soort=klok.soort, reden=toelichting or reden_code, code=reden_code)
    return klok


def hervat_termijn(klok: Klok, *, op: date, door: Door) -> Klok:
    door.eis(*WIE, om_te="een termijn hervatten")
    with handeling("termijn.hervat", door=door, doel="termijn hervatten", grond="Awb art. 4:15") as h:
        klokken.wijzig(h, klok, klok.termijn.hervat(op), Klok.Status.LOOPT)
        _werk_vraag_bij(h, klok)
        h.meld(soort=klok.soort, uiterlijk=klok.uiterlijk)
    return klok


def verleng_termijn(klok: Klok, *, duur: Duur, reden: str, door: Door, grondslag: str = "Awb art. 4:14") -> Klok:
    door.eis(*WIE, om_te="een termijn verlengen")
    with handeling("termijn.verlengd", door=door, doel="termijn verlengen", grond=grondslag) as h:
        klokken.wijzig(h, klok, klok.termijn.verleng(duur, reden, grondslag), Klok.Status(klok.status))
        _werk_vraag_bij(h, klok)
        h.meld(soort=klok.soort, reden=reden, uiterlijk=klok.uiterlijk)
    return klok


def _werk_vraag_bij(h: Handeling, klok: Klok) -> None:
    hulpvraag = klok.hulpvraag
    klokken.bepaal_uiterlijk(
        hulpvraag, list(hulpvraag.klokken.filter(status__in=[Klok.Status.LOOPT, Klok.Status.OPGESCHORT]))
    )
    h.bewaar(hulpvraag, "uiterlijk", "opgeschort")
    h.over(klok, dossier=hulpvraag)
