"""Age groups as the monitor counts them: the six columns of the table in the inventory (J8)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Leeftijdsgroep(StrEnum):
    """A group from its first birthday up to the day before the next group's first."""

    TOT_18 = "tot18"
    VANAF_18 = "v18"
    VANAF_35 = "v35"
    VANAF_50 = "v50"
    VANAF_65 = "v65"
    VANAF_80 = "v80"

    @property
    def label(self) -> str:
        return _WOORDEN[self]


_WOORDEN = {
    Leeftijdsgroep.TOT_18: "jonger dan 18",
    Leeftijdsgroep.VANAF_18: "18 tot 35",
    Leeftijdsgroep.VANAF_35: "35 tot 50",
    Leeftijdsgroep.VANAF_50: "50 tot 65",
    Leeftijdsgroep.VANAF_65: "65 tot 80",
    Leeftijdsgroep.VANAF_80: "80 en ouder",
}
_GRENZEN = (18, 35, 50, 65, 80)


def jaren(geboren: date, op: date) -> int:
    """Whole years on a day; somebody born on 29 February is a year older on 1 March."""
    return op.year - geboren.year - ((op.month, op.day) < (geboren.month, geboren.day))


def leeftijdsgroep(geboren: date | None, op: date) -> Leeftijdsgroep | None:
    """The group on a day; None when the day of birth isn't known, or comes later."""
    if geboren is None or geboren > op:
        return None
    oud = jaren(geboren, op)
    return tuple(Leeftijdsgroep)[sum(oud >= grens for grens in _GRENZEN)]
