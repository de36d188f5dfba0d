"""What staff fills in to answer a resident, and to let somebody look along on the resident's request."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from wijkspil.core import klok
from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.inwoners.models import Inwoneraccount


class AntwoordForm(forms.Form):
    tekst = forms.CharField(
        label=_("Uw bericht aan de inwoner"),
        help_text=_("Schrijf korte zinnen en gewone woorden. De inwoner leest dit in Mijn vraag."),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 5}),
        validators=[geen_bsn_in_woorden],
        error_messages={"required": _("Het bericht is leeg. Schrijf eerst wat u de inwoner wilt zeggen.")},
    )


class MachtigForm(forms.Form):
    naam = forms.CharField(
        label=_("Naam van de vertegenwoordiger"),
        max_length=120,
        error_messages={"required": _("Vul de naam in; de inwoner ziet wie er meekijkt.")},
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Hiermee meldt de vertegenwoordiger zich aan."),
        error_messages={"required": _("Vul het adres in; zonder adres is er geen aanmelding.")},
    )
    omvang = forms.ChoiceField(
        label=_("Wat mag deze persoon?"),
        choices=[(o.value, o.label) for o in Inwoneraccount.Omvang],
        initial=Inwoneraccount.Omvang.MEEKIJKEN,
        widget=forms.RadioSelect,
    )
    tot = forms.DateField(
        label=_("Tot en met"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": _("Kies een laatste dag; een machtiging eindigt altijd.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["tot"].initial = klok.vandaag() + timedelta(days=365)
