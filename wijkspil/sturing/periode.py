"""Which part of the figures: a quarter, and perhaps one district, team, provider … Small values that fit in an address."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, fields
from datetime import date, timedelta

from django.utils.translation import gettext as _

TERUG = 8
"""How many quarters a figure over time shows: two years."""


@dataclass(frozen=True, slots=True, order=True)
class Kwartaal:
    """A quarter of a year; `str()` gives its key in an address, such as 2026-3."""

    jaar: int
    nummer: int

    @classmethod
    def van(cls, dag: date) -> Kwartaal:
        return cls(dag.year, (dag.month + 2) // 3)

    @classmethod
    def lees(cls, tekst: str) -> Kwartaal | None:
        """The quarter of a key, or None when the words are no key."""
        treffer = re.fullmatch(r"(20\d\d)-([1-4])", tekst)
        return cls(int(treffer[1]), int(treffer[2])) if treffer else None

    def __str__(self) -> str:
        return f"{self.jaar}-{self.nummer}"

    @property
    def label(self) -> str:
        return _("%(n)de kwartaal %(jaar)d") % {"n": self.nummer, "jaar": self.jaar}

    @property
    def kort(self) -> str:
        return f"{self.nummer}e {self.jaar}"

    @property
    def begin(self) -> date:
        return date(self.jaar, 3 * self.nummer - 2, 1)

    @property
    def eind(self) -> date:
        """The last day."""
        return self.verder(1).begin - timedelta(days=1)

    def verder(self, aantal: int) -> Kwartaal:
        volg = self.jaar * 4 + self.nummer - 1 + aantal
        return Kwartaal(volg // 4, volg % 4 + 1)

    def reeks(self, aantal: int = TERUG) -> list[Kwartaal]:
        """This quarter and the ones before it, oldest first."""
        return [self.verder(n) for n in range(1 - aantal, 1)]


@dataclass(frozen=True, slots=True)
class Filter:
    """What somebody wants to see. `peildag` is the last day that counts for a state: the end of the quarter, or today."""

    kwartaal: Kwartaal
    peildag: date
    wijk: str | None = None
    team: str | None = None
    leeftijd: str | None = None
    werkwijze: str | None = None
    product: str | None = None
    aanbieder: str | None = None

    @classmethod
    def voor(cls, kwartaal: Kwartaal, vandaag: date, wijk: str | None = None, **keuzes: str | None) -> Filter:
        return cls(kwartaal, min(kwartaal.eind, max(vandaag, kwartaal.begin)), wijk, **keuzes)

    @property
    def gekozen(self) -> dict[str, str]:
        """The choices beside the quarter that were made, by name."""
        return {naam: waarde for naam in KEUZES if (waarde := getattr(self, naam)) is not None}

    def alleen(self, namen: Collection[str]) -> Filter:
        """The same without the choices that an indicator doesn't know."""
        if set(self.gekozen) <= set(namen):
            return self
        return Filter(
            self.kwartaal, self.peildag, **{naam: w for naam, w in self.gekozen.items() if naam in namen}
        )

    @property
    def loopt_nog(self) -> bool:
        return self.peildag < self.kwartaal.eind


KEUZES = tuple(veld.name for veld in fields(Filter) if veld.name not in ("kwartaal", "peildag"))
"""Every choice beside the quarter, in the order of the page."""
