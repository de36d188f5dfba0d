"""What the charts share: reading numbers from rows, names of series, axes, and the memory for drawings."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import altair as alt

from wijkspil.sturing.grafiek_stijl import REEKS, Getal

BREED = 640
ONBEKEND = "niet bekend"

Rijen = Iterable[Mapping[str, Any]]
bewaar = lru_cache(maxsize=256)
"""Remembers a drawing by its content, so that one municipality can never get the picture of another."""


def als_getal(waarde: Getal | None) -> float | None:
    return None if waarde is None else float(waarde)


def reeksnamen(namen: Iterable[str]) -> list[str]:
    uniek = list(dict.fromkeys(namen))
    if len(uniek) > len(REEKS):
        raise ValueError(
            f"Deze grafiek kan {len(REEKS)} reeksen uit elkaar houden, maar kreeg er {len(uniek)}. "
            "Voeg kleine reeksen samen tot ‘overig’, of maak twee grafieken."
        )
    return uniek


def data_van(rijen: Iterable[Mapping[str, Any]]) -> alt.InlineData:
    return alt.InlineData(values=[dict(rij) for rij in rijen])


def as_getal(heel: bool = False) -> alt.Axis:
    return alt.Axis(format=",d" if heel else ",~f", tickCount=4, tickMinStep=1 if heel else alt.Undefined)
