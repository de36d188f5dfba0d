"""On the file: give a question to a team or a colleague, with everybody's workload in sight (H11)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker, Team
from wijkspil.toegang.access import pak_hulpvraag, relatie
from wijkspil.toegang.actions import wijs_toe
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.werkvoorraad.filters import einde_week

from .botsing import probeer
from .velden import RevForm, kies
from .werkdruk import Collega, pak_collegas

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


class VerdeelForm(RevForm):
    team = forms.ChoiceField(label=gettext_lazy("Team"), required=False)
    behandelaar = forms.ChoiceField(
        label=gettext_lazy("Collega"),
        help_text=gettext_lazy("Laat leeg om de vraag bij het team te leggen; het team verdeelt zelf."),
        required=False,
    )

    def __init__(self, *args: Any, teams: list[Team], collegas: list[Collega], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies(self, "team", [("", _("Geen team")), *((str(t.pk), t.naam) for t in teams)])
        kies(self, "behandelaar", [("", _("Nog niemand")), *((str(c.id), c.in_woorden()) for c in collegas)])

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not velden["team"] and not velden["behandelaar"]:
            self.add_error("team", _("Kies een team of een collega, anders raakt de vraag zoek."))
        return velden


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def toewijzen(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="vraag verdelen")
    verdeelt = request.door.heeft(Rol.TEAMLEIDER, Rol.FRONTOFFICE)
    teams = list(Team.objects.order_by("naam"))
    collegas = pak_collegas(tot=einde_week(klok.vandaag()))
    eigen = [c for c in collegas if c.id == request.door.id]
    gegeven = request.POST.copy() if request.method == "POST" else None
    if gegeven is not None and request.POST.get("doe") == "zelf":
        gegeven["team"], gegeven["behandelaar"] = str(hulpvraag.team_id or ""), str(request.door.id)
    begin = {"rev": hulpvraag.rev, "team": hulpvraag.team_id, "behandelaar": hulpvraag.behandelaar_id}
    form = VerdeelForm(gegeven, initial=begin, teams=teams, collegas=collegas if verdeelt else eigen)
    if gegeven is not None and form.is_valid():
        team = next((t for t in teams if str(t.pk) == form.cleaned_data["team"]), None)
        gekozen = form.cleaned_data["behandelaar"]
        behandelaar = Medewerker.objects.get(pk=gekozen) if gekozen else None
        botsing = probeer(
            request, hulpvraag, form, lambda: wijs_toe(hulpvraag, team=team, behandelaar=behandelaar, door=request.door), hier="toewijzen"
        )  # fmt: skip
        if botsing is not None:
            return botsing
        naam = behandelaar.naam if behandelaar else (team.naam if team else "")
        messages.success(request, _("De vraag ligt nu bij %(naam)s.") % {"naam": naam})
        return (
            naar(request, "dossier", id=id)
            if relatie(request.door, hulpvraag)
            else naar(request, "werkvoorraad")
        )
    context = {"form": form, "collegas": collegas, "verdeelt": verdeelt, "kan_zelf": bool(eigen)}
    kader = dossierkader(request, hulpvraag, hier="toewijzen")
    return render(
        request, "werkplek/vraag/toewijzen.html", kader | context, status=422 if form.errors else 200
    )
