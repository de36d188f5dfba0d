"""Who may look along with me: give it for a time, see who has it, take it back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.inwoners.machtigingen import (
    MachtigingNietMogelijk,
    geef_machtiging,
    machtigingen_van,
    trek_machtiging_in,
)
from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.eigen import ACTIE

from .forms import MeekijkForm
from .pagina import Verzoek, mijn, naar


@mijn(methoden=("GET", "POST"), zelf=True)
def meekijken(request: Verzoek) -> HttpResponse:
    inwoner = _ikzelf(request)
    form = MeekijkForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                rij = geef_machtiging(inwoner, door=request.door, **form.cleaned_data)
        except MachtigingNietMogelijk as fout:
            form.add_error("tot" if form.cleaned_data["tot"] < klok.vandaag() else "email", str(fout))
        else:
            messages.success(request, _("%(wie)s mag nu meekijken.") % {"wie": rij.account.naam})
            return naar(request, "meekijken")
    vandaag = klok.vandaag()
    alle = machtigingen_van(inwoner)
    lopend = [
        m for m in alle if m.ingetrokken_op is None and (m.geldig_tot is None or m.geldig_tot >= vandaag)
    ]
    context: dict[str, Any] = {
        "form": form,
        "lopend": lopend,
        "eerder": [m for m in alle if m not in lopend],
    }
    return render(request, "portaal/meekijken.html", context, status=422 if form.errors else 200)


@mijn(methoden=("POST",), zelf=True)
def stop(request: Verzoek, rij: UUID) -> HttpResponse:
    """Take it back; from this moment the other sees nothing any more."""
    inwoner = _ikzelf(request)
    gevonden = next((m for m in machtigingen_van(inwoner) if m.pk == rij), None)
    if gevonden is None:
        raise Http404
    with transaction.atomic():
        trek_machtiging_in(gevonden, door=request.door)
    messages.success(request, _("%(wie)s kijkt niet meer mee.") % {"wie": gevonden.account.naam})
    return naar(request, "meekijken")


def _ikzelf(request: Verzoek) -> Inwoner:
    """The resident behind this account; `zelf=True` made sure that there is one. Two queries."""
    eigen = next(m for m in request.door.machtigingen if m.zelf)
    leg_inzage_vast(
        request.door,
        doel="meekijken regelen",
        grond=eigen.grond,
        deel="eigen gegevens",
        inwoner_id=eigen.inwoner_id,
        actie=ACTIE,
    )
    return Inwoner.objects.get(pk=eigen.inwoner_id)
