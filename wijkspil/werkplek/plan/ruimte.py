"""Moving help up or down within the room that was agreed, without a new decision (B24)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.ondersteuning.actions import WijzigingKanNiet
from wijkspil.plannen.actions.band import band_van, stel_bij_binnen_band
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .ladder import hoe_vaak


class BijstelForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    volume = forms.IntegerField(label=gettext_lazy("Hoeveel wordt het?"), min_value=1)
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        help_text=gettext_lazy("Eén zin; de inwoner leest dit terug."),
        max_length=300,
        error_messages={"required": gettext_lazy("Schrijf in een zin waarom het meer of minder wordt.")},
    )
    afgestemd = forms.BooleanField(
        label=gettext_lazy("De aanbieder weet het en is akkoord"),
        help_text=gettext_lazy("Nodig als het minder wordt."),
        required=False,
    )


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE, methoden=("GET", "POST"), dossier=True)
def bijstellen(request: Verzoek, id: UUID, regel_id: UUID) -> HttpResponse:
    """One line: what was agreed, how much room there is, and what it becomes."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="hulp bijstellen", deel="arrangement")
    regel = get_object_or_404(
        Arrangementregel.objects.select_related("plan__hulpvraag", "product", "aanbieder"),
        pk=regel_id,
        plan__hulpvraag=hulpvraag,
    )
    form = BijstelForm(request.POST or None, initial={"volume": regel.volume, "rev": regel.rev})
    status = 200
    if request.method == "POST":
        status = _stel_bij(request, regel, form)
        if status == 302:
            messages.success(
                request,
                _("Bijgesteld, zonder nieuw besluit. De aanbieder krijgt bericht als de opdracht verandert."),
            )
            return naar(request, "plan", id=id)
    context: dict[str, Any] = {
        "form": form,
        "regel": regel,
        "hoe_vaak": hoe_vaak(regel),
        "band": band_van(regel),
        "eenheid": regel.get_frequentie_display(),
    }
    return render(
        request, "werkplek/plan/bijstellen.html", dossierkader(request, hulpvraag) | context, status=status
    )


def _stel_bij(request: Verzoek, regel: Arrangementregel, form: BijstelForm) -> int:
    if not form.is_valid():
        return 422
    velden = dict(form.cleaned_data)
    gezien = velden.pop("rev")
    try:
        if gezien != regel.rev:
            raise Botsing(regel)
        with transaction.atomic():
            stel_bij_binnen_band(regel, door=request.door, **velden)
    except Botsing as botsing:
        regel.refresh_from_db()
        form.data = {**form.data.dict(), "rev": str(botsing.rij.rev)}  # type: ignore[attr-defined]
        form.add_error(
            None,
            _(
                "Een collega veranderde deze afspraak. Hierboven staat hoe het nu is; kijk het na en stel bij."
            ),
        )
        return 409
    except (ValueError, WijzigingKanNiet) as fout:
        regel.refresh_from_db()
        form.add_error(None, str(fout))
        return 422
    return 302
