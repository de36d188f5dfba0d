"""Forecasts of a series: what each method says, an honest backtest, and ranges that hold what they promise."""

import numpy as np
import pytest

from wijkspil.sturing.vooruit import landelijk
from wijkspil.sturing.vooruit.reeksen import (
    METHODEN,
    ZEKERHEID,
    gemiddeld,
    terugtoets,
    verwacht,
    vloeiend,
    vorig_jaar,
    zelfde,
)


def test_the_simple_methods_by_hand() -> None:
    y = np.array([3.0, 5, 7, 9, 4])
    assert zelfde(y, 4, 2).tolist() == [4, 4]
    assert vorig_jaar(y, 4, 5).tolist() == [5, 7, 9, 4, 5]
    assert gemiddeld(y, 4, 1).tolist() == [6.25]
    assert vorig_jaar(y[:2], 4, 1).tolist() == [5]


def test_the_model_follows_a_trend_and_a_season() -> None:
    t = np.arange(60)
    y = 50 + t + 12 * np.sin(2 * np.pi * t / 12)
    komt = 50 + np.arange(60, 66) + 12 * np.sin(2 * np.pi * np.arange(60, 66) / 12)
    mis = {naam: float(np.abs(methode(y, 12, 6) - komt).mean()) for naam, methode in METHODEN.items()}
    assert mis["vloeiend"] < 0.5 * min(mis["zelfde"], mis["vorig_jaar"], mis["gemiddeld"])
    assert (vloeiend(np.array([5.0, 4, 3, 2, 1, 0, 0]), 12, 12) >= 0).all(), (
        "nobody can bring fewer than none"
    )


def test_a_backtest_knows_only_what_was_known() -> None:
    """A change in the last value may change no forecast that was made before it, only the last errors themselves."""
    toeval = np.random.default_rng(4)
    y = toeval.poisson(30, 30).astype(float)
    anders = y.copy()
    anders[-1] += 1000
    een, ander = (terugtoets(r, 12, 3, eerste=12) for r in (y, anders))
    assert een is not None and ander is not None
    for naam in METHODEN:
        gelijk = een.fouten[naam] == ander.fouten[naam]
        laatste = [
            (rij, stap) for rij in range(len(gelijk)) for stap in range(3) if rij + stap == len(gelijk) - 1
        ]
        assert all(not gelijk[plek] for plek in laatste)
        assert all(
            gelijk[r, s] or (r, s) in laatste for r, s in np.argwhere(np.isfinite(een.fouten[naam])).tolist()
        )


def test_a_simple_method_may_win_and_a_model_may_win() -> None:
    toeval = np.random.default_rng(8)
    vlak = [terugtoets(toeval.poisson(40, 48), 12, 6, eerste=12) for _ in range(5)]
    steil = terugtoets(20 * 1.03 ** np.arange(48) + toeval.normal(0, 0.5, 48), 12, 6, eerste=12)
    assert "gemiddeld" in {t.beste for t in vlak if t is not None and not t.model_wint}
    assert steil is not None and steil.model_wint


def test_the_measured_coverage_is_what_the_range_promises() -> None:
    """Forty series of five years: of the values that came, about four in five lie in the range made before they came."""
    toeval = np.random.default_rng(80)
    binnen = van = 0.0
    for _ in range(40):
        toets = terugtoets(toeval.poisson(40, 60), 12, 3, eerste=12, methoden=("gemiddeld",))
        assert toets is not None and toets.dekking["gemiddeld"] is not None
        binnen += toets.dekking["gemiddeld"] * toets.gedekt_van["gemiddeld"]
        van += toets.gedekt_van["gemiddeld"]
    assert binnen / van == pytest.approx(ZEKERHEID, abs=0.05)


def test_too_short_gives_no_range_and_says_so() -> None:
    kort = verwacht([4, 6, 5], 12, 6)
    assert kort is not None and kort.toets is None and kort.methode == "gemiddeld"
    assert [s.verwacht for s in kort.stappen] == [5.0] * 6
    assert all(s.laag is None and s.hoog is None for s in kort.stappen)
    assert verwacht([], 12, 6) is None


def test_the_range_never_gets_narrower_further_ahead() -> None:
    lang = verwacht(np.random.default_rng(5).poisson(25, 72).tolist(), 12, 6)
    assert lang is not None
    breedte = [s.hoog - s.verwacht for s in lang.stappen if s.hoog is not None]
    assert breedte == sorted(breedte) and len(breedte) == 6


def test_the_national_series_is_the_one_of_statistics_netherlands() -> None:
    """The figures as published, and a backtest that names its winner whatever it is."""
    gegevens = landelijk.gegevens()
    assert dict(zip(gegevens.periodes, gegevens.clienten, strict=True))["2019-2"] == 1_090_980
    assert "83262NED" in gegevens.bron
    toets = landelijk.toets()
    assert toets.beste == min(toets.gemiddeld_mis, key=toets.gemiddeld_mis.__getitem__)
    # by hand: as last time, from 2018-1 on, a half year ahead: 29640, 13585, 35825, 32710, 20065
    assert np.abs(toets.fouten["zelfde"][:, 0]).tolist() == [29640, 13585, 35825, 32710, 20065]
