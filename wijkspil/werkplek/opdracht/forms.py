"""Starting, stopping, changing and giving out an order. One form per act; each carries the `rev` of what was read."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core import klok
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.ondersteuning.redenen import RedenEinde, RedenWijziging


def _datum(label: Any, uitleg: Any = "", *, verplicht: bool = True) -> forms.DateField:
    return forms.DateField(
        label=label,
        help_text=uitleg,
        required=verplicht,
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={
            "required": _("Kies een dag."),
            "invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 24-11-2026."),
        },
    )


class Daad(forms.Form):
    """What every form here has: which act, and which version of the order was on screen."""

    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)
    naam = ""

    def __init__(self, *args: Any, toewijzing: Toewijzing, **kwargs: Any) -> None:
        self.toewijzing = toewijzing
        super().__init__(*args, **{**kwargs, "prefix": f"{self.naam}-{toewijzing.nummer}"})
        self.fields["rev"].initial = toewijzing.rev


class StartForm(Daad):
    naam = "start"
    op = _datum(_("Eerste dag van de hulp"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = max(self.toewijzing.ingang, klok.vandaag())


class StopForm(Daad):
    naam = "stop"
    op = _datum(_("Laatste dag van de hulp"))
    reden = forms.ChoiceField(label=_("Waarom"), choices=RedenEinde.choices, initial="19")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["op"].initial = klok.vandaag()


class WijzigForm(Daad):
    naam = "wijzig"
    einde = _datum(_("Laatste dag van de opdracht"), _("Leeg: blijft zoals het is."), verplicht=False)
    volume = forms.IntegerField(
        label=_("Hoeveel"), min_value=1, required=False, help_text=_("Leeg: blijft zoals het is.")
    )
    vanaf = _datum(_("Andere hoeveelheid vanaf"), _("Alleen bij een andere hoeveelheid."), verplicht=False)
    reden_wijziging = forms.ChoiceField(
        label=_("Waarom"),
        choices=[keuze for keuze in RedenWijziging.choices if keuze[0] != RedenWijziging.VERWIJDERD],
        initial="04",
    )
    afgestemd = forms.BooleanField(label=_("De aanbieder is akkoord met minder hulp"), required=False)

    def clean(self) -> dict[str, Any] | None:
        schoon = super().clean()
        if schoon is not None and not self.errors and not schoon.get("einde") and not schoon.get("volume"):
            self.add_error("einde", _("Vul een nieuwe laatste dag in, of een andere hoeveelheid."))
        return schoon


class IntrekForm(Daad):
    naam = "intrek"


class OpdraagForm(forms.Form):
    """A line that is still without provider."""

    aanbieder = forms.ModelChoiceField(
        label=_("Aanbieder"), queryset=Aanbieder.objects.none(), help_text=_("Wie het snelst kan beginnen staat bovenaan."),
        error_messages={"required": _("Kies een aanbieder.")},
    )  # fmt: skip

    def __init__(self, *args: Any, regel_id: Any, keuzes: list[Aanbieder], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": f"opdraag-{regel_id}"})
        veld = self.fields["aanbieder"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = Aanbieder.objects.filter(pk__in=[a.pk for a in keuzes])
        veld.choices = [("", _("Kies een aanbieder")), *[(a.pk, _wacht(a)) for a in keuzes]]


def _wacht(aanbieder: Aanbieder) -> str:
    if aanbieder.wachttijd_dagen is None:
        return aanbieder.naam
    return str(_("%(wie)s (wachttijd %(n)s dagen)") % {"wie": aanbieder.naam, "n": aanbieder.wachttijd_dagen})


FORMULIEREN: dict[str, type[Daad]] = {
    form.naam: form for form in (StartForm, StopForm, WijzigForm, IntrekForm)
}
