"""Young people from sixteen and a half: who turns eighteen, and does the transition have a plan (B33)."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.plannen.models import Vervolgweg
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.vervolgwegen import ALERT_MAANDEN, VOLWASSEN, achttien_op
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.pagina import Verzoek, pagina

HOOGSTENS = 200


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER)
def overgang_18(request: Verzoek) -> HttpResponse:
    """Everybody of me and my teams between sixteen and a half and eighteen, soonest first; two queries and an audit line."""
    vandaag = klok.vandaag()
    jongste = plus_maanden(vandaag, ALERT_MAANDEN - 12 * VOLWASSEN)
    oudste = _jaren_terug(vandaag, VOLWASSEN)
    vragen = list(
        Hulpvraag.objects.filter(
            zichtbaar_voor(request.door),
            inwoner__geboortedatum__gt=oudste,
            inwoner__geboortedatum__lte=jongste,
        )
        .exclude(stap=Stap.AFGESLOTEN)
        .select_related("inwoner", "behandelaar")
        .order_by("inwoner__geboortedatum")[:HOOGSTENS]
    )
    met_plan = set(
        Vervolgweg.objects.filter(
            hulpvraag__in=vragen, soort=Vervolgweg.Soort.NAAR_18, status=Vervolgweg.Status.LOOPT
        ).values_list("hulpvraag_id", flat=True)
    )
    leg_inzage_vast(
        request.door, doel="overgang naar 18 voorbereiden", grond="eigen vragen en team",
        deel=f"lijst bijna 18 ({len(vragen)})", actie="lijst.ingezien",
    )  # fmt: skip
    rijen = [_rij(vraag, vraag.pk in met_plan, vandaag) for vraag in vragen]
    return render(request, "werkplek/vervolg/overgang_18.html", {"rijen": rijen})


def _rij(vraag: Hulpvraag, heeft_plan: bool, vandaag: date) -> dict[str, Any]:
    geboren = vraag.inwoner.geboortedatum
    assert geboren is not None
    op = achttien_op(geboren)
    return {
        "vraag": vraag,
        "op": op,
        "heeft_plan": heeft_plan,
        "dringend": not heeft_plan and op - vandaag < timedelta(days=182),
    }


def _jaren_terug(dag: date, jaren: int) -> date:
    return plus_maanden(dag, -12 * jaren)
