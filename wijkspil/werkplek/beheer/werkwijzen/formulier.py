"""The questions of `onderwerpen` as a form: it writes each changed answer into the text of the draft, and nothing else."""

from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core.handeling import Botsing
from wijkspil.gemeenten.concepten import NietMeerTeWijzigen, schrijf_concept
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.basis import Zekerheid
from wijkspil.werkwijzen.bewerken import PastNiet, waarde_op, zet
from wijkspil.werkwijzen.lezen import lees_yaml

from .bronnen import pak_versie
from .concept import SCHRIJVERS, meld_stand
from .onderwerpen import ONDERWERPEN, VOLGT, Groep, Inhoud, Onderwerp, Vraag
from .woorden import toon

JA_NEE = (("ja", "ja"), ("nee", "nee"))


class OnderwerpForm(forms.Form):
    """Fields for the questions of one subject, filled with what the draft says now."""

    rev = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, onderwerp: Onderwerp, inhoud: Inhoud, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.vragen: dict[str, Vraag] = {}
        self._groepen: list[tuple[str, list[str], list[str]]] = []
        for groep in onderwerp.groepen(inhoud):
            namen = [self._voeg_toe(vraag, inhoud) for vraag in groep.vragen]
            herkomst = [self._voeg_toe(vraag, inhoud) for vraag in _herkomst(groep)]
            self._groepen.append((groep.titel, namen, herkomst))

    def _voeg_toe(self, vraag: Vraag, inhoud: Inhoud) -> str:
        self.vragen[vraag.naam] = vraag
        self.fields[vraag.naam] = _veld(vraag)
        self.initial[vraag.naam] = _begin(vraag, waarde_op(inhoud, vraag.pad))
        return vraag.naam

    def groepen(self) -> list[dict[str, Any]]:
        """The fields in their groups, for the page; source and certainty apart."""
        return [
            {"titel": titel, "velden": [self[n] for n in namen], "herkomst": [self[n] for n in herkomst]}
            for titel, namen, herkomst in self._groepen
        ]

    def gewijzigd(self) -> list[tuple[Vraag, Any]]:
        """The answers that differ from what the draft said, with the question they belong to."""
        return [
            (vraag, self.cleaned_data[naam])
            for naam, vraag in self.vragen.items()
            if (self.cleaned_data[naam] or None) != (self.initial[naam] or None)
            or (self.cleaned_data[naam] == 0) != (self.initial[naam] == 0)
        ]


@pagina(*SCHRIJVERS, methoden=("GET", "POST"))
def concept_formulier(request: Verzoek, id: UUID, vraag: str) -> HttpResponse:
    """Change what is changed most with plain fields; the text keeps its comments and its order."""
    if vraag not in ONDERWERPEN:
        raise Http404
    over, versie = ONDERWERPEN[vraag], pak_versie(id)
    gelezen = lees_yaml(versie.tekst)
    if not isinstance(gelezen.inhoud, dict):
        return render(
            request,
            "werkplek/beheer/werkwijzen/formulier.html",
            {"versie": versie, "onderwerp": over, "onleesbaar": gelezen.fouten},
        )
    form = OnderwerpForm(
        request.POST or None, onderwerp=over, inhoud=gelezen.inhoud, initial={"rev": versie.rev}
    )
    conflict, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            if form.cleaned_data["rev"] != versie.rev:
                raise Botsing(versie)
            with transaction.atomic():
                schrijf_concept(
                    versie, tekst=_geschreven(versie, over, form), wat=str(over.titel), door=request.door
                )
        except Botsing as botsing:
            conflict, form = _botsing(botsing, over, form, request)
            status = 409
        except (NietMeerTeWijzigen, PastNiet) as fout:
            form.add_error(None, str(fout))
        else:
            meld_stand(request, versie)
            return naar(request, "werkwijze_concept", id=id)
    if form.errors:
        status = 422
    context = {"versie": versie, "onderwerp": over, "form": form, "conflict": conflict}
    return render(request, "werkplek/beheer/werkwijzen/formulier.html", context, status=status)


def _geschreven(versie: Werkwijzeversie, over: Onderwerp, form: OnderwerpForm) -> str:
    tekst = versie.tekst
    for vraag, antwoord in form.gewijzigd():
        waarde = (antwoord == "ja") if vraag.soort == "ja" else antwoord
        tekst = zet(tekst, vraag.pad, None if waarde in ("", None, VOLGT) else waarde)
    if over.daarna is not None:
        inhoud = lees_yaml(tekst).inhoud
        assert isinstance(inhoud, dict)
        tekst = over.daarna(tekst, inhoud)
    return tekst


def _botsing(
    botsing: Botsing, over: Onderwerp, form: OnderwerpForm, request: Verzoek
) -> tuple[dict[str, Any], OnderwerpForm]:
    """Both versions of what differs; the typed answers stay in the fields, and saving again is then a choice."""
    ander = botsing.rij
    assert isinstance(ander, Werkwijzeversie)
    inhoud = lees_yaml(ander.tekst).inhoud
    getypt = request.POST.copy()
    getypt["rev"] = str(ander.rev)
    nieuw = OnderwerpForm(getypt, onderwerp=over, inhoud=inhoud if isinstance(inhoud, dict) else {})
    velden = [
        {
            "label": vraag.label,
            "nu": toon(waarde_op(inhoud, vraag.pad)),
            "eigen": toon(form.cleaned_data[naam]),
        }
        for naam, vraag in form.vragen.items()
        if naam in nieuw.initial and (nieuw.initial[naam] or None) != (form.cleaned_data[naam] or None)
    ]
    return {"wie": ander.gewijzigd_door, "velden": velden}, nieuw


def _herkomst(groep: Groep) -> list[Vraag]:
    if groep.herkomst is None:
        return []
    zekerheden = tuple((z.value, z.value) for z in Zekerheid)
    return [
        Vraag((*groep.herkomst, "bron"), _("Waar staat dat?")),
        Vraag((*groep.herkomst, "zekerheid"), _("Hoe zeker is dat?"), "keuze", zekerheden),
    ]


def _veld(vraag: Vraag) -> forms.Field:
    nodig = not vraag.mag_leeg
    match vraag.soort:
        case "getal":
            return forms.IntegerField(label=vraag.label, required=nodig, min_value=0, max_value=10_000)
        case "ja":
            return forms.ChoiceField(label=vraag.label, choices=JA_NEE, required=nodig)
        case "keuze":
            return forms.ChoiceField(label=vraag.label, choices=vraag.keuzes)
        case "lang":
            return forms.CharField(
                label=vraag.label, required=nodig, widget=forms.Textarea(attrs={"rows": 2})
            )
    return forms.CharField(label=vraag.label, required=nodig, max_length=240)


def _begin(vraag: Vraag, waarde: object) -> Any:
    if vraag.soort == "ja":
        return "ja" if waarde in ("ja", True) else "nee"
    if waarde is None:
        return VOLGT if vraag.soort == "keuze" and vraag.mag_leeg else ""
    return waarde
