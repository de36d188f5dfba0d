"""My plan in my own words: the goals, what I do, what others do; and the plan that I write myself (J13)."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core.handeling import Botsing
from wijkspil.overdrachten.models import Wetdeel
from wijkspil.plannen.actions.akkoord import te_tekenen
from wijkspil.plannen.actions.eigen_plan import (
    TEKSTEN,
    EigenPlanNietMogelijk,
    lever_eigen_plan_in,
    schrijf_eigen_plan,
)
from wijkspil.plannen.actions.keuze import te_kiezen_regels
from wijkspil.plannen.models import EigenPlan, Plan
from wijkspil.plannen.service import lopende_regels
from wijkspil.regels import wmo
from wijkspil.regels.ladder import Trede
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie

from .forms import EigenPlanForm
from .pagina import Verzoek, eigen_vraag, mijn, naar
from .vraag import kop

IK_ZELF = (Trede.EIGEN_KRACHT, Trede.GEBRUIKELIJKE_HULP, Trede.NETWERK)


@mijn(vraag=True)
def plan(request: Verzoek, id: UUID) -> HttpResponse:
    """The plan as it is now: goals, who does what, and the own plan beside it."""
    hulpvraag = eigen_vraag(request, id, om_te=_("het plan bekijken"), deel="plan")
    gevonden = (
        Plan.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).prefetch_related("doelen").first()
    )
    regels = []
    te_kiezen: set[UUID] = set()
    tekenen = None
    if gevonden is not None:
        gevonden.hulpvraag = hulpvraag
        regels = lopende_regels(gevonden)
        te_kiezen = {r.pk for r in te_kiezen_regels(gevonden)}
        tekenen = te_tekenen(gevonden)
    context = {
        "plan": gevonden,
        "tekenen": tekenen,
        "wetdelen": _wetdelen(hulpvraag),
        "eigen": _eigen(hulpvraag),
        "zelf": [r for r in regels if Trede(r.trede) in IK_ZELF],
        "anderen": [
            {"regel": r, "kiezen": r.pk in te_kiezen} for r in regels if Trede(r.trede) not in IK_ZELF
        ],
    }
    return render(request, "portaal/plan.html", kop(request, hulpvraag) | context)


@mijn(methoden=("GET", "POST"), vraag=True)
def eigen_plan(request: Verzoek, id: UUID) -> HttpResponse:
    """Write the own plan, keep it, and hand it in. Once handed in it stays as it was written."""
    hulpvraag = eigen_vraag(request, id, om_te=_("het eigen plan schrijven"), deel="plan")
    bestaand = _eigen(hulpvraag)
    if bestaand is not None:
        bestaand.hulpvraag = hulpvraag
    if bestaand is not None and bestaand.ontvangen_op is not None:
        if request.method == "POST":
            messages.info(request, _("Uw plan was al ingeleverd. U kunt er met een bericht iets bij zeggen."))
        return naar(request, "plan", id=id)
    if request.method != "POST":
        begin = (
            {naam: getattr(bestaand, naam) for naam in TEKSTEN} | {"rev": bestaand.rev} if bestaand else {}
        )
        return _toon(request, hulpvraag, EigenPlanForm(initial=begin))
    form = EigenPlanForm(request.POST)
    if not form.is_valid():
        return _toon(request, hulpvraag, form, status=422)
    if bestaand is not None and form.cleaned_data["rev"] != bestaand.rev:
        return _botsing(request, hulpvraag, bestaand, form)
    teksten = {naam: form.cleaned_data[naam] for naam in TEKSTEN}
    try:
        with transaction.atomic():
            bewaard = schrijf_eigen_plan(hulpvraag, plan=bestaand, door=request.door, **teksten)
            bewaard.hulpvraag = hulpvraag
            if "inleveren" in request.POST:
                lever_eigen_plan_in(bewaard, door=request.door)
    except Botsing as botsing:
        return _botsing(request, hulpvraag, cast(EigenPlan, botsing.rij), form)
    except IntegrityError:  # begun in two windows at once
        nu = _eigen(hulpvraag)
        assert nu is not None
        return _botsing(request, hulpvraag, nu, form)
    except EigenPlanNietMogelijk as fout:
        form.add_error("wat_wil_ik", str(fout))
        return _toon(request, hulpvraag, form, status=422)
    if "inleveren" in request.POST:
        messages.success(
            request, _("Uw plan is ingeleverd. Wij nemen het mee."), extra_tags=f"eigen-plan-{hulpvraag.pk}"
        )
        return naar(request, "plan", id=id)
    messages.success(
        request,
        _("Bewaard. Het plan is nog niet ingeleverd. U kunt later verder gaan."),
        extra_tags=f"eigen-plan-{hulpvraag.pk}",
    )
    return naar(request, "vraag", id=id)


def _wetdelen(hulpvraag: Hulpvraag) -> list[Wetdeel]:
    """Who goes about which part, where the way of working lets a resident see the laws behind it (J2). One query, or none."""
    if not laad_versie(hulpvraag.werkwijze).wetten.zichtbaar_voor_inwoner:
        return []
    return list(
        Wetdeel.objects.filter(hulpvraag=hulpvraag)
        .exclude(stand=Wetdeel.Stand.NIET_NODIG)
        .select_related("partij")
        .order_by("gemaakt_op")
    )


def _eigen(hulpvraag: Hulpvraag) -> EigenPlan | None:
    return EigenPlan.objects.filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde).first()


def _botsing(request: Verzoek, hulpvraag: Hulpvraag, nu: EigenPlan, form: EigenPlanForm) -> HttpResponse:
    anders = [
        {"label": form.fields[naam].label, "nu": getattr(nu, naam), "eigen": form.cleaned_data[naam]}
        for naam in TEKSTEN
        if getattr(nu, naam) != form.cleaned_data[naam]
    ]
    form.data = {**form.data.dict(), "rev": str(nu.rev)}  # type: ignore[attr-defined]
    return _toon(request, hulpvraag, form, status=409, conflict=anders)


def _toon(
    request: Verzoek, hulpvraag: Hulpvraag, form: EigenPlanForm, *, status: int = 200, **anders: Any
) -> HttpResponse:
    uiterlijk = wmo.persoonlijk_plan_termijn(hulpvraag.gemeld_op).laatste_dag if hulpvraag.gemeld_op else None
    context = {"form": form, "uiterlijk": uiterlijk, "sleutel": f"eigen-plan-{hulpvraag.pk}"}
    return render(
        request, "portaal/eigen_plan.html", kop(request, hulpvraag) | context | anders, status=status
    )
