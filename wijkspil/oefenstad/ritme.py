"""When things happen in the practice town: reports over the year and the week, and how long each step takes.

Reports rise by a quarter over a year, as one city saw in 2019 (H2). The weights per weekday and month and the lead times are our own
guesses; nothing was measured. Lead times have a long tail on purpose, so that some terms of the law are missed.
"""

import random
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import accumulate
from zoneinfo import ZoneInfo

from wijkspil.regels.kalender import eerstvolgende_werkdag, is_vrije_dag, plus_werkdagen

NEDERLAND = ZoneInfo("Europe/Amsterdam")
GROEI_PER_JAAR = 0.25
PER_WEEKDAG = (1.3, 1.1, 0.95, 1.0, 0.75, 0.06, 0.04)  # monday first; in the weekend only the portal is open
PER_MAAND = (1.2, 1.05, 1.05, 0.95, 0.95, 0.95, 0.8, 0.75, 1.1, 1.1, 1.1, 0.8)
OP_VRIJE_DAG = 0.05


@dataclass(frozen=True, slots=True)
class Doorlooptijd:
    """Working days that a step takes: mostly around `meestal`, and with chance `uitloop` up to three times the longest."""

    minst: int
    meestal: int
    meest: int
    uitloop: float = 0.06

    def dagen(self, toeval: random.Random) -> int:
        dagen = round(toeval.triangular(self.minst, self.meest, self.meestal))
        return dagen * toeval.randint(2, 3) if toeval.random() < self.uitloop else dagen


TOEWIJZEN = Doorlooptijd(0, 1, 4)
INPLANNEN = Doorlooptijd(0, 1, 4)
GESPREK = Doorlooptijd(3, 8, 16, uitloop=0.1)
UITWERKEN = Doorlooptijd(1, 6, 14, uitloop=0.1)
PLAN = Doorlooptijd(0, 1, 5)
ARRANGEMENT = Doorlooptijd(0, 1, 4)
AANVRAAG = Doorlooptijd(0, 2, 6)
BESLUIT = Doorlooptijd(1, 4, 8, uitloop=0.08)
BEKENDMAKEN = Doorlooptijd(0, 0, 1, uitloop=0.0)
TWEEDE_LEZER = Doorlooptijd(0, 1, 2)
OPDRACHT = Doorlooptijd(0, 1, 2)
START = Doorlooptijd(5, 8, 14)
TERUGKOMEN = Doorlooptijd(10, 30, 70)


def meldingsdagen(aantal: int, van: date, tot: date, *, zaad: int, vers: float = 0.0) -> list[date]:
    """The days on which `aantal` reports come in, in order, from `van` up to and including `tot`.

    Each report has its own slice of the weighted period, so the pattern holds for any number and never depends on how the work
    is split. `vers` above 0 leans towards the end of the period: a small town with work that is still open.
    """
    dagen = [van + timedelta(days=n) for n in range((tot - van).days + 1)]
    if not dagen:
        raise ValueError("De laatste dag ligt voor de eerste. Kies een latere laatste dag.")
    gewichten = [_gewicht(dag, nummer / 365, vers * nummer / len(dagen)) for nummer, dag in enumerate(dagen)]
    oploop = list(accumulate(gewichten))
    toeval = random.Random(f"{zaad}/meldingsdagen")
    return [dagen[bisect_left(oploop, (n + toeval.random()) / aantal * oploop[-1])] for n in range(aantal)]


def _gewicht(dag: date, jaren: float, vers: float) -> float:
    weekdag = PER_WEEKDAG[dag.weekday()]
    if weekdag > 0.5 and is_vrije_dag(dag):
        weekdag = OP_VRIJE_DAG
    return weekdag * PER_MAAND[dag.month - 1] * (1 + GROEI_PER_JAAR * jaren) * (1 + 4 * vers)


def op_tijd(dag: date, toeval: random.Random, *, van: int = 9, tot: int = 17) -> datetime:
    """A moment in office hours on a day, with the time zone of the Netherlands."""
    minuten = toeval.randrange(van * 60, tot * 60)
    return datetime.combine(dag, time(minuten // 60, minuten % 60, toeval.randrange(60)), NEDERLAND)


def later(moment: datetime, duur: Doorlooptijd, toeval: random.Random) -> datetime:
    """A moment in office hours, some working days after another; on the same day it comes at least a few minutes later."""
    return na_werkdagen(moment, duur.dagen(toeval), toeval)


def na_werkdagen(moment: datetime, dagen: int, toeval: random.Random) -> datetime:
    dag = moment.date()
    if dagen == 0 and not is_vrije_dag(dag):
        return moment + timedelta(minutes=toeval.randint(3, 40))
    doel = plus_werkdagen(dag, dagen) if dagen else eerstvolgende_werkdag(dag)
    return op_tijd(doel, toeval)


def half_uur(moment: datetime) -> datetime:
    """The whole or half hour before a moment: when appointments begin."""
    return moment.replace(minute=moment.minute // 30 * 30, second=0, microsecond=0)
