"""The own contribution by date, and when none is due."""

from datetime import date

import pytest
import yaml

from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.regels import eigen_bijdrage as eb
from wijkspil.regels.bedrag import Bedrag, in_euro
from wijkspil.regels.parameters import Onbekend, Zekerheid

NU = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("dag", "cent"),
    [
        (date(2020, 1, 1), 1900),
        (date(2023, 12, 31), 1900),
        (date(2024, 1, 1), 2060),
        (date(2025, 7, 1), 2100),
        (NU, 2180),
    ],
)
def test_het_maandbedrag(dag: date, cent: int) -> None:
    bedrag = eb.maandbedrag(dag)
    assert isinstance(bedrag, Bedrag)
    assert bedrag.cent == cent
    assert bedrag.bron


def test_het_bedrag_van_2026_is_nog_niet_helemaal_zeker() -> None:
    bedrag = eb.maandbedrag(NU)
    assert isinstance(bedrag, Bedrag)
    assert bedrag.zekerheid is Zekerheid.MIDDEN


@pytest.mark.parametrize(
    "dag", [date(2014, 1, 1), date(2018, 6, 1), date(2019, 6, 1), date(2027, 1, 1), date(2031, 1, 1)]
)
def test_wat_we_niet_weten_zeggen_we(dag: date) -> None:
    uitkomst = eb.maandbedrag(dag)
    assert isinstance(uitkomst, Onbekend)
    assert uitkomst.reden
    assert not uitkomst


def test_in_2019_ging_het_per_vier_weken() -> None:
    bijdrage = eb.bijdrage(date(2019, 6, 1))
    assert isinstance(bijdrage, eb.Bijdrage)
    assert (bijdrage.periode, bijdrage.jaarmaximum.cent) == ("4 weken", 22_750)


def test_een_echtpaar_onder_de_aow_leeftijd_betaalt_niets() -> None:
    paar = eb.Situatie(aow_op=(date(2024, 3, 1), date(2029, 8, 1)))
    assert [v.code for v in eb.vrijstellingen(paar, NU)] == ["meerpersoons_niet_aow"]
    assert eb.vrijstellingen(paar, date(2029, 8, 1)) == ()


def test_wie_in_hetzelfde_jaar_met_pensioen_gaat_betaalt_wel() -> None:
    assert eb.vrijstellingen(eb.Situatie(aow_op=(date(2026, 3, 1), date(2026, 9, 1))), NU) == ()


def test_een_onbekende_leeftijd_geeft_geen_vrijstelling() -> None:
    assert eb.vrijstellingen(eb.Situatie(aow_op=(date(2029, 3, 1), None)), NU) == ()
    assert eb.vrijstellingen(eb.Situatie(aow_op=(date(2029, 3, 1),)), NU) == ()


@pytest.mark.parametrize(
    ("situatie", "code"),
    [
        (eb.Situatie(voorziening=eb.Voorziening.ROLSTOEL), "valt_buiten"),
        (eb.Situatie(voorziening=eb.Voorziening.CLIENTONDERSTEUNING), "valt_buiten"),
        (eb.Situatie(betaalt_wlz_bijdrage=True), "wlz_bijdrage"),
        (eb.Situatie(onder_18=True), "onder_18"),
        (eb.Situatie(lokaal_vrijgesteld=True), "lokaal_vrijgesteld"),
    ],
)
def test_vrijstellingen(situatie: eb.Situatie, code: str) -> None:
    assert [v.code for v in eb.vrijstellingen(situatie, NU)] == [code]


def test_voor_een_woningaanpassing_kunnen_ouders_wel_betalen() -> None:
    assert eb.vrijstellingen(eb.Situatie(onder_18=True, is_woningaanpassing=True), NU) == ()


def test_betalen_begint_en_stopt_in_de_volgende_maand() -> None:
    assert eb.eerste_maand(date(2026, 12, 31)) == date(2027, 1, 1)
    assert eb.eerste_vrije_maand(date(2026, 2, 1)) == date(2026, 3, 1)


def test_samen_nooit_meer_dan_de_kostprijs() -> None:
    assert eb.nog_te_betalen(Bedrag(10_000), 9_500).cent == 500
    assert eb.nog_te_betalen(Bedrag(10_000), 12_000).cent == 0


def test_een_bedrag_leest_als_een_nederlands_bedrag() -> None:
    assert [in_euro(c) for c in (0, 5, 144_200, -350, 123_456_789)] == [
        "€ 0,00", "€ 0,05", "€ 1.442,00", "-€ 3,50", "€ 1.234.567,89",
    ]  # fmt: skip


@met_gedeeld
def test_de_bedragen_zijn_die_van_de_naslag() -> None:
    assert GEDEELD is not None
    naslag = yaml.safe_load((GEDEELD / "domain" / "eigen_bijdrage.yaml").read_text(encoding="utf-8"))
    for regel in naslag["abonnementstarief"]["per_jaar"]:
        uitkomst = eb.bijdrage(date(regel["jaar"], 7, 1))
        if regel.get("bedrag") is None:
            assert isinstance(uitkomst, Onbekend), regel["jaar"]
            continue
        assert isinstance(uitkomst, eb.Bijdrage), regel["jaar"]
        assert uitkomst.bedrag.cent == round(regel["bedrag"] * 100)
        assert uitkomst.jaarmaximum.cent == round(regel["jaarmax"] * 100)
        assert uitkomst.periode == regel["periode"]
