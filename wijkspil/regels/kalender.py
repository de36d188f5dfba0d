"""Public holidays and working days, after the Algemene termijnenwet (ATW).

Sets per year are computed once and kept, so ten years of days cost next to nothing.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from wijkspil.regels.parameters import Onbekend, lees_gegevens

EEN_DAG = timedelta(days=1)
ZATERDAG = 5
DAGNAMEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MAANDNAMEN = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


@cache
def pasen(jaar: int) -> date:
    """Give Easter Sunday of a year in the Gregorian calendar.

    The golden number places the paschal full moon, the century corrections repair the drift of sun and moon,
    and the Sunday after that full moon is Easter.
    """
    gulden = jaar % 19
    eeuw, jaar_in_eeuw = divmod(jaar, 100)
    zon = eeuw - eeuw // 4
    maan = (eeuw - (eeuw + 8) // 25 + 1) // 3
    epacta = (19 * gulden + zon - maan + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (jaar_in_eeuw // 4) - epacta - jaar_in_eeuw % 4) % 7
    # Two late full moons would give an Easter one week too late; this brings them back.
    correctie = (gulden + 11 * epacta + 22 * weekdag) // 451
    return date(jaar, 3, 22) + timedelta(days=epacta + weekdag - 7 * correctie)


@cache
def _feestdagen(jaar: int) -> tuple[tuple[date, str], ...]:
    paaszondag = pasen(jaar)
    return tuple(
        sorted(
            [
                (date(jaar, 1, 1), "Nieuwjaarsdag"),
                (paaszondag - timedelta(days=2), "Goede Vrijdag"),
                (paaszondag + timedelta(days=1), "tweede Paasdag"),
                _verjaardag_van_het_staatshoofd(jaar),
                (date(jaar, 5, 5), "Bevrijdingsdag"),
                (paaszondag + timedelta(days=39), "Hemelvaartsdag"),
                (paaszondag + timedelta(days=50), "tweede Pinksterdag"),
                (date(jaar, 12, 25), "eerste Kerstdag"),
                (date(jaar, 12, 26), "tweede Kerstdag"),
            ]
        )
    )


def _verjaardag_van_het_staatshoofd(jaar: int) -> tuple[date, str]:
    """Give Koningsdag (since 2014) or Koninginnedag (before); on a Sunday it is kept the day before."""
    dag, naam = (date(jaar, 4, 27), "Koningsdag") if jaar >= 2014 else (date(jaar, 4, 30), "Koninginnedag")
    return (dag - EEN_DAG if dag.weekday() == 6 else dag), naam


def feestdagen(jaar: int) -> dict[date, str]:
    """Give the public holidays of a year in order of date (ATW article 3, first and second member).

    Easter Sunday and Whit Sunday are left out: they are Sundays already. When Ascension Day falls on 5 May
    the day is listed once.
    """
    return dict(_feestdagen(jaar))


@cache
def _gelijkgesteld() -> frozenset[date]:
    return frozenset(
        dag
        for besluit in lees_gegevens("feestdagen")["gelijkgesteld"]["besluiten"]
        for dag in besluit["dagen"]
    )


def gelijkgestelde_dagen(jaar: int) -> frozenset[date] | Onbekend:
    """Give the days that the government equated with a holiday in a year (ATW article 3, third member).

    ``Onbekend`` for years whose decree was not published or not read; those years count without extra days.
    """
    tabel = lees_gegevens("feestdagen")["gelijkgesteld"]
    if not tabel["bekend_vanaf"].year <= jaar <= tabel["bekend_tot"].year:
        return Onbekend(
            reden=f"Welke extra dagen de regering voor {jaar} gelijkstelt met een feestdag, is hier niet bekend.",
            bron=tabel["artikel"],
        )
    return frozenset(dag for dag in _gelijkgesteld() if dag.year == jaar)


@cache
def _vrije_dagen(jaar: int) -> frozenset[date]:
    return frozenset(dag for dag, _ in _feestdagen(jaar)) | frozenset(
        d for d in _gelijkgesteld() if d.year == jaar
    )


def is_vrije_dag(dag: date, extra: Collection[date] = ()) -> bool:
    """Tell whether a day is a Saturday, Sunday, public holiday or equated day.

    ``extra`` holds equated days that the data file does not know yet.
    """
    return dag.weekday() >= ZATERDAG or dag in _vrije_dagen(dag.year) or dag in extra


def naam_van_vrije_dag(dag: date, extra: Collection[date] = ()) -> str | None:
    """Name what makes a day free, in Dutch ("een zaterdag", "Koningsdag"); None on a working day."""
    feestdag = dict(_feestdagen(dag.year)).get(dag)
    if feestdag is not None:
        return feestdag
    if dag.weekday() >= ZATERDAG:
        return f"een {DAGNAMEN[dag.weekday()]}"
    if dag in _vrije_dagen(dag.year) or dag in extra:
        return "een dag die de regering gelijkstelt met een feestdag"
    return None


def eerstvolgende_werkdag(dag: date, extra: Collection[date] = ()) -> date:
    """Give the day itself when it is a working day, else the first working day after it (ATW article 1)."""
    while is_vrije_dag(dag, extra):
        dag += EEN_DAG
    return dag


def plus_werkdagen(dag: date, aantal: int, extra: Collection[date] = ()) -> date:
    """Give the ``aantal``-th working day after a day; the day itself does not count. Zero gives the day itself."""
    if aantal < 0:
        raise ValueError("Het aantal werkdagen is kleiner dan nul. Tel werkdagen alleen vooruit.")
    for _ in range(aantal):
        dag = eerstvolgende_werkdag(dag + EEN_DAG, extra)
    return dag


def werkdagen_tussen(van: date, tot: date, extra: Collection[date] = ()) -> int:
    """Count the working days from ``van`` up to, and not including, ``tot``."""
    return sum(not is_vrije_dag(van + timedelta(days=n), extra) for n in range((tot - van).days))


def in_woorden(dag: date, *, met_dagnaam: bool = True) -> str:
    """Write a day the Dutch way: "maandag 5 januari 2026"."""
    datum = f"{dag.day} {MAANDNAMEN[dag.month - 1]} {dag.year}"
    return f"{DAGNAMEN[dag.weekday()]} {datum}" if met_dagnaam else datum
