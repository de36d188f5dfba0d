"""Pausing, resuming and extending a clock; each with its ground, and each explained to the resident."""

from datetime import date

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.klok import vandaag
from wijkspil.regels import wmo
from wijkspil.regels.termijn import Duur, Termijn, TermijnFout

from .. import klokken
from ..models import Klok

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)


def schort_termijn_op(klok: Klok, *, reden_code: str, op: date, door: Door, toelichting: str = "") -> Klok:
    """Suspend a decision term (Awb art. 4:15). The ground code says from which day it stands still.

    Raises:
        TermijnFout: this clock can't be suspended on this ground, or it stands still already.
    """
    door.eis(*WIE, om_te="een termijn opschorten")
    termijn = wmo.schort_op(klok.termijn, reden_code, op, toelichting)
    with handeling("termijn.opgeschort", door=door, doel="termijn opschorten", grond="Awb art. 4:15") as h:
        klokken.wijzig(h, klok, termijn, Klok.Status.OPGESCHORT)
        _werk_vraag_bij(h, klok)
        h.meld(soort=klok.soort, reden=toelichting or reden_code, code=reden_code)
    return klok


def hervat_termijn(klok: Klok, *, op: date, door: Door) -> Klok:
    """Let a suspended clock run again; `op` is the first day that counts.

    Raises:
        TermijnFout: the clock runs already.
    """
    door.eis(*WIE, om_te="een termijn hervatten")
    termijn = klok.termijn.hervat(op)
    with handeling("termijn.hervat", door=door, doel="termijn hervatten", grond="Awb art. 4:15") as h:
        klokken.wijzig(h, klok, termijn, Klok.Status.LOOPT)
        _werk_vraag_bij(h, klok)
        h.meld(soort=klok.soort, uiterlijk=klok.uiterlijk)
    return klok


def mag_verlengen(termijn: Termijn) -> bool:
    """Whether the law, or an agreement of our own, lets a term be made longer.

    A notice under Awb art. 4:14 lid 1 doesn't lengthen a term that stands in a law: the dwangsom counts from the old day.
    Only the reasonable term of art. 4:13 gets a new one (4:14 lid 3), and a decision on objection once six weeks (7:10).
    """
    if termijn.soort == "besluit":
        return "4:13" in termijn.grondslag
    return termijn.soort not in ("onderzoek", "bezwaar")


def verleng_termijn(
    klok: Klok, *, duur: Duur, reden: str, door: Door, grondslag: str = "Awb art. 4:14"
) -> Klok:
    """Give a clock more time, where that exists. A decision on objection gets the six weeks of the law, whatever `duur` says.

    Raises:
        TermijnFout: this term can't be made longer, or not again.
    """
    door.eis(*WIE, om_te="een termijn verlengen")
    if not mag_verlengen(klok.termijn):
        raise TermijnFout(
            "Deze termijn staat in de wet en wordt niet langer door een brief. Lukt het niet op tijd? "
            "Laat de inwoner weten wanneer wel; de laatste dag blijft dezelfde."
        )
    if klok.termijn.soort == "bezwaar_beslissing":
        langer = wmo.verdaag_bezwaar(klok.termijn, reden, vandaag=vandaag())
    else:
        langer = klok.termijn.verleng(duur, reden, grondslag)
    with handeling("termijn.verlengd", door=door, doel="termijn verlengen", grond=grondslag) as h:
        klokken.wijzig(h, klok, langer, Klok.Status(klok.status))
        _werk_vraag_bij(h, klok)
        h.meld(soort=klok.soort, reden=reden, uiterlijk=klok.uiterlijk)
    return klok


def _werk_vraag_bij(h: Handeling, klok: Klok) -> None:
    hulpvraag = klok.hulpvraag
    klokken.bepaal_uiterlijk(hulpvraag, klokken.lopende(hulpvraag))
    h.bewaar(hulpvraag, "uiterlijk", "opgeschort")
    h.over(klok, dossier=hulpvraag)
