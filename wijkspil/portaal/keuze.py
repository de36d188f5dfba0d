"""Choose who gives the help, from a list in an order that favours nobody (B41)."""

from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.handeling import Botsing
from wijkspil.plannen.actions.keuze import kies_aanbieder, neutrale_lijst, te_kiezen_regels
from wijkspil.plannen.fouten import PlanStaatVast, RegelNietMogelijk
from wijkspil.plannen.models import Arrangementregel
from wijkspil.plannen.service import huidig_plan

from .forms import AanbiederForm
from .pagina import Verzoek, eigen_vraag, mijn, naar
from .vraag import kop


@mijn(methoden=("GET", "POST"), vraag=True)
def aanbieder(request: Verzoek, id: UUID, regel: UUID) -> HttpResponse:
    """The neutral list for one line of the plan, and the choice."""
    hulpvraag = eigen_vraag(request, id, om_te=_("een aanbieder kiezen"), deel="plan")
    plan = huidig_plan(hulpvraag)
    gekozen = next((r for r in te_kiezen_regels(plan) if r.pk == regel), None) if plan else None
    if plan is None or gekozen is None:
        raise Http404
    lijst = neutrale_lijst(plan, gekozen)
    keuzes = [(str(a.pk), in_woorden(a)) for a in lijst]
    begin = {"rev": gekozen.rev, "aanbieder": str(gekozen.aanbieder_id or "")}
    form = AanbiederForm(request.POST or None, keuzes=keuzes, initial=begin)
    extra: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                if form.cleaned_data["rev"] != gekozen.rev:
                    raise Botsing(gekozen)
                wie = next(a for a in lijst if str(a.pk) == form.cleaned_data["aanbieder"])
                kies_aanbieder(plan, gekozen, wie, kende_al=form.cleaned_data["kende_al"], door=request.door)
        except Botsing as botsing:
            nu = cast(Arrangementregel, botsing.rij)
            form.data = {**form.data.dict(), "rev": str(nu.rev)}  # type: ignore[attr-defined]
            extra = {"conflict": nu.wie, "status": 409}
        except (PlanStaatVast, RegelNietMogelijk) as fout:
            form.add_error("aanbieder", str(fout))
        else:
            messages.success(request, _("U koos %(wie)s. Wij geven het door.") % {"wie": wie.naam})
            return naar(request, "plan", id=id)
    status = extra.pop("status", 422 if form.errors else 200)
    context = {"form": form, "regel": gekozen, "aantal": len(lijst)} | extra
    return render(request, "portaal/aanbieder.html", kop(request, hulpvraag) | context, status=status)


def in_woorden(aanbieder: Aanbieder) -> str:
    """Name, place and how long somebody waits; nothing that recommends."""
    delen = [f"{aanbieder.naam}, {aanbieder.plaats}" if aanbieder.plaats else aanbieder.naam]
    if aanbieder.wachttijd_dagen is not None:
        n = aanbieder.wachttijd_dagen
        delen.append(ngettext("wachttijd %(n)d dag", "wachttijd %(n)d dagen", n) % {"n": n})
    return " · ".join(delen)
