"""An own trajectory from the questions about who is eligible to its end, and both arms side by side."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.ondersteuning.vergelijking import kosten_van, vergelijkingen
from wijkspil.plannen.actions.trajecten import (
    NietGeschikt,
    afspraken_voor,
    beeindig_traject,
    begin_traject,
    werk_traject_bij,
)
from wijkspil.plannen.models import Arrangementregel, EigenTraject
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.aanpak import EigenTraject as Afspraken
from wijkspil.werkwijzen.kast import laad


class BeginForm(forms.Form):
    """One box per question of the way of working; all must hold."""

    uurprijs = forms.DecimalField(
        label=gettext_lazy("Wat kost een uur van het eigen team?"), min_value=0, max_digits=6, decimal_places=2, required=False,
        help_text=gettext_lazy("In euro, met alles erin. Leeg: nog niet bekend."),
    )  # fmt: skip

    def __init__(self, *args: Any, afspraken: Afspraken | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.geschikt = list(afspraken.geschikt) if afspraken else []
        for plek, vraag in enumerate(self.geschikt):
            self.fields[f"geschikt_{plek}"] = forms.BooleanField(label=vraag, required=False)

    @property
    def vragen(self) -> list[forms.BoundField]:
        return [self[f"geschikt_{plek}"] for plek in range(len(self.geschikt))]

    def antwoorden(self) -> dict[str, bool]:
        return {vraag: self.cleaned_data[f"geschikt_{plek}"] for plek, vraag in enumerate(self.geschikt)}

    def uurprijs_cent(self) -> int | None:
        prijs = self.cleaned_data["uurprijs"]
        return int(prijs * 100) if prijs is not None else None


class BijForm(forms.Form):
    minuten_erbij = forms.IntegerField(
        label=gettext_lazy("Minuten erbij"), min_value=0, max_value=10_000, initial=0, required=False
    )
    tevreden = forms.TypedChoiceField(
        label=gettext_lazy("Welk cijfer geeft de inwoner?"),
        choices=[("", gettext_lazy("niet gevraagd")), *[(n, str(n)) for n in range(1, 11)]],
        coerce=int, empty_value=None, required=False,
    )  # fmt: skip


class EindForm(forms.Form):
    einde = forms.ChoiceField(
        label=gettext_lazy("Hoe is het geëindigd?"), choices=EigenTraject.Einde.choices, widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies hoe het traject eindigde.")},
    )  # fmt: skip


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER, methoden=("GET", "POST"), dossier=True)
def eigen_traject(request: Verzoek, id: UUID, regel_id: UUID) -> HttpResponse:
    """One line on the rung of the own team."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="eigen traject", deel="eigen traject")
    regel = get_object_or_404(
        Arrangementregel.objects.select_related("product", "plan__hulpvraag"),
        pk=regel_id,
        plan__hulpvraag=hulpvraag,
    )
    traject = EigenTraject.objects.select_related("regel", "hulpvraag").filter(regel=regel).first()
    afspraken = afspraken_voor(regel)
    stuurt = request.method == "POST"
    beginform = BeginForm(request.POST if stuurt and traject is None else None, afspraken=afspraken)
    bijform = BijForm(
        request.POST
        if stuurt and traject and "einde" not in request.POST and "stop" not in request.POST
        else None
    )
    eindform = EindForm(request.POST if stuurt and traject and not bijform.is_bound else None)
    gebonden = next((f for f in (beginform, bijform, eindform) if f.is_bound), None)
    if gebonden is not None and gebonden.is_valid():
        try:
            with transaction.atomic():
                _doe(request, regel, traject, gebonden)
        except NietGeschikt as fout:
            gebonden.add_error(None, str(fout))
        except (ValueError, Botsing) as fout:
            gebonden.add_error(None, str(fout))
        else:
            messages.success(request, _("Vastgelegd."))
            return naar(request, "eigen_traject", id=id, regel_id=regel_id)
    vast = (
        int(afspraken.kostprijs_per_traject * 100)
        if afspraken and afspraken.kostprijs_per_traject is not None
        else None
    )
    context = {
        "regel": regel,
        "traject": traject,
        "afspraken": afspraken,
        "beginform": beginform,
        "bijform": bijform,
        "eindform": eindform,
        "kosten": kosten_van(traject, vast) if traject else None,
    }
    status = 422 if gebonden is not None else 200
    return render(
        request, "werkplek/trajecten/traject.html", dossierkader(request, hulpvraag) | context, status=status
    )


def _doe(request: Verzoek, regel: Arrangementregel, traject: EigenTraject | None, form: forms.Form) -> None:
    if isinstance(form, BeginForm):
        begin_traject(
            regel, antwoorden=form.antwoorden(), uurprijs_cent=form.uurprijs_cent(), door=request.door
        )
    elif traject is not None and isinstance(form, BijForm):
        velden = form.cleaned_data
        werk_traject_bij(
            traject,
            minuten_erbij=velden["minuten_erbij"] or 0,
            tevreden=velden["tevreden"],
            door=request.door,
        )
    elif traject is not None:
        beeindig_traject(traject, einde=form.cleaned_data["einde"], door=request.door)


@pagina(Rol.TEAMLEIDER, Rol.BELEID, Rol.CONTRACTBEHEER)
def eigen_trajecten(request: Verzoek) -> HttpResponse:
    """Both arms per product, with what can't be said yet said as such."""
    vandaag = klok.vandaag()
    werkwijze = laad(request.gemeente.werkwijze, vandaag)
    context = {
        "vergelijkingen": vergelijkingen(werkwijze, vandaag),
        "kleinste_groep": werkwijze.assen.verantwoording.kleinste_groep,
    }
    return render(request, "werkplek/trajecten/vergelijking.html", context)
