"""Averages of norm calculations over cases, and of the difference between two sets; small groups stay hidden."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Normgemiddelde:
    """The average of one set beside another over the same cases; None when the group is too small to show."""

    n: int
    leidend: Fraction | None
    schaduw: Fraction | None
    onzeker: int

    @property
    def verschil(self) -> Fraction | None:
        """How many minutes a week the shadow set gives more, on average."""
        return None if self.leidend is None or self.schaduw is None else self.schaduw - self.leidend

    @property
    def verborgen(self) -> bool:
        return self.leidend is None


def gemiddelde(paren: Iterable[tuple[int, int, bool]], kleinste_groep: int) -> Normgemiddelde:
    """Average pairs of (minutes by the leading set, minutes by the shadow set, uncertain) over cases.

    ``n`` is 0 when the group is hidden, so that a count of three people can't be read from the page either.
    """
    alle = list(paren)
    if len(alle) < kleinste_groep or not alle:
        return Normgemiddelde(0, None, None, 0)
    links = Fraction(sum(a for a, _, _ in alle), len(alle))
    rechts = Fraction(sum(b for _, b, _ in alle), len(alle))
    return Normgemiddelde(len(alle), links, rechts, sum(onzeker for _, _, onzeker in alle))
