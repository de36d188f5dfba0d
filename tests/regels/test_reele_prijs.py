"""A fair price: the worked examples that we know, a trace that adds up, and figures that can't be."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.regels.reele_prijs import (
    Index,
    InvoerFout,
    bereken,
    dagdeelprijs,
    indexeer,
    invoervelden,
    onderdelen,
)

NIETS = {veld.sleutel: "0" for veld in invoervelden()} | {"productiviteit": "1"}


def test_het_rekenvoorbeeld_van_begeleiding_komt_uit() -> None:
    """24.68 labour cost an hour / 0.80 = 30.85; x 1.20 = 37.02; with a margin of 2.6% about 38.00."""
    prijs = bereken(
        NIETS | {"bruto_uurloon": "24,68", "productiviteit": "0,80", "overhead": "0,20", "risico": "0,026"}
    )
    assert [round(stap.euro, 2) for stap in prijs.stappen[1:3]] == [Decimal("30.85"), Decimal("37.02")]
    assert prijs.tarief_cent == 3798


def test_elk_onderdeel_van_de_wet_komt_in_de_opbouw_voor() -> None:
    in_velden = {veld.onderdeel for veld in invoervelden()}
    in_stappen = {
        letter
        for stap in bereken(NIETS | {"bruto_uurloon": "1"}).stappen
        for letter in stap.onderdeel.split(", ")
    }
    assert in_velden == in_stappen == set(onderdelen())


def test_een_voorbeeld_is_nooit_zekerder_dan_zijn_bron() -> None:
    """Only what stands in a source that was read is certain; the rest says so."""
    zeker = {veld.sleutel for veld in invoervelden() if veld.zekerheid == "hoog"}
    assert zeker == {"productiviteit", "overhead", "risico"}


@given(
    loon=st.decimals("5", "80", places=2),
    productiviteit=st.decimals("0.30", "1.00", places=2),
    overhead=st.decimals("0", "0.6", places=2),
)
def test_minder_declarabele_uren_is_nooit_goedkoper(
    loon: Decimal, productiviteit: Decimal, overhead: Decimal
) -> None:
    invoer = NIETS | {"bruto_uurloon": str(loon), "overhead": str(overhead)}
    prijs = bereken(invoer | {"productiviteit": str(productiviteit)})
    assert prijs.tarief_cent >= bereken(invoer).tarief_cent
    assert [s.euro for s in prijs.stappen] == sorted(s.euro for s in prijs.stappen)


@pytest.mark.parametrize(
    ("veld", "waarde", "woord"),
    [
        ("productiviteit", "0", "hoogstens 1"),
        ("productiviteit", "1,2", "hoogstens 1"),
        ("bruto_uurloon", "", "getal"),
        ("bruto_uurloon", "veel", "getal"),
        ("overhead", "-0,1", "tussen 0 en 1000"),
        ("reiskosten", "NaN", "tussen 0 en 1000"),
    ],
)
def test_een_onmogelijk_getal_zegt_welk_veld_en_wat_wel_kan(veld: str, waarde: str, woord: str) -> None:
    with pytest.raises(InvoerFout, match=woord) as fout:
        bereken(NIETS | {"bruto_uurloon": "20"} | {veld: waarde})
    assert fout.value.veld == veld


def test_een_dagdeel_in_een_groep() -> None:
    assert dagdeelprijs(6000, 8) == 3000
    assert dagdeelprijs(6001, 8, locatie_cent=500, vervoer_cent=250) == 3001 + 750
    with pytest.raises(ValueError, match="één mens"):
        dagdeelprijs(6000, 0)


def test_indexeren_weegt_loon_en_prijs_en_rondt_per_jaar_af() -> None:
    """A wage share of 80% at 5% and the rest at 2%: 4.4% a year; two years on 100.00 euro: 104.40 and 108.99."""
    jaar = Decimal("0.05"), Decimal("0.02"), Decimal("0.8")
    assert indexeer(10_000, [Index(2028, *jaar), Index(2027, *jaar)]) == [(2027, 10_440), (2028, 10_899)]
