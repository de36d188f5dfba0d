"""The directory: who else can help, under which law, and how to reach them per kind of question (C17, J2)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.overdrachten.actions import voeg_partij_toe, wijzig_partij
from wijkspil.overdrachten.models import Overdracht, Partij, Partijlid
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import PartijForm, als_regels

LEZERS = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEER)
BEHEER = (Rol.TEAMLEIDER, Rol.FUNCTIONEEL_BEHEER)


@pagina(*LEZERS)
def partijen(request: Verzoek) -> HttpResponse:
    """All parties, grouped by law, with how many hand-overs wait for them."""
    wacht = Count("overdrachten", filter=Q(overdrachten__status=Overdracht.Status.AANGEBODEN))
    rijen = Partij.objects.annotate(wacht=wacht).order_by("-actief", "wet", "naam")
    per_wet: dict[str, list[Partij]] = {}
    for rij in rijen:
        per_wet.setdefault(str(rij.get_wet_display()), []).append(rij)
    return render(
        request,
        "werkplek/overdracht/partijen.html",
        {"per_wet": per_wet, "mag": request.door.heeft(*BEHEER)},
    )


@pagina(*BEHEER, methoden=("GET", "POST"))
def partij_nieuw(request: Verzoek) -> HttpResponse:
    form = PartijForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        velden = {k: v for k, v in form.cleaned_data.items() if k != "rev"}
        try:
            with transaction.atomic():
                voeg_partij_toe(door=request.door, **velden)
        except IntegrityError:
            form.add_error(
                "naam", _("Er is al een partij met deze naam. Werk die bij, of kies een andere naam.")
            )
        else:
            messages.success(request, _("De partij staat in de lijst."))
            return naar(request, "partijen")
    return _toon(request, form, None)


@pagina(*BEHEER, methoden=("GET", "POST"))
def partij(request: Verzoek, partij_id: UUID) -> HttpResponse:
    rij = Partij.objects.filter(pk=partij_id).first()
    if rij is None:
        raise Http404
    begin = {naam: getattr(rij, naam) for naam in PartijForm.base_fields} | {
        "kanalen": als_regels(rij.kanalen)
    }
    form = PartijForm(request.POST if request.method == "POST" else None, initial=begin)
    if request.method == "POST" and form.is_valid():
        velden = {k: v for k, v in form.cleaned_data.items() if k != "rev"}
        try:
            if form.cleaned_data["rev"] != rij.rev:
                raise Botsing(rij)
            with transaction.atomic():
                wijzig_partij(rij, door=request.door, **velden)
        except Botsing as botsing:
            return _toon(request, form, rij, conflict=_anders(form, botsing.rij), status=409)
        messages.success(request, _("Bewaard."))
        return naar(request, "partijen")
    return _toon(request, form, rij)


def _anders(form: PartijForm, nu: Any) -> list[dict[str, Any]]:
    return [
        {"label": veld.label, "nu": getattr(nu, veld.name), "eigen": form.cleaned_data[veld.name]}
        for veld in form.visible_fields()
        if getattr(nu, veld.name) != form.cleaned_data.get(veld.name)
    ]


def _toon(
    request: Verzoek,
    form: PartijForm,
    rij: Partij | None,
    *,
    conflict: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    leden = list(Partijlid.objects.filter(partij=rij).select_related("medewerker")) if rij else []
    context = {"form": form, "partij": rij, "leden": leden, "conflict": conflict}
    return render(request, "werkplek/overdracht/partij.html", context, status=422 if form.errors else status)
