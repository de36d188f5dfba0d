"""Sending a letter, or holding it back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.core.klok import vandaag


class VerzendForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    op = forms.DateField(
        label=_("Op welke dag gaat de brief op de post?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def clean_op(self) -> Any:
        if self.cleaned_data["op"] > vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst. Meld de verzending op de dag zelf."))
        return self.cleaned_data["op"]


class TegenhoudForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput)
    reden = forms.CharField(
        label=_("Waarom mag deze brief niet weg?"), widget=forms.Textarea(attrs={"rows": 3}), max_length=300
    )
