"""The answer of an analysis: a number with its interval, or the reason why there is none yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import isfinite
from typing import Any

from .kansen import t_p, t_waarde

ZEKERHEID = 0.95


class Reden(StrEnum):
    """Why something can't be measured yet."""

    TE_WEINIG = "te_weinig"
    TE_KORT = "te_kort"
    GEEN_VERGELIJKING = "geen_vergelijking"
    GEEN_METING = "geen_meting"
    NIET_VERGELIJKBAAR = "niet_vergelijkbaar"
    GEEN_SPREIDING = "geen_spreiding"
    GEEN_TOEVAL = "geen_toeval"


class Aanname(StrEnum):
    """What must hold for the number to mean what it seems to mean."""

    GELIJK_VERLOOP = "gelijk_verloop"
    NIET_GELOOT = "niet_geloot"
    GEMETEN_VERSCHILLEN = "gemeten_verschillen"
    EEN_BEGINDAG = "een_begindag"
    GEEN_UITSTRALING = "geen_uitstraling"
    LOOPT_NOG_TOEVALLIG = "loopt_nog_toevallig"
    ANTWOORD_TOEVALLIG = "antwoord_toevallig"
    ALLEEN_KLAAR = "alleen_klaar"
    MENGSEL = "mengsel"


@dataclass(frozen=True, slots=True)
class Uitslag:
    """One answer.

    Args:
        waarde: the difference, pilot minus comparison, in the unit of the outcome; None with a `reden`.
        laag, hoog: the 95% interval; None when chance can't be judged although the difference itself is a fact.
        p: how often chance alone gives a difference at least this large.
        aantal_proef, aantal_vergelijk: units: people, or areas.
    """

    methode: str
    aantal_proef: int
    aantal_vergelijk: int
    waarde: float | None = None
    laag: float | None = None
    hoog: float | None = None
    p: float | None = None
    reden: Reden | None = None
    aannames: tuple[Aanname, ...] = ()
    feiten: Mapping[str, Any] = field(default_factory=dict)

    @property
    def meetbaar(self) -> bool:
        return self.waarde is not None and self.laag is not None

    @property
    def stil(self) -> bool:
        """Whether nothing is claimed: no number, or an interval with zero in it."""
        return self.laag is None or self.hoog is None or self.laag <= 0 <= self.hoog

    @property
    def richting(self) -> int:
        """1 clearly more, -1 clearly less, 0 nothing to say."""
        return 0 if self.stil or self.waarde is None else (1 if self.waarde > 0 else -1)


def niet(methode: str, reden: Reden, n1: int, n0: int, **anders: Any) -> Uitslag:
    """Not measurable yet."""
    return Uitslag(methode, n1, n0, reden=reden, **anders)


def met_t(
    methode: str,
    waarde: float,
    fout: float,
    vrijheid: float,
    n1: int,
    n0: int,
    zekerheid: float = ZEKERHEID,
    **anders: Any,
) -> Uitslag:
    """An answer with a Student interval; without spread there is nothing to say about chance."""
    if not isfinite(waarde) or not isfinite(fout) or fout <= 0:
        return niet(methode, Reden.GEEN_SPREIDING, n1, n0, **anders)
    breed = t_waarde(zekerheid, vrijheid) * fout
    return Uitslag(
        methode, n1, n0, waarde, waarde - breed, waarde + breed, t_p(waarde / fout, vrijheid), **anders
    )
