"""The people around: a picture, what was asked of them, and how the network grew (O4, O6)."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.inwoners.actions import beeindig_relatie, voeg_relatie_toe
from wijkspil.inwoners.actions_rondom import NEE, leg_netwerkvraag_vast
from wijkspil.inwoners.models import Netwerkvraag, Relatie
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import RelatieForm
from .kader import dossierkader
from .netwerkkaart import groei_van, kaart_van


class NetwerkvraagForm(forms.Form):
    wie = forms.CharField(label=gettext_lazy("Aan wie?"), max_length=120)
    wat = forms.CharField(label=gettext_lazy("Wat is er gevraagd?"), max_length=200)
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Wat kwam eruit?"), choices=Netwerkvraag.Uitkomst.choices, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat eruit kwam. “Niet mogelijk” is ook een eerlijk antwoord.")},
    )  # fmt: skip
    reden = forms.CharField(
        label=gettext_lazy("Waarom niet?"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Bij “niet mogelijk” of “niet gevraagd”. Eén zin is genoeg; niemand hoeft het te bewijzen."),
    )  # fmt: skip
    op = forms.DateField(
        label=gettext_lazy("Wanneer?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if gegevens.get("uitkomst") in NEE and not gegevens.get("reden", "").strip():
            self.add_error(
                "reden", _("Schrijf in één zin waarom het niet gaat. Dan vraagt niemand het nog eens.")
            )
        return gegevens


@pagina(Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, methoden=("GET", "POST"), dossier=True)
def netwerk(request: Verzoek, id: UUID) -> HttpResponse:
    """Who is around, who cares, who may be called; what was asked of them, and how that changed."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="netwerk bijwerken", deel="netwerk")
    vragen = "uitkomst" in request.POST or "vraag_vast" in request.POST
    form = RelatieForm(request.POST if request.method == "POST" and not vragen else None)
    vraagform = NetwerkvraagForm(
        request.POST if vragen else None, initial={"op": klok.vandaag()}, auto_id="id_vraag_%s"
    )
    if request.method == "POST":
        if weg := request.POST.get("weg"):
            _haal_weg(request, hulpvraag, weg)
            return naar(request, "netwerk", id=id)
        if vragen and vraagform.is_valid():
            leg_netwerkvraag_vast(
                hulpvraag.inwoner, hulpvraag=hulpvraag, door=request.door, **vraagform.cleaned_data
            )
            messages.success(
                request, _("Vastgelegd. Ook een eerlijk “niet mogelijk” telt mee in het onderzoek.")
            )
            return naar(request, "netwerk", id=id)
        if not vragen and form.is_valid():
            velden = dict(form.cleaned_data)
            voeg_relatie_toe(
                hulpvraag.inwoner, van=klok.vandaag(), door=request.door, hulpvraag=hulpvraag, **velden
            )
            return naar(request, "netwerk", id=id)
    fout = (form.is_bound and form.errors) or (vraagform.is_bound and vraagform.errors)
    kader = dossierkader(request, hulpvraag)
    vandaag = klok.vandaag()
    alle = list(Relatie.objects.filter(inwoner_id=hulpvraag.inwoner_id).order_by("van"))
    context = {
        "form": form,
        "vraagform": vraagform,
        "kaart": kaart_van(alle, vandaag),
        "groei": groei_van(alle, _begin(hulpvraag), vandaag) if alle else [],
        "vragen": list(
            Netwerkvraag.objects.filter(inwoner_id=hulpvraag.inwoner_id).order_by("-op", "-gemaakt_op")
        ),
        "sterktes": {1: _("af en toe"), 2: _("geregeld"), 3: _("bijna elke dag")},
    }
    return render(request, "werkplek/dossier/netwerk.html", kader | context, status=422 if fout else 200)


def _begin(hulpvraag: Hulpvraag) -> date:
    """Where the comparison begins: the day on which the question came."""
    return timezone.localdate(hulpvraag.gemaakt_op)


def _haal_weg(request: Verzoek, hulpvraag: Hulpvraag, weg: str) -> None:
    relatie = Relatie.objects.filter(pk=weg, inwoner_id=hulpvraag.inwoner_id, tot__isnull=True).first()
    if relatie is not None:
        beeindig_relatie(relatie, op=klok.vandaag(), door=request.door, hulpvraag=hulpvraag)
