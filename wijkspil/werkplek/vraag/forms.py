"""A new question on one page: what is the matter, for whom, how soon, and how it came in. Only two fields are required."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _g
from django.utils.translation import gettext_lazy as _

from wijkspil.core.fields import controleer_bsn
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.models import Inwoner
from wijkspil.inwoners.zoeken import schone_postcode, schoon_huisnummer
from wijkspil.inwoners.zoeknamen import splits_voorvoegsel
from wijkspil.toegang.themas import THEMAS
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .velden import Spoedvragen, kies, tekstvlak

DATUMVORMEN = ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]


def ingangen(werkwijze: Werkwijze) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every door with its channels, as groups of one choice: `zorgbalie:telefoon`."""
    labels = {kanaal.sleutel: kanaal.label for kanaal in werkwijze.kanalen.lijst}
    return [
        (
            deur.label,
            [(f"{deur.sleutel}:{kanaal}", f"{deur.label}: {labels[kanaal]}") for kanaal in deur.kanalen],
        )
        for deur in werkwijze.deuren.lijst
    ]


class NieuweVraagForm(Spoedvragen):
    vraag = tekstvlak(
        _("Wat is er aan de hand?"),
        uitleg=_("Schrijf het op zoals de inwoner het zegt."),
        fout=_("Schrijf in een paar woorden op wat er aan de hand is. Daarmee begint alles."),
        rijen=4,
    )
    thema = forms.ChoiceField(
        label=_("Waar gaat het over?"),
        help_text=_("Mag leeg blijven. Gaat het over meer dingen, kies dan wat het eerst moet."),
        choices=[("", _("weet ik nog niet")), *THEMAS],
        required=False,
    )
    al_geprobeerd = tekstvlak(
        _("Wat is er al geprobeerd?"),
        uitleg=_("Door de inwoner zelf, familie of buren. Nooit als bewijs; wel om niet dubbel te vragen."),
        verplicht=False,
        rijen=2,
    )
    roepnaam = forms.CharField(label=_("Voornaam"), max_length=60, required=False)
    achternaam = forms.CharField(
        label=_("Achternaam"),
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={
            "required": _("Zonder achternaam vinden wij de inwoner later niet terug. Weet u hem niet, schrijf dan “onbekend”.")
        },
    )  # fmt: skip
    geboortedatum = forms.DateField(
        label=_("Geboortedatum"),
        required=False,
        input_formats=DATUMVORMEN,
        error_messages={"invalid": _("Dit is geen datum. Schrijf dag, maand en jaar, zoals 12-03-1941.")},
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
    )
    telefoon = forms.CharField(
        label=_("Telefoon"), max_length=20, required=False, widget=forms.TextInput(attrs={"type": "tel"})
    )
    postcode = forms.RegexField(
        r"^\s*[1-9][0-9]{3}\s*[A-Za-z]{2}\s*$",
        label=_("Postcode"),
        max_length=8,
        required=False,
        error_messages={"invalid": _("Een postcode is vier cijfers en twee letters, zoals 5431 AB. Het team volgt uit de postcode.")},
    )  # fmt: skip
    huisnummer = forms.CharField(label=_("Huisnummer"), max_length=10, required=False)
    straat = forms.CharField(label=_("Straat"), max_length=80, required=False)
    woonplaats = forms.CharField(label=_("Woonplaats"), max_length=80, required=False)
    bsn = forms.CharField(
        label=_("Burgerservicenummer"),
        help_text=_("Alleen als de inwoner het bij de hand heeft."),
        max_length=11,
        required=False,
    )
    geheim_adres = forms.BooleanField(label=_("Geheim adres: dit adres mag niemand zien"), required=False)
    ingang = forms.ChoiceField(label=_("Hoe kwam de vraag binnen?"))
    keuze = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, werkwijze: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, werkwijze=werkwijze, **kwargs)
        kies(self, "ingang", ingangen(werkwijze))
        wie = self.data.get("keuze") or self.initial.get("keuze") or ""
        self.fields["achternaam"].required = not wie.startswith(("inwoner:", "vraag:"))

    def clean_bsn(self) -> str:
        bsn = str(self.cleaned_data["bsn"]).replace(" ", "").replace(".", "")
        if bsn:
            controleer_bsn(bsn)
        return bsn

    def clean_postcode(self) -> str:
        return schone_postcode(self.cleaned_data["postcode"])

    def clean_huisnummer(self) -> str:
        return schoon_huisnummer(self.cleaned_data["huisnummer"])

    def clean(self) -> dict[str, Any]:
        velden = super().clean()
        if (
            velden.get("keuze") == "nieuw"
            and velden.get("bsn")
            and Inwoner.objects.filter(bsn=velden["bsn"]).exists()
        ):
            raise ValidationError(
                _g(
                    "Dit burgerservicenummer is van iemand die al bekend is. Kies die persoon, of haal het nummer weg."
                )
            )
        return velden

    @property
    def deur(self) -> str:
        return str(self.cleaned_data["ingang"]).partition(":")[0]

    @property
    def kanaal(self) -> str:
        return str(self.cleaned_data["ingang"]).partition(":")[2]

    def inwoner(self) -> NieuweInwoner:
        """What was typed about somebody we don't know yet."""
        c = self.cleaned_data
        voorvoegsel, achternaam = splits_voorvoegsel(c["achternaam"])
        gelijk = (
            "roepnaam",
            "geboortedatum",
            "telefoon",
            "postcode",
            "huisnummer",
            "straat",
            "woonplaats",
            "bsn",
            "geheim_adres",
        )
        return NieuweInwoner(
            achternaam=achternaam, voorvoegsel=voorvoegsel, **{naam: c[naam] for naam in gelijk}
        )
