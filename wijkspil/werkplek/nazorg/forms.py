"""The aftercare call."""

from django import forms
from django.utils.translation import gettext_lazy as _


class NabelForm(forms.Form):
    hoe_gaat_het = forms.CharField(
        label=_("Hoe gaat het nu?"),
        help_text=_("In de woorden van de inwoner."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
    tevreden = forms.TypedChoiceField(
        label=_("Welk cijfer geeft de inwoner aan de hulp?"),
        choices=[("", _("niet gevraagd")), *[(n, str(n)) for n in range(1, 11)]],
        coerce=int,
        empty_value=None,
        required=False,
    )
    terug = forms.BooleanField(label=_("De inwoner wil terugkomen met een vraag"), required=False)
