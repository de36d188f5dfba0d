"""The three answers to a request."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.ondersteuning.redenen import RedenAfwijzing


class ToekenForm(forms.Form):
    vanaf = forms.DateField(
        label=_("Vanaf"),
        required=False,
        help_text=_("Alleen als de gewenste dag voorbij is: de dag die u met de aanbieder afsprak."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        error_messages={"invalid": _("Dit is geen dag. Schrijf bijvoorbeeld 24-11-2026.")},
    )
    trap = forms.ChoiceField(label=_("Zwaarte"), required=False)

    def __init__(self, *args: Any, trappen: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": "ja"})
        if len(trappen) > 1:
            self.fields["trap"].choices = [(t, t) for t in trappen]  # type: ignore[attr-defined]
        else:
            del self.fields["trap"]


class OnderzoekForm(forms.Form):
    toelichting = forms.CharField(
        label=_("Wat zoekt u uit?"),
        required=False,
        max_length=400,
        help_text=_("Voor collega's; de aanbieder krijgt dit niet."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": "onderzoek"})


class AfwijsForm(forms.Form):
    reden = forms.ChoiceField(
        label=_("Waarom niet"),
        choices=[("", _("Kies een reden")), *RedenAfwijzing.choices],
        help_text=_("De aanbieder krijgt deze reden te lezen."),
        error_messages={
            "required": _("Kies een reden. Zonder reden weet de aanbieder niet wat hij anders kan doen.")
        },
    )
    toelichting = forms.CharField(
        label=_("Toelichting"),
        required=False,
        max_length=400,
        help_text=_("Voor collega's; de aanbieder krijgt dit niet."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "prefix": "nee"})
