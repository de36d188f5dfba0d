"""An agreement without a decision, and the way to a decision that is always open (A6, A7)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.besluiten.access import lopende_afspraak, open_aanvraag
from wijkspil.besluiten.actions import (
    AanvraagNietMogelijk,
    AfspraakNietMogelijk,
    alleen_met_besluit,
    maak_afspraak,
    zet_om_in_aanvraag,
)
from wijkspil.besluiten.bijdrage import bijdragebeeld
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.plannen.service import huidig_plan, lopende_regels
from wijkspil.regels import wmo
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie

from .forms import AfspraakForm, VerzoekForm

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
NU_MOGELIJK = (Stap.ARRANGEMENT, Stap.AFSPRAAK)


@pagina(*WIE, Rol.BACKOFFICE, methoden=("GET", "POST"), dossier=True)
def afspraak(request: Verzoek, id: UUID) -> HttpResponse:
    """Make the agreement in the resident's words, or read the one that holds. Back office only reads."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="afspraak maken", deel="afspraak")
    if request.method != "POST":
        return _toon(request, hulpvraag, AfspraakForm())
    form, plan = AfspraakForm(request.POST), huidig_plan(hulpvraag)
    if plan is None:
        return _toon(
            request, hulpvraag, form, status=422, fout=_("Er is nog geen plan. Maak eerst het plan.")
        )
    if not form.is_valid():
        return _toon(request, hulpvraag, form, status=422)
    try:
        with transaction.atomic():
            maak_afspraak(hulpvraag, plan, tekst=form.cleaned_data["tekst"], door=request.door)
    except Botsing:
        return _toon(request, _vers(hulpvraag), form, status=409, botsing=form["tekst"].value())
    except (AfspraakNietMogelijk, StapNietMogelijk) as fout:
        return _toon(request, _vers(hulpvraag), form, status=422, fout=str(fout))
    messages.success(
        request, _("De afspraak staat vast. De bevestiging wordt gemaakt en de hulp kan beginnen.")
    )
    return naar(request, "dossier", id=hulpvraag.pk)


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def besluit_op_verzoek(request: Verzoek, id: UUID) -> HttpResponse:
    """The resident wants a decision on paper after all: always possible."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="besluit op verzoek", deel="besluit")
    form = VerzoekForm(request.POST if request.method == "POST" else None, initial={"op": klok.vandaag()})
    if request.method != "POST":
        return _toon_verzoek(request, hulpvraag, form)
    if not form.is_valid():
        return _toon_verzoek(request, hulpvraag, form, status=422)
    try:
        with transaction.atomic():
            zet_om_in_aanvraag(hulpvraag, door=request.door, op=form.cleaned_data["op"])
    except Botsing:
        fout = _(
            "Een collega wijzigde deze vraag net. Kijk hieronder hoe het nu staat en doe het dan opnieuw."
        )
        return _toon_verzoek(request, _vers(hulpvraag), form, status=409, fout=fout)
    except AanvraagNietMogelijk as reden:
        return _toon_verzoek(request, _vers(hulpvraag), form, status=422, fout=str(reden))
    messages.success(request, _("Het verzoek is opgenomen als aanvraag. De twee weken lopen."))
    return naar(request, "besluit", id=hulpvraag.pk)


def _toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    form: AfspraakForm,
    *,
    status: int = 200,
    fout: str = "",
    botsing: str = "",
) -> HttpResponse:
    plan = huidig_plan(hulpvraag)
    mogelijk = hulpvraag.stap in NU_MOGELIJK and request.door.heeft(*WIE)
    regels = lopende_regels(plan) if plan else []
    context: dict[str, Any] = {
        "form": form,
        "fout": fout,
        "botsing": [{"label": form["tekst"].label, "nu": hulpvraag.get_stap_display(), "eigen": botsing}]
        if botsing
        else None,
        "huidig_plan": plan,
        "regels": regels,
        "afspraak": lopende_afspraak(hulpvraag),
        "bijdrage": bijdragebeeld(hulpvraag, regels, klok.vandaag()),
        "mogelijk": mogelijk,
        "met_besluit": alleen_met_besluit(hulpvraag, plan) if plan and mogelijk else [],
        "recht": laad_versie(hulpvraag.werkwijze).bezwaar.tekst_afspraak.format(
            gemeente=laad_versie(hulpvraag.werkwijze).gemeente.naam_in_brieven, uiterlijk=""
        ),
    }
    kader = dossierkader(request, hulpvraag, hier="afspraak")
    return render(request, "werkplek/besluit/afspraak.html", kader | context, status=status)


def _toon_verzoek(
    request: Verzoek, hulpvraag: Hulpvraag, form: VerzoekForm, *, status: int = 200, fout: str = ""
) -> HttpResponse:
    context = {
        "form": form,
        "fout": fout,
        "afspraak": lopende_afspraak(hulpvraag),
        "al_open": open_aanvraag(hulpvraag),
        "uiterlijk": wmo.beslistermijn(klok.vandaag()).laatste_dag,
    }
    kader = dossierkader(request, hulpvraag, hier="besluit_op_verzoek")
    return render(request, "werkplek/besluit/op_verzoek.html", kader | context, status=status)


def _vers(hulpvraag: Hulpvraag) -> Hulpvraag:
    return Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=hulpvraag.pk)
