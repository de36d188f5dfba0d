"""Homes that are adapted: all that run with their last day, and the steps on one file."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import klok
from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.core.handeling import Botsing
from wijkspil.hulpmiddelen.actions import StapKanNiet, begin_aanpassing, zet_stap
from wijkspil.hulpmiddelen.actions.woning import WIE, mogelijk
from wijkspil.hulpmiddelen.models import Woningaanpassing
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.betalingen.vorderingen import Eurosveld
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, gestuurde_rij, naar, pagina

S = Woningaanpassing.Stap


class BeginForm(forms.Form):
    wat = forms.CharField(
        label=_l("Wat moet er anders in de woning?"), max_length=200, validators=[geen_bsn_in_woorden],
        help_text=_l("Bijvoorbeeld: drempels weg en een beugel bij het toilet."),
    )  # fmt: skip
    verhuurder = forms.CharField(
        label=_l("Wie verhuurt de woning?"),
        max_length=120,
        required=False,
        help_text=_l("Laat leeg bij een koopwoning."),
    )
    onder_convenant = forms.BooleanField(
        label=_l("Dit valt onder het convenant met deze verhuurder: toestemming is vooraf gegeven"),
        required=False,
    )


class StapForm(forms.Form):
    stap = forms.ChoiceField(label=_l("Wat is de volgende stap?"))
    offerte_cent = Eurosveld(label=_l("Bedrag van de offerte (in euro)"), required=False)
    aannemer = forms.CharField(label=_l("Wie maakt het?"), max_length=120, required=False)
    reden = forms.CharField(
        label=_l("Waarom stopt het?"), max_length=200, required=False, validators=[geen_bsn_in_woorden],
        help_text=_l("Alleen als u stopt. De inwoner leest dit."),
    )  # fmt: skip

    def __init__(self, aanpassing: Woningaanpassing, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix=str(aanpassing.pk)[-12:], **kwargs)  # type: ignore[misc]
        self.fields["stap"].choices = [(s.value, s.label) for s in mogelijk(aanpassing)]  # type: ignore[attr-defined]
        if S.AKKOORD not in mogelijk(aanpassing):
            del self.fields["offerte_cent"], self.fields["aannemer"]


@pagina(*WIE)
def woningaanpassingen(request: Verzoek) -> HttpResponse:
    """What runs, what is late first. Numbers of questions, no names. One query."""
    rijen = Woningaanpassing.objects.exclude(stap__in=(S.KLAAR, S.GESTOPT)).select_related("hulpvraag")
    return render(
        request,
        "werkplek/hulpmiddelen/woningen.html",
        {"rijen": list(rijen.order_by("uiterlijk", "pk")[:200]), "dag": klok.vandaag()},
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def woningaanpassing(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="woningaanpassing bekijken", deel="woning")
    begin, gebonden = BeginForm(), None
    if request.method == "POST":
        try:
            if "aanpassing" in request.POST:
                a = gestuurde_rij(
                    hulpvraag.woningaanpassingen.select_related("hulpvraag"), request.POST["aanpassing"]
                )
                gebonden = StapForm(a, request.POST)
                if gebonden.is_valid():
                    zet_stap(a, door=request.door, **gebonden.cleaned_data)
                    messages.success(request, _("De aanpassing is een stap verder."))
                    return naar(request, "woningaanpassing", id=hulpvraag.pk)
            else:
                begin = BeginForm(request.POST)
                if begin.is_valid():
                    begin_aanpassing(hulpvraag, door=request.door, **begin.cleaned_data)
                    messages.success(request, _("De aanpassing is begonnen met een opname in de woning."))
                    return naar(request, "woningaanpassing", id=hulpvraag.pk)
        except StapKanNiet as fout:
            assert gebonden is not None
            gebonden.add_error(None, str(fout))
        except Botsing:
            messages.error(request, _("Een collega was u net voor. Zo staat het nu."))
            return naar(request, "woningaanpassing", id=hulpvraag.pk)
    rijen = []
    for a in hulpvraag.woningaanpassingen.order_by("-gemaakt_op"):
        form = gebonden if gebonden is not None and request.POST.get("aanpassing") == str(a.pk) else None
        rijen.append({"a": a, "form": form or (StapForm(a) if mogelijk(a) else None)})
    context = dossierkader(request, hulpvraag, hier="woningaanpassing") | {
        "rijen": rijen,
        "begin": begin,
        "fout": gebonden,
    }
    status = 422 if begin.errors or (gebonden is not None and gebonden.errors) else 200
    return render(request, "werkplek/hulpmiddelen/woning.html", context, status=status)
