"""How long it takes and whether it will be too late: counted on earlier questions, so that everybody can follow it.

No model and no weights. A forecast says: of the earlier questions that were still open after so many days, so many ended too late.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

GENOEG = 10
"""Fewer earlier questions than this say nothing; the screen then says so."""


def deel_binnen(duren: Sequence[int], deel: float) -> int | None:
    """Give the number of days within which this share (0-1) was ready, counted upwards; None without durations."""
    if not duren:
        return None
    op_volgorde = sorted(duren)
    return op_volgorde[max(0, -(-round(deel * len(op_volgorde) * 1000) // 1000) - 1)]


def mediaan(duren: Sequence[int]) -> int | None:
    """Give the number of days within which half was ready."""
    return deel_binnen(duren, 0.5)


@dataclass(frozen=True)
class Verwachting:
    """A forecast for one question: over how many earlier ones, and how many of those passed the same term.

    ``nog`` is how many more days half of them needed. Without enough comparable questions ``kans`` is None.
    """

    vergelijkbaar: int
    te_laat: int
    nog: int | None

    @property
    def kans(self) -> float | None:
        """The share that was too late, 0-1; None when there are too few to say."""
        return self.te_laat / self.vergelijkbaar if self.vergelijkbaar >= GENOEG else None


def verwacht(duren: Sequence[int], *, dagen_open: int, termijn_dagen: int) -> Verwachting:
    """Compare a question with the earlier ones that were still open after as many days.

    Args:
        duren: days from begin to end of earlier questions.
        dagen_open: how long this one is open.
        termijn_dagen: days from its begin to its last day, with suspension and extension in it.
    """
    gelijk = [duur for duur in duren if duur >= dagen_open]
    te_laat = sum(duur > termijn_dagen for duur in gelijk)
    half = mediaan([duur - dagen_open for duur in gelijk])
    return Verwachting(len(gelijk), te_laat, half)
