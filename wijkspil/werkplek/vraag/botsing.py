"""Two people, one question: what happens when somebody else was first. Nothing typed is lost, nothing is overwritten unseen."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core.handeling import Botsing
from wijkspil.core.models import Gebeurtenis
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek


def probeer(
    request: Verzoek, hulpvraag: Hulpvraag, form: forms.Form, actie: Callable[[], Any], *, hier: str = ""
) -> HttpResponse | None:
    """Do the act when the question is still as it was on screen; otherwise the page that shows both versions (409)."""
    if form.cleaned_data["rev"] != hulpvraag.rev:
        return _toon(request, hulpvraag, form, hier)
    try:
        with transaction.atomic():  # a savepoint, so that the page can still read after a refusal
            actie()
    except Botsing:
        return _toon(request, Hulpvraag.objects.get(pk=hulpvraag.pk), form, hier)
    return None


def _toon(request: Verzoek, hulpvraag: Hulpvraag, form: forms.Form, hier: str) -> HttpResponse:
    laatste = Gebeurtenis.objects.filter(dossier_id=hulpvraag.pk).order_by("-id").first()
    velden = [
        {"label": veld.label, "nu": _nu(hulpvraag, veld.name), "eigen": _eigen(veld)}
        for veld in form.visible_fields()
        if _eigen(veld)
    ]
    context = {
        "wie": laatste.door_naam if laatste else _("Iemand anders"),
        "moment": laatste.moment if laatste else None,
        "velden": velden,
        "opnieuw_url": request.path,
    }
    kader = dossierkader(request, hulpvraag, hier=hier)
    return render(request, "werkplek/vraag/botsing.html", kader | context, status=409)


def _nu(hulpvraag: Hulpvraag, veld: str) -> str:
    """What the question says now about a field; empty when it keeps no such value."""
    if veld == "oordeel":
        return hulpvraag.urgentie
    waarde = getattr(hulpvraag, veld, "") if veld in {v.name for v in Hulpvraag._meta.fields} else ""
    return str(waarde) if waarde else _("nog niets")


def _eigen(veld: forms.BoundField) -> str:
    """The words that were typed, with the label of a choice instead of its key."""
    waarde = veld.data
    keuzes = {
        str(sleutel): str(label)
        for sleutel, label in getattr(veld.field, "choices", ())
        if not isinstance(label, list | tuple)
    }
    delen = waarde if isinstance(waarde, list) else [waarde]
    return ", ".join(keuzes.get(str(deel), str(deel)) for deel in delen if deel)
