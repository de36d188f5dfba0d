"""What every indicator has: a head that says what it means, an expression over the facts, a sentence and a picture.

An indicator is one small module. Its rows are made once, and the page, the picture, the sentence, the CSV and the XLSX all show
those same rows; so they can't tell different stories.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

import ibis.expr.types as ir
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ..grafiek_stijl import getal
from ..lees import Feiten, Rij
from ..periode import Filter

Tekst = str | Promise
ONBEKEND = "onbekend"


class Vorm(StrEnum):
    """What stands in a column, and so how it is written."""

    TEKST = "tekst"
    GETAL = "getal"
    DAGEN = "dagen"
    AANDEEL = "aandeel"
    SCORE = "score"
    MAAND = "maand"
    EURO = "euro"

    @property
    def is_getal(self) -> bool:
        return self not in (Vorm.TEKST, Vorm.MAAND)


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column: the field of the row, its heading and its kind. `namen` says which list of names its codes come from."""

    sleutel: str
    kop: Tekst
    vorm: Vorm = Vorm.GETAL
    namen: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """Columns and rows, named and ordered, as shown."""

    kolommen: tuple[Kolom, ...]
    rijen: tuple[Rij, ...]


KOLOM: Mapping[str, str] = {
    "wijk": "w",
    "team": "t",
    "leeftijd": "lft",
    "werkwijze": "ww",
    "product": "product",
    "aanbieder": "aanbieder",
}
"""The column of the tables of facts that holds each choice."""

VRAAG = frozenset({"wijk", "team", "leeftijd", "werkwijze"})
"""What can be chosen of a figure about questions."""

HULP = VRAAG | {"product", "aanbieder"}
"""And of a figure about help under an order."""


class Niveau(StrEnum):
    """About what the figure speaks (B45)."""

    CLIENT = "client"
    INSTELLING = "instelling"
    VOORZIENING = "voorziening"


class Laag(StrEnum):
    """For whose steering it is meant (B45)."""

    STRATEGISCH = "strategisch"
    TACTISCH = "tactisch"
    OPERATIONEEL = "operationeel"


def ongewijzigd(rijen: list[Rij], f: Filter) -> list[Rij]:
    return rijen


@dataclass(frozen=True)
class Indicator:
    """One figure.

    Args:
        reken: the expression over the facts. Nothing else may compute a figure.
        werk_af: what comes after in plain Python: shares, empty groups, hiding small ones.
        zin: one sentence that says what the picture shows, computed from the rows with their codes.
        beeld: the picture (SVG) of the rows with names in place of codes.
        niet_bekend: what stands in a cell without a number.
        filters: which choices beside the quarter this figure knows; others are left aside, and the page says so.
        niveau, laag: where it stands in the catalogue (B45).
        kort: the short table for under the picture, made from the named rows; None when those are short themselves.
    """

    sleutel: str
    naam: Tekst
    definitie: Tekst
    bron: Tekst
    eigenaar: Tekst
    eenheid: Tekst
    sinds: date
    kolommen: tuple[Kolom, ...]
    reken: Callable[[Feiten, Filter], ir.Table]
    zin: Callable[[Sequence[Rij], Filter], str]
    beeld: Callable[[Sequence[Rij], Filter, str, str], str]
    werk_af: Callable[[list[Rij], Filter], list[Rij]] = ongewijzigd
    kort: Callable[[Sequence[Rij], Filter], Tabel] | None = None
    events: tuple[str, ...] = field(default=())
    niet_bekend: Tekst = "–"
    filters: frozenset[str] = VRAAG
    niveau: Niveau = Niveau.CLIENT
    laag: Laag = Laag.TACTISCH

    def tabel(self, rijen: Sequence[Rij]) -> Tabel:
        return Tabel(self.kolommen, tuple(rijen))


def kies(tabel: ir.Table, f: Filter) -> ir.Table:
    """Only what was chosen. `onbekend` asks for what has no district, team or age."""
    for naam, waarde in f.gekozen.items():
        kolom = tabel[KOLOM[naam]]
        tabel = tabel.filter(kolom.isnull() if waarde == ONBEKEND else kolom == waarde)
    return tabel


def benoem(
    rijen: Sequence[Rij], kolommen: Sequence[Kolom], namen: Mapping[str, Mapping[str, str]]
) -> list[Rij]:
    """The rows with names in place of codes. A code without a name shows itself; no code at all is "niet bekend"."""
    uit = []
    for rij in rijen:
        nieuw = dict(rij)
        for kolom in kolommen:
            if kolom.namen:
                code = rij[kolom.sleutel]
                nieuw[kolom.sleutel] = (
                    namen.get(kolom.namen, {}).get(code, code) if code else _("niet bekend")
                )
        uit.append(nieuw)
    return uit


def deel(aantal: int | None, van: int | None) -> float | None:
    """A share between 0 and 1; None when there is nothing to share."""
    return aantal / van if aantal is not None and van else None


def procent(waarde: float | None) -> str:
    return "–" if waarde is None else f"{getal(waarde * 100)}%"


def dagen(waarde: float | None) -> str:
    """Days in words, with a decimal only when there is one."""
    if waarde is None:
        return "–"
    heel = waarde == int(waarde)
    tekst = getal(waarde, 0 if heel else 1)
    return _("1 dag") if waarde == 1 else _("%(n)s dagen") % {"n": tekst}


def euro(cent: int | None) -> str:
    """Cents as whole euros in words."""
    return "–" if cent is None else f"€ {getal(cent / 100)}"


def tot_nu(f: Filter) -> str:
    """The period in words, honest about a quarter that isn't over."""
    return _("%(kwartaal)s tot nu toe") % {"kwartaal": f.kwartaal.label} if f.loopt_nog else f.kwartaal.label
