"""Comparing two ways of helping honestly: own trajectories beside bought help (O9, O10).

Small groups are hidden, what still runs is not counted as if it had ended (its duration is at least so long), and what cannot
be said yet is called exactly that.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction


@dataclass(frozen=True)
class Traject:
    """One stretch of help: `eind` is None while it runs; cost and satisfaction are None when not known or not asked."""

    begin: date
    eind: date | None
    kosten_cent: int | None
    tevreden: int | None

    def dagen(self, vandaag: date) -> int:
        return ((self.eind or vandaag) - self.begin).days + 1


class Oordeel(StrEnum):
    """The answer to a condition; "not to be measured yet" is one of the three."""

    JA = "ja"
    NEE = "nee"
    NOG_NIET = "nog_niet"


@dataclass(frozen=True)
class Arm:
    """What can be said of one way. A figure is None when too few stand behind it; `te_klein` says that of the whole arm."""

    naam: str
    aantal: int
    geeindigd: int
    te_klein: bool
    tevreden: Fraction | None
    tevreden_n: int
    kosten_cent: int | None
    kosten_n: int
    duur_dagen: int | None

    @property
    def cijfer(self) -> str:
        """The mean mark as people write it, with one decimal; empty when it can't be said."""
        if self.tevreden is None:
            return ""
        tienden = round(self.tevreden * 10)
        return f"{tienden // 10},{tienden % 10}"


def vat_samen(naam: str, trajecten: Sequence[Traject], vandaag: date, kleinste_groep: int) -> Arm:
    """Sum one arm up; every figure needs `kleinste_groep` people of its own.

    The cost is that of trajectories that ended, so that running ones don't look cheap. The duration is the median of
    Kaplan and Meier, in days; None when fewer than half have ended at any duration.
    """
    cijfers = [t.tevreden for t in trajecten if t.tevreden is not None]
    kosten = [t.kosten_cent for t in trajecten if t.eind is not None and t.kosten_cent is not None]
    genoeg = len(trajecten) >= kleinste_groep
    geeindigd = sum(t.eind is not None for t in trajecten)
    return Arm(
        naam=naam,
        aantal=len(trajecten),
        geeindigd=geeindigd,
        te_klein=not genoeg,
        tevreden=Fraction(sum(cijfers), len(cijfers)) if len(cijfers) >= kleinste_groep else None,
        tevreden_n=len(cijfers),
        kosten_cent=round(Fraction(sum(kosten), len(kosten))) if len(kosten) >= kleinste_groep else None,
        kosten_n=len(kosten),
        duur_dagen=mediane_duur(trajecten, vandaag) if genoeg and geeindigd >= kleinste_groep else None,
    )


def mediane_duur(trajecten: Sequence[Traject], vandaag: date) -> int | None:
    """The day on which half has ended, counting those who still run only for as long as they were seen."""
    blijft = Fraction(1)
    for dag in sorted({t.dagen(vandaag) for t in trajecten if t.eind is not None}):
        onder_ogen = sum(t.dagen(vandaag) >= dag for t in trajecten)
        klaar = sum(t.eind is not None and t.dagen(vandaag) == dag for t in trajecten)
        blijft *= 1 - Fraction(klaar, onder_ogen)
        if blijft <= Fraction(1, 2):
            return dag
    return None


def even_tevreden(eigen: Arm, ander: Arm, minstens: int) -> Oordeel:
    """Whether the own arm is at least as satisfied as the other, and gives at least the agreed mark."""
    if eigen.tevreden is None or ander.tevreden is None:
        return Oordeel.NOG_NIET
    return Oordeel.JA if eigen.tevreden >= max(ander.tevreden, Fraction(minstens)) else Oordeel.NEE


def niet_duurder(eigen: Arm, ander: Arm) -> Oordeel:
    """Whether an own trajectory costs no more than one of the other arm."""
    if eigen.kosten_cent is None or ander.kosten_cent is None:
        return Oordeel.NOG_NIET
    return Oordeel.JA if eigen.kosten_cent <= ander.kosten_cent else Oordeel.NEE


def moet_stoppen(eigen: Arm, ander: Arm, minstens: int) -> Oordeel:
    """The stop rule: stop when either condition is broken, go on when both hold, else it cannot be said yet."""
    antwoorden = {even_tevreden(eigen, ander, minstens), niet_duurder(eigen, ander)}
    if Oordeel.NEE in antwoorden:
        return Oordeel.JA
    return Oordeel.NEE if antwoorden == {Oordeel.JA} else Oordeel.NOG_NIET
