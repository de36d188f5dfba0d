"""Fields with a promise: a BSN passes the 11-test, an AGB code has eight digits, euros are whole cents."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkspil.regels.bsn import bevat_bsn, is_geldig


def controleer_bsn(waarde: str) -> None:
    if not is_geldig(waarde):
        raise ValidationError(
            _(
                "Dit is geen geldig BSN. Kijk de negen cijfers na op het identiteitsbewijs, of laat het veld leeg."
            ),
            code="bsn",
        )


def geen_bsn_in_woorden(waarde: str) -> None:
    """Refuse words of staff with a BSN in them: words go into letters, and a letter never carries one (trust L3)."""
    if bevat_bsn(waarde):
        raise ValidationError(
            _(
                "Hierin staat een burgerservicenummer. Deze woorden kunnen in een brief komen, en daar mag het niet in staan. "
                "Haal het nummer hier weg en zet het bij de gegevens van de inwoner."
            ),
            code="bsn_in_woorden",
        )


class BsnField(models.CharField):  # type: ignore[type-arg]
    """Nine digits that pass the 11-test (Wet algemene bepalingen burgerservicenummer art. 1)."""

    default_validators = [controleer_bsn]

    def __init__(self, **kwargs: Any) -> None:
        kwargs["max_length"] = 9
        super().__init__(**kwargs)


class AgbField(models.CharField):  # type: ignore[type-arg]
    """The eight-digit code by which a provider is known in iWmo (OP254)."""

    default_validators = [
        RegexValidator(r"^[0-9]{8}$", _("Een AGB-code heeft acht cijfers. Zoek hem op in het AGB-register."))
    ]

    def __init__(self, **kwargs: Any) -> None:
        kwargs["max_length"] = 8
        super().__init__(**kwargs)


class CentField(models.BigIntegerField):  # type: ignore[type-arg]
    """An amount in whole euro cents; never a float (M5)."""
