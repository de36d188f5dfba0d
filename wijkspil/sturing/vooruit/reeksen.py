"""Forecasts of one series of counts: two that anybody can make, and one that follows level, trend and season.

All are plain functions from a series to the next values, so that a backtest can give each of them exactly what was known at the
time. Exponential smoothing with a damped trend (Gardner and McKenzie, 1985) is written out here in thirty lines; ADR 0012 says why
no library of models.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

Reeks = NDArray[np.float64]
Methode = Callable[[Reeks, int, int], Reeks]
"""From a series, the number of periods in a year and a horizon to that many next values."""


def zelfde(y: Reeks, per_jaar: int, ver: int) -> Reeks:
    """As it was last time."""
    return np.full(ver, y[-1])


def vorig_jaar(y: Reeks, per_jaar: int, ver: int) -> Reeks:
    """As it was in the same period a year ago; with less than a year, as it was last time."""
    if len(y) < per_jaar:
        return zelfde(y, per_jaar, ver)
    return y[-per_jaar:][np.arange(ver) % per_jaar]


def gemiddeld(y: Reeks, per_jaar: int, ver: int) -> Reeks:
    """The mean of the last year."""
    return np.full(ver, y[-per_jaar:].mean())


_NIVEAU = np.array([0.05, 0.1, 0.2, 0.3, 0.5, 0.8])
_TREND = np.array([0.0, 0.05, 0.15, 0.3])
_DEMPING = np.array([0.8, 0.9, 0.98])
_ROOSTER = np.array(np.meshgrid(_NIVEAU, _TREND, _DEMPING)).reshape(3, -1)


def vloeiend(y: Reeks, per_jaar: int, ver: int) -> Reeks:
    """Level and damped trend, each learned from the errors of one step ahead; with two full years also the season.

    Every combination of the grid is followed at once; the one with the smallest squared errors counts.
    """
    if len(y) < 3:
        return zelfde(y, per_jaar, ver)
    seizoen = _seizoen(y, per_jaar)
    volgnummer = np.arange(len(y) + ver) % per_jaar
    kaal = y - seizoen[volgnummer[: len(y)]]
    alfa, beta, demping = _ROOSTER
    niveau = np.full(alfa.shape, kaal[: min(3, len(kaal))].mean())
    helling = np.zeros(alfa.shape)
    fout = np.zeros(alfa.shape)
    for waarde in kaal:
        verwacht = niveau + demping * helling
        mis = waarde - verwacht
        fout += mis**2
        niveau = verwacht + alfa * mis
        helling = demping * helling + alfa * beta * mis
    beste = int(fout.argmin())
    stappen = np.cumsum(demping[beste] ** np.arange(1, ver + 1))
    return np.maximum(niveau[beste] + stappen * helling[beste] + seizoen[volgnummer[len(y) :]], 0.0)


def _seizoen(y: Reeks, per_jaar: int) -> Reeks:
    """How much each period of the year differs from the line through all years; shrunk, since a few years say little."""
    jaren = len(y) // per_jaar
    if jaren < 2:
        return np.zeros(per_jaar)
    heel = y[: jaren * per_jaar]
    tijd = np.arange(len(heel))
    afwijking = (heel - np.polyval(np.polyfit(tijd, heel, 1), tijd)).reshape(jaren, per_jaar).mean(0)
    krimp = jaren / (jaren + 1)
    return krimp * (afwijking - afwijking.mean())


METHODEN: dict[str, Methode] = {
    "zelfde": zelfde,
    "vorig_jaar": vorig_jaar,
    "gemiddeld": gemiddeld,
    "vloeiend": vloeiend,
}
SIMPEL = ("zelfde", "vorig_jaar", "gemiddeld")
"""Methods that need no model; the model has to beat these."""

ZEKERHEID = 0.80
GENOEG_FOUTEN = 8
"""Fewer earlier errors than this give no range."""


@dataclass(frozen=True, slots=True)
class Terugtoets:
    """What each method would have said at every earlier moment (rolling origin).

    `fouten[m]` has a row per origin and a column per step ahead, real minus forecast; `nan` where it is not known yet.
    `gemiddeld_mis` is the mean absolute error over all of it. `dekking` is the share of real values that lay in the range which was
    made from earlier errors only, and `gedekt_van` how many values that share rests on.
    """

    fouten: dict[str, Reeks]
    gemiddeld_mis: dict[str, float]
    dekking: dict[str, float | None]
    gedekt_van: dict[str, int]

    @property
    def beste(self) -> str:
        """The method that was wrong by least; at a tie the simplest."""
        return min(
            self.gemiddeld_mis, key=lambda m: (round(self.gemiddeld_mis[m], 9), list(METHODEN).index(m))
        )

    @property
    def model_wint(self) -> bool:
        return self.beste not in SIMPEL


def terugtoets(
    y: Sequence[float] | Reeks,
    per_jaar: int,
    ver: int,
    *,
    eerste: int,
    methoden: Sequence[str] = tuple(METHODEN),
) -> Terugtoets | None:
    """Let every method forecast from each earlier moment with what was known then; None when the series is too short.

    Args:
        eerste: how many values a method gets at least.
    """
    reeks = np.asarray(y, dtype=float)
    oorsprongen = range(eerste, len(reeks))
    if len(oorsprongen) < 2:
        return None
    fouten, mis, dekking, van = {}, {}, {}, {}
    for naam in methoden:
        matrix = np.full((len(oorsprongen), ver), np.nan)
        for rij, oorsprong in enumerate(oorsprongen):
            kan = min(ver, len(reeks) - oorsprong)
            matrix[rij, :kan] = (
                reeks[oorsprong : oorsprong + kan] - METHODEN[naam](reeks[:oorsprong], per_jaar, ver)[:kan]
            )
        fouten[naam] = matrix
        mis[naam] = float(np.nanmean(np.abs(matrix)))
        dekking[naam], van[naam] = _dekking(matrix)
    return Terugtoets(fouten, mis, dekking, van)


def _marge(fouten: Reeks) -> float | None:
    """Half the width of the range: so wide that `ZEKERHEID` of the earlier errors fit, one more counted for the next."""
    bekend = np.sort(np.abs(fouten[np.isfinite(fouten)]))
    if len(bekend) < GENOEG_FOUTEN:
        return None
    plek = min(int(np.ceil((len(bekend) + 1) * ZEKERHEID)), len(bekend)) - 1
    return float(bekend[plek])


def _dekking(matrix: Reeks) -> tuple[float | None, int]:
    binnen, van = 0, 0
    for stap in range(matrix.shape[1]):
        kolom = matrix[:, stap]
        for rij in range(len(kolom)):
            # What was known when this forecast was made: errors of forecasts whose period had passed.
            marge = _marge(kolom[: max(rij - stap, 0)])
            if marge is not None and np.isfinite(kolom[rij]):
                van += 1
                binnen += bool(abs(kolom[rij]) <= marge)
    return (binnen / van if van else None), van


@dataclass(frozen=True, slots=True)
class Stapje:
    """One period ahead; `laag` and `hoog` are None when too little is known for a range."""

    verwacht: float
    laag: float | None
    hoog: float | None


@dataclass(frozen=True, slots=True)
class Verwachting:
    """The next periods by the method that did best before, with the backtest that says so (None: too short to test)."""

    methode: str
    stappen: tuple[Stapje, ...]
    toets: Terugtoets | None

    def als_rijen(self, periodes: Sequence[date]) -> list[dict[str, Any]]:
        """Plain values to keep: the first day of each period with what is expected."""
        return [
            {"begin": begin.isoformat(), "verwacht": round(s.verwacht, 1), "laag": s.laag, "hoog": s.hoog}
            for begin, s in zip(periodes, self.stappen, strict=True)
        ]


def verwacht(y: Sequence[float], per_jaar: int, ver: int, *, eerste: int | None = None) -> Verwachting | None:
    """Forecast with the method that was wrong by least in the past; None without any value."""
    reeks = np.asarray(y, dtype=float)
    if not len(reeks):
        return None
    toets = terugtoets(reeks, per_jaar, ver, eerste=eerste or max(per_jaar, 4))
    methode = toets.beste if toets else "gemiddeld"
    midden = METHODEN[methode](reeks, per_jaar, ver)
    marges = _per_stap(toets.fouten[methode]) if toets else [None] * ver
    return Verwachting(
        methode,
        tuple(
            Stapje(
                float(m),
                None if marge is None else max(float(m) - marge, 0.0),
                None if marge is None else float(m) + marge,
            )
            for m, marge in zip(midden, marges, strict=True)
        ),
        toets,
    )


def _per_stap(matrix: Reeks) -> list[float | None]:
    """The margin per step ahead; a step with too few errors borrows the widest of the steps before it."""
    marges: list[float | None] = []
    for stap in range(matrix.shape[1]):
        eigen = _marge(matrix[:, stap])
        vorige = marges[-1] if marges else None
        marges.append(max(eigen, vorige) if eigen is not None and vorige is not None else eigen or vorige)
    return marges
