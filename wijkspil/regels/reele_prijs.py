"""A fair price per declarable hour, built up from the cost elements that the law names (Uitvoeringsbesluit Wmo 2015 art. 5.4 lid 3).

The law says which elements count, not how high they are: each figure comes from whoever calculates, with its source. Productivity
divides, it never multiplies; overhead comes on top of direct cost and is not a share of turnover.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from wijkspil.regels.parameters import Zekerheid

CENT = Decimal("0.01")


class InvoerFout(ValueError):
    """A figure is missing or impossible; `veld` is its key, the message says what would do."""

    def __init__(self, veld: str, uitleg: str) -> None:
        self.veld = veld
        super().__init__(uitleg)


@dataclass(frozen=True)
class Invoer:
    """One figure that somebody fills in: euros per hour, or a share (0.20 is 20%)."""

    sleutel: str
    naam: str
    eenheid: str
    onderdeel: str
    uitleg: str
    voorbeeld: str
    zekerheid: Zekerheid
    bron: str


@dataclass(frozen=True)
class Stap:
    """One line of the build-up: what it is, which cost element of the law it belongs to, and the amount in euros so far."""

    naam: str
    onderdeel: str
    som: str
    euro: Decimal


@dataclass(frozen=True)
class Prijs:
    """A fair price per declarable hour, with its trace."""

    stappen: tuple[Stap, ...]
    tarief_cent: int


@cache
def invoervelden() -> tuple[Invoer, ...]:
    """The figures that a build-up needs, in the order of the calculation."""
    return tuple(Invoer(**{**rij, "zekerheid": Zekerheid(rij["zekerheid"])}) for rij in _feiten()["invoer"])


@cache
def onderdelen() -> Mapping[str, str]:
    """The cost elements of art. 5.4 lid 3, by letter."""
    gevonden: dict[str, str] = _feiten()["onderdelen"]
    return gevonden


def bereken(invoer: Mapping[str, str]) -> Prijs:
    """Build up the price. `invoer` holds a plain decimal number as text per key of `invoervelden`.

    Raises:
        InvoerFout: a figure is missing, no number, negative, or a productivity of nothing or more than all hours.
    """
    w = {veld.sleutel: _getal(veld, invoer.get(veld.sleutel, "")) for veld in invoervelden()}
    if not 0 < w["productiviteit"] <= 1:
        raise InvoerFout(
            "productiviteit", "Productiviteit is meer dan 0 en hoogstens 1: 0,80 is 80% van de uren."
        )
    loon = w["bruto_uurloon"] * (1 + w["toeslagen"]) * (1 + w["sociale_lasten"])
    loonkosten = loon + w["bruto_uurloon"] * w["opleiding"]
    direct = loonkosten / w["productiviteit"]
    met_overhead = direct * (1 + w["overhead"])
    kostprijs = met_overhead + w["reiskosten"] + w["gemeentelijke_eisen"]
    met_risico = kostprijs * (1 + w["risico"])
    tarief = met_risico * (1 + w["indexatie"])
    stappen = (
        Stap("Loonkosten per uur", "a, d", "loon × (1 + toeslagen) × (1 + lasten) + opleiding", loonkosten),
        Stap("Per declarabel uur", "c", "gedeeld door productiviteit", direct),
        Stap("Met overhead", "b", "× (1 + overhead)", met_overhead),
        Stap("Met reiskosten en eisen", "d, f", "+ reiskosten + eisen van de gemeente", kostprijs),
        Stap("Met risico en marge", "b", "× (1 + risico)", met_risico),
        Stap("Reële prijs per uur", "e", "× (1 + indexatie)", tarief),
    )
    afgerond = tarief.quantize(CENT, ROUND_HALF_UP)
    return Prijs(tuple(stappen), int(afgerond * 100))


def dagdeelprijs(uur_cent: int, groepsgrootte: int, *, locatie_cent: int = 0, vervoer_cent: int = 0) -> int:
    """A price in cents per half day (four hours) for one person in a group, rounded up to a whole cent.

    Raises:
        ValueError: a group of nobody.
    """
    if groepsgrootte < 1:
        raise ValueError("Een groep telt minstens één mens.")
    return -(-4 * uur_cent // groepsgrootte) + locatie_cent + vervoer_cent


@dataclass(frozen=True)
class Index:
    """The rise over one year: of wages, of prices, and which share of the price is labour. Shares, so 0.04 is 4%."""

    jaar: int
    loon: Decimal
    prijs: Decimal
    loondeel: Decimal

    @property
    def gewogen(self) -> Decimal:
        return self.loon * self.loondeel + self.prijs * (1 - self.loondeel)


def indexeer(cent: int, indexen: Sequence[Index]) -> list[tuple[int, int]]:
    """A tariff in cents after each yearly rise: [(year, cents)]; every year is rounded, as a tariff list is."""
    uit, bedrag = [], Decimal(cent)
    for index in sorted(indexen, key=lambda i: i.jaar):
        bedrag = (bedrag * (1 + index.gewogen)).quantize(Decimal(1), ROUND_HALF_UP)
        uit.append((index.jaar, int(bedrag)))
    return uit


def _getal(veld: Invoer, tekst: str) -> Decimal:
    try:
        waarde = Decimal(str(tekst).strip().replace(",", "."))
    except InvalidOperation:
        raise InvoerFout(
            veld.sleutel, f"{veld.naam}: vul een getal in, zoals {veld.voorbeeld.replace('.', ',')}."
        ) from None
    if not waarde.is_finite() or waarde < 0 or waarde > 1000:
        raise InvoerFout(veld.sleutel, f"{veld.naam}: vul een getal in tussen 0 en 1000.")
    return waarde


@cache
def _feiten() -> dict[str, Any]:
    inhoud: dict[str, Any] = yaml.safe_load(
        files("wijkspil.regels").joinpath("data/reele_prijs.yaml").read_text(encoding="utf-8")
    )
    return inhoud
