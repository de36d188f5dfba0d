"""The small forms of buying and contracts. Money is typed in euros and kept in cents."""

from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as __

from wijkspil.aanbieders.models import Contract
from wijkspil.inkoop.models import Beleidsstuk, Inkoopprocedure, Kennisgeving, Overleg
from wijkspil.werkplek.vraag.velden import tekstvlak


def dag(label: Any, *, verplicht: bool = True, uitleg: Any = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=verplicht,
        help_text=uitleg,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )


def regel(label: Any, *, lang: int = 160, verplicht: bool = True, uitleg: Any = "") -> forms.CharField:
    return forms.CharField(label=label, max_length=lang, required=verplicht, help_text=uitleg)


class ProcedureForm(forms.Form):
    naam = regel(__("Hoe heet deze procedure?"), lang=120)
    wijze = forms.ChoiceField(label=__("Hoe koopt u in?"), choices=Inkoopprocedure.Wijze.choices)
    wetten = forms.MultipleChoiceField(
        label=__("Voor welke wetten?"),
        choices=[
            ("wmo", __("Wmo")),
            ("jeugdwet", __("Jeugdwet")),
            ("participatiewet", __("Participatiewet")),
        ],
        widget=forms.CheckboxSelectMultiple,
        initial=["wmo"],
    )
    producten = forms.MultipleChoiceField(
        label=__("Voor welke producten?"), widget=forms.CheckboxSelectMultiple
    )
    bekostiging = forms.ChoiceField(label=__("Hoe wordt er betaald?"), choices=Contract.Bekostiging.choices)
    opent_op = dag(__("Inschrijven kan vanaf"))
    sluit_op = dag(__("Inschrijven kan tot en met"), verplicht=False, uitleg=__("Leeg: op elk moment."))
    contract_van = dag(__("Contracten gelden vanaf"))
    contract_tot = dag(__("Contracten gelden tot en met"), verplicht=False)
    hoe_gekozen = tekstvlak(
        __("Waarop kiest u?"),
        rijen=3,
        uitleg=__("Nooit alleen op de laagste prijs (Wmo 2015, artikel 2.6.4 lid 3)."),
    )
    eisen = tekstvlak(
        __("Wat moet een aanbieder laten zien?"),
        rijen=6,
        uitleg=__(
            "Eén eis per regel. Achter een streepje na hoeveel maanden het opnieuw moet, zoals: VOG medewerkers | 36"
        ),
    )

    def __init__(self, *args: Any, producten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producten"].choices = producten  # type: ignore[attr-defined]

    def clean_eisen(self) -> list[dict[str, Any]]:
        eisen = []
        for zin in self.cleaned_data["eisen"].splitlines():
            naam, _streep, maanden = (deel.strip() for deel in zin.partition("|"))
            if not naam:
                continue
            if maanden and not maanden.isdecimal():
                raise forms.ValidationError(
                    _("Achter het streepje bij “%(eis)s” hoort een aantal maanden, zoals 12.") % {"eis": naam}
                )
            eisen.append({"naam": naam[:80], "geldig_maanden": int(maanden) if maanden else None})
        if len({eis["naam"] for eis in eisen}) < len(eisen):
            raise forms.ValidationError(_("Een eis staat er twee keer. Elke eis is er één keer nodig."))
        return eisen

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or {}
        for van, tot in (("opent_op", "sluit_op"), ("contract_van", "contract_tot")):
            if velden.get(van) and velden.get(tot) and velden[tot] < velden[van]:
                self.add_error(
                    tot, _("Deze dag ligt voor de eerste dag. Kies een latere dag, of laat het leeg.")
                )
        return velden


class InschrijvingForm(forms.Form):
    aanbieder = forms.ChoiceField(label=__("Welke aanbieder?"))
    ontvangen_op = dag(__("Wanneer kwam de inschrijving binnen?"))

    def __init__(self, *args: Any, aanbieders: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["aanbieder"].choices = [("", _("Kies een aanbieder")), *aanbieders]  # type: ignore[attr-defined]


class BewijsForm(forms.Form):
    naam = regel(
        __("Welk bewijs zag u?"),
        lang=80,
        uitleg=__("Zoals de eis heet: VOG medewerkers, meldcode, verzekering."),
    )
    kenmerk = regel(__("Kenmerk"), lang=80, verplicht=False)
    geldig_tot = dag(__("Geldig tot en met"), verplicht=False, uitleg=__("Leeg: het verloopt niet."))


class ToetsForm(forms.Form):
    eis = forms.ChoiceField(label=__("Welke eis?"))
    bewijs = forms.ChoiceField(label=__("Op welk bewijs?"), required=False)
    voldoet = forms.ChoiceField(
        label=__("Voldoet de aanbieder?"),
        choices=[("ja", __("ja")), ("nee", __("nee"))],
        widget=forms.RadioSelect,
    )
    toelichting = regel(__("Toelichting"), lang=240, verplicht=False)

    def __init__(
        self, *args: Any, eisen: list[tuple[str, str]], bewijzen: list[tuple[str, str]], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["eis"].choices = eisen  # type: ignore[attr-defined]
        self.fields["bewijs"].choices = [("", _("geen bewijs")), *bewijzen]  # type: ignore[attr-defined]


class PrijsForm(forms.Form):
    jaar = forms.IntegerField(label=__("Voor welk jaar?"), min_value=2015, max_value=2060)
    euro = forms.DecimalField(
        label=__("Prijs in euro"), min_value=Decimal("0.01"), max_digits=10, decimal_places=2
    )
    per = forms.ChoiceField(
        label=__("Per"),
        choices=[
            ("uur", __("uur")),
            ("dagdeel", __("dagdeel")),
            ("maand", __("maand")),
            ("inwoner", __("inwoner per jaar")),
        ],
    )


class PanelForm(forms.Form):
    wie = regel(
        __("Wie?"), lang=120, uitleg=__("Een naam of “bewoner 1”. Wie in het panel zit, beslist niet.")
    )
    cijfer = forms.IntegerField(label=__("Cijfer van 1 tot en met 10"), min_value=1, max_value=10)
    waarom = regel(__("Waarom?"), lang=240)


class AfwijzenForm(forms.Form):
    reden = tekstvlak(__("Waarom niet?"), rijen=3, uitleg=__("De aanbieder krijgt dit te lezen."))


class AannameForm(forms.Form):
    neemt_aan = forms.ChoiceField(
        label=__("Neemt deze aanbieder nieuwe mensen aan?"),
        choices=[("ja", __("ja")), ("nee", __("nee, nu niet"))],
        widget=forms.RadioSelect,
    )
    wachttijd_dagen = forms.IntegerField(
        label=__("Wachttijd in dagen"),
        required=False,
        min_value=0,
        max_value=999,
        help_text=__("Leeg: niet bekend."),
    )
    reden = regel(__("Waarom niet?"), verplicht=False)


class LocatieForm(forms.Form):
    naam = regel(__("Naam van de locatie"), lang=120)
    adres = regel(__("Adres"), lang=120, verplicht=False)
    plaats = regel(__("Plaats"), lang=80)
    lat = forms.FloatField(label=__("Breedtegraad"), required=False, min_value=50.5, max_value=53.8)
    lon = forms.FloatField(label=__("Lengtegraad"), required=False, min_value=3.2, max_value=7.4)
    van = dag(__("Vanaf"))


class OverlegForm(forms.Form):
    soort = forms.ChoiceField(label=__("Wat voor gesprek?"), choices=Overleg.Soort.choices)
    op = dag(__("Wanneer?"))
    agenda = tekstvlak(__("Wat staat er op de agenda?"), rijen=3)


class VerslagForm(forms.Form):
    verslag = tekstvlak(__("Wat is besproken en afgesproken?"), rijen=6)


class ActieForm(forms.Form):
    wat = regel(__("Wat gaat er gebeuren?"), lang=240)
    wie = regel(__("Wie doet het?"), lang=120)
    uiterlijk = dag(__("Uiterlijk"))


class KennisgevingForm(forms.Form):
    soort = forms.ChoiceField(label=__("Wat voor kennisgeving?"), choices=Kennisgeving.Soort.choices)
    tekst = tekstvlak(__("Wat staat erin?"), rijen=4)
    antwoord_voor = dag(__("Antwoord verwacht uiterlijk"), verplicht=False)


class OnderaannemerForm(forms.Form):
    naam = regel(__("Wie?"), lang=120)
    wat = regel(__("Voor welk werk?"))
    van = dag(__("Vanaf"))
    tot = dag(__("Tot en met"), verplicht=False)


class EindeForm(forms.Form):
    tot = dag(__("Laatste dag van het contract"))


class UitkomstForm(forms.Form):
    naam = regel(__("Wat moet er bereikt worden?"))
    bron = regel(__("Hoe wordt het gemeten, en door wie?"))
    streven = regel(__("Waar streeft u naar?"), lang=80)


class MetingForm(forms.Form):
    uitkomst = forms.ChoiceField(label=__("Welke uitkomst?"))
    op = dag(__("Op welke dag?"))
    waarde = regel(__("Hoe staat het?"), lang=80)
    verhaal = tekstvlak(__("Het verhaal erachter"), verplicht=False, rijen=4)

    def __init__(self, *args: Any, uitkomsten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["uitkomst"].choices = uitkomsten  # type: ignore[attr-defined]


class RaadplegingForm(forms.Form):
    op = dag(__("Wanneer?"))
    wie = regel(__("Wie is gehoord?"))
    uitkomst = tekstvlak(__("Wat vonden zij, en wat is daarmee gedaan?"), rijen=3)


class BeleidsstukForm(forms.Form):
    naam = regel(__("Hoe heet het stuk?"))
    soort = forms.ChoiceField(label=__("Wat is het?"), choices=Beleidsstuk.Soort.choices)
    van = dag(__("Geldt vanaf"))
    tot = dag(__("Geldt tot en met"), verplicht=False)
    vindplaats = regel(__("Waar is het te lezen?"), lang=240)
    producten = forms.MultipleChoiceField(
        label=__("Over welke producten?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=__("Geen: over alles."),
    )

    def __init__(self, *args: Any, producten: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["producten"].choices = producten  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        velden: dict[str, Any] = super().clean() or {}
        if velden.get("van") and velden.get("tot") and velden["tot"] < velden["van"]:
            self.add_error(
                "tot", _("Deze dag ligt voor de eerste dag. Kies een latere dag, of laat het leeg.")
            )
        return velden


class OpbouwForm(forms.Form):
    """The figures of a fair price, as text, so that a comma is as good as a point; `regels.reele_prijs` judges them."""

    toelichting = regel(
        __("Waar komen deze getallen vandaan?"),
        lang=240,
        uitleg=__("Zoals: cao VVT 2026, opgave van drie aanbieders."),
    )

    def __init__(self, *args: Any, velden: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        toelichting = self.fields.pop("toelichting")
        for veld in velden:
            self.fields[veld.sleutel] = forms.CharField(
                label=veld.naam,
                help_text=f"{veld.uitleg}.",
                max_length=12,
                initial=veld.voorbeeld.replace(".", ","),
            )
        self.fields["toelichting"] = toelichting
