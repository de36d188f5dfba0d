"""Looking back on a plan: goals reached, more or less help, and what the resident thinks of it."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.handeling import handeling
from wijkspil.regels.duur import plus_maanden
from wijkspil.werkwijzen.kast import laad_versie

from ..models import Doel, Evaluatie, Plan
from .plan import WIE

Resultaat = Doel.Resultaat


def evalueer(
    plan: Plan,
    *,
    op: date,
    doelen: Mapping[UUID, str],
    richting: str,
    door: Door,
    verslag: str = "",
    inwoner_vindt: str = "",
    tevreden: int | None = None,
    volgende_evaluatie: date | None = None,
) -> Evaluatie:
    """Record an evaluation: the goals get their result and the plan a next day to look back.

    Args:
        doelen: result per goal id; a goal that was not talked about is left out and doesn't count.
        tevreden: 1 to 10, the mark of the resident; None when it was not asked.
        volgende_evaluatie: None takes the interval of the way of working; after stopping there is none.

    Raises:
        ValueError: a version was never fixed, a goal of another plan, an unknown result or direction, or no mark from 1 to 10.
    """
    door.eis(*WIE, om_te=_("evalueren"))
    if plan.versie == 0:
        raise ValueError(
            _("Er is nog geen vastgesteld plan om op terug te kijken. Stel het plan eerst vast.")
        )
    if richting not in Evaluatie.Richting.values:
        raise ValueError(_("Kies of er minder, evenveel of meer hulp nodig is, of dat de hulp stopt."))
    if tevreden is not None and not 1 <= tevreden <= 10:
        raise ValueError(_("Een rapportcijfer is een heel getal van 1 tot en met 10."))
    bekeken = _bekeken(plan, doelen)
    stand = Counter(doelen[doel.pk] for doel in bekeken)
    gepland = plan.evaluatie_op
    with handeling("plan.geevalueerd", door=door, doel="evalueren", grond="Wmo 2015 art. 2.3.9") as h:
        evaluatie = h.maak(
            Evaluatie(
                plan=plan,
                hulpvraag=plan.hulpvraag,
                op=op,
                richting=richting,
                doelen_behaald=stand[Resultaat.BEHAALD],
                doelen_bekeken=len(bekeken),
                verslag=verslag,
                inwoner_vindt=inwoner_vindt,
                tevreden=tevreden,
            )
        )
        for doel in bekeken:
            if doel.resultaat != doelen[doel.pk]:
                doel.resultaat = doelen[doel.pk]
                h.bewaar(doel, "resultaat")
        plan.evaluatie_op = _volgende(plan, op, richting, volgende_evaluatie)
        h.bewaar(plan, "evaluatie_op")
        h.over(evaluatie, dossier=plan.hulpvraag)
        h.meld(
            dag=op,
            richting=richting,
            doelen_bekeken=len(bekeken),
            doelen_behaald=stand[Resultaat.BEHAALD],
            doelen_deels=stand[Resultaat.DEELS],
            doelen_niet=stand[Resultaat.NIET],
            tevreden=tevreden,
            gepland_op=gepland,
            op_tijd=gepland is None or op <= gepland,
            volgende=plan.evaluatie_op,
            versie=plan.versie,
        )
    return evaluatie


def _bekeken(plan: Plan, doelen: Mapping[UUID, str]) -> list[Doel]:
    eigen = {doel.pk: doel for doel in plan.doelen.order_by("volgorde")}
    if set(doelen) - set(eigen):
        raise ValueError(_("Een van de doelen hoort niet bij dit plan. Open de pagina opnieuw."))
    if set(doelen.values()) - set(Resultaat.values):
        raise ValueError(
            _("Kies bij elk doel: nog bezig, behaald, deels behaald, niet behaald of vervallen.")
        )
    return [doel for pk, doel in eigen.items() if pk in doelen]


def _volgende(plan: Plan, op: date, richting: str, gekozen: date | None) -> date | None:
    if richting == Evaluatie.Richting.STOPPEN:
        return None
    if gekozen is not None:
        return gekozen
    return plus_maanden(op, laad_versie(plan.hulpvraag.werkwijze).evaluatie.elke_maanden)
