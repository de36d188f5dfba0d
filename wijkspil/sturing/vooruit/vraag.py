"""Demand as a series: reports, and help that begins, per month or quarter; for the whole municipality, a district or a product."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import ibis
import ibis.expr.types as ir
from ibis import _ as x

from .. import lees
from ..feiten import BEGIN
from ..kleine_groepen import KLEINSTE
from ..lees import Feiten
from .reeksen import Verwachting, verwacht

MELDINGEN = "meldingen"
"""What is counted when no product is chosen; with a product it is help of that product that begins."""

JAREN = 6
VOORUIT = {12: 6, 4: 4}
"""How many periods ahead: half a year by month, a year by quarter."""


@dataclass(frozen=True, slots=True, order=True)
class Onderwerp:
    """What is forecast: a product code or `MELDINGEN`, and a district or "" for all of them."""

    wat: str = MELDINGEN
    wijk: str = ""


@dataclass(frozen=True, slots=True)
class Vraagreeks:
    """Counts per full period up to the day of looking, oldest first. `per_jaar` is 12 for months and 4 for quarters."""

    onderwerp: Onderwerp
    per_jaar: int
    begin: date
    aantallen: tuple[int, ...]

    def periode(self, nummer: int) -> date:
        """The first day of a period; numbers past the end are periods to come."""
        return maand_verder(self.begin, 12 // self.per_jaar * nummer)

    @property
    def vooruit(self) -> list[date]:
        return [self.periode(len(self.aantallen) + n) for n in range(VOORUIT[self.per_jaar])]

    def verwachting(self) -> Verwachting | None:
        return verwacht(self.aantallen, self.per_jaar, VOORUIT[self.per_jaar])


def tellingen(gemeente_id: int, versie: str) -> dict[Onderwerp, dict[date, int]]:
    """Counts per month of everything that can be forecast; from memory when nothing changed."""
    return _tellingen(gemeente_id, versie)


@lru_cache(maxsize=32)
def _tellingen(gemeente_id: int, versie: str) -> dict[Onderwerp, dict[date, int]]:
    per: dict[Onderwerp, dict[date, int]] = {}
    for rij in lees.reken(gemeente_id, versie, _reken):
        for wijk in {"", rij["wijk"] or ""}:
            maanden = per.setdefault(Onderwerp(rij["wat"], wijk), {})
            maanden[rij["maand"]] = maanden.get(rij["maand"], 0) + rij["aantal"]
    return per


def _reken(feiten: Feiten) -> ir.Table:
    meldingen = feiten.loop.filter(x.soort.isin(BEGIN)).select(
        wat=ibis.literal(MELDINGEN), wijk=x.w, maand=x.dag.truncate("M")
    )
    begonnen = feiten.stroom.filter(x.teken == 1).select(
        wat=x["product"], wijk=x.w, maand=x.dag.truncate("M")
    )
    samen = ibis.union(meldingen, begonnen).filter(x.wat.notnull())
    return samen.group_by("wat", "wijk", "maand").agg(aantal=x.count())


def reeks(
    tellingen_: dict[Onderwerp, dict[date, int]], onderwerp: Onderwerp, peildag: date
) -> Vraagreeks | None:
    """The series by month when there are ten or more a month, else by quarter, else None: too few to show (T6).

    Only full periods count, from the first month in which anything at all was recorded.
    """
    maanden = tellingen_.get(onderwerp, {})
    if not maanden:
        return None
    begin = min(maand for per in tellingen_.values() for maand in per)
    slot = date(peildag.year, peildag.month, 1)
    begin = max(begin, date(slot.year - JAREN, slot.month, 1))
    jaar_terug = date(slot.year - 1, slot.month, 1)
    in_jaar = sum(n for maand, n in maanden.items() if jaar_terug <= maand < slot)
    gezien = min(12, _maanden(begin, slot))
    if gezien and in_jaar / gezien >= KLEINSTE:
        per_jaar = 12
    elif gezien and in_jaar / gezien * 3 >= KLEINSTE:
        per_jaar = 4
        begin = _heel_kwartaal(begin)
        slot = date(slot.year, (slot.month - 1) // 3 * 3 + 1, 1)
    else:
        return None
    stap = 12 // per_jaar
    aantal = _maanden(begin, slot) // stap
    uit = [0] * max(aantal, 0)
    for maand, n in maanden.items():
        plek = _maanden(begin, maand) // stap
        if begin <= maand < slot:
            uit[plek] += n
    return Vraagreeks(onderwerp, per_jaar, begin, tuple(uit)) if uit else None


def maand_verder(dag: date, aantal: int) -> date:
    """The first day of the month that lies `aantal` months further."""
    volg = dag.year * 12 + dag.month - 1 + aantal
    return date(volg // 12, volg % 12 + 1, 1)


def _maanden(van: date, tot: date) -> int:
    return (tot.year - van.year) * 12 + tot.month - van.month


def _heel_kwartaal(dag: date) -> date:
    """The first day of the first quarter that begins on or after this month."""
    return maand_verder(dag, -(dag.month - 1) % 3)
