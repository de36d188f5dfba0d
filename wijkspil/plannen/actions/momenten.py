"""Promised moments: proposed from the goals, planned, done, and planned again (B19, J6, O6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.gemeenten.models import Medewerker
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie

from ..models import Arrangementregel, Doel, Plan, Planmoment

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.FRONTOFFICE)
Soort, Status, Uitkomst = Planmoment.Soort, Planmoment.Status, Planmoment.Uitkomst
UITKOMSTEN: dict[str, tuple[Planmoment.Uitkomst, ...]] = {
    Soort.CONTACT: (Uitkomst.GESPROKEN, Uitkomst.NIET_BEREIKT),
    Soort.TOETS: (Uitkomst.PAST, Uitkomst.ANDERS),
    Soort.AFSCHALEN: (Uitkomst.GELUKT, Uitkomst.NOG_NIET),
    Soort.TERUGKIJKEN: (Uitkomst.ZO_LATEN, Uitkomst.TERUG),
    Soort.OVERGANG: (Uitkomst.GEREGELD, Uitkomst.NOG_NIET),
}
"""What a moment of each kind can lead to."""
OPNIEUW = {Uitkomst.NIET_BEREIKT: 1, Uitkomst.NOG_NIET: 4}
"""After these the same moment stands again, so many weeks later, unless a day was chosen."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A moment that follows from the plan and the way of working, with why."""

    soort: str
    op: date
    wat: str
    waarom: str
    elke_weken: int | None = None
    doel: Doel | None = None
    regel: Arrangementregel | None = None


def stel_momenten_voor(
    plan: Plan, doelen: Sequence[Doel], regels: Sequence[Arrangementregel], vandaag: date
) -> list[Voorstel]:
    """Propose contact from the goal that asks most often, a test per goal, and a step down per line; no queries.

    How often is the way of working's: a goal to learn again asks more contact than one to keep what is (B19).
    """
    werkwijze = laad_versie(plan.hulpvraag.werkwijze)
    open_ = [doel for doel in doelen if doel.resultaat == Doel.Resultaat.OPEN]
    voorstellen: list[Voorstel] = []
    if open_:
        vaakst = min(open_, key=lambda doel: werkwijze.doelen.aanpak(doel.soort).contact_weken)
        weken = werkwijze.doelen.aanpak(vaakst.soort).contact_weken
        voorstellen.append(
            Voorstel(
                Soort.CONTACT,
                vandaag + timedelta(weeks=weken),
                _("Contact over hoe het gaat"),
                _("Elke %(n)d weken, door het doel “%(doel)s”.") % {"n": weken, "doel": vaakst.tekst},
                elke_weken=weken,
            )
        )
    for doel in open_:
        aanpak = werkwijze.doelen.aanpak(doel.soort)
        maanden = aanpak.toets_maanden or werkwijze.evaluatie.elke_maanden
        voorstellen.append(
            Voorstel(
                Soort.TOETS,
                plus_maanden(vandaag, maanden),
                _("Past dit doel nog? %(doel)s") % {"doel": doel.tekst},
                _("Een doel met “%(soort)s” toetsen we na %(n)d maanden.")
                % {"soort": aanpak.label, "n": maanden},
                doel=doel,
            )
        )
    for regel in regels:
        if dag := _afschaaldag(regel, vandaag, werkwijze.afbouw):
            voorstellen.append(
                Voorstel(
                    Soort.AFSCHALEN, dag, _("Kan het minder? %(wat)s") % {"wat": regel.wat},
                    _("Vooraf afgesproken, zodat minder hulp geen verrassing is."), regel=regel,
                )
            )  # fmt: skip
    return voorstellen


def _afschaaldag(regel: Arrangementregel, vandaag: date, afbouw: Any) -> date | None:
    """The day to see whether less will do; nothing for free help and for a line that ends before."""
    if regel.product_id is None:
        return None
    if regel.tot is not None and afbouw.voor_einde_weken:
        dag = regel.tot - timedelta(weeks=afbouw.voor_einde_weken)
    else:
        dag = plus_maanden(regel.van, afbouw.na_maanden or 3)
    return dag if dag > vandaag and (regel.tot is None or dag < regel.tot) else None


def plan_moment(
    hulpvraag: Hulpvraag,
    *,
    soort: str,
    op: date,
    wat: str,
    door: Door,
    medewerker: Medewerker | None = None,
    elke_weken: int | None = None,
    doel: Doel | None = None,
    regel: Arrangementregel | None = None,
) -> Planmoment:
    """Promise a moment; also on a closed question, for contact goes on without one (J20).

    Raises:
        ValueError: an unknown kind, a day that has passed, or no words.
    """
    door.eis(*WIE, om_te=_("een moment afspreken"))
    if soort not in Soort.values:
        raise ValueError(_("Kies wat voor moment dit is."))
    if not wat.strip():
        raise ValueError(_("Schrijf op waar het over gaat, zodat een collega het kan overnemen."))
    with handeling("planmoment.gepland", door=door, doel="moment afspreken") as h:
        if op < h.dag:
            raise ValueError(_("Deze dag is al geweest. Kies een dag die nog komt."))
        moment = h.maak(
            Planmoment(
                hulpvraag=hulpvraag, inwoner_id=hulpvraag.inwoner_id, soort=soort, op=op, wat=wat.strip()[:200],
                medewerker=medewerker, elke_weken=elke_weken, doel=doel, regel=regel,
            )
        )  # fmt: skip
        h.over(moment, dossier=hulpvraag)
        h.meld(op=op, woord=moment.get_soort_display(), soort=soort, elke_weken=elke_weken)
    return moment


def rond_moment_af(
    moment: Planmoment, *, uitkomst: str, door: Door, verslag: str = "", volgende_op: date | None = None
) -> Planmoment | None:
    """Write down what came of a moment. Returns the next one, when it comes back.

    Args:
        volgende_op: a chosen day for the next; None follows the rhythm, or nothing.

    Raises:
        ValueError: it was done already, or this outcome doesn't belong to this kind.
    """
    door.eis(*WIE, om_te=_("een moment afronden"))
    _eis_open(moment)
    if uitkomst not in UITKOMSTEN[moment.soort]:
        raise ValueError(_("Kies wat er uitkwam."))
    hulpvraag = moment.hulpvraag
    with handeling("planmoment.gedaan", door=door, doel="moment afronden") as h:
        moment.status, moment.uitkomst, moment.verslag, moment.gedaan_op = (
            Status.GEDAAN, uitkomst, verslag.strip(), h.dag,
        )  # fmt: skip
        h.bewaar(moment, "status", "uitkomst", "verslag", "gedaan_op")
        opnieuw = Uitkomst(uitkomst) in OPNIEUW
        weken = OPNIEUW.get(Uitkomst(uitkomst)) or moment.elke_weken
        volgende = None
        if volgende_op or weken:
            volgende = h.maak(
                Planmoment(
                    hulpvraag=hulpvraag, inwoner_id=moment.inwoner_id, soort=moment.soort, wat=moment.wat,
                    op=volgende_op or h.dag + timedelta(weeks=weken or 0), medewerker_id=moment.medewerker_id,
                    elke_weken=moment.elke_weken, doel_id=moment.doel_id, regel_id=moment.regel_id,
                )
            )  # fmt: skip
        h.over(moment, dossier=hulpvraag)
        h.meld(
            woord=capfirst(str(moment.get_soort_display())), soort=moment.soort, uitkomst=moment.get_uitkomst_display(),
            code=uitkomst,
            op_tijd=h.dag <= moment.op, opnieuw=opnieuw, volgende=volgende.op if volgende else None,
        )  # fmt: skip
    return volgende


def laat_vervallen(moment: Planmoment, *, door: Door) -> None:
    """Take a moment off the list that is not needed any more."""
    door.eis(*WIE, om_te=_("een moment laten vervallen"))
    _eis_open(moment)
    with handeling("planmoment.vervallen", door=door, doel="moment laten vervallen") as h:
        moment.status = Status.VERVALLEN
        h.bewaar(moment, "status")
        h.over(moment, dossier=moment.hulpvraag)
        h.meld(woord=capfirst(str(moment.get_soort_display())), soort=moment.soort)


def _eis_open(moment: Planmoment) -> None:
    if moment.status != Status.OPEN:
        raise ValueError(_("Dit moment is al afgerond; er is niets meer te doen."))
