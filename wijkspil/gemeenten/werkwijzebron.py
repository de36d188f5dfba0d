"""The second source of ways of working: what a municipality published itself, read through its own border.

Two kinds of question, two ways to keep the answer. A version by its key never changes, so it is parsed once per process
and then a lookup in a dictionary. Which version holds today changes when somebody publishes, in any process; that is
asked each time: one small query on an index, or for a page along with who somebody is (`access.pak_door`), which costs
nothing extra. Nobody has to restart anything.
"""

from collections.abc import Sequence
from contextvars import ContextVar
from datetime import date

from django.db import connection

from wijkspil.core.grens import BuitenDeGrens, huidige_gemeente
from wijkspil.werkwijzen.controle import lees
from wijkspil.werkwijzen.kast import is_meegeleverd
from wijkspil.werkwijzen.werkwijze import Werkwijze

_SLEUTELS = (
    "SELECT sleutel FROM gemeenten_werkwijzeversie WHERE status = 'gepubliceerd' ORDER BY geldig_vanaf"
)
_TEKST = "SELECT tekst FROM gemeenten_werkwijzeversie WHERE status = 'gepubliceerd' AND sleutel = %s"


class EigenVersies:
    """Own versions of the municipality that is open; outside a municipality there are none.

    Kept per municipality, and never by key alone: a key is a text that any municipality could write down.
    """

    def __init__(self) -> None:
        self._vooraf: ContextVar[tuple[int, Sequence[str]] | None] = ContextVar(
            "versies_vooraf", default=None
        )
        self._bekend: dict[int, frozenset[str]] = {}
        self._gelezen: dict[tuple[int, str], Werkwijze] = {}

    def versies(self, slug: str) -> Sequence[date]:
        """Name the days from which an own version holds, old to new; one query, or none when asked along with the door."""
        gemeente = _open_gemeente()
        if gemeente is None:
            return ()
        begin = f"{slug}@"
        return [
            date.fromisoformat(sleutel.removeprefix(begin))
            for sleutel in self._vraag(gemeente)
            if sleutel.startswith(begin)
        ]

    def laad_versie(self, sleutel: str) -> Werkwijze | None:
        """Give an own version; two queries the first time in a process, then none."""
        gemeente = _open_gemeente()
        if gemeente is None:
            return None
        hier = (gemeente, sleutel)
        if hier not in self._gelezen:
            if gemeente not in self._bekend:
                self._vraag(gemeente)
            # The day of a shipped file can't be published again, so a shipped key that wasn't ours never becomes ours.
            # Any other key may have been published by another process since.
            if sleutel not in self._bekend[gemeente] and is_meegeleverd(sleutel):
                return None
            tekst = self.tekst(sleutel)
            if tekst is None:
                return None
            self._gelezen[hier] = lees(tekst, f"eigen versie {sleutel}")
        return self._gelezen[hier]

    def tekst(self, sleutel: str) -> str | None:
        """Give the text of an own version; one query."""
        if _open_gemeente() is None:
            return None
        with connection.cursor() as cursor:
            cursor.execute(_TEKST, [sleutel])
            rij = cursor.fetchone()
        return rij[0] if rij else None

    def vooraf(self, gemeente: int, sleutels: Sequence[str]) -> None:
        """Take what was asked along with the door, for this request or this act."""
        self._vooraf.set((gemeente, sleutels))
        self._bekend[gemeente] = frozenset(sleutels)

    def opnieuw(self) -> None:
        """Ask again at the next question: a request ended, or somebody published within it."""
        self._vooraf.set(None)

    def vergeet(self) -> None:
        """Read everything again at the next question (between tests)."""
        self.opnieuw()
        self._bekend.clear()
        self._gelezen.clear()

    def _vraag(self, gemeente: int) -> Sequence[str]:
        vooraf = self._vooraf.get()
        if vooraf is not None and vooraf[0] == gemeente:
            return vooraf[1]
        with connection.cursor() as cursor:
            cursor.execute(_SLEUTELS)
            sleutels = [sleutel for (sleutel,) in cursor.fetchall()]
        self._bekend[gemeente] = frozenset(sleutels)
        return sleutels


def _open_gemeente() -> int | None:
    try:
        return huidige_gemeente()
    except BuitenDeGrens:
        return None


EIGEN = EigenVersies()
"""The one source of this process; `GemeentenConfig.ready` registers it."""
