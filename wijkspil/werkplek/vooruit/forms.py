"""The what-if form. It lives in the address: every choice can be shared, and nothing is stored."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.sturing.vooruit.toegang import Toegang
from wijkspil.sturing.vooruit.wat_als import NORM

WEKEN = ((13, _("een kwartaal")), (26, _("een half jaar")), (52, _("een jaar")))


def _getal(
    label: Any, minst: float, hoogst: float, stap: str = "any", help_text: Any = ""
) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        min_value=minst,
        max_value=hoogst,
        help_text=help_text,
        widget=forms.NumberInput(attrs={"step": stap, "inputmode": "decimal"}),
    )


class WatAlsForm(forms.Form):
    """The people, the hours and the pace to play with. Percentages are whole numbers here and shares in the model."""

    weken = forms.TypedChoiceField(label=_("Hoe ver vooruit"), choices=WEKEN, coerce=int)
    groei = _getal(
        _("Meer of minder meldingen (%)"), -50, 100, help_text=_("0 is het tempo van het afgelopen jaar.")
    )
    consulenten = forms.IntegerField(label=_("Consulenten"), min_value=1, max_value=150)
    consulent_uren = _getal(_("Uren per consulent per week voor onderzoek"), 1, 40)
    onderzoek_uren = _getal(_("Uren werk per onderzoek"), 0.1, 80)
    triage_uren = _getal(_("Uren triage per week"), 0.5, 400)
    triage_minuten = _getal(_("Minuten triage per melding"), 1, 240)
    verkort = _getal(
        _("Deel van hulp in huis langs de verkorte route (%)"),
        0,
        100,
        help_text=_("In een proef kon ongeveer 50%."),
    )
    verkort_uren = _getal(_("Uren werk bij de verkorte route"), 0.1, 80)
    norm = _getal(_("Hoeveel mag te laat zijn (%)"), 0, 100)

    def __init__(self, basis: Toegang, data: Any) -> None:
        self.basis = basis
        begin = self.beginwaarden(basis)
        # What is not in the address is as it is now: an address with one choice is enough.
        gekozen = {naam: data[naam] for naam in begin if naam in data}
        self.is_eigen_keuze = bool(gekozen)
        super().__init__(begin | gekozen, initial=begin)

    @staticmethod
    def beginwaarden(t: Toegang) -> dict[str, Any]:
        return {
            "weken": t.weken,
            "groei": 0,
            "consulenten": t.consulenten,
            "consulent_uren": _net(t.consulent_uren),
            "onderzoek_uren": _net(t.onderzoek_uren),
            "triage_uren": _net(t.triage_uren),
            "triage_minuten": _net(t.triage_minuten),
            "verkort": _net(t.verkort * 100),
            "verkort_uren": _net(t.verkort_uren),
            "norm": _net(NORM * 100),
        }

    def keuze(self) -> Toegang:
        """The access as filled in. Only after `is_valid()`."""
        g = self.cleaned_data
        return self.basis.met(
            weken=g["weken"],
            per_week=self.basis.per_week * (1 + g["groei"] / 100),
            consulenten=g["consulenten"],
            consulent_uren=g["consulent_uren"],
            onderzoek_uren=g["onderzoek_uren"],
            triage_uren=g["triage_uren"],
            triage_minuten=g["triage_minuten"],
            verkort=g["verkort"] / 100,
            verkort_uren=g["verkort_uren"],
        )


def _net(waarde: float) -> float | int:
    return int(waarde) if waarde == int(waarde) else round(waarde, 1)
