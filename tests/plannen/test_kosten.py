"""What a line costs per month, by examples that can be checked by hand, and by properties."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.plannen.kosten import Kosten, Prijs, Soort, kosten_van_product
from wijkspil.werkwijzen.assen import Bekostigingswijze as B
from wijkspil.werkwijzen.catalogus import Per

JAAR = {"van": date(2026, 1, 1), "tot": date(2026, 12, 31)}
OPEN = {"van": date(2026, 1, 1), "tot": None}


@pytest.mark.parametrize(
    ("prijs", "frequentie", "volume", "maand_cent"),
    [
        (Prijs(31_000, Per.MAAND), "week", 1, 31_000),  # a result per month costs what it costs
        (Prijs(31_000, Per.MAAND), "week", 3, 31_000),  # however often somebody comes (B40)
        (Prijs(3_000, Per.UUR), "week", 3, 39_000),  # 3 x 30 euro x 52/12 weeks
        (Prijs(3_100, Per.UUR), "week", 2, 26_867),  # 6200 x 52/12 = 26866,67
        (Prijs(4_550, Per.DAGDEEL), "week", 4, 78_867),  # 18200 x 52/12 = 78866,67
        (Prijs(10_000, Per.ETMAAL), "dag", 1, 303_333),  # 7 x 52/12 = 30,33 days
        (Prijs(50, Per.MINUUT), "week", 150, 32_500),  # 75 euro x 52/12
        (Prijs(12_000, Per.STUK), "maand", 2, 24_000),
    ],
)
def test_maandbedrag(prijs: Prijs, frequentie: str, volume: int, maand_cent: int) -> None:
    kosten = kosten_van_product(prijs, B.PXQ, frequentie=frequentie, volume=volume, **OPEN)
    assert kosten == Kosten(Soort.MAAND, prijs.cent, maand_cent)


def test_uurtarief_bij_een_volume_in_minuten() -> None:
    kosten = kosten_van_product(
        Prijs(3_000, Per.UUR), B.PXQ, frequentie="week", volume=180, in_minuten=True, **OPEN
    )
    assert kosten.maand_cent == 39_000


def test_eenmalig_wordt_verdeeld_over_de_looptijd_als_die_bekend_is() -> None:
    prijs = Prijs(240_000, Per.STUK)
    assert kosten_van_product(prijs, B.PXQ, frequentie="eenmalig", volume=1, **JAAR) == Kosten(
        Soort.MAAND, 240_000, 20_000
    )
    assert kosten_van_product(prijs, B.PXQ, frequentie="eenmalig", volume=1, **OPEN) == Kosten(
        Soort.EENMALIG, 240_000
    )


def test_een_periodetarief_loopt_over_de_hele_periode() -> None:
    kosten = kosten_van_product(
        Prijs(120_000, Per.PERIODE), B.PERIODETARIEF, frequentie="week", volume=9, **JAAR
    )
    assert kosten.maand_cent == 10_000


def test_uit_de_vaste_som_is_niet_gratis_en_onbekend_is_niet_nul() -> None:
    assert kosten_van_product(None, B.LUMPSUM, frequentie="week", volume=1, **OPEN).soort is Soort.VASTE_SOM
    assert (
        kosten_van_product(None, B.MAANDBEDRAG, frequentie="week", volume=1, **OPEN).soort is Soort.ONBEKEND
    )


@given(cent=st.integers(0, 1_000_000), volume=st.integers(0, 100))
def test_twaalf_maanden_is_tweeenvijftig_weken(cent: int, volume: int) -> None:
    maand = kosten_van_product(
        Prijs(cent, Per.UUR), B.PXQ, frequentie="week", volume=volume, **OPEN
    ).maand_cent
    assert abs(12 * maand - 52 * cent * volume) <= 6  # half a cent of rounding per month at most
