"""Three laws behind one door: which part falls under which law, and how it stands there. For staff only (J2, J4, J9, J19)."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.gemeenten.models import Medewerker
from wijkspil.overdrachten.actions import (
    begin_overbrugging,
    voeg_wetdeel_toe,
    werk_overbrugging_bij,
    werk_wetdeel_bij,
    wijs_arrangeur_aan,
)
from wijkspil.overdrachten.models import Overbrugging, Overdracht, Partij, Wet, Wetdeel
from wijkspil.regels import voorrang
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.vraag.velden import RevForm, kies
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .geld import OverbrugForm, TerugForm

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class WetdeelForm(forms.Form):
    deel = forms.CharField(
        label=gettext_lazy("Welk deel van de vraag?"),
        help_text=gettext_lazy("Bijvoorbeeld: steunkousen aantrekken, dagbesteding, een rolstoel."),
        max_length=160,
    )
    antwoorden = forms.MultipleChoiceField(
        label=gettext_lazy("Wat klopt er?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    wet = forms.ChoiceField(
        label=gettext_lazy("Welke wet?"),
        help_text=gettext_lazy("De antwoorden adviseren, u beslist."),
        required=False,
    )
    waarom = forms.CharField(
        label=gettext_lazy("Waarom wijkt u af van het advies?"), max_length=500, required=False
    )
    partij = forms.ChoiceField(label=gettext_lazy("Wie gaat erover?"), required=False)

    def __init__(self, *args: Any, werkwijze: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        volgorde = [wet.value for wet in werkwijze.wetten.volgorde]
        plek = {v.code: volgorde.index(v.wet) if v.wet in volgorde else -1 for v in voorrang.vragen()}
        punten = [(v.code, v.vraag) for v in sorted(voorrang.vragen(), key=lambda v: plek[v.code])]
        kies(self, "antwoorden", [*punten, *voorrang.uitzonderingen().items()])
        kies(self, "wet", [("", _("Volg de antwoorden")), *Wet.choices])
        partijen = Partij.objects.filter(actief=True).order_by("wet", "naam").values_list("pk", "naam")
        kies(self, "partij", [("", _("nog niemand")), *((str(pk), naam) for pk, naam in partijen)])

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or self.cleaned_data
        if self.errors:
            return velden
        advies = voorrang.weeg(dict.fromkeys(velden["antwoorden"], True))
        if velden["wet"] and velden["wet"] != advies.wet and not velden["waarom"].strip():
            self.add_error(
                "waarom",
                _("De antwoorden wijzen naar de %(wet)s. Afwijken mag; schrijf in één zin waarom.")
                % {"wet": Wet(advies.wet).label},
            )
        velden["wet"] = velden["wet"] or advies.wet
        return velden


class StandForm(RevForm):
    stand = forms.ChoiceField(label=gettext_lazy("Hoe staat het daar?"), choices=Wetdeel.Stand.choices)
    kenmerk = forms.CharField(label=gettext_lazy("Hun kenmerk"), max_length=60, required=False)
    besluit_verwacht_op = forms.DateField(
        label=gettext_lazy("Besluit verwacht op"), widget=DAG, required=False
    )
    toestemming_op = forms.DateField(
        label=gettext_lazy("De inwoner vond het goed dat wij beide regelingen samen bekijken, op"),
        help_text=gettext_lazy(
            "Leeg: niet gevraagd of niet goed gevonden. Dan staat de naam niet op een lijst."
        ),
        widget=DAG,
        required=False,
    )


class ArrangeurForm(RevForm):
    arrangeur = forms.ChoiceField(
        label=gettext_lazy("Wie is het ene gezicht voor de inwoner?"),
        help_text=gettext_lazy("Deze collega mag het dossier openen, ook als het bij een ander team ligt."),
        required=False,
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def wetten(request: Verzoek, id: UUID) -> HttpResponse:
    """The parts of a question and the laws behind them; the resident has one helper and one question."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="uitzoeken wie verantwoordelijk is", deel="wetten")
    wat = request.POST.get("wat", "")
    werkwijze = laad_versie(hulpvraag.werkwijze)
    form = WetdeelForm(request.POST if wat == "deel" else None, werkwijze=werkwijze)
    arrangeur = _arrangeurform(request, hulpvraag, wat)
    conflict = False
    if wat == "deel" and form.is_valid():
        v = form.cleaned_data
        voeg_wetdeel_toe(
            hulpvraag,
            deel=v["deel"],
            wet=v["wet"],
            waarom=v["waarom"],
            partij=Partij.objects.get(pk=v["partij"]) if v["partij"] else None,
            antwoorden=dict.fromkeys(v["antwoorden"], True),
            door=request.door,
        )
        messages.success(request, _("Vastgelegd: dit valt onder de %(wet)s.") % {"wet": Wet(v["wet"]).label})
        return naar(request, "wetten", id=id)
    if wat == "arrangeur" and arrangeur.is_valid():
        conflict = not _wijs_aan(request, hulpvraag, arrangeur)
        if not conflict:
            return naar(request, "wetten", id=id)
    status = 409 if conflict else (422 if form.errors or arrangeur.errors else 200)
    delen = list(Wetdeel.objects.filter(hulpvraag=hulpvraag).select_related("partij").order_by("gemaakt_op"))
    context = {
        "delen": [_toon(deel) for deel in delen],
        "form": form,
        "arrangeur": arrangeur,
        "arrangeurwoord": werkwijze.woorden.arrangeur or _("arrangeur"),
        "conflict": conflict,
        "overbruggingen": list(Overbrugging.objects.filter(hulpvraag=hulpvraag).order_by("van")),
    }
    kader = dossierkader(request, hulpvraag, hier="wetten")
    return render(request, "werkplek/overdracht/wetten.html", kader | context, status=status)


def _toon(deel: Wetdeel) -> dict[str, Any]:
    """A part with the reasons of its advice and whether the other's decision is late."""
    advies = voorrang.weeg(deel.antwoorden)
    laat = (
        deel.stand == Wetdeel.Stand.AANGEVRAAGD
        and deel.besluit_verwacht_op is not None
        and deel.besluit_verwacht_op < klok.vandaag()
    )
    return {"deel": deel, "redenen": advies.redenen, "afwijkend": advies.wet != deel.wet, "laat": laat}


def _arrangeurform(request: Verzoek, hulpvraag: Hulpvraag, wat: str) -> ArrangeurForm:
    form = ArrangeurForm(
        request.POST if wat == "arrangeur" else None,
        initial={"rev": hulpvraag.rev, "arrangeur": str(hulpvraag.arrangeur_id or "")},
    )
    mensen = Medewerker.objects.filter(
        actief=True, rollen__overlap=[Rol.CONSULENT.value, Rol.TEAMLEIDER.value]
    ).order_by("naam")
    kies(
        form,
        "arrangeur",
        [("", _("niemand")), *((str(pk), naam) for pk, naam in mensen.values_list("pk", "naam"))],
    )
    return form


def _wijs_aan(request: Verzoek, hulpvraag: Hulpvraag, form: ArrangeurForm) -> bool:
    gekozen = form.cleaned_data["arrangeur"]
    wie = Medewerker.objects.get(pk=gekozen) if gekozen else None
    if form.cleaned_data["rev"] != hulpvraag.rev:
        return False
    try:
        with transaction.atomic():
            wijs_arrangeur_aan(hulpvraag, wie, door=request.door)
    except Botsing:
        return False
    messages.success(
        request,
        _("%(naam)s is nu de arrangeur.") % {"naam": wie.naam} if wie else _("Er is nu geen arrangeur meer."),
    )
    return True


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def wetdeel(request: Verzoek, id: UUID, wetdeel_id: UUID) -> HttpResponse:
    """One part: how it stands with the other party, and paying meanwhile when parties disagree (J9, J19)."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="besluit van een ander bijhouden", deel="wetten")
    deel = (
        Wetdeel.objects.select_related("partij", "hulpvraag")
        .filter(pk=wetdeel_id, hulpvraag=hulpvraag)
        .first()
    )
    if deel is None:
        raise Http404
    wat = request.POST.get("wat", "")
    begin = {
        naam: getattr(deel, naam)
        for naam in ("rev", "stand", "kenmerk", "besluit_verwacht_op", "toestemming_op")
    }
    stand = StandForm(request.POST if wat == "stand" else None, initial=begin, prefix="stand")
    afspraak = laad_versie(hulpvraag.werkwijze).wetten
    begin_brug = {"van": klok.vandaag()}
    if afspraak.overbruggen_weken:
        begin_brug["tot"] = klok.vandaag() + timedelta(weeks=afspraak.overbruggen_weken)
    brug = OverbrugForm(request.POST if wat == "overbrug" else None, initial=begin_brug, prefix="brug")
    lopend = list(deel.overbruggingen.order_by("van"))
    terug = [_terugform(request, rij, wat) for rij in lopend]
    gestuurd = next((f for f in (stand, brug, *terug) if f.is_bound), None)
    conflict = None
    if gestuurd is not None and gestuurd.is_valid():
        conflict = _doe(request, deel, gestuurd)
        if conflict is None and not gestuurd.errors:
            return naar(request, "wetdeel", id=id, wetdeel_id=deel.pk)
    elif request.method == "POST" and gestuurd is None:
        raise Http404
    status = 409 if conflict else (422 if gestuurd is not None else 200)
    context = {
        "regel": _toon(deel),
        "stand": stand,
        "brug": brug,
        "afspraak": afspraak,
        "overbruggingen": list(zip(lopend, terug, strict=True)),
        "conflict": conflict,
        "overgedragen": Overdracht.objects.filter(hulpvraag=hulpvraag, partij=deel.partij).exists()
        if deel.partij
        else False,
    }
    return render(
        request, "werkplek/overdracht/wetdeel.html", dossierkader(request, hulpvraag) | context, status=status
    )


def _terugform(request: Verzoek, rij: Overbrugging, wat: str) -> TerugForm:
    gekozen = wat == "terug" and request.POST.get("overbrugging") == str(rij.pk)
    return TerugForm(request.POST if gekozen else None, rij=rij, prefix=f"terug-{rij.pk}")


def _doe(request: Verzoek, deel: Wetdeel, form: Any) -> list[dict[str, Any]] | None:
    """Run the act of the form that was sent; gives both versions when somebody else was first."""
    door = request.door
    v = {naam: waarde for naam, waarde in form.cleaned_data.items() if naam != "rev"}
    rij = form.rij if isinstance(form, TerugForm) else deel
    try:
        if "rev" in form.cleaned_data and form.cleaned_data["rev"] != rij.rev:
            raise Botsing(rij)
        with transaction.atomic():
            if isinstance(form, StandForm):
                werk_wetdeel_bij(deel, door=door, **v)
            elif isinstance(form, OverbrugForm):
                begin_overbrugging(deel, door=door, **v)
            else:
                werk_overbrugging_bij(form.rij, door=door, **v)
    except Botsing as botsing:
        nu = botsing.rij
        return [
            {"label": f.label, "nu": getattr(nu, f.name), "eigen": form.cleaned_data[f.name]}
            for f in form.visible_fields()
        ]
    except ValueError as fout:
        form.add_error(None, str(fout))
        return None
    messages.success(request, _("Bewaard."))
    return None
