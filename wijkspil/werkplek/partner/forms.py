"""What a partner fills in: three questions first, then who it is about, then the resident's yes (C2)."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.fields import controleer_bsn
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.zoeken import schone_postcode
from wijkspil.werkplek.vraag.velden import RevForm, kanalen, kies, tekstvlak
from wijkspil.werkwijzen.werkwijze import Werkwijze

DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
OVER = (
    "roepnaam",
    "voorvoegsel",
    "achternaam",
    "geboortedatum",
    "bsn",
    "straat",
    "huisnummer",
    "postcode",
    "woonplaats",
    "telefoon",
)


class PartnervraagForm(forms.Form):
    wat_wil_ik = tekstvlak(
        gettext_lazy("Wat wil ik?"), rijen=2, uitleg=gettext_lazy("In de woorden van de inwoner.")
    )
    wat_kan_ik = tekstvlak(
        gettext_lazy("Wat kan ik?"),
        verplicht=False,
        rijen=2,
        uitleg=gettext_lazy("Zelf, met mensen eromheen, of wat al is geprobeerd. Vraag er niet naar door."),
    )
    wat_heb_ik_nodig = tekstvlak(gettext_lazy("Wat heb ik nodig?"), rijen=2)
    roepnaam = forms.CharField(label=gettext_lazy("Roepnaam"), max_length=60, required=False)
    voorvoegsel = forms.CharField(label=gettext_lazy("Voorvoegsel"), max_length=20, required=False)
    achternaam = forms.CharField(label=gettext_lazy("Achternaam"), max_length=120)
    geboortedatum = forms.DateField(label=gettext_lazy("Geboortedatum"), widget=DAG, required=False)
    bsn = forms.CharField(
        label=gettext_lazy("BSN"), max_length=9, required=False, validators=[controleer_bsn],
        help_text=gettext_lazy("Alleen als uw organisatie het BSN hiervoor mag gebruiken."),
    )  # fmt: skip
    straat = forms.CharField(label=gettext_lazy("Straat"), max_length=80, required=False)
    huisnummer = forms.CharField(label=gettext_lazy("Huisnummer"), max_length=10, required=False)
    postcode = forms.CharField(
        label=gettext_lazy("Postcode"), max_length=7, help_text=gettext_lazy("Daaruit volgt welk team helpt.")
    )
    woonplaats = forms.CharField(label=gettext_lazy("Woonplaats"), max_length=80, required=False)
    telefoon = forms.CharField(label=gettext_lazy("Telefoon"), max_length=20, required=False)
    kanaal = forms.ChoiceField(label=gettext_lazy("Hoe kwam de vraag bij u?"))
    toestemming_op = forms.DateField(
        label=gettext_lazy("Wanneer zei de inwoner dat de gemeente dit mag weten?"),
        widget=DAG,
        error_messages={
            "required": gettext_lazy("Vraag de inwoner of deze vraag naar de gemeente mag, en vul de dag in.")
        },
    )

    def __init__(self, *args: Any, werkwijze: Werkwijze, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies(self, "kanaal", kanalen(werkwijze))

    def clean_postcode(self) -> str:
        postcode = schone_postcode(self.cleaned_data["postcode"])
        if len(postcode) != 6 or not (postcode[:4].isdigit() and postcode[4:].isalpha()):
            raise forms.ValidationError(
                _("Schrijf de postcode als 1234 AB. Zonder postcode weten wij niet welk team helpt.")
            )
        return postcode

    def inwoner(self) -> NieuweInwoner:
        velden = {naam: self.cleaned_data[naam] for naam in OVER}
        return NieuweInwoner(**(velden | {"bsn": velden["bsn"] or None}))


class JaForm(RevForm):
    """The partner picks it up; its own name goes along."""


class NeeForm(RevForm):
    reden = tekstvlak(
        gettext_lazy("Waarom kan het bij u niet?"),
        rijen=2,
        uitleg=gettext_lazy("De gemeente zoekt dan verder. De inwoner leest deze reden niet."),
    )


class TerugForm(RevForm):
    reden = tekstvlak(gettext_lazy("Waarom geeft u het terug?"), rijen=2)
