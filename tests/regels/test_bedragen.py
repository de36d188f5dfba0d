"""Money and volumes, held against the published examples of the sector."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gedeeld import met_gedeeld
from tests.regels.voorbeelden import voorbeeld
from wijkspil.regels import bedragen
from wijkspil.regels.bedragen import Eenheid, Frequentie, Maand

DAGEN = st.dates(min_value=date(2020, 1, 1), max_value=date(2030, 12, 31))


@pytest.mark.parametrize(
    ("cent", "eenheid", "frequentie", "volume", "maandbedrag"),
    [
        (3_000, Eenheid.UUR, Frequentie.PER_WEEK, 3, 39_000),  # 3 x 30 euro x 52/12
        (3_000, "04", "2", 1, 13_000),
        (3_000, Eenheid.MINUUT, Frequentie.PER_WEEK, 90, 19_500),  # an hour and a half at the hour tariff
        (5_000, Eenheid.DAGDEEL, Frequentie.PER_MAAND, 8, 40_000),
        (10_000, Eenheid.ETMAAL, Frequentie.PER_DAG, 1, 303_333),  # 364/12 days
        (1, Eenheid.EURO, Frequentie.PER_MAAND, 45_000, 45_000),  # a fixed amount per result
    ],
)
def test_wat_een_regel_per_maand_kost(
    cent: int, eenheid: str, frequentie: str, volume: int, maandbedrag: int
) -> None:
    assert bedragen.maandkosten(cent, eenheid, frequentie, volume) == maandbedrag


def test_een_totaal_wordt_verdeeld_over_de_maanden() -> None:
    maanden = bedragen.maanden_in_periode(date(2026, 1, 1), date(2026, 6, 30))
    assert bedragen.maandkosten(1, Eenheid.EURO, Frequentie.TOTAAL, 120_000, maanden=maanden) == 20_000
    with pytest.raises(ValueError, match="aantal maanden"):
        bedragen.maandkosten(1, Eenheid.EURO, Frequentie.TOTAAL, 120_000)


def test_bij_euro_is_het_volume_het_bedrag() -> None:
    with pytest.raises(ValueError, match="Gebruik dan 1"):
        bedragen.tarief_maal_volume(3_000, 45_000, Eenheid.EURO)


def test_minuten_rekenen_met_het_uurtarief_en_ronden_een_keer() -> None:
    """IV081: 50.02 an hour shows as 0.83 a minute, yet 100 minutes cost 83.37 and not 83.00."""
    assert bedragen.minuuttarief(5_002) == 83
    assert bedragen.tarief_maal_volume(5_002, 100, Eenheid.MINUUT) == 8_337


@pytest.mark.parametrize(
    ("breuk", "cent"),
    [(Fraction(1, 2), 1), (Fraction(3, 2), 2), (Fraction(-1, 2), -1), (Fraction(49, 100), 0)],
)
def test_een_halve_cent_gaat_van_nul_af(breuk: Fraction, cent: int) -> None:
    assert bedragen.rond_af(breuk) == cent


@pytest.mark.parametrize(
    ("van", "tot", "maanden"),
    [
        (date(2026, 1, 1), date(2026, 12, 31), 12),
        (date(2026, 2, 15), date(2026, 2, 28), Fraction(1, 2)),
        (date(2026, 4, 16), date(2026, 6, 15), 2),
        (date(2026, 4, 2), date(2026, 4, 1), 0),
    ],
)
def test_maanden_in_een_periode(van: date, tot: date, maanden: Fraction) -> None:
    assert bedragen.maanden_in_periode(van, tot) == maanden


@given(DAGEN, st.integers(0, 800), st.integers(0, 800))
def test_een_periode_in_tweeen_is_even_lang(van: date, eerste: int, tweede: int) -> None:
    knip = van + timedelta(days=eerste)
    tot = knip + timedelta(days=1 + tweede)
    delen = bedragen.maanden_in_periode(van, knip) + bedragen.maanden_in_periode(
        knip + timedelta(days=1), tot
    )
    assert delen == bedragen.maanden_in_periode(van, tot)


@pytest.mark.parametrize(
    ("minuten", "uren"), [([], 0), ([1], 1), ([29], 1), ([89], 1), ([90], 2), ([20] * 4, 1), ([95] * 4, 6)]
)
def test_uren_eerst_optellen_dan_afronden(minuten: list[int], uren: int) -> None:
    assert bedragen.uren_uit_minuten(minuten) == uren


def test_huishoudelijke_hulp_kent_altijd_zes_weken_per_maand() -> None:
    grens = bedragen.max_inspanning_maand(Maand(2026, 2), date(2026, 1, 1), None, 3, categorie="01")
    assert grens == 18


def test_een_gebroken_laatste_week_hoort_bij_de_laatste_zondag() -> None:
    """The assignment ends on Wednesday 3 June 2026; its last Sunday is 31 May, so that week is claimed in May."""
    ingang, einde = date(2026, 5, 1), date(2026, 6, 3)
    assert bedragen.max_output_maand(Maand(2026, 5), ingang, einde, 150) == 6 * 150
    assert bedragen.max_output_maand(Maand(2026, 6), ingang, einde, 150) == 0
    assert bedragen.productperiode_output(date(2026, 6, 2), ingang, einde) == Maand(2026, 5)
    assert bedragen.productperiode_output(date(2026, 5, 28), ingang, einde) == Maand(2026, 5)


def test_een_toewijzing_zonder_zondag_telt_als_een_week() -> None:
    ingang, einde = date(2026, 6, 1), date(2026, 6, 3)
    assert bedragen.max_output_maand(Maand(2026, 6), ingang, einde, 150) == 150


@given(DAGEN, st.integers(0, 400))
def test_de_output_per_maand_telt_op_tot_de_hele_toewijzing(ingang: date, duur: int) -> None:
    einde = ingang + timedelta(days=duur)
    per_maand = [
        bedragen.max_output_maand(stuk.maand, ingang, einde, 1)
        for stuk in bedragen.maandstukken(ingang, einde)
    ]
    assert sum(per_maand) == bedragen.zondagen(ingang, einde) + (einde.weekday() != 6)


@given(DAGEN, st.integers(0, 400))
def test_weeknummers_tellen_is_de_verschillende_iso_weken_tellen(van: date, duur: int) -> None:
    dagen = [van + timedelta(days=n) for n in range(duur + 1)]
    assert bedragen.weeknummers(van, dagen[-1]) == len({dag.isocalendar()[:2] for dag in dagen})
    assert bedragen.zondagen(van, dagen[-1]) == sum(dag.weekday() == 6 for dag in dagen)


# -- the published examples ----------------------------------------------------------------------------------------


def _maand(tekst: str) -> Maand:
    return Maand.van(date.fromisoformat(f"{tekst}-01"))


@met_gedeeld
def test_voorbeeld_inspanning_per_week() -> None:
    geval = voorbeeld("max_volume_inspanning_week_1")
    gegeven, verwacht = geval["gegeven"], geval["verwacht"]
    ingang, einde = date.fromisoformat(gegeven["ingang"]), date.fromisoformat(gegeven["einde"])
    for maand, uitkomst in verwacht["per_maand"].items():
        categorie = gegeven["product"][:2]
        assert (
            bedragen.max_inspanning_maand(_maand(maand), ingang, einde, gegeven["volume"], categorie)
            == uitkomst["max"]
        )
    assert bedragen.weeknummers(ingang, einde) == verwacht["hele_toewijzing"]["weeknummers"]
    assert (
        bedragen.max_inspanning_totaal(ingang, einde, gegeven["volume"]) == verwacht["hele_toewijzing"]["max"]
    )


@met_gedeeld
def test_voorbeeld_output_per_week() -> None:
    geval = voorbeeld("max_volume_output_week_2")
    gegeven = geval["gegeven"]
    ingang, einde = date.fromisoformat(gegeven["ingang"]), date.fromisoformat(gegeven["einde"])
    for maand, uitkomst in geval["verwacht"]["per_maand"].items():
        assert (
            bedragen.max_output_maand(_maand(maand), ingang, einde, gegeven["bedrag_per_week"])
            == uitkomst["max"]
        )


@met_gedeeld
def test_voorbeeld_productperiode() -> None:
    for levering, maand in voorbeeld("productperiode_inspanning")["verwacht"].items():
        assert str(bedragen.productperiode_inspanning(date.fromisoformat(levering))) == maand


@met_gedeeld
def test_voorbeeld_uren_afronden() -> None:
    geval = voorbeeld("afronden_uren")
    minuten = [geval["gegeven"]["minuten_per_week"]] * geval["gegeven"]["weken"]
    assert bedragen.uren_uit_minuten(minuten) == geval["verwacht"]["uren"]


@met_gedeeld
def test_voorbeeld_normuren_naar_minuten() -> None:
    geval = voorbeeld("normuren_naar_minuten")
    uitkomst = [bedragen.minuten_per_week(uren) for uren in geval["gegeven"]["uur_per_jaar"]]
    assert uitkomst == geval["verwacht"]["minuten_per_week"]
