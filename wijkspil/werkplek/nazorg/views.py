"""Aftercare: who is to be called this week, and the call itself."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.nazorg.actions import begin_nazorg, bel_na, niet_bereikt
from wijkspil.nazorg.models import Nazorgtaak
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad

from .forms import NabelForm
from .tevreden import tevreden_per_bekostiging

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)


@pagina(*WIE)
def nazorg(request: Verzoek) -> HttpResponse:
    """The calls of me and my teams, soonest first. One query for the list, one audit line."""
    door = request.door
    taken = list(
        Nazorgtaak.objects.filter(
            Q(hulpvraag__behandelaar_id=door.id) | Q(hulpvraag__team_id__in=door.teams),
            status=Nazorgtaak.Status.OPEN,
        )
        .select_related("hulpvraag__inwoner", "hulpvraag__behandelaar")
        .order_by("op")[:200]
    )
    leg_inzage_vast(
        door,
        doel="nabellen",
        grond="eigen vragen en team",
        deel=f"nazorglijst ({len(taken)})",
        actie="lijst.ingezien",
    )
    grens = klok.vandaag() + timedelta(days=7)
    return render(
        request,
        "werkplek/nazorg/nazorg.html",
        {
            "nu": [t for t in taken if t.op <= grens],
            "later": [t for t in taken if t.op > grens],
            "vandaag": klok.vandaag(),
            "tevreden": _tevreden(request) if door.heeft(Rol.TEAMLEIDER) else [],
        },
    )


def _tevreden(request: Verzoek) -> list[dict[str, Any]]:
    kleinste = laad(request.gemeente.werkwijze, klok.vandaag()).assen.verantwoording.kleinste_groep
    return tevreden_per_bekostiging(klok.vandaag(), kleinste=kleinste)


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def nazorg_dossier(request: Verzoek, id: UUID) -> HttpResponse:
    """Start aftercare, write down the call, or say that nobody answered."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="nazorg")
    taak = (
        Nazorgtaak.objects.select_related("hulpvraag")
        .filter(hulpvraag=hulpvraag, status=Nazorgtaak.Status.OPEN)
        .first()
    )
    form = NabelForm(request.POST if request.method == "POST" and "hoe_gaat_het" in request.POST else None)
    if request.method == "POST":
        if taak is None:
            taak = begin_nazorg(hulpvraag, door=request.door)
            messages.success(request, _("De nazorg is gepland."))
            return naar(request, "nazorg_dossier", id=id)
        if "niet_bereikt" in request.POST:
            niet_bereikt(taak, door=request.door)
            messages.success(request, _("Over een week staat de belafspraak er weer."))
            return naar(request, "nazorg_dossier", id=id)
        if form.is_valid():
            bel_na(taak, door=request.door, **form.cleaned_data)
            return naar(request, "terugnemen" if form.cleaned_data["terug"] else "afsluiten", id=id)
    return render(
        request,
        "werkplek/nazorg/nazorg_dossier.html",
        dossierkader(request, hulpvraag, hier="nazorg_dossier") | {"taak": taak, "form": form},
        status=422 if form.errors else 200,
    )
