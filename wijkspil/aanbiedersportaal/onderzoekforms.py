"""The report of a provider: the questions of the municipality, a proposal, who talked and when."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class VerslagForm(forms.Form):
    onderzoeker = forms.CharField(label=_("Wie voerde het gesprek?"), max_length=120)
    gesprek_op = forms.DateField(
        label=_("Op welke dag?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )

    def __init__(self, vragen: Sequence[str], data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self.namen = [f"antwoord_{nummer}" for nummer in range(len(vragen))]
        for naam, vraag in zip(self.namen, vragen, strict=True):
            self.fields[naam] = forms.CharField(label=vraag, widget=forms.Textarea(attrs={"rows": 3}))
        self.fields["voorstel"] = forms.CharField(
            label=_("Uw voorstel in het kort: wat, en hoe vaak?"),
            help_text=_("De gemeente kijkt ernaar en beslist."),
            widget=forms.Textarea(attrs={"rows": 4}),
        )

    @property
    def antwoorden(self) -> list[str]:
        return [self.cleaned_data[naam] for naam in self.namen]
