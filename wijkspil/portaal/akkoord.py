"""Agree with the plan: read once more what was agreed, as it was frozen, and say yes (B12)."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from wijkspil.core.handeling import Botsing
from wijkspil.plannen.actions.akkoord import ga_akkoord, handtekening_van, te_tekenen
from wijkspil.plannen.models import Plan
from wijkspil.plannen.service import huidig_plan
from wijkspil.plannen.versies import huidige_versie

from .forms import RevForm
from .pagina import Verzoek, eigen_vraag, mijn, naar
from .vraag import kop


@mijn(methoden=("GET", "POST"), vraag=True)
def akkoord(request: Verzoek, id: UUID) -> HttpResponse:
    """The fixed version and one button. Changed in the meantime: the new one is shown, and nothing was signed."""
    hulpvraag = eigen_vraag(request, id, om_te=_("akkoord gaan met het plan"), deel="vastgesteld plan")
    plan = huidig_plan(hulpvraag)
    versie = te_tekenen(plan) if plan is not None else None
    veranderd = False
    if request.method == "POST":
        if plan is None or versie is None:
            messages.info(request, _("Er is nu niets om te tekenen. Hieronder staat uw plan."))
            return naar(request, "plan", id=id)
        form = RevForm(request.POST)
        try:
            if not form.is_valid() or form.cleaned_data["rev"] != versie.rev:
                raise Botsing(versie)
            with transaction.atomic():
                ga_akkoord(plan, versie, door=request.door)
        except Botsing:
            veranderd, versie = True, te_tekenen(plan)
        else:
            messages.success(request, _("U ging akkoord met het plan. Dat staat er nu bij."))
            return naar(request, "plan", id=id)
    context = {
        "versie": versie,
        "veranderd": veranderd,
        "rev": RevForm(initial={"rev": versie.rev}) if versie else None,
        "evaluatie_op": parse_date(versie.inhoud["evaluatie_op"]) if versie else None,
        "getekend": _getekend(plan) if versie is None else None,
    }
    status = 409 if veranderd else 200
    return render(request, "portaal/plan_akkoord.html", kop(request, hulpvraag) | context, status=status)


def _getekend(plan: Plan | None) -> dict[str, object] | None:
    """Who signed for the resident under the last version, and when; None when nobody did."""
    versie = huidige_versie(plan) if plan is not None and plan.status == Plan.Status.VASTGESTELD else None
    handtekening = handtekening_van(versie) if versie is not None else None
    return {**handtekening, "op": parse_date(handtekening["op"])} if handtekening else None
