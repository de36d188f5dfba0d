"""How long a term lasts: a number of days, weeks, months, years or working days."""

from __future__ import annotations

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wijkspil.regels.kalender import plus_werkdagen


class Tijdseenheid(StrEnum):
    """The unit in which law or agreement describes a term; the value is the Dutch plural."""

    DAGEN = "dagen"
    WERKDAGEN = "werkdagen"
    WEKEN = "weken"
    MAANDEN = "maanden"
    JAREN = "jaren"


_ENKELVOUD = {
    Tijdseenheid.DAGEN: "dag",
    Tijdseenheid.WERKDAGEN: "werkdag",
    Tijdseenheid.WEKEN: "week",
    Tijdseenheid.MAANDEN: "maand",
    Tijdseenheid.JAREN: "jaar",
}

# ATW article 4, part a: beyond these the act does not apply; terms in years never get it.
_ATW_GRENS = {
    Tijdseenheid.DAGEN: 90,
    Tijdseenheid.WERKDAGEN: 90,
    Tijdseenheid.WEKEN: 12,
    Tijdseenheid.MAANDEN: 3,
    Tijdseenheid.JAREN: 0,
}


@dataclass(frozen=True)
class Duur:
    """A length of time in one unit, at least one."""

    aantal: int
    eenheid: Tijdseenheid

    def __post_init__(self) -> None:
        if self.aantal < 1:
            raise ValueError(
                f"Een termijn van {self.aantal} {self.eenheid} bestaat niet. Geef minstens 1 op."
            )

    def __str__(self) -> str:
        """Write the duration in Dutch: "6 weken", "1 dag"."""
        return f"{self.aantal} {_ENKELVOUD[self.eenheid] if self.aantal == 1 else self.eenheid.value}"

    def na(self, dag: date, extra_vrije_dagen: Collection[date] = ()) -> date:
        """Give the last day of this duration when counting starts on the day after ``dag``."""
        match self.eenheid:
            case Tijdseenheid.DAGEN:
                return dag + timedelta(days=self.aantal)
            case Tijdseenheid.WEKEN:
                return dag + timedelta(weeks=self.aantal)
            case Tijdseenheid.MAANDEN:
                return plus_maanden(dag, self.aantal)
            case Tijdseenheid.JAREN:
                return plus_maanden(dag, 12 * self.aantal)
            case Tijdseenheid.WERKDAGEN:
                return plus_werkdagen(dag, self.aantal, extra_vrije_dagen)

    def voor(self, gebeurtenis: date) -> date:
        """Give the last day that lies this duration before an event.

        Counting backwards never shifts for weekends or holidays (ATW article 1, second member). Example: papers
        for a hearing can be handed in until ten days before it (Awb article 7:4). Not meant for working days.
        """
        match self.eenheid:
            case Tijdseenheid.DAGEN:
                return gebeurtenis - timedelta(days=self.aantal)
            case Tijdseenheid.WEKEN:
                return gebeurtenis - timedelta(weeks=self.aantal)
            case Tijdseenheid.MAANDEN:
                return plus_maanden(gebeurtenis, -self.aantal)
            case Tijdseenheid.JAREN:
                return plus_maanden(gebeurtenis, -12 * self.aantal)
            case Tijdseenheid.WERKDAGEN:
                raise ValueError(
                    "Terugtellen in werkdagen kent de wet niet. Geef dagen, weken of maanden op."
                )

    @property
    def valt_onder_atw(self) -> bool:
        """Whether the Algemene termijnenwet can apply: not above 90 days, twelve weeks or three months (article 4)."""
        return self.aantal <= _ATW_GRENS[self.eenheid]

    @property
    def minstens_drie_dagen(self) -> bool:
        """Whether ATW article 2 (two working days in every term) can matter."""
        return self.eenheid not in (Tijdseenheid.DAGEN, Tijdseenheid.WERKDAGEN) or self.aantal >= 3


def dagen(aantal: int) -> Duur:
    """Make a duration in calendar days."""
    return Duur(aantal, Tijdseenheid.DAGEN)


def werkdagen(aantal: int) -> Duur:
    """Make a duration in working days."""
    return Duur(aantal, Tijdseenheid.WERKDAGEN)


def weken(aantal: int) -> Duur:
    """Make a duration in weeks."""
    return Duur(aantal, Tijdseenheid.WEKEN)


def maanden(aantal: int) -> Duur:
    """Make a duration in months."""
    return Duur(aantal, Tijdseenheid.MAANDEN)


def jaren(aantal: int) -> Duur:
    """Make a duration in years."""
    return Duur(aantal, Tijdseenheid.JAREN)


def plus_maanden(dag: date, aantal: int) -> date:
    """Move a day by whole months; a day that does not exist there becomes the last day of that month."""
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    return date(jaar, maand + 1, min(dag.day, calendar.monthrange(jaar, maand + 1)[1]))
