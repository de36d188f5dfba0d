"""Money in whole cents: tariff times volume, and what a line costs in a month.

Sums are exact fractions and are rounded once, at the end, half up.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import floor

from wijkspil.regels.bedrag import Bedrag, in_euro
from wijkspil.regels.periode import Maand, Maandstuk, maanden_in_periode, maandstukken
from wijkspil.regels.volumes import (
    max_inspanning_maand,
    max_inspanning_totaal,
    max_output_maand,
    productperiode_inspanning,
    productperiode_output,
    uren_uit_minuten,
    weeknummers,
    zondagen,
)

__all__ = [
    "Bedrag",
    "Eenheid",
    "Frequentie",
    "Maand",
    "Maandstuk",
    "in_euro",
    "maanden_in_periode",
    "maandkosten",
    "maandstukken",
    "max_inspanning_maand",
    "max_inspanning_totaal",
    "max_output_maand",
    "minuten_per_week",
    "minuuttarief",
    "productperiode_inspanning",
    "productperiode_output",
    "rond_af",
    "tarief_maal_volume",
    "uren_uit_minuten",
    "weeknummers",
    "zondagen",
]

Getal = int | Fraction | Decimal

WEKEN_PER_MAAND = Fraction(52, 12)
"""A year counts as 52 weeks, so a month as 4 1/3 week: the norm of the sector, also in the hours of household help."""

DAGEN_PER_MAAND = 7 * WEKEN_PER_MAAND


class Eenheid(StrEnum):
    """Units of support with their iWmo code (code list WJ756)."""

    MINUUT = "01"
    UUR = "04"
    ETMAAL = "14"
    DAGDEEL = "16"
    STUKS_OUTPUT = "82"
    EURO = "83"
    STUKS = "84"

    @property
    def label(self) -> str:
        """The Dutch name for the screen."""
        return _EENHEDEN[self]


_EENHEDEN = {
    Eenheid.MINUUT: "minuut",
    Eenheid.UUR: "uur",
    Eenheid.ETMAAL: "etmaal",
    Eenheid.DAGDEEL: "dagdeel (4 uur)",
    Eenheid.STUKS_OUTPUT: "stuks",
    Eenheid.EURO: "euro",
    Eenheid.STUKS: "stuks",
}


class Frequentie(StrEnum):
    """How often the volume comes back, with its iWmo code (code list WMO757)."""

    PER_DAG = "1"
    PER_WEEK = "2"
    PER_MAAND = "4"
    TOTAAL = "6"

    @property
    def label(self) -> str:
        """The Dutch name for the screen."""
        return _FREQUENTIES[self]


_FREQUENTIES = {
    Frequentie.PER_DAG: "per dag",
    Frequentie.PER_WEEK: "per week",
    Frequentie.PER_MAAND: "per maand",
    Frequentie.TOTAAL: "in totaal",
}

_KEER_PER_MAAND = {
    Frequentie.PER_DAG: DAGEN_PER_MAAND,
    Frequentie.PER_WEEK: WEKEN_PER_MAAND,
    Frequentie.PER_MAAND: Fraction(1),
}


def rond_af(bedrag: Getal) -> int:
    """Round to whole cents, half away from zero."""
    breuk = Fraction(bedrag)
    return floor(breuk + Fraction(1, 2)) if breuk >= 0 else -floor(-breuk + Fraction(1, 2))


def tarief_maal_volume(tarief_cent: int, volume: Getal, eenheid: Eenheid | str = Eenheid.UUR) -> int:
    """Give the amount in cents for a volume at a tariff, rounded once (IV081).

    In minutes the tariff is that of an hour. In euro the volume is the amount in cents itself (IV042) and the tariff is 1.
    """
    return rond_af(_exact(tarief_cent, volume, Eenheid(eenheid)))


def minuuttarief(uurtarief_cent: int) -> int:
    """Give the tariff per minute in cents as it is shown in a claim (IV081). For show only: count with the hour tariff."""
    return rond_af(Fraction(uurtarief_cent, 60))


def maandkosten(
    cent: int,
    eenheid: Eenheid | str,
    frequentie: Frequentie | str,
    volume: Getal,
    *,
    maanden: Getal | None = None,
) -> int:
    """Give what a line costs in an average month, in cents: 52/12 weeks, or 7 x 52/12 days.

    ``cent`` is the tariff per unit (see ``tarief_maal_volume``). A volume in total needs ``maanden``, the months over
    which it is spread (``maanden_in_periode``).
    """
    keer = Frequentie(frequentie)
    bedrag = _exact(cent, volume, Eenheid(eenheid))
    if keer is not Frequentie.TOTAAL:
        return rond_af(bedrag * _KEER_PER_MAAND[keer])
    if maanden is None or maanden <= 0:
        raise ValueError(
            "Een totaal is pas per maand te verdelen als de duur bekend is. Geef het aantal maanden op."
        )
    return rond_af(bedrag / Fraction(maanden))


def minuten_per_week(uren_per_jaar: Getal) -> int:
    """Turn norm hours per year into whole minutes per week, over 52 weeks (norm set household help)."""
    return rond_af(Fraction(uren_per_jaar) * 60 / 52)


def _exact(cent: int, volume: Getal, eenheid: Eenheid) -> Fraction:
    if eenheid is Eenheid.EURO and cent != 1:
        raise ValueError(
            "Bij de eenheid euro is het volume zelf het bedrag in centen. Gebruik dan 1 als tarief."
        )
    bedrag = cent * Fraction(volume)
    return bedrag / 60 if eenheid is Eenheid.MINUUT else bedrag
