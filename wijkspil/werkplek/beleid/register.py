"""The register of policy: moments, signals to VNG, lessons and initiatives; savings, client surveys and reports (H4, H25, B10, B13, B38, C5)."""

from collections.abc import Callable
from typing import Any

from django import forms as dj
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from wijkspil.beleid.actions import (
    WIE,
    BeleidFout,
    begin_verslag,
    leg_regel_vast,
    neem_peiling_op,
    stel_besparing_vast,
    werk_besparing_bij,
)
from wijkspil.beleid.models import Besparing, Peiling, Registerregel, Verslag
from wijkspil.beleid.peiling import PeilingFout, lees
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing
from wijkspil.sturing.periode import Kwartaal
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import BesparingForm, PeilingForm, RegelForm, StandForm, VerslagForm

FORMULIEREN: dict[str, type[dj.Form]] = {
    "regel": RegelForm, "besparing": BesparingForm, "stand": StandForm, "peiling": PeilingForm, "verslag": VerslagForm,
}  # fmt: skip


@pagina(Rol.BELEID, Rol.CONTRACTBEHEER, Rol.TEAMLEIDER, methoden=("GET", "POST"))
def beleidsregister(request: Verzoek) -> HttpResponse:
    """Everything in the register; five small forms for who may write. Four queries."""
    wat = request.POST.get("wat", "")
    forms = {naam: soort(prefix=naam) for naam, soort in FORMULIEREN.items()}
    if request.method != "POST" or wat not in FORMULIEREN:
        return _toon(request, forms)
    form = forms[wat] = FORMULIEREN[wat](request.POST, request.FILES, prefix=wat)
    if not form.is_valid():
        return _toon(request, forms, open_=wat, status=422)
    try:
        with transaction.atomic():
            return DADEN[wat](request, form)
    except (BeleidFout, PeilingFout, GeenRecht, Botsing) as fout:
        return _toon(request, forms, open_=wat, fout=str(fout), status=422)


def _regel(request: Verzoek, form: Any) -> HttpResponse:
    leg_regel_vast(door=request.door, **form.cleaned_data)
    return _klaar(request)


def _besparing(request: Verzoek, form: Any) -> HttpResponse:
    stel_besparing_vast(
        naam=form.cleaned_data["naam"],
        jaar=form.cleaned_data["jaar"],
        doel_cent=form.doel_cent(),
        door=request.door,
    )
    return _klaar(request)


def _stand(request: Verzoek, form: Any) -> HttpResponse:
    rij = get_object_or_404(Besparing, pk=form.cleaned_data["besparing"])
    werk_besparing_bij(
        rij, gerealiseerd_cent=int(form.cleaned_data["gehaald"] * 100), stand=form.cleaned_data["stand"],
        reden=form.cleaned_data["reden"], door=request.door,
    )  # fmt: skip
    return _klaar(request)


def _peiling(request: Verzoek, form: Any) -> HttpResponse:
    velden = {naam: form.cleaned_data[naam] for naam in ("jaar", "op", "bron")}
    rij = neem_peiling_op(lees(form.cleaned_data["bestand"].read()), door=request.door, **velden)
    messages.success(request, _("Ingelezen: %(n)s mensen.") % {"n": rij.mensen})
    return naar(request, "beleidsregister")


def _verslag(request: Verzoek, form: Any) -> HttpResponse:
    kwartaal = Kwartaal.lees(form.cleaned_data["kwartaal"])
    assert kwartaal is not None
    rij = begin_verslag(
        soort=form.cleaned_data["soort"], kwartaal=str(kwartaal), periode=kwartaal.label, door=request.door
    )
    return naar(request, "verslag", id=rij.pk)


DADEN: dict[str, Callable[[Verzoek, Any], HttpResponse]] = {
    "regel": _regel, "besparing": _besparing, "stand": _stand, "peiling": _peiling, "verslag": _verslag,
}  # fmt: skip


def _klaar(request: Verzoek) -> HttpResponse:
    messages.success(request, _("Vastgelegd. In de cijfers staat het na de volgende verversing."))
    return naar(request, "beleidsregister")


def _toon(
    request: Verzoek, forms: dict[str, Any], *, open_: str = "", fout: str = "", status: int = 200
) -> HttpResponse:
    verslagen = list(Verslag.objects.order_by("-kwartaal", "soort")[:40])
    for rij in verslagen:
        kwartaal = Kwartaal.lees(rij.kwartaal)
        rij.periode = kwartaal.label if kwartaal else rij.kwartaal
    context = {
        "regels": list(Registerregel.objects.order_by("-op", "naam")[:200]),
        "besparingen": list(Besparing.objects.order_by("-jaar", "naam")),
        "peilingen": list(Peiling.objects.order_by("-jaar", "-gemaakt_op")[:20]),
        "verslagen": verslagen,
        "forms": forms,
        "open": open_,
        "fout": fout,
        "mag": request.door.heeft(*WIE),
        "vandaag": klok.vandaag(),
    }
    return render(request, "werkplek/beleid/register.html", context, status=status)
