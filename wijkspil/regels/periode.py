"""Months, and the part of a month that a period covers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from wijkspil.regels.duur import plus_maanden


@dataclass(frozen=True, order=True)
class Maand:
    """A calendar month: the period over which is claimed and paid."""

    jaar: int
    maand: int

    @classmethod
    def van(cls, dag: date) -> Maand:
        """Give the month that holds a day."""
        return cls(dag.year, dag.month)

    @property
    def eerste_dag(self) -> date:
        """The first day of the month."""
        return date(self.jaar, self.maand, 1)

    @property
    def laatste_dag(self) -> date:
        """The last day of the month."""
        return self.volgende.eerste_dag - timedelta(days=1)

    @property
    def volgende(self) -> Maand:
        """The month after this one."""
        return Maand.van(plus_maanden(self.eerste_dag, 1))

    @property
    def aantal_dagen(self) -> int:
        """How many days the month has."""
        return (self.laatste_dag - self.eerste_dag).days + 1

    def __str__(self) -> str:
        """Write the month as 2026-04."""
        return f"{self.jaar:04d}-{self.maand:02d}"


@dataclass(frozen=True)
class Maandstuk:
    """The days of one month that a period covers, first and last day included."""

    maand: Maand
    van: date
    tot: date

    @property
    def aantal_dagen(self) -> int:
        """How many days are covered."""
        return (self.tot - self.van).days + 1


def maandstukken(van: date, tot: date) -> Iterator[Maandstuk]:
    """Cut a period (last day included) into months; a period that ends before it begins gives nothing."""
    maand = Maand.van(van)
    while maand.eerste_dag <= tot:
        if van <= tot:
            yield Maandstuk(maand, max(van, maand.eerste_dag), min(tot, maand.laatste_dag))
        maand = maand.volgende


def maanden_in_periode(van: date, tot: date) -> Fraction:
    """Give the length of a period (last day included) in months, exact: a broken month counts by its days."""
    return sum(
        (Fraction(stuk.aantal_dagen, stuk.maand.aantal_dagen) for stuk in maandstukken(van, tot)), Fraction(0)
    )
