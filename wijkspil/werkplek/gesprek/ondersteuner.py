"""Offering independent client support before the investigation ends: a required moment with an answer and a day (B24)."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.inwoners.actions_rondom import bied_clientondersteuning_aan
from wijkspil.inwoners.models import Clientondersteuning
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import leg_gesprek_vast
from wijkspil.toegang.models import Gesprek
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


class OndersteunerForm(forms.Form):
    antwoord = forms.ChoiceField(
        label=gettext_lazy("Wat antwoordde de inwoner?"),
        choices=Clientondersteuning.Antwoord.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies wat de inwoner antwoordde. Elk antwoord is goed; het aanbod telt.")},
    )  # fmt: skip
    op = forms.DateField(
        label=gettext_lazy("Wanneer heeft u het aangeboden?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    wie = forms.CharField(
        label=gettext_lazy("Wie ondersteunt de inwoner?"),
        help_text=gettext_lazy("Als dat al bekend is, bijvoorbeeld een naam of organisatie. Ook een ervaringsdeskundige telt."),
        max_length=120,
        required=False,
    )  # fmt: skip

    def clean_op(self) -> date:
        op: date = self.cleaned_data["op"]
        if op > klok.vandaag():
            raise forms.ValidationError(
                _("Deze dag moet nog komen. Kies de dag waarop u het heeft aangeboden.")
            )
        return op


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def clientondersteuning(request: Verzoek, id: UUID) -> HttpResponse:
    """Log the offer and the answer; what was logged before stays readable."""
    hulpvraag = pak_hulpvraag(
        request.door, id, om_te="cliëntondersteuning aanbieden", deel="cliëntondersteuning"
    )
    form = OndersteunerForm(request.POST or None, initial={"op": klok.vandaag()})
    if form.is_valid():
        with transaction.atomic():
            bied_clientondersteuning_aan(
                hulpvraag.inwoner, hulpvraag=hulpvraag, door=request.door, **form.cleaned_data
            )
            _zeg_het_bij_de_gesprekken(
                request, hulpvraag.gesprekken.filter(clientondersteuning_gewezen=False)
            )
        messages.success(request, _("Vastgelegd. Het staat ook in het verslag voor de inwoner."))
        return naar(
            request, "onderzoek" if request.door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER) else "dossier", id=id
        )
    eerder = list(Clientondersteuning.objects.filter(dossier_id=id).order_by("-op", "-gemaakt_op"))
    return render(
        request,
        "werkplek/gesprek/clientondersteuning.html",
        dossierkader(request, hulpvraag) | {"form": form, "eerder": eerder},
        status=422 if form.is_bound else 200,
    )


def _zeg_het_bij_de_gesprekken(request: Verzoek, gesprekken: Iterable[Gesprek]) -> None:
    """The account of a conversation says that it was offered; front office doesn't write in conversations."""
    if not request.door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER):
        return
    for gesprek in gesprekken:
        if gesprek.status != Gesprek.Status.VERVALLEN:
            leg_gesprek_vast(gesprek, clientondersteuning_gewezen=True, door=request.door)
