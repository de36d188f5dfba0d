"""The own organisation: who has access and taking it back, how long people wait, and whether anybody new can come."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.aanbieders.actions import AannameZonderReden, zet_aanname
from wijkspil.aanbieders.eigen import NietMogelijk, laat_collega_toe, stop_toegang
from wijkspil.aanbieders.ingang import eigen_aanbieder
from wijkspil.aanbieders.models import Aanbiedergebruiker
from wijkspil.core.handeling import Botsing

from .pagina import Verzoek, aanbiederspagina, naar


class OpnameForm(forms.Form):
    neemt_aan = forms.BooleanField(label=_l("Er kunnen nieuwe mensen bij"), required=False)
    wachttijd_dagen = forms.IntegerField(
        label=_l("Hoeveel dagen wacht iemand gemiddeld?"), required=False, min_value=0, max_value=730,
        help_text=_l("Leeg: niet bekend. Inwoners die kiezen, zien dit."),
    )  # fmt: skip
    reden = forms.CharField(
        label=_l("Waarom kan er niemand bij?"),
        required=False,
        max_length=200,
        help_text=_l("Alleen als er nu niemand bij kan."),
    )


class CollegaForm(forms.Form):
    naam = forms.CharField(label=_l("Naam"), max_length=120)
    email = forms.EmailField(label=_l("E-mailadres op het werk"))


@aanbiederspagina("GET", "POST")
def organisatie(request: Verzoek) -> HttpResponse:
    """Look (GET), change waiting time and intake, or let a colleague in (POST). Three queries."""
    if request.method != "POST":
        return _toon(request)
    soort = {"opname": OpnameForm, "collega": CollegaForm}.get(request.POST.get("daad", ""))
    if soort is None:
        raise Http404
    form: forms.Form = soort(request.POST)
    if not form.is_valid():
        return _toon(request, form, status=422)
    actie: Any = zet_aanname if soort is OpnameForm else laat_collega_toe
    try:
        with transaction.atomic():
            actie(eigen_aanbieder(request.door), door=request.door, **form.cleaned_data)
    except (NietMogelijk, AannameZonderReden, Botsing) as fout:
        form.add_error(None, str(fout))
        return _toon(request, form, status=409 if isinstance(fout, Botsing) else 422)
    messages.success(
        request, _("Bijgewerkt.") if soort is OpnameForm else _("Uw collega kan zich nu aanmelden.")
    )
    return naar(request, "organisatie")


@aanbiederspagina("POST", over="collega")
def collega_weg(request: Verzoek, id: UUID) -> HttpResponse:
    """Take the access of a colleague back."""
    gebruiker = (
        Aanbiedergebruiker.objects.filter(aanbieder=eigen_aanbieder(request.door), pk=id)
        .select_related("aanbieder")
        .first()
    )
    if gebruiker is None:
        raise Http404
    try:
        with transaction.atomic():
            stop_toegang(gebruiker, door=request.door)
    except NietMogelijk as fout:
        messages.warning(request, str(fout))
    else:
        messages.success(request, _("De toegang van %(wie)s is gestopt.") % {"wie": gebruiker.naam})
    return naar(request, "organisatie")


def _toon(request: Verzoek, form: forms.Form | None = None, *, status: int = 200) -> HttpResponse:
    aanbieder = eigen_aanbieder(request.door)
    velden = {"neemt_aan": "neemt_aan", "wachttijd_dagen": "wachttijd_dagen", "reden": "aanname_reden"}
    opname = (
        form
        if isinstance(form, OpnameForm)
        else OpnameForm(initial={n: getattr(aanbieder, veld) for n, veld in velden.items()})
    )
    context = {
        "aanbieder": aanbieder,
        "opname": opname,
        "collega": form if isinstance(form, CollegaForm) else CollegaForm(),
        "fout_form": form,
        "collegas": list(aanbieder.gebruikers.select_related("account").order_by("-actief", "naam")),
        "ik": request.door.id,
    }
    return render(request, "aanbieder/organisatie.html", context, status=status)
