"""Citizen service numbers and AGB codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.regels import agb, bsn


@pytest.mark.parametrize("nummer", ["999900006", "999999011"])
def test_geldige_nummers(nummer: str) -> None:
    assert bsn.is_geldig(nummer)
    assert bsn.is_testnummer(nummer)


@pytest.mark.parametrize(
    "nummer",
    [
        "",
        "000000000",
        "123456789",
        "12345678",
        "1234567820",
        "12345678a",
        "１２３４５６７８２",
        " 23456782",
        "-23456782",
    ],
)
def test_ongeldige_nummers(nummer: str) -> None:
    assert not bsn.is_geldig(nummer)
    assert not bsn.is_testnummer(nummer)


def test_een_gewoon_geldig_nummer_is_geen_testnummer() -> None:
    """Built from the rule, not taken from anyone: 1 0 0 0 0 0 0 0 9 sums to 9 - 9 = 0."""
    uit_de_regel = "1" + 7 * "0" + "9"
    assert bsn.is_geldig(uit_de_regel)
    assert not bsn.is_testnummer(uit_de_regel)


def test_de_reeks_is_vast_zonder_dubbelen_en_helemaal_geldig() -> None:
    reeks = [bsn.volgend_testnummer(n) for n in range(bsn.aantal_testnummers())]
    assert len(set(reeks)) == len(reeks) == 9091
    assert reeks == sorted(reeks)
    assert all(bsn.is_testnummer(nummer) for nummer in reeks)


def test_op_is_op_en_dat_zegt_hij() -> None:
    with pytest.raises(bsn.TestnummersOp, match="9091"):
        bsn.volgend_testnummer(bsn.aantal_testnummers())
    with pytest.raises(ValueError, match="Begin bij 0"):
        bsn.volgend_testnummer(-1)


@given(st.integers(0, 9090), st.integers(0, 8), st.integers(1, 9))
def test_een_verkeerd_getypt_cijfer_valt_altijd_op(volgnummer: int, plek: int, erbij: int) -> None:
    goed = bsn.volgend_testnummer(volgnummer)
    fout = goed[:plek] + str((int(goed[plek]) + erbij) % 10) + goed[plek + 1 :]
    assert not bsn.is_geldig(fout)


@pytest.mark.parametrize(
    ("code", "geldig"),
    [("41123456", True), ("4112345", False), ("411234567", False), ("4112345x", False), ("00000000", False)],
)
def test_agb(code: str, geldig: bool) -> None:
    assert agb.is_geldig(code) is geldig


def test_de_zorgsoort_van_een_agb_code() -> None:
    assert agb.zorgsoort("41123456") == "41"
    with pytest.raises(ValueError, match="acht cijfers"):
        agb.zorgsoort("41")


@pytest.mark.parametrize(
    "zin", ["Mijn nummer is 999900006.", "999 900 006", "9999-00-006 hoort erbij", "Nummer ９９９９０００06"]
)
def test_een_bsn_in_een_zin_wordt_gezien(zin: str) -> None:
    assert bsn.bevat_bsn(zin)


@pytest.mark.parametrize(
    "zin",
    ["Bel mij op 0612345678.", "999900007", "Op 12-03-1941 om 10.30", "Zaak 19999000061", "geen nummer"],
)
def test_een_ander_nummer_in_een_zin_mag(zin: str) -> None:
    assert not bsn.bevat_bsn(zin)
