"""Keeping a work list under a name."""

from django import forms
from django.utils.translation import gettext_lazy as _


class LijstForm(forms.Form):
    naam = forms.CharField(
        label=_("Naam van de lijst"),
        max_length=60,
        error_messages={"required": _("Geef de lijst een naam, dan vindt u hem terug.")},
    )
    filter = forms.CharField(max_length=400, widget=forms.HiddenInput)
