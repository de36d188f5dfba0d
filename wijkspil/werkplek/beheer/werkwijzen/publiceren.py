"""From draft to way of working: choose the day and what happens to open questions, and let a second person read it when asked."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.gemeenten.concepten import BEWERKBAAR, NietMeerTeWijzigen
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.gemeenten.publicatie import (
    geef_terug,
    lees_voor_publicatie,
    leg_voor,
    publicatierecht,
    publiceer,
)
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.templatetags.wijkspil_tags import datum
from wijkspil.werkwijzen.controle import WerkwijzeOngeldig
from wijkspil.werkwijzen.verschil import verschil

from .bekijken import delen_van
from .bronnen import nu, pak_versie
from .gevolgen import tel

WIE = (Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER)
Status = Werkwijzeversie.Status


class PublicatieForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    vanaf = forms.DateField(
        label=_l("Vanaf welke dag geldt dit?"),
        help_text=_l("Vandaag of later. Vragen die daarna beginnen volgen deze versie."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    lopend = forms.ChoiceField(
        label=_l("Wat gebeurt er met vragen die dan al lopen?"),
        choices=[
            (Werkwijzeversie.Lopend.HOUDEN, _l("Zij houden de versie waaronder zij begonnen")),
            (
                Werkwijzeversie.Lopend.VERPLAATSEN,
                _l("Zij gaan mee als er nog geen plan is; de andere houden hun versie"),
            ),
        ],
        widget=forms.RadioSelect,
    )


class TerugForm(forms.Form):
    reden = forms.CharField(
        label=_l("Wat moet er anders?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=1000
    )


@pagina(*WIE, methoden=("GET", "POST"))
def concept_publiceren(request: Verzoek, id: UUID) -> HttpResponse:
    """Publish a draft, submit it to a second reader, or give it back."""
    versie, doe = pak_versie(id), request.POST.get("doe", "")
    recht = publicatierecht(request.door)
    begin = {
        "rev": versie.rev,
        "vanaf": versie.geldig_vanaf or klok.vandaag() + timedelta(days=1),
        "lopend": versie.lopend,
    }
    form = PublicatieForm(request.POST if doe in ("publiceer", "voorleggen") else None, initial=begin)
    terug = TerugForm(request.POST if doe == "teruggeven" else None)
    fouten: list[Any] = []
    if doe == "teruggeven" and terug.is_valid():
        try:
            geef_terug(versie, reden=terug.cleaned_data["reden"], door=request.door)
        except NietMeerTeWijzigen as fout:
            terug.add_error(None, str(fout))
        else:
            messages.success(request, _("Teruggegeven. De reden staat bij het concept."))
            return naar(request, "werkwijze_concept", id=id)
    if form.is_bound and form.is_valid():
        try:
            return _voer_uit(request, versie, form.cleaned_data, doe)
        except WerkwijzeOngeldig as fout:
            fouten = fout.fouten
        except NietMeerTeWijzigen as fout:
            form.add_error(None, str(fout))
        except Botsing:
            form.add_error(
                None, _("Iemand anders heeft dit concept intussen gewijzigd. Bekijk eerst wat er nu staat.")
            )
    context = {
        "versie": versie,
        "form": form,
        "terug": terug,
        "recht": recht,
        "fouten": fouten,
        "open": versie.status in BEWERKBAAR,
        "voorgelegd": versie.status == Status.VOORGELEGD,
        "tweede_lezer": recht.vier_ogen and versie.status == Status.VOORGELEGD and recht.mag and versie.voorgelegd_door_id != request.door.id,
        "eigenaar": request.door.heeft(Rol.FUNCTIONEEL_BEHEER),
    } | _vooruit(request, versie)  # fmt: skip
    status = 422 if fouten or form.errors or terug.errors else 200
    return render(request, "werkplek/beheer/werkwijzen/publiceren.html", context, status=status)


def _voer_uit(request: Verzoek, versie: Werkwijzeversie, g: dict[str, Any], doe: str) -> HttpResponse:
    if g["rev"] != versie.rev:
        raise Botsing(versie)
    with transaction.atomic():
        if doe == "voorleggen":
            leg_voor(versie, vanaf=g["vanaf"], lopend=g["lopend"], door=request.door)
            messages.success(request, _("Voorgelegd. Een ander leest mee en publiceert, of geeft het terug."))
            return naar(request, "werkwijze_concept", id=versie.pk)
        publiceer(versie, vanaf=g["vanaf"], lopend=g["lopend"], door=request.door)
    messages.success(
        request, _("Gepubliceerd. Deze werkwijze geldt vanaf %(dag)s.") % {"dag": datum(g["vanaf"], "jaar")}
    )
    return naar(request, "werkwijze")


def _vooruit(request: Verzoek, versie: Werkwijzeversie) -> dict[str, Any]:
    """What would change and for how many, as far as the draft can be read; else its faults."""
    if versie.status not in BEWERKBAAR:
        return {}
    dag = max(versie.geldig_vanaf or klok.vandaag(), klok.vandaag() + timedelta(days=1))
    try:
        nieuw = lees_voor_publicatie(versie, dag)
    except WerkwijzeOngeldig as fout:
        return {"vooraf": fout.fouten}
    regels = [r for r in verschil(nu(request), nieuw) if r.sleutel not in ("geldig_vanaf", "slug")]
    return {
        "aantal": len(regels),
        "delen": delen_van(regels),
        "gevolgen": tel(nieuw, regels, door=request.door, met_lijst=False),
    }
