"""The mark on a file: which pilots it takes part in, put in by hand or by rule."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.proeftuinen.deelname import deelnames_van, stap_in, stap_uit
from wijkspil.proeftuinen.models import Deelname, Proeftuin
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import InstapForm, UitstapForm


@pagina(Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, methoden=("GET", "POST"), dossier=True)
def meedoen(request: Verzoek, id: UUID) -> HttpResponse:
    """Which pilots this file takes part in, and letting it join or leave."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="proeftuinen", deel="proeftuinen")
    deelnames = deelnames_van(hulpvraag)
    al, vandaag = {d.proeftuin_id for d in deelnames}, klok.vandaag()
    lopend = Proeftuin.objects.filter(status=Proeftuin.Status.GEREGISTREERD).order_by("naam")
    open_ = [p for p in lopend if p.loopt_op(vandaag) and p.pk not in al]
    instapform = InstapForm(request.POST if "arm" in request.POST else None, open_=open_)
    wie = request.POST.get("deelname", "")
    uit = {
        str(d.pk): UitstapForm(request.POST if wie == str(d.pk) else None, auto_id=f"uit-{d.pk}-%s")
        for d in deelnames
    }
    gebonden: forms.Form | None = next((f for f in (instapform, *uit.values()) if f.is_bound), None)
    if gebonden is not None and gebonden.is_valid():
        try:
            with transaction.atomic():
                _doe(request, hulpvraag, gebonden.cleaned_data)
        except ValueError as fout:
            gebonden.add_error(None, str(fout))
        else:
            messages.success(request, _("Vastgelegd."))
            return naar(request, "proeftuin_dossier", id=id)
    context = {"rijen": [(d, uit[str(d.pk)]) for d in deelnames], "open": open_, "instapform": instapform}
    status = 200 if gebonden is None else 422
    return render(
        request,
        "werkplek/proeftuinen/dossier.html",
        dossierkader(request, hulpvraag) | context,
        status=status,
    )


def _doe(request: Verzoek, hulpvraag: Hulpvraag, velden: dict[str, Any]) -> None:
    if "arm" in velden:
        proeftuin = get_object_or_404(Proeftuin, pk=velden["proeftuin"])
        stap_in(proeftuin, hulpvraag, arm=velden["arm"], door=request.door)
    else:
        deelname = get_object_or_404(
            Deelname.objects.select_related("proeftuin", "hulpvraag"),
            pk=velden["deelname"],
            hulpvraag=hulpvraag,
        )
        stap_uit(deelname, reden=velden["reden"], door=request.door)
