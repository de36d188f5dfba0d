"""Samples of plans: drawing one, reading its plans, and what came of it."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.plannen.actions.kwaliteit import OORDELEN, PUNTEN, lees_plan_na, trek_steekproef, uitslag
from wijkspil.plannen.models import Plantoets, Steekproef
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie


def _dag(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))


class TrekForm(forms.Form):
    van = _dag(gettext_lazy("Plannen vastgesteld vanaf"))
    tot = _dag(gettext_lazy("Tot en met"))
    aantal = forms.IntegerField(
        label=gettext_lazy("Hoeveel plannen?"), min_value=1, max_value=100, initial=10
    )
    zaad = forms.CharField(
        label=gettext_lazy("Trekkingswoord"), max_length=40,
        help_text=gettext_lazy("Met hetzelfde woord en dezelfde periode trekt iedereen dezelfde plannen."),
    )  # fmt: skip


class ToetsForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    opmerking = forms.CharField(
        label=gettext_lazy("Wat valt op?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Over het plan, niet over de collega."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for punt, label in PUNTEN.items():
            self.fields[f"punt_{punt}"] = forms.ChoiceField(
                label=str(label), choices=list(OORDELEN.items()), widget=forms.RadioSelect,
                error_messages={"required": gettext_lazy("Kies: ja, deels, nee of niet van toepassing.")},
            )  # fmt: skip

    @property
    def vragen(self) -> list[forms.BoundField]:
        return [self[f"punt_{punt}"] for punt in PUNTEN]

    def punten(self) -> dict[str, str]:
        return {punt: self.cleaned_data[f"punt_{punt}"] for punt in PUNTEN}


@pagina(Rol.TEAMLEIDER, methoden=("GET", "POST"))
def kwaliteit(request: Verzoek) -> HttpResponse:
    """The samples that were drawn, and a form for the next."""
    vandaag = klok.vandaag()
    form = TrekForm(
        request.POST or None,
        initial={"van": vandaag - timedelta(days=91), "tot": vandaag, "zaad": f"{vandaag:%Y-%m}"},
    )
    if form.is_valid():
        try:
            proef = trek_steekproef(door=request.door, **form.cleaned_data)
        except ValueError as fout:
            form.add_error(None, str(fout))
        else:
            return naar(request, "steekproef", proef_id=proef.pk)
    proeven = list(Steekproef.objects.prefetch_related("toetsen").order_by("-gemaakt_op")[:24])
    rijen = [
        {
            "proef": p,
            "aantal": len(toetsen := list(p.toetsen.all())),
            "gelezen": sum(bool(t.beoordeeld_op) for t in toetsen),
        }
        for p in proeven
    ]
    return render(
        request,
        "werkplek/kwaliteit/kwaliteit.html",
        {"form": form, "rijen": rijen},
        status=422 if form.errors else 200,
    )


@pagina(Rol.TEAMLEIDER)
def steekproef(request: Verzoek, proef_id: UUID) -> HttpResponse:
    """One sample: which plans, which are read, and how each point came out."""
    proef = get_object_or_404(Steekproef, pk=proef_id)
    toetsen = list(proef.toetsen.select_related("versie__plan__hulpvraag").order_by("plek"))
    context = {
        "proef": proef,
        "toetsen": toetsen,
        "uitslag": uitslag(toetsen),
        "gelezen": sum(bool(t.beoordeeld_op) for t in toetsen),
    }
    return render(request, "werkplek/kwaliteit/steekproef.html", context)


@pagina(Rol.TEAMLEIDER, methoden=("GET", "POST"))
def plantoets(request: Verzoek, proef_id: UUID, plek: int) -> HttpResponse:
    """Read one frozen plan. The sample is the ground for looking, and the resident can see that."""
    toets = get_object_or_404(
        Plantoets.objects.select_related("steekproef", "versie__plan__hulpvraag"),
        steekproef_id=proef_id,
        plek=plek,
    )
    plan = toets.versie.plan
    leg_inzage_vast(
        request.door, doel="kwaliteit van plannen", grond="steekproef", deel="vastgesteld plan",
        dossier_id=plan.hulpvraag_id, inwoner_id=plan.inwoner_id,
    )  # fmt: skip
    begin = {
        "rev": toets.rev,
        "opmerking": toets.opmerking,
        **{f"punt_{p}": a for p, a in toets.punten.items()},
    }
    form = ToetsForm(request.POST or None, initial=begin)
    status = 200
    if request.method == "POST":
        status = _lees_na(request, toets, form)
        if status == 302:
            messages.success(request, _("Bewaard. Dank voor het meelezen."))
            return naar(request, "steekproef", proef_id=proef_id)
    werkwijze = laad_versie(plan.hulpvraag.werkwijze)
    inhoud = toets.versie.inhoud
    context = {
        "toets": toets,
        "form": form,
        "inhoud": inhoud,
        "planvorm": werkwijze.plan,
        "perspectief": {p.sleutel: p.label for p in werkwijze.plan.perspectieven}.get(
            inhoud["perspectief"], ""
        ),
        "evaluatie_op": parse_date(inhoud["evaluatie_op"]) if inhoud["evaluatie_op"] else None,
        "regels": [(regel, werkwijze.trede_label(regel["trede"])) for regel in inhoud["regels"]],
    }
    return render(request, "werkplek/kwaliteit/plantoets.html", context, status=status)


def _lees_na(request: Verzoek, toets: Plantoets, form: ToetsForm) -> int:
    if not form.is_valid():
        return 422
    try:
        if form.cleaned_data["rev"] != toets.rev:
            raise Botsing(toets)
        with transaction.atomic():
            lees_plan_na(
                toets, punten=form.punten(), opmerking=form.cleaned_data["opmerking"], door=request.door
            )
    except Botsing as botsing:
        form.data = {**form.data.dict(), "rev": str(botsing.rij.rev)}  # type: ignore[attr-defined]
        form.add_error(
            None,
            _(
                "Een collega las dit plan intussen ook. Uw antwoorden staan er nog; bewaar opnieuw om ze te laten gelden."
            ),
        )
        return 409
    except ValueError as fout:
        form.add_error(None, str(fout))
        return 422
    return 302
