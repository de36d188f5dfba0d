"""Who directs: two roles on one page, each with a name or with the reason why nobody does (B24, B55)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.door import Rol
from wijkspil.plannen.actions.regie import beleg_regie, huidige_regie
from wijkspil.plannen.models import Regierol
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

MAKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)
UITLEG = {
    Regierol.Soort.CASUS: gettext_lazy("Wie met de inwoner van dag tot dag zorgt dat de hulp klopt."),
    Regierol.Soort.PROCES: gettext_lazy("Wie zorgt dat de partijen samenwerken en het niet stilvalt. Vaak pas nodig bij meer dan één partij."),
}  # fmt: skip


class RegieForm(forms.Form):
    soort = forms.ChoiceField(choices=Regierol.Soort.choices, widget=forms.HiddenInput)
    wie = forms.CharField(label=gettext_lazy("Wie doet het?"), max_length=120, required=False)
    organisatie = forms.CharField(
        label=gettext_lazy("Van welke organisatie?"), help_text=gettext_lazy("Leeg: de gemeente."), max_length=120, required=False
    )  # fmt: skip
    ontbreekt = forms.ChoiceField(
        label=gettext_lazy("Of: waarom is er niemand?"),
        choices=[("", gettext_lazy("er is iemand")), *Regierol.Ontbreekt.choices],
        required=False,
    )
    toelichting = forms.CharField(label=gettext_lazy("Toelichting"), max_length=300, required=False)

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        if bool(gegevens.get("wie", "").strip()) == bool(gegevens.get("ontbreekt")):
            raise forms.ValidationError(
                _("Schrijf op wie het doet, of kies waarom er niemand is. Een van de twee.")
            )
        return gegevens


@pagina(*MAKERS, Rol.BACKOFFICE, methoden=("GET", "POST"), dossier=True)
def regie(request: Verzoek, id: UUID) -> HttpResponse:
    """Both roles, who had them before, and a form for each."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="regie beleggen", deel="regie")
    gebonden: RegieForm | None = None
    if request.method == "POST":
        gebonden = RegieForm(request.POST)
        if gebonden.is_valid():
            beleg_regie(hulpvraag, door=request.door, **gebonden.cleaned_data)
            messages.success(request, _("Vastgelegd. Iedereen op dit dossier ziet wie de regie heeft."))
            return naar(request, "regie", id=id)
    return render(
        request,
        "werkplek/plan/regie.html",
        dossierkader(request, hulpvraag)
        | {"rollen": _rollen(hulpvraag, gebonden), "mag": request.door.heeft(*MAKERS)},
        status=422 if gebonden else 200,
    )


def _rollen(hulpvraag: Hulpvraag, gebonden: RegieForm | None) -> list[dict[str, Any]]:
    nu, fout_bij = huidige_regie(hulpvraag), gebonden.data.get("soort") if gebonden else None
    eerder = list(hulpvraag.regierollen.filter(tot__isnull=False).order_by("-van"))
    return [
        {
            "soort": soort.value,
            "naam": capfirst(str(soort.label)),
            "uitleg": UITLEG[soort],
            "nu": nu.get(soort),
            "eerder": [rol for rol in eerder if rol.soort == soort],
            "form": gebonden
            if gebonden and fout_bij == soort
            else RegieForm(initial={"soort": soort.value}, auto_id=f"id_{soort}_%s"),
        }
        for soort in Regierol.Soort
    ]
