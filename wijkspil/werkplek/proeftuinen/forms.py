"""What people fill in about a pilot."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.aanbieders.models import Product
from wijkspil.proeftuinen.models import Deelname, Leermoment, Proeftuin
from wijkspil.proeftuinen.reeksen import ReeksFout, lees_regels
from wijkspil.proeftuinen.uitkomsten import UITKOMSTEN


def _dag(label: Any, **kwargs: Any) -> forms.DateField:
    return forms.DateField(
        label=label, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **kwargs
    )


def _tekst(label: Any, hulp: Any = "", rijen: int = 2, **kwargs: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=hulp, max_length=2000, widget=forms.Textarea(attrs={"rows": rijen}), **kwargs
    )


class ProeftuinForm(forms.Form):
    """Everything but name and question may wait until the pilot is registered."""

    rev = forms.IntegerField(widget=forms.HiddenInput, required=False)
    naam = forms.CharField(label=_("Naam"), max_length=120)
    vraag = _tekst(_("Wat willen we weten?"), _("Eén vraag, zo dat ja en nee allebei een antwoord zijn."))
    maatregel = _tekst(_("Wat doen we anders?"), required=False)
    doelgroep = _tekst(_("Voor wie?"), required=False)
    waar = forms.CharField(label=_("Waar?"), max_length=160, required=False)
    begint_op = _dag(_("Begint op"), required=False)
    eindigt_op = _dag(_("Eindigt op"), required=False, help_text=_("Leeg: dat staat nog niet vast."))
    instap = forms.ChoiceField(label=_("Hoe komen vragen erin?"), choices=Proeftuin.Instap.choices)
    instap_product = forms.ChoiceField(label=_("Alleen bij dit product"), required=False)
    vergelijking = forms.ChoiceField(
        label=_("Met wie vergelijken we?"), choices=Proeftuin.Vergelijking.choices,
        help_text=_("Zonder groep om mee te vergelijken is niet te zeggen of het door de proeftuin komt."),
    )  # fmt: skip
    vergelijkgroep = _tekst(_("Wie zijn dat?"), required=False)
    vergelijk_producten = forms.MultipleChoiceField(
        label=_("Producten van de gewone hulp"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Alleen als u vergelijkt met mensen die de gewone hulp krijgen."),
    )  # fmt: skip
    uitkomsten = forms.MultipleChoiceField(
        label=_("Waar kijken we naar?"), required=False, widget=forms.CheckboxSelectMultiple,
        choices=[(sleutel, u.naam) for sleutel, u in UITKOMSTEN.items()],
    )  # fmt: skip
    marge_tevreden = forms.DecimalField(
        label=_("Hoeveel lager mag het cijfer zijn?"), min_value=Decimal("0.1"), max_value=3, decimal_places=1, initial=Decimal("0.5"),
        help_text=_("In punten op een schaal van 1 tot 10. Tot zover noemen we het “even tevreden”."),
    )  # fmt: skip
    stopregel = _tekst(_("Wanneer stoppen we?"), _("Zo dat een ander het kan nagaan."), required=False)
    budget = forms.DecimalField(
        label=_("Geld apart gezet"), min_value=0, max_digits=11, decimal_places=2, required=False, help_text=_("In euro. Leeg: niets.")
    )  # fmt: skip
    budget_bron = forms.CharField(label=_("Waar komt dat geld vandaan?"), max_length=160, required=False)
    bron = forms.CharField(
        label=_("Bron"),
        max_length=200,
        required=False,
        help_text=_("Een besluit, een verslag, de werkwijze."),
    )
    waarom = _tekst(
        _("Waarom verandert u dit?"),
        _("Deze proeftuin is al vastgelegd. Wat er stond, blijft te lezen, met uw reden erbij."),
        required=False,
    )

    def __init__(self, *args: Any, vastgelegd: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        producten = [(p.code, f"{p.naam} ({p.code})") for p in Product.objects.order_by("naam")]
        self.fields["instap_product"].choices = [("", _("elk product")), *producten]  # type: ignore[attr-defined]
        self.fields["vergelijk_producten"].choices = producten  # type: ignore[attr-defined]
        if not vastgelegd:
            del self.fields["waarom"]

    @classmethod
    def van(cls, proeftuin: Proeftuin) -> dict[str, Any]:
        """Initial values of a pilot."""
        velden = [veld for veld in cls.base_fields if hasattr(proeftuin, veld)]
        cent = proeftuin.budget_cent
        return {veld: getattr(proeftuin, veld) for veld in velden} | {
            "budget": Decimal(cent) / 100 if cent is not None else None
        }

    def velden(self) -> dict[str, Any]:
        """What an action takes."""
        schoon = {
            naam: waarde
            for naam, waarde in self.cleaned_data.items()
            if naam not in ("rev", "waarom", "budget")
        }
        budget = self.cleaned_data["budget"]
        return schoon | {"budget_cent": int(budget * 100) if budget is not None else None}


class LeerForm(forms.Form):
    op = _dag(_("Wanneer?"))
    soort = forms.ChoiceField(label=_("Wat was het?"), choices=Leermoment.Soort.choices)
    wat = _tekst(_("Wat leerden we?"), _("Over de aanpak. Geen namen van inwoners."), rijen=3)


class AfrondForm(forms.Form):
    gestopt = forms.ChoiceField(
        label=_("Hoe eindigt het?"), choices=[("nee", _("klaar zoals gepland")), ("ja", _("gestopt: de stopregel is geraakt"))], widget=forms.RadioSelect
    )  # fmt: skip
    conclusie = _tekst(
        _("Wat leerde de proeftuin?"), _("Ook “we weten het nog niet” is een antwoord."), rijen=3
    )


class CijfersForm(forms.Form):
    uitkomst = forms.ChoiceField(
        label=_("Waarover?"), choices=[(s, u.naam) for s, u in UITKOMSTEN.items() if not u.per_mens]
    )
    bron = forms.CharField(label=_("Waar komen de cijfers vandaan?"), max_length=300)
    regels = forms.CharField(
        label=_("De cijfers"), max_length=60_000, widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Eén regel per gebied en periode: gebied; jaar of jaar-kwartaal; getal; proef ja of nee. Bijvoorbeeld: Eersel; 2019; 412; nee"),
    )  # fmt: skip

    def clean_regels(self) -> list[dict[str, Any]]:
        try:
            return lees_regels(self.cleaned_data["regels"])
        except ReeksFout as fout:
            raise forms.ValidationError(str(fout)) from fout


class InstapForm(forms.Form):
    proeftuin = forms.ModelChoiceField(label=_("Welke proeftuin?"), queryset=Proeftuin.objects.none())
    arm = forms.ChoiceField(
        label=_("In welke groep?"), choices=Deelname.Arm.choices, widget=forms.RadioSelect, initial="proef"
    )

    def __init__(self, *args: Any, open_: list[Proeftuin], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["proeftuin"] = forms.ChoiceField(
            label=_("Welke proeftuin?"), choices=[(str(p.pk), p.naam) for p in open_]
        )


class UitstapForm(forms.Form):
    deelname = forms.UUIDField(widget=forms.HiddenInput)
    reden = forms.CharField(label=_("Waarom doet deze vraag niet meer mee?"), max_length=200)
