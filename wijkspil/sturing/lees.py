"""Reading figures: one DuckDB per municipality and version of its files, and a memory for what was computed before.

Every key carries the municipality (T5). DuckDB reads the Parquet files and nothing else; it can't reach the database.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from threading import RLock
from typing import Any

import ibis
import ibis.expr.types as ir

from . import feiten
from .stand import maandbestanden

_slot = RLock()
"""DuckDB connections are not for two threads at once; what was computed before doesn't need them."""

Rij = dict[str, Any]


class Feiten:
    """The events of one municipality and the tables made from them; each is computed once, at first use."""

    def __init__(self, gemeente_id: int, bestanden: Sequence[str]) -> None:
        self._duck = ibis.duckdb.connect(threads=2, memory_limit="1GB", autoinstall_known_extensions=False)
        alle = self._duck.read_parquet(list(bestanden), table_name="gebeurtenissen")
        self.gebeurtenissen: ir.Table = alle.filter(alle.gemeente == gemeente_id)
        self._tabellen: dict[str, ir.Table] = {}

    def _bewaard(self, naam: str, maak: Callable[[], ir.Table]) -> ir.Table:
        if naam not in self._tabellen:
            self._tabellen[naam] = self._duck.create_table(naam, maak(), temp=True)
        return self._tabellen[naam]

    @property
    def loop(self) -> ir.Table:
        return self._bewaard("loop", lambda: feiten.loop(self.gebeurtenissen))

    @property
    def vragen(self) -> ir.Table:
        return self._bewaard("vragen", lambda: feiten.vragen(self.loop))

    @property
    def stappen(self) -> ir.Table:
        return self._bewaard("stappen", lambda: feiten.stappen(self.loop))

    @property
    def stroom(self) -> ir.Table:
        return self._bewaard("stroom", lambda: feiten.stroom(self.loop))

    @property
    def stiltes(self) -> ir.Table:
        return self._bewaard("stiltes", lambda: feiten.stiltes(self.loop))

    @property
    def lijnen(self) -> ir.Table:
        return self._bewaard("lijnen", lambda: feiten.lijnen(self.loop, self.stroom))

    def rijen(self, uitdrukking: ir.Table) -> list[Rij]:
        rijen: list[Rij] = self._duck.to_pyarrow(uitdrukking).to_pylist()
        return rijen


@lru_cache(maxsize=6)
def _feiten(gemeente_id: int, versie: str, bestanden: tuple[str, ...]) -> Feiten:
    return Feiten(gemeente_id, bestanden)


def reken(gemeente_id: int, versie: str, maak: Callable[[Feiten], ir.Table]) -> list[Rij]:
    """Compute one expression over the facts of a municipality; [] when there are no events at all."""
    bestanden = tuple(str(bestand) for bestand in maandbestanden(gemeente_id))
    if not bestanden:
        return []
    with _slot:
        tabel = _feiten(gemeente_id, versie, bestanden)
        return tabel.rijen(maak(tabel))


def vergeet() -> None:
    """Let go of everything in memory (tests, and a process that changes municipality for good)."""
    with _slot:
        _feiten.cache_clear()
