"""What can be changed on the file itself: the resident's own data and the people around."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.inwoners.models import Inwoner, Relatie


class InwonerForm(forms.ModelForm):  # type: ignore[type-arg]
    """Known data of a resident; `rev` tells whether somebody else changed it meanwhile."""

    rev = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = Inwoner
        fields = [
            "roepnaam", "voornamen", "voorvoegsel", "achternaam", "geboortedatum", "bsn", "straat", "huisnummer", "postcode",
            "woonplaats", "telefoon", "email", "taal", "tolk_nodig", "geheim_adres", "let_op", "talenten", "wensen",
        ]  # fmt: skip
        labels = {
            "roepnaam": _("Roepnaam"),
            "voornamen": _("Voornamen"),
            "voorvoegsel": _("Voorvoegsel"),
            "achternaam": _("Achternaam"),
            "geboortedatum": _("Geboortedatum"),
            "bsn": _("BSN"),
            "straat": _("Straat"),
            "huisnummer": _("Huisnummer"),
            "postcode": _("Postcode"),
            "woonplaats": _("Woonplaats"),
            "telefoon": _("Telefoon"),
            "email": _("E-mail"),
            "taal": _("Taal"),
            "tolk_nodig": _("Er is een tolk nodig"),
            "geheim_adres": _("Geheim adres: nergens tonen en nergens afdrukken"),
            "let_op": _("Wat moet een bezoeker weten?"),
            "talenten": _("Waar is deze inwoner goed in?"),
            "wensen": _("Wat wil deze inwoner graag?"),
        }
        help_texts = {
            "taal": _("Leeg betekent Nederlands."),
            "let_op": _("Bijvoorbeeld: hond los in huis, bel eerst de dochter."),
        }
        widgets = {
            "geboortedatum": forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            "talenten": forms.Textarea(attrs={"rows": 2}),
            "wensen": forms.Textarea(attrs={"rows": 2}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["rev"].initial = self.instance.rev
        for naam in ("geheim_adres", "taal", "let_op"):
            self.fields[naam].help_text = self.fields[naam].help_text or ""

    def clean_bsn(self) -> str | None:
        return self.cleaned_data["bsn"] or None

    def validate_unique(self) -> None:
        """The constraint per municipality is checked by the database; the view turns it into words."""


class RelatieForm(forms.Form):
    naam = forms.CharField(label=_("Naam"), max_length=120)
    soort = forms.ChoiceField(label=_("Wie is dit?"), choices=Relatie.Soort.choices)
    telefoon = forms.CharField(label=_("Telefoon"), max_length=20, required=False)
    is_mantelzorger = forms.BooleanField(label=_("Is mantelzorger"), required=False)
    is_contactpersoon = forms.BooleanField(label=_("Mag gebeld worden over deze vraag"), required=False)
    sterkte = forms.TypedChoiceField(
        label=_("Hoe vaak is er contact?"),
        choices=[(1, _("af en toe")), (2, _("geregeld")), (3, _("bijna elke dag"))],
        coerce=int,
        initial=2,
    )
