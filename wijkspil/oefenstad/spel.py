"""Play: all questions of a municipality, in order of time, through the same actions as the screens.

Every moment of every question is one transaction at that moment of the clock. Between two days the outbox is emptied, as the
worker does every second: letters are composed and messages exchanged. Questions are split over processes by number; each has its
own sources of chance, so the story of a question doesn't depend on the number of processes. Numbers that the database hands out
(file, decision, assignment, message) do, and so does the order of events within a day.
"""

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from time import perf_counter

from django.db import connection

from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente
from wijkspil.inwoners.models import Inwoner
from wijkspil.regels.bsn import TESTREEKS
from wijkspil.werkwijzen.kast import laad

from .bevolking import Bevolking
from .levensloop import Levensloop
from .ritme import meldingsdagen
from .stad import Stad, Telling
from .verhalen import Verhaal, schrijf_verhaal

Voortgang = Callable[[int], None]
Avond = Callable[[date], None]


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What to play. `deel` of `delen` is the share of one process; `vers` leans the reports towards the end of the period."""

    slug: str
    meldingen: int
    zaad: int
    van: date
    tot: datetime
    eerste_bsn: int = 0
    vers: float = 0.0
    deel: int = 0
    delen: int = 1


@dataclass(slots=True)
class Uitslag:
    """What one process did."""

    vragen: int = 0
    momenten: int = 0
    seconden: float = 0.0
    telling: Telling = field(default_factory=Telling)


@dataclass(slots=True)
class Spel:
    """One process's share of a municipality."""

    opdracht: Opdracht
    gemeente: Gemeente
    stad: Stad
    avond: Avond | None = None
    uitslag: Uitslag = field(default_factory=Uitslag)

    def speel(self, verhalen: Iterator[Verhaal], voortgang: Voortgang | None = None) -> Uitslag:
        """Play stories in order of time up to the last moment. `voortgang` hears how many moments were played."""
        begin = perf_counter()
        geen_wachten_op_schijf()
        wachtrij: list[tuple[datetime, int, Levensloop, Iterator[datetime]]] = []
        for verhaal in verhalen:
            leven = Levensloop(self.stad, verhaal)
            momenten = leven.speel()
            heapq.heappush(wachtrij, (next(momenten), verhaal.nummer, leven, momenten))
            self.uitslag.vragen += 1
        dag = self.opdracht.van
        while wachtrij and wachtrij[0][0] <= self.opdracht.tot:
            moment, nummer, leven, momenten = heapq.heappop(wachtrij)
            while self.avond is not None and moment.date() > dag:
                self.avond(dag)
                dag += timedelta(days=1)
            volgend = self._beleef(moment, momenten)
            self.uitslag.momenten += 1
            if voortgang is not None:
                voortgang(self.uitslag.momenten)
            if volgend is not None:
                heapq.heappush(
                    wachtrij, (max(volgend, moment + timedelta(seconds=1)), nummer, leven, momenten)
                )
        while self.avond is not None and dag <= self.opdracht.tot.date():
            self.avond(dag)
            dag += timedelta(days=1)
        self.uitslag.telling = self.stad.telling
        self.uitslag.seconden = perf_counter() - begin
        return self.uitslag

    def _beleef(self, moment: datetime, momenten: Iterator[datetime]) -> datetime | None:
        """One moment of one question: one transaction."""
        with klok.op(moment), binnen(self.gemeente.pk):
            return next(momenten, None)


def schrijf_verhalen(opdracht: Opdracht) -> Iterator[Verhaal]:
    """The stories of one share. Neighbours in number go to the same process: they may share an address."""
    werkwijze = laad(opdracht.slug, opdracht.van)
    bevolking = Bevolking(
        opdracht.slug, zaad=opdracht.zaad, peildag=opdracht.van, eerste_bsn=opdracht.eerste_bsn
    )
    dagen = meldingsdagen(
        opdracht.meldingen, opdracht.van, opdracht.tot.date(), zaad=opdracht.zaad, vers=opdracht.vers
    )
    for nummer, dag in enumerate(dagen):
        if nummer // 4 % opdracht.delen == opdracht.deel:
            yield schrijf_verhaal(nummer, dag, bevolking.bewoner(nummer), werkwijze, zaad=opdracht.zaad)


def eerste_vrije_bsn(gemeente: Gemeente) -> int:
    """How many test numbers are in use in this municipality: the serial number from which new people get one."""
    with binnen(gemeente.pk, lezen=True):
        return Inwoner.objects.filter(bsn__startswith=TESTREEKS).count()


def geen_wachten_op_schijf() -> None:
    """Let this connection commit without waiting for the disk: a crash would cost the last moments of a game."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
