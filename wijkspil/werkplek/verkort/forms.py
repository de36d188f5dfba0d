"""What staff fill in on the shortened route."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.klok import vandaag
from wijkspil.verkort.models import Steekproef
from wijkspil.werkplek.besluit.forms import datumveld

JA_NEE = [("ja", _("ja")), ("nee", _("nee"))]


class CriteriaForm(forms.Form):
    """Every entry criterion as a question: yes or no."""

    def __init__(self, criteria: Sequence[str], data: Any = None) -> None:
        super().__init__(data)
        self.namen = [f"criterium_{nummer}" for nummer in range(len(criteria))]
        for naam, tekst in zip(self.namen, criteria, strict=True):
            self.fields[naam] = forms.ChoiceField(label=tekst, choices=JA_NEE, widget=forms.RadioSelect)

    @property
    def voldoet(self) -> list[bool]:
        return [self.cleaned_data[naam] == "ja" for naam in self.namen]


class UitbesteedForm(forms.Form):
    aanbieder = forms.ChoiceField(
        label=_("Wie praat met de inwoner?"), help_text=_("De lijst staat op naam. De inwoner kiest.")
    )
    toestemming_op = datumveld(label=_("Wanneer gaf de inwoner toestemming?"))
    toestemming_hoe = forms.CharField(
        label=_("Hoe gaf de inwoner toestemming?"),
        max_length=160,
        help_text=_("Bijvoorbeeld: aan de telefoon, aan Samira."),
    )

    def __init__(self, aanbieders: Sequence[Aanbieder], data: Any = None) -> None:
        super().__init__(data, initial={"toestemming_op": vandaag()})
        self.fields["aanbieder"].choices = [(str(a.pk), a.naam) for a in aanbieders]  # type: ignore[attr-defined]


class RedenForm(forms.Form):
    reden = forms.CharField(label=_("Waarom?"), widget=forms.Textarea(attrs={"rows": 2}))


class SteekproefForm(forms.Form):
    steekproef = forms.UUIDField(widget=forms.HiddenInput)
    uitkomst = forms.ChoiceField(
        label=_("Wat gaf de tweede blik?"), choices=[c for c in Steekproef.Uitkomst.choices if c[0]]
    )
    toelichting = forms.CharField(label=_("In een zin"), max_length=300)
