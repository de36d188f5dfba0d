"""A team lead divides several questions at once, with everybody's workload beside it (H11)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.gemeenten.models import Medewerker, Team
from wijkspil.toegang.actions.herverdelen import herverdeel
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.klok import klok_van
from wijkspil.werkplek.pagina import Verzoek, adres, pagina
from wijkspil.werkplek.vraag.velden import kies
from wijkspil.werkplek.vraag.werkdruk import Collega, pak_collegas
from wijkspil.werkplek.werkvoorraad.filters import einde_week

HOOGSTENS = 200
NIEMAND = "niemand"


class HerverdeelForm(forms.Form):
    vragen = forms.MultipleChoiceField(
        label=gettext_lazy("Welke vragen?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kruis minstens één vraag aan.")},
    )
    behandelaar = forms.ChoiceField(label=gettext_lazy("Aan welke collega?"), required=False)
    team = forms.ChoiceField(label=gettext_lazy("Of aan welk team?"), required=False)

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not velden["behandelaar"] and not velden["team"]:
            self.add_error("behandelaar", _("Kies een collega of een team, anders raken de vragen zoek."))
        return velden


@pagina(Rol.TEAMLEIDER, methoden=("GET", "POST"))
def herverdelen(request: Verzoek) -> HttpResponse:
    """Choose whose questions, tick which, give them away; what changed meanwhile stays and is named."""
    door, vandaag = request.door, klok.vandaag()
    van = request.POST.get("van") or request.GET.get("van", "")
    collegas = pak_collegas(tot=einde_week(vandaag))
    vragen = _vragen(request, van)
    form = _form(request, vragen, collegas)
    if request.method == "POST" and form.is_valid():
        return _geef(request, form, vragen, van)
    leg_inzage_vast(
        door, doel="vragen herverdelen", grond="vragen van eigen teams", deel=f"herverdelen ({len(vragen)})", actie="lijst.ingezien"
    )  # fmt: skip
    gekozen = set(form["vragen"].value() or ())
    context = {
        "form": form,
        "van": van,
        "bronnen": [
            (NIEMAND, _("Nog van niemand")),
            *((str(c.id), c.in_woorden()) for c in collegas if c.open),
        ],
        "collegas": collegas,
        "regels": [
            {
                "vraag": v,
                "klok": klok_van(v.uiterlijk, vandaag=vandaag, begin=v.gemeld_op, opgeschort=v.opgeschort),
                "aan": str(v.pk) in gekozen,
                "sleutel": f"{v.pk}_{v.rev}",
            }
            for v in vragen
        ],
    }
    return render(
        request, "werkplek/wachtlijst/herverdelen.html", context, status=422 if form.errors else 200
    )


def _vragen(request: Verzoek, van: str) -> list[Hulpvraag]:
    """The open questions of one colleague (or of nobody) within the teams of this team lead."""
    rijen = (
        Hulpvraag.objects.filter(team_id__in=request.door.teams)
        .exclude(stap=Stap.AFGESLOTEN)
        .select_related("inwoner", "team")
        .order_by("uiterlijk", "id")
    )
    if van == NIEMAND:
        return list(rijen.filter(behandelaar__isnull=True)[:HOOGSTENS])
    try:
        return list(rijen.filter(behandelaar_id=UUID(van))[:HOOGSTENS])
    except ValueError:
        return []


def _form(request: Verzoek, vragen: list[Hulpvraag], collegas: list[Collega]) -> HerverdeelForm:
    data = None
    if request.method == "POST":
        data = request.POST.copy()
        # a tick says which version somebody saw: "<id>_<rev>"; the form itself knows ids only
        data.setlist("vragen", [waarde.partition("_")[0] for waarde in request.POST.getlist("vragen")])
    form = HerverdeelForm(data)
    kies(form, "vragen", [(str(v.pk), v.nummer) for v in vragen])
    kies(form, "behandelaar", [("", _("nog niemand")), *((str(c.id), c.in_woorden()) for c in collegas)])
    teams = Team.objects.exclude(soort=Team.Soort.BACKOFFICE).order_by("naam").values_list("pk", "naam")
    kies(form, "team", [("", _("hetzelfde team")), *((str(pk), naam) for pk, naam in teams)])
    return form


def _geef(request: Verzoek, form: HerverdeelForm, vragen: list[Hulpvraag], van: str) -> HttpResponse:
    gezien = dict(waarde.split("_", 1) for waarde in request.POST.getlist("vragen") if "_" in waarde)
    gekozen = [v for v in vragen if str(v.pk) in form.cleaned_data["vragen"]]
    for v in gekozen:  # an older version than the one on screen collides in the action
        v.rev = int(gezien[str(v.pk)]) if gezien.get(str(v.pk), "").isdigit() else v.rev
    wie, team = form.cleaned_data["behandelaar"], form.cleaned_data["team"]
    uitkomst = herverdeel(
        gekozen,
        behandelaar=Medewerker.objects.get(pk=wie) if wie else None,
        team=Team.objects.get(pk=team) if team else None,
        door=request.door,
    )
    n = len(uitkomst.gegeven)
    messages.success(
        request, ngettext("%(n)d vraag is doorgegeven.", "%(n)d vragen zijn doorgegeven.", n) % {"n": n}
    )
    if uitkomst.gebleven:
        nummers = ", ".join(v.nummer for v in uitkomst.gebleven)
        messages.warning(
            request,
            _("Niet doorgegeven, want iemand anders wijzigde ze net: %(nummers)s. Kijk ze nog eens na.")
            % {"nummers": nummers},
        )
    return redirect(f"{adres(request, 'herverdelen')}?van={van}")
