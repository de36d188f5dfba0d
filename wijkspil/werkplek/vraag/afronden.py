"""On the file: close with an honest outcome, and the easy way back."""

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
from wijkspil.toegang.access import pak_hulpvraag, relatie
from wijkspil.toegang.actions import neem_terug, sluit_af
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .botsing import probeer
from .forms import DATUMVORMEN
from .velden import RevForm, tekstvlak

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
Uitkomst = Hulpvraag.Uitkomst


class AfsluitForm(RevForm):
    uitkomst = forms.ChoiceField(
        label=gettext_lazy("Hoe is het afgelopen?"),
        widget=forms.RadioSelect,
        choices=[(u.value, str(u.label).capitalize()) for u in Uitkomst if u is not Uitkomst.GEEN],
        error_messages={"required": gettext_lazy("Kies hoe het is afgelopen. Er is geen goed of fout antwoord; wel een eerlijk antwoord.")},
    )  # fmt: skip
    reden = tekstvlak(
        gettext_lazy("Waarom?"),
        uitleg=gettext_lazy("Verplicht bij “verantwoord niets doen”: waarom is nu niets doen het beste?"),
        verplicht=False,
    )
    terugkijken_op = forms.DateField(
        label=gettext_lazy("Wanneer kijken wij weer?"),
        help_text=gettext_lazy("Verplicht bij “verantwoord niets doen”."),
        required=False,
        input_formats=DATUMVORMEN,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or self.cleaned_data
        if velden.get("uitkomst") == Uitkomst.NIETS_DOEN:
            if not velden.get("reden", "").strip():
                self.add_error(
                    "reden", _("Verantwoord niets doen kan, met een reden die een ander ook begrijpt.")
                )
            if "terugkijken_op" not in self.errors and not velden.get("terugkijken_op"):
                self.add_error(
                    "terugkijken_op",
                    _("Kies de dag waarop u weer kijkt, dan wordt niets doen geen vergeten."),
                )
        dag = velden.get("terugkijken_op")
        if dag and dag <= klok.vandaag():
            self.add_error("terugkijken_op", _("Deze dag is al geweest. Kies een dag die nog komt."))
        return velden


class TerugForm(RevForm):
    vraag = tekstvlak(
        gettext_lazy("Wat is er nu aan de hand?"),
        uitleg=gettext_lazy(
            "Wat al bekend was blijft staan; de inwoner hoeft het niet opnieuw te vertellen."
        ),
        verplicht=False,
    )
    kanaal = forms.ChoiceField(label=gettext_lazy("Hoe kwam de inwoner terug?"), required=False)

    def __init__(self, *args: Any, werkwijze: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [(k.sleutel, k.label) for k in werkwijze.kanalen.lijst]
        self.fields["kanaal"].choices = keuzes  # type: ignore[attr-defined]


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def afsluiten(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="vraag afsluiten")
    form = AfsluitForm(request.POST or None, initial={"rev": hulpvraag.rev})
    if request.method == "POST" and form.is_valid():
        velden = {naam: form.cleaned_data[naam] for naam in ("uitkomst", "reden", "terugkijken_op")}
        botsing = probeer(
            request,
            hulpvraag,
            form,
            lambda: sluit_af(hulpvraag, door=request.door, **velden),
            hier="afsluiten",
        )
        if botsing is not None:
            return botsing
        messages.success(
            request, _("Afgesloten: %(uitkomst)s. Terugkomen kan altijd.") % {"uitkomst": hulpvraag.get_uitkomst_display()}, extra_tags=f"afsluiten-{id}"
        )  # fmt: skip
        return (
            naar(request, "dossier", id=id)
            if relatie(request.door, hulpvraag)
            else naar(request, "werkvoorraad")
        )
    kader = dossierkader(request, hulpvraag, hier="afsluiten")
    return render(
        request, "werkplek/vraag/afsluiten.html", kader | {"form": form}, status=422 if form.errors else 200
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def terugnemen(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="vraag terugnemen")
    form = TerugForm(
        request.POST or None,
        initial={"rev": hulpvraag.rev, "kanaal": hulpvraag.kanaal},
        werkwijze=laad_versie(hulpvraag.werkwijze),
    )
    if request.method == "POST" and form.is_valid():
        nieuw, kanaal = form.cleaned_data["vraag"], form.cleaned_data["kanaal"]
        botsing = probeer(
            request,
            hulpvraag,
            form,
            lambda: neem_terug(hulpvraag, door=request.door, vraag=nieuw, kanaal=kanaal),
            hier="terugnemen",
        )
        if botsing is not None:
            return botsing
        messages.success(
            request,
            _("De vraag is weer open, in hetzelfde dossier. De termijn begint opnieuw."),
            extra_tags=f"terug-{id}",
        )
        return naar(request, "dossier", id=id)
    kader = dossierkader(request, hulpvraag, hier="terugnemen")
    return render(
        request, "werkplek/vraag/terugnemen.html", kader | {"form": form}, status=422 if form.errors else 200
    )
