"""What somebody types into the register of policy."""

from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.beleid.models import Besparing, Registerregel, Verslag
from wijkspil.core import klok


class RegelForm(forms.Form):
    soort = forms.ChoiceField(label=_("Wat is het?"), choices=Registerregel.Soort.choices)
    naam = forms.CharField(label=_("Naam"), max_length=120)
    op = forms.DateField(label=_("Dag"), widget=forms.DateInput(attrs={"type": "date"}))
    tekst = forms.CharField(
        label=_("Wat houdt het in?"), widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=4000,
        help_text=_("Schrijf geen namen van inwoners."),
    )  # fmt: skip


class BesparingForm(forms.Form):
    naam = forms.CharField(label=_("Waarop besparen we?"), max_length=120)
    jaar = forms.IntegerField(label=_("Jaar"), min_value=2020, max_value=2099)
    doel = forms.DecimalField(label=_("Doel in euro"), min_value=Decimal(1), max_digits=11, decimal_places=2)

    def doel_cent(self) -> int:
        return int(self.cleaned_data["doel"] * 100)


class StandForm(forms.Form):
    besparing = forms.UUIDField(widget=forms.HiddenInput)
    gehaald = forms.DecimalField(
        label=_("Gehaald in euro"), min_value=Decimal(0), max_digits=11, decimal_places=2
    )
    stand = forms.ChoiceField(label=_("Stand"), choices=Besparing.Stand.choices)
    reden = forms.CharField(
        label=_("Reden"),
        required=False,
        max_length=2000,
        help_text=_("Nodig als het vertraagd is of losgelaten."),
    )


class PeilingForm(forms.Form):
    jaar = forms.IntegerField(label=_("Over welk jaar?"), min_value=2015, max_value=2099)
    op = forms.DateField(label=_("Dag van het onderzoek"), widget=forms.DateInput(attrs={"type": "date"}))
    bron = forms.CharField(label=_("Wie deed het onderzoek?"), max_length=120)
    bestand = forms.FileField(
        label=_("Bestand (CSV)"),
        help_text=_(
            "Eén regel per mens, met kolommen “vraag 1” tot en met “vraag 10”. Wijkspil bewaart alleen aantallen per vraag."
        ),
    )


class VerslagForm(forms.Form):
    soort = forms.ChoiceField(label=_("Soort"), choices=Verslag.Soort.choices)
    kwartaal = forms.ChoiceField(label=_("Tot en met"), choices=())

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        from wijkspil.sturing.periode import Kwartaal

        veld = self.fields["kwartaal"]
        assert isinstance(veld, forms.ChoiceField)
        veld.choices = [(str(k), k.label) for k in Kwartaal.van(klok.vandaag()).reeks(6)[::-1]]
