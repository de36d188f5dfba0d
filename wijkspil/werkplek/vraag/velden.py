"""Fields that several forms around a question share: the channel, the urgency questions, the row version."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.werkwijzen.voordeur import Urgentieniveau
from wijkspil.werkwijzen.werkwijze import Werkwijze

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

VOLG_ADVIES = ""


def tekstvlak(
    label: "str | _StrPromise",
    *,
    verplicht: bool = True,
    rijen: int = 3,
    uitleg: "str | _StrPromise" = "",
    fout: "str | _StrPromise" = "",
) -> forms.CharField:
    """A text area with its own words for "you forgot this"; it refuses a BSN."""
    return forms.CharField(
        label=label,
        help_text=uitleg,
        required=verplicht,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": rijen}),
        validators=[geen_bsn_in_woorden],
        error_messages={"required": fout} if fout else {},
    )


def kanalen(werkwijze: Werkwijze) -> list[tuple[str, str]]:
    return [(kanaal.sleutel, kanaal.label) for kanaal in werkwijze.kanalen.lijst]


class RevForm(forms.Form):
    """A form about a row that exists: `rev` says which version somebody was looking at."""

    rev = forms.IntegerField(widget=forms.HiddenInput)


class Spoedvragen(forms.Form):
    """The urgency questions of a way of working. The answers advise; a person judges and says why when that differs (H12)."""

    spoed = forms.MultipleChoiceField(
        label=gettext_lazy("Heeft het haast? Kruis aan wat klopt"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    oordeel = forms.ChoiceField(label=gettext_lazy("Hoe snel moet iemand dit oppakken?"), required=False)
    reden = forms.CharField(
        label=gettext_lazy("Waarom wijkt u af van het advies?"),
        help_text=gettext_lazy("Alleen nodig als u iets anders kiest dan de antwoorden adviseren."),
        required=False,
        max_length=500,
    )

    def __init__(self, *args: Any, werkwijze: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regels = werkwijze.triage
        self.fields["spoed"].choices = [(v.sleutel, v.vraag) for v in self.regels.vragen]  # type: ignore[attr-defined]
        niveaus = [(n.sleutel, n.label) for n in self.regels.niveaus]
        self.fields["oordeel"].choices = [(VOLG_ADVIES, _("Volg de antwoorden")), *niveaus]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or self.cleaned_data
        oordeel, reden = velden.get("oordeel", ""), velden.get("reden", "")
        if self.errors or not oordeel:
            return velden
        advies = self.advies
        if oordeel != advies.sleutel and not reden.strip():
            self.add_error(
                "reden",
                _(
                    "De antwoorden adviseren “%(advies)s”. Afwijken mag; schrijf in één zin waarom, dan begrijpt een collega het later."
                )
                % {"advies": advies.label},
            )
        return velden

    @property
    def beoordeeld(self) -> bool:
        """Whether somebody said anything about urgency; an untouched form is "not judged yet", not "no hurry"."""
        return bool(self.cleaned_data["spoed"] or self.cleaned_data["oordeel"])

    @property
    def advies(self) -> Urgentieniveau:
        return self.regels.niveau(self.cleaned_data["spoed"])

    @property
    def niveau(self) -> Urgentieniveau:
        """The level that holds: the one that a person chose, else the advice."""
        gekozen = self.cleaned_data["oordeel"]
        return next((n for n in self.regels.niveaus if n.sleutel == gekozen), self.advies)

    def beoordeling(self) -> dict[str, Any]:
        """The arguments for `toegang.actions.beoordeel_spoed`."""
        ja = self.cleaned_data["spoed"]
        return {
            "antwoorden": {vraag.sleutel: vraag.sleutel in ja for vraag in self.regels.vragen},
            "advies": self.advies.sleutel,
            "oordeel": self.niveau.sleutel,
            "uren": self.niveau.klok_uren,
            "label": self.niveau.label,
            "reden": self.cleaned_data["reden"],
        }


def kies(form: forms.Form, veld: str, keuzes: Iterable[tuple[Any, Any]]) -> None:
    """Set what can be chosen in a field of a form that is being made."""
    form.fields[veld].choices = list(keuzes)  # type: ignore[attr-defined]
