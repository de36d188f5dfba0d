"""Play: the questions of a municipality, day after day and in order of time, through the same actions as the screens.

Every moment of every question is one transaction at that moment of the clock; in the evening letters are composed and messages
exchanged. Questions are split over processes by number and each has its own sources of chance, so a story doesn't depend on the
number of processes. Numbers that the database hands out (file, decision, assignment, message) do, and so do the order of events
within a day and the day on which a provider begins, which follows from the number of the assignment.
"""

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from time import perf_counter

from django.db import connection
from django.db.models import Max

from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente
from wijkspil.inwoners.models import Inwoner
from wijkspil.regels.bsn import TESTREEKS, aantal_testnummers, volgend_testnummer
from wijkspil.werkwijzen.kast import laad

from .bevolking import Bevolking
from .levensloop import Levensloop
from .opdracht import Opdracht, Uitslag
from .ritme import NEDERLAND, meldingsdagen
from .stad import Stad
from .verhalen import Verhaal, schrijf_verhaal

Dagelijks = Callable[[date], None]
SAMEN = 4  # neighbours in number stay in one process: they may share an address


class Spel:
    """One process's share of a municipality."""

    def __init__(self, opdracht: Opdracht, stad: Stad) -> None:
        self.opdracht, self.stad = opdracht, stad
        self.uitslag = Uitslag()
        self._wachtrij: list[tuple[datetime, int, Iterator[datetime]]] = []

    def voeg_toe(self, levens: Iterable[tuple[int, Iterator[datetime]]]) -> None:
        """Put questions in play: each a number that nobody else has, and its moments."""
        for nummer, momenten in levens:
            heapq.heappush(self._wachtrij, (next(momenten), nummer, momenten))
            self.uitslag.vragen += 1

    def speel(self, verhalen: Iterator[Verhaal], avond: Dagelijks) -> Uitslag:
        """Play stories up to the last moment; `avond` is called after each day."""
        begin = perf_counter()
        tot = self.opdracht.tot
        wachtrij = self._wachtrij
        self.voeg_toe((verhaal.nummer, Levensloop(self.stad, verhaal).speel()) for verhaal in verhalen)
        dag, laatste = self.opdracht.van, tot.astimezone(NEDERLAND).date()
        while dag <= laatste:
            while wachtrij and wachtrij[0][0] <= tot and wachtrij[0][0].date() <= dag:
                moment, nummer, momenten = heapq.heappop(wachtrij)
                volgend = self._beleef(moment, momenten)
                if volgend is not None:
                    heapq.heappush(wachtrij, (max(volgend, moment + timedelta(seconds=1)), nummer, momenten))
            avond(dag)
            dag += timedelta(days=1)
        self.uitslag.telling = self.stad.telling
        self.uitslag.seconden = perf_counter() - begin
        return self.uitslag

    def _beleef(self, moment: datetime, momenten: Iterator[datetime]) -> datetime | None:
        """One moment of one question: one transaction."""
        self.uitslag.momenten += 1
        with klok.op(moment), binnen(self.stad.gemeente.pk):
            return next(momenten, None)


def schrijf_verhalen(opdracht: Opdracht) -> Iterator[Verhaal]:
    """The stories of one share."""
    werkwijze = laad(opdracht.slug, opdracht.van)
    bevolking = Bevolking(
        opdracht.slug, zaad=opdracht.zaad, peildag=opdracht.van, eerste_bsn=opdracht.eerste_bsn
    )
    laatste = opdracht.tot.astimezone(NEDERLAND).date()
    dagen = meldingsdagen(opdracht.meldingen, opdracht.van, laatste, zaad=opdracht.zaad, vers=opdracht.vers)
    for nummer, dag in enumerate(dagen):
        if nummer // SAMEN % opdracht.delen == opdracht.deel:
            yield schrijf_verhaal(nummer, dag, bevolking.bewoner(nummer), werkwijze, zaad=opdracht.zaad)


def eerste_vrije_bsn(gemeente: Gemeente) -> int:
    """The serial number after the highest test number in use in this municipality: from there new people get theirs."""
    with binnen(gemeente.pk, lezen=True):
        hoogste = Inwoner.objects.filter(bsn__startswith=TESTREEKS).aggregate(hoogste=Max("bsn"))["hoogste"]
    if hoogste is None:
        return 0
    return bisect_right(range(aantal_testnummers()), hoogste, key=volgend_testnummer)


def niet_op_de_schijf_wachten() -> None:
    """Let this connection commit without waiting for the disk: a crash would cost the last moments of a game."""
    with connection.cursor() as cursor:
        cursor.execute("SET synchronous_commit = off")
