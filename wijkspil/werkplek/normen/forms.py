"""What is done in the house, how often and by whom; and a talk about a norm set."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from wijkspil.besluiten.models import Normraadpleging
from wijkspil.core.klok import vandaag
from wijkspil.regels import normen
from wijkspil.werkplek.besluit.forms import datumveld

KEREN = [
    (0, _("niet")),
    (104, _("twee keer per week")),
    (52, _("elke week")),
    (26, _("eens per twee weken")),
    (12, _("eens per maand")),
    (4, _("vier keer per jaar")),
    (3, _("drie keer per jaar")),
    (2, _("twee keer per jaar")),
    (1, _("eens per jaar")),
]
WIE = [
    (normen.Wie.HULP.value, _("de hulp")),
    (normen.Wie.ZELF.value, _("de inwoner zelf")),
    (normen.Wie.NETWERK.value, _("iemand uit de omgeving")),
]


class UrenForm(forms.Form):
    """The case of one household, on the leading norm set and the one that runs along."""

    personen = forms.IntegerField(label=_("Hoeveel mensen wonen er?"), min_value=1, max_value=12, initial=1)

    def __init__(
        self, leidend: str, schaduw: str, data: Any = None, invoer: Mapping[str, Any] | None = None
    ) -> None:
        super().__init__(data, initial=self._begin(invoer))
        self.schaduw = schaduw
        self.gebieden = dict(normen.gebieden(leidend)) | dict(normen.gebieden(schaduw) if schaduw else {})
        self.factoren = dict(normen.factoren(leidend)) | dict(normen.factoren(schaduw) if schaduw else {})
        for a in normen.activiteiten():
            self.fields[f"keer_{a.code}"] = forms.TypedChoiceField(
                choices=KEREN,
                widget=forms.Select(attrs={"class": "utrecht-select"}),
                coerce=int,
                initial=a.keer,
                label=_t("Hoe vaak: %(wat)s") % {"wat": f"{a.naam}, {a.ruimte}"},
            )
            self.fields[f"wie_{a.code}"] = forms.ChoiceField(
                choices=WIE,
                widget=forms.Select(attrs={"class": "utrecht-select"}),
                initial=normen.Wie.HULP.value,
                label=_t("Wie: %(wat)s") % {"wat": f"{a.naam}, {a.ruimte}"},
            )
        for code, naam in self.gebieden.items():
            if normen.is_per_keer(code):
                self.fields[f"gebied_{code}"] = forms.IntegerField(
                    label=_t("%(wat)s: hoe vaak per week?") % {"wat": naam},
                    min_value=0,
                    max_value=21,
                    required=False,
                )
            else:
                self.fields[f"gebied_{code}"] = forms.BooleanField(label=naam, required=False)
        for code, naam in self.factoren.items():
            self.fields[f"factor_{code}"] = forms.BooleanField(label=naam, required=False)

    @staticmethod
    def _begin(invoer: Mapping[str, Any] | None) -> dict[str, Any]:
        if not invoer:
            return {}
        begin: dict[str, Any] = {"personen": invoer.get("personen", 1)}
        for code, inzet in invoer["activiteiten"].items():
            begin[f"keer_{code}"], begin[f"wie_{code}"] = inzet["keer"], inzet["wie"]
        begin |= {f"gebied_{code}": keer for code, keer in invoer.get("gebieden", {}).items()}
        begin |= {f"factor_{code}": bool(n) for code, n in invoer.get("factoren", {}).items()}
        return begin

    @property
    def ruimtes(self) -> list[tuple[str, list[tuple[str, forms.BoundField, forms.BoundField]]]]:
        """The activities per room, each with its two fields."""
        per: dict[str, list[tuple[str, forms.BoundField, forms.BoundField]]] = {}
        for a in normen.activiteiten():
            per.setdefault(a.ruimte, []).append((a.naam, self[f"keer_{a.code}"], self[f"wie_{a.code}"]))
        return list(per.items())

    @property
    def gebiedvelden(self) -> list[forms.BoundField]:
        return [self[f"gebied_{code}"] for code in self.gebieden]

    @property
    def factorvelden(self) -> list[forms.BoundField]:
        return [self[f"factor_{code}"] for code in self.factoren]

    def invoer(self) -> dict[str, Any]:
        """The cleaned case as `bereken_uren` takes it."""
        v = self.cleaned_data
        return {
            "personen": v["personen"],
            "activiteiten": {
                a.code: {"keer": v[f"keer_{a.code}"], "wie": v[f"wie_{a.code}"]}
                for a in normen.activiteiten()
            },
            "gebieden": {
                code: int(v[f"gebied_{code}"] or 0) for code in self.gebieden if v[f"gebied_{code}"]
            },
            "factoren": {code: 1 for code in self.factoren if v[f"factor_{code}"]},
        }


class RaadplegingForm(forms.Form):
    kader = forms.ChoiceField(label=_("Over welk normenkader?"))
    versie = forms.CharField(
        label=_("Welke versie?"), max_length=40, help_text=_("Zoals: concept van maart, of 2.1.")
    )
    groep = forms.ChoiceField(label=_("Met welke groep?"), choices=Normraadpleging.Groep.choices)
    wie = forms.CharField(
        label=_("Met wie?"), max_length=160, help_text=_("Een organisatie of raad; geen namen van inwoners.")
    )
    op = datumveld(label=_("Wanneer?"))
    reactie = forms.CharField(label=_("Wat vonden zij ervan?"), widget=forms.Textarea(attrs={"rows": 3}))
    verwerkt = forms.CharField(
        label=_("Wat is daarmee gedaan?"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, keuzes: list[tuple[str, str]], data: Any = None) -> None:
        super().__init__(data, initial={"op": vandaag()})
        self.fields["kader"].choices = keuzes  # type: ignore[attr-defined]

    def clean_op(self) -> Any:
        if self.cleaned_data["op"] > vandaag():
            raise forms.ValidationError(
                _("Deze dag ligt in de toekomst. Leg het gesprek vast als het is geweest.")
            )
        return self.cleaned_data["op"]
