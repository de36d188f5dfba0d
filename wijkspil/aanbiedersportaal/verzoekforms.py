"""A provider asks for other help on an order, or for new help for the same person."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.aanbieders.models import Product
from wijkspil.core import klok
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.regels.bedragen import Frequentie

from .forms import Daad, dag

REDENEN = (("1", _("er is iets veranderd bij de inwoner")), ("2", _("het plan van de hulp is veranderd")))
"""Code list WJ758 in our words."""


def _volume(label: Any, uitleg: Any = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        help_text=uitleg,
        min_value=1,
        max_value=99_999,
        error_messages={"required": _("Schrijf hoeveel, in een heel getal.")},
    )


class WijzigverzoekForm(Daad):
    naam = "wijzig"
    volume = _volume(_("Hoeveel is er nodig?"))
    vanaf = dag(
        _("Vanaf welke dag?"),
        _("Een andere hoeveelheid in totaal geldt altijd vanaf het begin van de opdracht."),
    )
    einde = forms.DateField(
        label=_("Tot en met welke dag?"),
        required=False,
        help_text=_("Leeg: zonder einddatum."),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
    )
    reden = forms.ChoiceField(label=_("Waarom?"), choices=REDENEN, widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        t = self.toewijzing
        self.fields["volume"].initial = t.volume
        self.fields["vanaf"].initial = max(t.ingang, klok.vandaag() + timedelta(days=1))
        self.fields["einde"].initial = t.einde

    def clean(self) -> dict[str, Any] | None:
        schoon = super().clean() or {}
        einde, vanaf = schoon.get("einde"), schoon.get("vanaf")
        if einde and vanaf and einde < vanaf:
            self.add_error("einde", _("De laatste dag ligt voor de eerste. Kijk de dagen na."))
        elif (
            not self.errors
            and schoon.get("volume") == self.toewijzing.volume
            and einde == self.toewijzing.einde
        ):
            self.add_error(
                "volume",
                _("Dit is hetzelfde als nu. Verander de hoeveelheid of de laatste dag (regel TR353)."),
            )
        return schoon


class NieuwverzoekForm(Daad):
    naam = "nieuw"
    product = forms.ModelChoiceField(
        label=_("Welke hulp?"), queryset=Product.objects.none(), empty_label=None
    )
    volume = _volume(_("Hoeveel?"))
    frequentie = forms.ChoiceField(
        label=_("Hoe vaak?"), choices=[(f.value, f.label) for f in Frequentie], initial=Frequentie.PER_WEEK
    )
    vanaf = dag(_("Vanaf welke dag?"))
    einde = dag(_("Tot en met welke dag?"))
    toelichting = forms.CharField(
        label=_("Waarom is dit nodig?"),
        max_length=200,
        help_text=_("In het kort. De gemeente kijkt ernaar met de inwoner."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["product"]
        assert isinstance(veld, forms.ModelChoiceField)
        veld.queryset = producten_van(self.toewijzing)
        self.fields["vanaf"].initial = klok.vandaag() + timedelta(days=14)
        self.fields["einde"].initial = klok.vandaag() + timedelta(days=14 + 364)


def producten_van(t: Toewijzing) -> Any:
    """What this provider may deliver today: the products with a tariff in its contracts."""
    return (
        Product.objects.filter(tarieven__contract__aanbieder=t.aanbieder, geldig_tot__isnull=True)
        .distinct()
        .order_by("naam")
    )


VERZOEKEN: dict[str, type[Daad]] = {f.naam: f for f in (WijzigverzoekForm, NieuwverzoekForm)}
