"""The national series that ships with the product, and how each method would have done on it."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from .reeksen import Terugtoets, terugtoets

MINSTE = 4
"""Half years that a method gets before its first forecast; the series has only nine."""


def lees(naam: str) -> dict[str, Any]:
    """One of the data files of this package."""
    inhoud: dict[str, Any] = yaml.safe_load(
        files(__package__).joinpath("gegevens", naam).read_text(encoding="utf-8")
    )
    return inhoud


@dataclass(frozen=True, slots=True)
class Landelijk:
    """Clients with tailor-made support in the Netherlands per half year, with where the numbers come from."""

    bron: str
    zekerheid: str
    periodes: tuple[str, ...]
    clienten: tuple[int, ...]


@cache
def gegevens() -> Landelijk:
    ruw = lees("cbs_wmo_clienten.yaml")
    rijen = ruw["per_half_jaar"]
    return Landelijk(
        ruw["bron"], ruw["zekerheid"], tuple(r["periode"] for r in rijen), tuple(r["clienten"] for r in rijen)
    )


@cache
def toets() -> Terugtoets:
    """The backtest of a half year and a year ahead."""
    uit = terugtoets(gegevens().clienten, 2, 2, eerste=MINSTE)
    assert uit is not None
    return uit
