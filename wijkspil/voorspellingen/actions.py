"""Putting a forecast on record. There is no changing and no removing: that is what it is for."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.gemeenten.models import Wijk

from .models import Voorspelling

WIE = (Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER)


class AlVastgelegd(ValueError):
    """The same forecast stands on record already; the message says what to do."""


def leg_voorspelling_vast(
    *,
    wat: str,
    wijk: Wijk | None,
    peildag: date,
    per_jaar: int,
    methode: str,
    gezien: int,
    stappen: Sequence[dict[str, Any]],
    door: Door,
) -> Voorspelling:
    """Keep a forecast as it is today. Three queries.

    Raises:
        AlVastgelegd: there is one of this day for the same series.
        ValueError: nothing is forecast.
    """
    door.eis(*WIE, om_te=_("een voorspelling vastleggen"))
    if not stappen:
        raise ValueError(_("Er is niets voorspeld, dus er valt niets vast te leggen."))
    if Voorspelling.objects.filter(wat=wat, wijk=wijk, peildag=peildag).exists():
        raise AlVastgelegd(
            _("Deze voorspelling is vandaag al vastgelegd. Morgen zijn er nieuwe cijfers en kan het opnieuw.")
        )
    with handeling("voorspelling.vastgelegd", door=door, doel="voorspelling vastleggen") as h:
        voorspelling = h.maak(
            Voorspelling(
                wat=wat,
                wijk=wijk,
                peildag=peildag,
                per_jaar=per_jaar,
                methode=methode,
                gezien=gezien,
                stappen=list(stappen),
                door_naam=door.naam,
            )
        )
        h.over(voorspelling)
        h.meld(methode=methode, per_jaar=per_jaar, stappen=len(stappen))
    return voorspelling
