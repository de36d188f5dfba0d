"""One card as a form. Which fields there are follows from rung, product and way of working."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.plannen.models import Arrangementregel, Doel, Plan
from wijkspil.regels.bedragen import Eenheid
from wijkspil.regels.ladder import Trede
from wijkspil.werkwijzen.assen import Leveringswijze
from wijkspil.werkwijzen.werkwijze import Werkwijze

from . import keuzes
from .ladder import tredekeuzes

VRIJ = ("trede", "wat", "wie", "doel", "volume", "frequentie", "activiteiten", "van", "tot")
PRODUCT = (
    "wat",
    "trap",
    "doel",
    "resultaat",
    "activiteiten",
    "volume",
    "frequentie",
    "minuten_per_week",
    "aanbieder",
    "keuze",
    "van",
    "tot",
    "duur_reden",
)
LOPEND = ("doel", "tot", "duur_reden")


class Aanbiederkeuze(forms.ModelChoiceField):  # type: ignore[type-arg]
    def label_from_instance(self, obj: Any) -> str:
        return keuzes.aanbieder_in_woorden(obj)


class RegelForm(forms.Form):
    rev = forms.IntegerField(required=False, widget=forms.HiddenInput)
    trede = forms.ChoiceField(label=_("Trede"))
    wat = forms.CharField(label=_("Wat gebeurt er?"), max_length=160)
    wie = forms.CharField(
        label=_("Wie doet het?"), max_length=120, widget=forms.TextInput(attrs={"list": "mensen"})
    )
    trap = forms.ChoiceField(label=_("Hoe zwaar"), required=False, widget=forms.RadioSelect)
    doel = forms.ModelChoiceField(
        label=_("Bij welk doel"),
        queryset=Doel.objects.none(),
        required=False,
        empty_label=_("geen doel in het bijzonder"),
    )
    resultaat = forms.CharField(
        label=_("Welk resultaat moet het opleveren?"),
        help_text=_(
            "Zo concreet dat u samen kunt zien of het gelukt is. Nodig voordat het arrangement vast kan."
        ),
        max_length=200,
        required=False,
    )
    activiteiten = forms.CharField(
        label=_("Afspraken: wat doet wie, en hoe vaak"),
        required=False,
        max_length=4000,
        widget=forms.Textarea,
    )
    volume = forms.IntegerField(label=_("Hoeveel keer"), min_value=1, max_value=10_000, initial=1)
    frequentie = forms.ChoiceField(label=_("Hoe vaak"), choices=Arrangementregel.Periode.choices)
    minuten_per_week = forms.IntegerField(
        label=_("Onderbouwde minuten per week"),
        help_text=_("Staan achter het resultaat, voor wie erom vraagt. De aanbieder rekent er niet mee."),
        min_value=1,
        max_value=10_080,
        required=False,
    )
    aanbieder = Aanbiederkeuze(
        label=_("Wie levert het?"),
        help_text=_("Op alfabet, zonder voorkeur. De inwoner kiest."),
        queryset=Aanbieder.objects.none(),
        required=False,
        empty_label=_("nog niet gekozen"),
        widget=forms.RadioSelect,
    )
    keuze = forms.ChoiceField(
        label=_("Hoe is gekozen?"),
        choices=[("", _("nog niet gekozen")), *Arrangementregel.Keuze.choices],
        required=False,
    )
    van = forms.DateField(label=_("Vanaf"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    tot = forms.DateField(
        label=_("Tot en met"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    duur_reden = forms.CharField(
        label=_("Waarom deze duur?"),
        help_text=_(
            "Tijdelijk als het kan, zo lang als nodig. Schrijf in één zin waarom niet korter of langer."
        ),
        required=False,
        max_length=300,
    )
    overgeslagen_reden = forms.CharField(
        label=_("Waarom past iets lichters hier niet?"),
        help_text=_("Eén zin is genoeg. Elk antwoord is goed; het is een vraag, geen drempel."),
        required=False,
        max_length=2000,
        widget=forms.Textarea,
    )

    def __init__(
        self,
        *args: Any,
        werkwijze: Werkwijze,
        plan: Plan | None,
        dag: date,
        trede: str,
        product: Product | None = None,
        loopt: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._werkwijze, self._product = werkwijze, product
        velden = set(LOPEND if loopt else PRODUCT if product else VRIJ)
        if product:
            self._zet_product(velden, werkwijze, product, dag)
        if trede == Trede.MAATWERK and not loopt:
            velden.add("overgeslagen_reden")
        if product and trede != Trede.MAATWERK:
            velden -= {"resultaat", "minuten_per_week"}
        for naam in set(self.fields) - velden - {"rev"}:
            del self.fields[naam]
        if "trede" in self.fields:
            self.fields["trede"].choices = tredekeuzes(werkwijze)  # type: ignore[attr-defined]
        if "doel" in self.fields and plan is not None:
            self.fields["doel"].queryset = plan.doelen.order_by("volgorde", "gemaakt_op")  # type: ignore[attr-defined]

    def _zet_product(self, velden: set[str], werkwijze: Werkwijze, product: Product, dag: date) -> None:
        trappen = keuzes.trappen(werkwijze, product)
        if trappen:
            self.fields["trap"].choices = [(trap, trap) for trap in trappen]  # type: ignore[attr-defined]
        else:
            velden.discard("trap")
        if keuzes.vast_bedrag(werkwijze, product):
            velden -= {"volume", "frequentie"}
        if product.eenheid:
            eenheid = Eenheid(product.eenheid).label
            self.fields["volume"].label = _("Hoeveel: %(eenheid)s") % {"eenheid": eenheid}
        mogelijk = keuzes.aanbieders_voor(werkwijze, product, dag)
        enige = list(mogelijk[:2])
        if enige:
            self.fields["aanbieder"].queryset = mogelijk  # type: ignore[attr-defined]
            if len(enige) == 1 and not self.initial.get("aanbieder"):
                self.initial = {
                    **self.initial,
                    "aanbieder": enige[0].pk,
                    "keuze": Arrangementregel.Keuze.ENIGE,
                }
        else:
            velden -= {"aanbieder", "keuze"}
            velden.add("wie")
            eigen = werkwijze.assen_voor(product.code).levering.keuze is Leveringswijze.EIGEN_TEAM
            if eigen and not self.initial.get("wie"):
                self.initial = {**self.initial, "wie": werkwijze.woorden.team}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        van, tot = data.get("van") or self.initial.get("van"), data.get("tot")
        if van and tot and tot < van:
            self.add_error("tot", _("De laatste dag ligt voor de eerste. Pas een van de twee aan."))
        hoe_vaak = data.get("frequentie", "")
        if self._product and not tot and keuzes.vraagt_einde(self._werkwijze, self._product, hoe_vaak):
            self.add_error(
                "tot",
                _("Kies een laatste dag. Zonder die dag kan deze opdracht niet weg; verlengen kan later."),
            )
        return data

    @staticmethod
    def begin(regel: Arrangementregel) -> dict[str, Any]:
        """A card as the form shows it."""
        velden = {veld: getattr(regel, veld) for veld in {*VRIJ, *PRODUCT, "overgeslagen_reden", "rev"}}
        return velden | {"doel": regel.doel_id, "aanbieder": regel.aanbieder_id}
