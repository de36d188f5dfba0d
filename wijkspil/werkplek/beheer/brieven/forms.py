"""The words of a letter as a form: one heading and one text per block."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from wijkspil.brieven.sjabloonbeheer import stel_samen
from wijkspil.brieven.tekst import Brieftekst, TekstFout, standaardtekst


class BrieftekstForm(forms.Form):
    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)
    onderwerp = forms.CharField(label=_("De regel boven de brief"), max_length=100)
    toelichting = forms.CharField(
        label=_("Wat heeft u veranderd, en waarom?"), max_length=200, required=False
    )

    def __init__(
        self,
        sjabloon: str,
        nu: Brieftekst,
        data: Any = None,
        *,
        rev: int | None = None,
        toelichting: str = "",
    ) -> None:
        self.sjabloon, self.basis = sjabloon, standaardtekst(sjabloon)
        per = {blok.sleutel: blok for blok in nu.blokken}
        begin: dict[str, Any] = {"rev": rev, "onderwerp": nu.onderwerp, "toelichting": toelichting}
        self.sleutels = [blok.sleutel for blok in self.basis.blokken]
        if "slot" not in self.sleutels:
            self.sleutels.append("slot")
        for sleutel in self.sleutels:
            blok = per.get(sleutel)
            begin[f"kop_{sleutel}"], begin[f"tekst_{sleutel}"] = (blok.kop, blok.tekst) if blok else ("", "")
        super().__init__(data, initial=begin)
        for sleutel in self.sleutels:
            naam = _t("laatste woord") if sleutel == "slot" else sleutel.replace("_", " ")
            self.fields[f"kop_{sleutel}"] = forms.CharField(
                label=_t("Kop van %(naam)s") % {"naam": naam}, max_length=120, required=False
            )
            self.fields[f"tekst_{sleutel}"] = forms.CharField(
                label=_t("Tekst van %(naam)s") % {"naam": naam},
                widget=forms.Textarea(attrs={"rows": 4}),
                required=sleutel != "slot",
                max_length=4000,
            )

    @property
    def blokvelden(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"kop_{s}"], self[f"tekst_{s}"]) for s in self.sleutels]

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or {}
        if self.errors:
            return velden
        teksten = {s: (velden[f"kop_{s}"], velden[f"tekst_{s}"].replace("\r\n", "\n")) for s in self.sleutels}
        try:
            self.tekst = stel_samen(self.sjabloon, onderwerp=velden["onderwerp"], teksten=teksten)
        except TekstFout as fout:
            raise forms.ValidationError(str(fout)) from fout
        return velden
