"""A reason to open, and a judgement afterwards."""

from django import forms
from django.utils.translation import gettext_lazy as _


class RedenForm(forms.Form):
    use_required_attribute = False
    reden = forms.CharField(
        label=_("Waarom kan het niet wachten?"),
        help_text=_("Eén of twee zinnen. De teamleider beoordeelt ze en de inwoner kan ze lezen."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=500,
        error_messages={
            "required": _("Zonder reden blijft het dossier dicht. Schrijf waarom het niet kan wachten.")
        },
    )


class OordeelForm(forms.Form):
    use_required_attribute = False
    in_orde = forms.TypedChoiceField(
        label=_("Was dit terecht?"),
        choices=[("ja", _("ja, het kon niet wachten")), ("nee", _("nee, dit had niet gemogen"))],
        coerce=lambda waarde: waarde == "ja",
        widget=forms.RadioSelect,
        error_messages={"required": _("Kies of deze noodtoegang terecht was.")},
    )
    toelichting = forms.CharField(
        label=_("Wat doet u nu?"),
        help_text=_(
            "Nodig als het niet terecht was. Onterecht kijken is een datalek: meld het binnen 72 uur."
        ),
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
        max_length=500,
    )
