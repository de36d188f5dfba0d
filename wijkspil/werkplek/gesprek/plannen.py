"""Appointments: planning one, starting one right now, and cancelling one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import plan_gesprek, verzet_gesprek, zeg_gesprek_af
from wijkspil.toegang.models import Gesprek, Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import AfzegForm, MomentForm, Plaats, PlanForm

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)


def pak_gesprek(hulpvraag: Hulpvraag, id: UUID) -> Gesprek:
    """A conversation of this question; one of another question doesn't exist here."""
    gesprek = hulpvraag.gesprekken.select_related("gevoerd_door").filter(pk=id).first()
    if gesprek is None:
        raise Http404
    gesprek.hulpvraag = hulpvraag
    return gesprek


def bekenden(kader: dict[str, Any]) -> list[tuple[str, str]]:
    """Names to tick, from what the frame of the file already knows: the resident, the household, the network."""
    inwoner = kader["inwoner"]
    keuzes = {inwoner.naam: str(_("%(naam)s (inwoner)") % {"naam": inwoner.naam})}
    for ander in kader["huisgenoten"]:
        keuzes.setdefault(ander.naam, str(_("%(naam)s (zelfde adres)") % {"naam": ander.naam}))
    for relatie in kader["netwerk"]:
        rol = _("mantelzorger") if relatie.is_mantelzorger else relatie.get_soort_display()
        keuzes[relatie.naam] = f"{relatie.naam} ({rol})"
    return list(keuzes.items())


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def gesprek_plannen(request: Verzoek, id: UUID) -> HttpResponse:
    """Make an appointment, or begin at once at the kitchen table; shows the appointments that are there."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gesprek plannen", deel="gesprek")
    if request.method == "POST" and "nu" in request.POST:
        gesprek = plan_gesprek(
            hulpvraag,
            moment=klok.nu(),
            plaats=Plaats.THUIS,
            deelnemers=[hulpvraag.inwoner.naam],
            door=request.door,
        )
        return naar(request, "gesprek_een", id=id, gesprek=gesprek.pk)
    kader = dossierkader(request, hulpvraag, hier="gesprek_plannen")
    form = PlanForm(
        request.POST or None, bekenden=bekenden(kader), initial={"deelnemers": [hulpvraag.inwoner.naam]}
    )
    if request.method == "POST" and form.is_valid():
        gesprek = plan_gesprek(
            hulpvraag, moment=form.moment(), plaats=form.cleaned_data["plaats"], deelnemers=form.namen(), door=request.door
        )  # fmt: skip
        messages.success(
            request, _("Afspraak gemaakt voor %(moment)s.") % {"moment": timezone.localtime(gesprek.moment).strftime("%d-%m-%Y %H:%M")},
            extra_tags=f"afspraak-{id}",
        )  # fmt: skip
        return naar(request, "dossier", id=id)
    gesprekken = list(hulpvraag.gesprekken.select_related("gevoerd_door").order_by("-moment"))
    return render(
        request,
        "werkplek/gesprek/plannen.html",
        kader | {"form": form, "gesprekken": gesprekken, "nu": klok.nu()},
        status=422 if form.is_bound else 200,
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def gesprek_verzetten(request: Verzoek, id: UUID, gesprek: UUID) -> HttpResponse:
    """Move a planned conversation; the resident gets a new invitation."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gesprek verzetten", deel="gesprek")
    rij = pak_gesprek(hulpvraag, gesprek)
    moment = timezone.localtime(rij.moment)
    form = MomentForm(
        request.POST or None, initial={"datum": moment.date(), "tijd": moment.time(), "plaats": rij.plaats}
    )
    if form.is_valid():
        verzet_gesprek(rij, moment=form.moment(), plaats=form.cleaned_data["plaats"], door=request.door)
        messages.success(request, _("Het gesprek is verzet. De inwoner krijgt een nieuwe uitnodiging."))
        return naar(request, "gesprek_plannen", id=id)
    return render(
        request,
        "werkplek/gesprek/verzetten.html",
        dossierkader(request, hulpvraag) | {"form": form, "gesprek": rij},
        status=422 if form.is_bound else 200,
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def gesprek_afzeggen(request: Verzoek, id: UUID, gesprek: UUID) -> HttpResponse:
    """Say why a conversation won't take place; what was noted stays."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gesprek afzeggen", deel="gesprek")
    rij = pak_gesprek(hulpvraag, gesprek)
    form = AfzegForm(request.POST or None)
    if form.is_valid():
        zeg_gesprek_af(rij, reden=form.cleaned_data["reden"], door=request.door)
        messages.success(request, _("Het gesprek is afgezegd. Plan een nieuw gesprek als dat nodig is."))
        return naar(request, "gesprek_plannen", id=id)
    return render(
        request,
        "werkplek/gesprek/afzeggen.html",
        dossierkader(request, hulpvraag) | {"form": form, "gesprek": rij},
        status=422 if form.is_bound else 200,
    )
