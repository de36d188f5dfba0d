"""What each way on asks; the same four fields everywhere, and the facts of its own kind."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen.models import Vervolgweg
from wijkspil.regels.vervolgwegen import Blijft, bruggen

Soort = Vervolgweg.Soort
BLIJFT = (
    (Blijft.JA.value, gettext_lazy("kan blijven")),
    (Blijft.NEE.value, gettext_lazy("kan niet blijven")),
    (Blijft.ONBEKEND.value, gettext_lazy("nog niet bekend")),
)


def _vlak(label: Any, uitleg: Any = "", *, verplicht: bool = False, rijen: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=uitleg,
        required=verplicht,
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": rijen}),
    )


class WegForm(forms.Form):
    """The part that every way has; a way adds its own facts and gives them back as `feiten`."""

    reden = _vlak(
        gettext_lazy("Waarom is dit nu de beste weg?"),
        gettext_lazy("Zo dat een ander het ook begrijpt."),
        verplicht=True,
    )
    inwoner_zegt = _vlak(gettext_lazy("Wat zegt de inwoner er zelf over?"), gettext_lazy("In eigen woorden."))
    doeldag = forms.DateField(
        label=gettext_lazy("Wanneer kijken wij weer?"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )  # fmt: skip

    def feiten(self) -> dict[str, Any]:
        return {}


class NietsDoenForm(WegForm):
    besproken = forms.BooleanField(
        label=gettext_lazy("Dit is met de inwoner besproken, ook wat er dan kan gebeuren"),
        error_messages={"required": gettext_lazy("Bespreek het met de inwoner en vink dit aan.")},
    )

    def feiten(self) -> dict[str, Any]:
        return {"besproken": self.cleaned_data["besproken"]}


class RustForm(WegForm):
    wat_rust = forms.MultipleChoiceField(
        label=gettext_lazy("Welke hulp rust?"),
        help_text=gettext_lazy("De inwoner kan tot de afgesproken dag terugkeren naar deze hulp, zonder nieuwe aanvraag."),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies welke hulp rust. Zonder lopende hulp is er niets om naar terug te keren.")},
    )  # fmt: skip

    def __init__(self, *args: Any, toewijzingen: Sequence[Toewijzing], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["wat_rust"].choices = [  # type: ignore[attr-defined]
            (str(t.pk), f"{t.product.naam}, {t.aanbieder.naam if t.aanbieder else t.team}")
            for t in toewijzingen
        ]
        self.fields["doeldag"].label = _("Tot wanneer is er recht op terugkeer?")

    def feiten(self) -> dict[str, Any]:
        return {"wat_rust": self.cleaned_data["wat_rust"]}


class Naar18Form(WegForm):
    jeugdhulp = forms.MultipleChoiceField(
        label=gettext_lazy("Welke jeugdhulp is er nu?"), widget=forms.CheckboxSelectMultiple,
        error_messages={"required": gettext_lazy("Kies welke jeugdhulp er nu is; daaruit volgt wat er straks kan.")},
    )  # fmt: skip
    contact = forms.CharField(
        label=gettext_lazy("Wie is er vanuit de jeugdhulp bij?"), max_length=160, required=False,
        help_text=gettext_lazy("Naam en organisatie, zodat u het samen doet."),
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["jeugdhulp"].choices = [(b.jeugd, b.naam) for b in bruggen().values()]  # type: ignore[attr-defined]
        self.fields["doeldag"].label = _("Achttien op")

    def feiten(self) -> dict[str, Any]:
        return {"jeugdhulp": self.cleaned_data["jeugdhulp"], "contact": self.cleaned_data["contact"]}


class ContinuForm(WegForm):
    """For a change of law or after a crisis: can each provider stay, and why not."""

    reden_wissel = _vlak(
        gettext_lazy("Kan iemand niet blijven: waarom moet wisselen toch, en hoe gaat het warm over?"),
        gettext_lazy("Alleen nodig als een aanbieder niet kan blijven."),
    )

    def __init__(self, *args: Any, aanbieders: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.namen = list(dict.fromkeys(aanbieders))
        for plek, naam in enumerate(self.namen):
            self.fields[f"blijft_{plek}"] = forms.ChoiceField(
                label=naam, choices=BLIJFT, initial=Blijft.ONBEKEND.value, widget=forms.RadioSelect
            )
        self.fields["doeldag"].label = _("Wanneer moet het geregeld zijn?")

    @property
    def blijft(self) -> list[forms.BoundField]:
        return [self[f"blijft_{plek}"] for plek in range(len(self.namen))]

    def feiten(self) -> dict[str, Any]:
        return {
            "aanbieders": {naam: self.cleaned_data[f"blijft_{plek}"] for plek, naam in enumerate(self.namen)},
            "reden_wissel": self.cleaned_data["reden_wissel"],
        }


class NaarWlzForm(ContinuForm):
    bijdrage_straks = forms.DecimalField(
        label=gettext_lazy("Wat zou de inwoner onder de Wlz betalen, per maand?"), min_value=0, max_digits=7, decimal_places=2,
        required=False, help_text=gettext_lazy("In euro, uit de rekenhulp van het CAK. Leeg: nog niet bekend. Wijkspil vraagt geen inkomen."),
    )  # fmt: skip

    def feiten(self) -> dict[str, Any]:
        straks = self.cleaned_data["bijdrage_straks"]
        return super().feiten() | {"bijdrage_straks_cent": int(straks * 100) if straks is not None else None}


class NaCrisisForm(ContinuForm):
    crisishulp = forms.CharField(
        label=gettext_lazy("Wie hielp in de crisis?"), max_length=120,
        help_text=gettext_lazy("Ook dit is iemand die de inwoner nu kent en vertrouwt."),
        error_messages={"required": gettext_lazy("Schrijf op wie er in de crisis hielp.")},
    )  # fmt: skip
    crisis_blijft = forms.ChoiceField(
        label=gettext_lazy("Kan die blijven?"),
        choices=BLIJFT,
        initial=Blijft.ONBEKEND.value,
        widget=forms.RadioSelect,
    )

    def feiten(self) -> dict[str, Any]:
        feiten = super().feiten()
        return feiten | {
            "aanbieders": {
                self.cleaned_data["crisishulp"]: self.cleaned_data["crisis_blijft"],
                **feiten["aanbieders"],
            }
        }


class AfrondForm(forms.Form):
    afloop = _vlak(gettext_lazy("Hoe is het afgelopen?"), verplicht=True, rijen=2)


class OverlastForm(forms.Form):
    wat = _vlak(
        gettext_lazy("Wat is er gezien of gehoord?"),
        gettext_lazy("Zonder wie het meldde."),
        verplicht=True,
        rijen=2,
    )
    ernstig = forms.ChoiceField(
        label=gettext_lazy("Hebben buren er echt last van, of is er gevaar?"),
        choices=[("nee", gettext_lazy("nee, we laten het zo en kijken op de afgesproken dag")), ("ja", gettext_lazy("ja, de vraag komt nu terug"))],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies of de vraag nu terugkomt.")},
    )  # fmt: skip
