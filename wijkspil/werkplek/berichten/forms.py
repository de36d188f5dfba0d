"""Taking a message off the list."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AfhandelForm(forms.Form):
    reden = forms.CharField(
        label=_("Wat is er gedaan?"),
        help_text=_("Eén zin, zonder namen. Een collega leest het later."),
        max_length=200,
        error_messages={
            "required": _("Schrijf in één zin op wat u deed. Dan weet een collega het later ook.")
        },
    )
