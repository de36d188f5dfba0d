"""The calendar of the Algemene termijnenwet, held against days that everyone can look up."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.regels import kalender
from wijkspil.regels.parameters import Onbekend

DAGEN = st.dates(min_value=date(2015, 1, 1), max_value=date(2045, 12, 31))


@pytest.mark.parametrize(
    ("jaar", "paaszondag"),
    [
        (1954, date(1954, 4, 18)),  # a year in which the first rule of thumb is a week off
        (1981, date(1981, 4, 19)),  # and another
        (2008, date(2008, 3, 23)),  # nearly as early as it can be
        (2038, date(2038, 4, 25)),  # as late as it can be
        (2024, date(2024, 3, 31)),
        (2025, date(2025, 4, 20)),
        (2026, date(2026, 4, 5)),
        (2027, date(2027, 3, 28)),
    ],
)
def test_pasen(jaar: int, paaszondag: date) -> None:
    assert kalender.pasen(jaar) == paaszondag


def test_pasen_is_altijd_een_zondag_tussen_22_maart_en_25_april() -> None:
    for jaar in range(1900, 2200):
        dag = kalender.pasen(jaar)
        assert dag.weekday() == 6
        assert date(jaar, 3, 22) <= dag <= date(jaar, 4, 25)


def test_de_feestdagen_van_2026() -> None:
    assert kalender.feestdagen(2026) == {
        date(2026, 1, 1): "Nieuwjaarsdag",
        date(2026, 4, 3): "Goede Vrijdag",
        date(2026, 4, 6): "tweede Paasdag",
        date(2026, 4, 27): "Koningsdag",
        date(2026, 5, 5): "Bevrijdingsdag",
        date(2026, 5, 14): "Hemelvaartsdag",
        date(2026, 5, 25): "tweede Pinksterdag",
        date(2026, 12, 25): "eerste Kerstdag",
        date(2026, 12, 26): "tweede Kerstdag",
    }


@pytest.mark.parametrize("jaar", [2014, 2025, 2031])
def test_koningsdag_valt_een_dag_eerder_als_27_april_een_zondag_is(jaar: int) -> None:
    assert kalender.feestdagen(jaar)[date(jaar, 4, 26)] == "Koningsdag"
    assert date(jaar, 4, 27) not in kalender.feestdagen(jaar)


def test_voor_2014_was_het_koninginnedag() -> None:
    assert kalender.feestdagen(2013)[date(2013, 4, 30)] == "Koninginnedag"
    assert kalender.feestdagen(2006)[date(2006, 4, 29)] == "Koninginnedag"  # 30 April 2006 was a Sunday


def test_hemelvaart_op_bevrijdingsdag_telt_als_een_dag() -> None:
    assert len(kalender.feestdagen(2016)) == 8
    assert date(2016, 5, 5) in kalender.feestdagen(2016)


def test_goede_vrijdag_is_vrij_maar_de_dag_ervoor_niet() -> None:
    assert kalender.is_vrije_dag(date(2026, 4, 3))
    assert not kalender.is_vrije_dag(date(2026, 4, 2))


def test_de_dag_na_hemelvaart_2026_is_gelijkgesteld() -> None:
    assert kalender.is_vrije_dag(date(2026, 5, 15))
    assert kalender.eerstvolgende_werkdag(date(2026, 5, 14)) == date(2026, 5, 18)
    assert "gelijkstelt" in str(kalender.naam_van_vrije_dag(date(2026, 5, 15)))


def test_een_nieuw_besluit_kan_worden_meegegeven() -> None:
    vrijdag_na_hemelvaart = date(2029, 5, 11)
    assert isinstance(kalender.gelijkgestelde_dagen(2029), Onbekend)
    assert not kalender.is_vrije_dag(vrijdag_na_hemelvaart)
    assert kalender.is_vrije_dag(vrijdag_na_hemelvaart, extra={vrijdag_na_hemelvaart})


def test_de_gelijkgestelde_dagen_vallen_op_werkdagen_naast_een_feestdag_of_weekend() -> None:
    for jaar in range(2023, 2029):
        dagen = kalender.gelijkgestelde_dagen(jaar)
        assert not isinstance(dagen, Onbekend)
        for dag in dagen:
            assert dag.weekday() < 5
            assert dag not in kalender.feestdagen(jaar)
            assert kalender.is_vrije_dag(dag - timedelta(days=1)), f"{dag} hangt los in de week"


@pytest.mark.parametrize(
    ("dag", "aantal", "verwacht"),
    [
        (date(2026, 11, 20), 5, date(2026, 11, 27)),  # Friday plus a working week
        (
            date(2026, 12, 23),
            3,
            date(2026, 12, 29),
        ),  # Thursday 24, and over Christmas Monday 28 and Tuesday 29
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Maundy Thursday to Tuesday after Easter
        (date(2026, 11, 21), 0, date(2026, 11, 21)),
    ],
)
def test_plus_werkdagen(dag: date, aantal: int, verwacht: date) -> None:
    assert kalender.plus_werkdagen(dag, aantal) == verwacht


def test_werkdagen_tellen_alleen_vooruit() -> None:
    with pytest.raises(ValueError, match="vooruit"):
        kalender.plus_werkdagen(date(2026, 1, 5), -1)


@given(DAGEN, st.integers(1, 60))
def test_plus_werkdagen_en_tellen_zijn_elkaars_spiegel(dag: date, aantal: int) -> None:
    einde = kalender.plus_werkdagen(dag, aantal)
    assert not kalender.is_vrije_dag(einde)
    assert kalender.werkdagen_tussen(dag + timedelta(days=1), einde + timedelta(days=1)) == aantal


@given(DAGEN)
def test_een_vrije_dag_heeft_een_naam_en_een_werkdag_niet(dag: date) -> None:
    assert (kalender.naam_van_vrije_dag(dag) is not None) == kalender.is_vrije_dag(dag)


def test_een_dag_in_woorden() -> None:
    assert kalender.in_woorden(date(2026, 11, 22)) == "zondag 22 november 2026"
    assert kalender.in_woorden(date(2026, 3, 1), met_dagnaam=False) == "1 maart 2026"
