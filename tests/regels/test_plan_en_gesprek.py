"""The rules behind conversation and plan: parts, network, band, sample, guides, ways on, and the two arms."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.regels import positieve_gezondheid as pg
from wijkspil.regels.bandbreedte import Band, BuitenDeBand, band_rond, eis_binnen
from wijkspil.regels.bedrag import Bedrag
from wijkspil.regels.gesprekswijzer import gids
from wijkspil.regels.ladder import Deel, Trede, deel_van
from wijkspil.regels.netwerk import AFSTAND, VORM_VAN, Persoon, groei, plaats
from wijkspil.regels.parameters import Zekerheid
from wijkspil.regels.steekproef import trek
from wijkspil.regels.trajectvergelijking import (
    Oordeel,
    Traject,
    even_tevreden,
    mediane_duur,
    moet_stoppen,
    niet_duurder,
    vat_samen,
)
from wijkspil.regels.vervolgwegen import (
    Bijdrageverschil,
    achttien_op,
    alert_vanaf,
    bruggen,
    continuiteit,
    ontbreekt,
    overgangsmomenten,
)

DAG = date(2026, 11, 22)


def test_elke_trede_hoort_bij_een_deel_en_alleen_maatwerk_is_tweede_lijn() -> None:
    assert [t for t in Trede if deel_van(t) is Deel.TWEEDE_LIJN] == [Trede.MAATWERK]
    delen = [list(Deel).index(deel_van(t)) for t in Trede]
    assert delen == sorted(delen), "hoger op de ladder is nooit een lichter deel"


def test_positieve_gezondheid_kent_zes_dimensies_en_hele_cijfers() -> None:
    assert len(pg.DIMENSIES) == 6
    voor, na = {"meedoen": 3, "zingeving": 6}, {"meedoen": 7, "zingeving": 6, "lichaamsfuncties": 4}
    anders = pg.verschil(voor, na)
    assert (anders.vooruit, anders.gelijk, anders.achteruit) == (1, 1, 0)
    for fout in ({"meedoen": 11}, {"meedoen": True}, {"geluk": 5}, {}):
        with pytest.raises(pg.CijferFout):
            pg.controleer(fout)  # type: ignore[arg-type]


def test_wie_vaak_komt_staat_dichtbij_en_iedereen_heeft_een_vorm() -> None:
    mensen = [Persoon(f"P{i}", soort, 1 + i % 3, DAG) for i, soort in enumerate(VORM_VAN)]
    plekken = plaats(mensen)
    assert plekken == plaats(list(reversed(mensen))), "dezelfde mensen staan altijd op dezelfde plek"
    for plek in plekken:
        assert (plek.x**2 + plek.y**2) ** 0.5 == pytest.approx(AFSTAND[plek.persoon.sterkte])


def test_het_netwerk_groeit_op_de_dag_dat_er_iemand_bij_komt() -> None:
    mensen = [
        Persoon("Anja", "kind", 3, date(2025, 1, 1)),
        Persoon("Piet", "buur", 2, date(2026, 6, 1)),
        Persoon("Verpleegkundige", "beroepskracht", 3, date(2025, 1, 1), date(2026, 9, 1)),
    ]
    standen = groei(mensen, date(2026, 1, 1), DAG)
    assert [(s.op, s.mensen, s.informeel) for s in standen] == [
        (date(2026, 1, 1), 2, 1), (date(2026, 6, 1), 3, 2), (date(2026, 9, 1), 2, 2), (DAG, 2, 2),
    ]  # fmt: skip


@given(st.integers(1, 500), st.integers(0, 100), st.integers(0, 100))
def test_een_band_ligt_altijd_om_het_volume_heen(volume: int, omlaag: int, omhoog: int) -> None:
    band = band_rond(volume, omlaag, omhoog)
    assert volume in band and band.van >= 1
    eis_binnen(band, volume)
    with pytest.raises(BuitenDeBand, match="nieuw besluit"):
        eis_binnen(band, band.tot + 1)


def test_geen_band_is_geen_ruimte() -> None:
    assert band_rond(4, 0, 0) == Band(4, 4) and not band_rond(4, 0, 0).is_ruimte


def test_een_steekproef_is_na_te_trekken() -> None:
    sleutels = [f"plan-{n}" for n in range(100)]
    eerste = trek(sleutels, "najaar", 10)
    assert eerste == trek(reversed(sleutels), "najaar", 10) and len(set(eerste)) == 10
    assert eerste != trek(sleutels, "voorjaar", 10)
    assert len(trek(sleutels[:3], "x", 10)) == 3
    with pytest.raises(ValueError, match="vanaf 1"):
        trek(sleutels, "x", 0)


def test_de_gesprekswijzers_zijn_compleet_en_zeggen_hun_zekerheid() -> None:
    alle = gids()
    assert len({w.code for w in alle.wijzers}) == len(alle.wijzers) >= 6
    assert all(w.openen and w.doorvragen and w.kracht and w.let_op for w in alle.wijzers)
    assert alle.zekerheid is Zekerheid.LAAG and len(alle.ladder) == 5
    assert alle.wijzer("nergens") is None


@pytest.mark.parametrize(
    ("geboren", "achttien", "alert"),
    [
        (date(2009, 5, 22), date(2027, 5, 22), date(2025, 11, 22)),
        (date(2008, 2, 29), date(2026, 3, 1), date(2024, 9, 1)),
    ],
)
def test_van_zestien_en_een_half_af(geboren: date, achttien: date, alert: date) -> None:
    assert (achttien_op(geboren), alert_vanaf(geboren)) == (achttien, alert)
    momenten = overgangsmomenten(geboren)
    assert momenten[0].op == alert and momenten[-1].op == achttien
    assert [m.op for m in momenten] == sorted(m.op for m in momenten)


def test_behandeling_is_een_gat_in_de_brug() -> None:
    assert bruggen()["behandeling"].is_gat and "Zorgverzekeringswet" in bruggen()["behandeling"].let_op
    assert not bruggen()["begeleiding"].is_gat


def test_wisselen_van_hulpverlener_vraagt_een_reden() -> None:
    aanbieders = {"De Raam": "ja", "Brugwachters": "nee", "Stap": ""}
    stand = continuiteit(aanbieders)
    assert (stand.blijft, stand.wisselt, stand.onbekend) == (("De Raam",), ("Brugwachters",), ("Stap",))
    velden = {"reden": "Nachtzorg", "vandaag": DAG, "doeldag": DAG + timedelta(days=30)}
    mist = ontbreekt("naar_wlz", feiten={"aanbieders": aanbieders}, **velden)  # type: ignore[arg-type]
    assert len(mist) == 1 and "Brugwachters kan niet blijven" in mist[0]
    met = {"aanbieders": aanbieders, "reden_wissel": "Levert geen Wlz"}
    assert ontbreekt("naar_wlz", feiten=met, **velden) == []  # type: ignore[arg-type]


def test_het_verschil_in_bijdrage_blijft_open_als_een_kant_niet_bekend_is() -> None:
    nu = Bedrag(2180, "test", Zekerheid.MIDDEN)
    assert Bijdrageverschil(nu, None, "").verschil_cent is None
    assert Bijdrageverschil(nu, 20_180, "CAK").verschil_cent == 18_000


def _arm(naam: str, n: int, kosten: int, cijfer: int, dagen: int = 100) -> list[Traject]:
    return [Traject(DAG - timedelta(days=dagen), DAG - timedelta(days=1), kosten, cijfer) for _ in range(n)]


def test_een_kleine_groep_zegt_niets() -> None:
    eigen = vat_samen("eigen", _arm("eigen", 9, 100, 9), DAG, 10)
    ander = vat_samen("ander", _arm("ander", 40, 200, 7), DAG, 10)
    assert (
        eigen.te_klein and eigen.tevreden is None and eigen.kosten_cent is None and eigen.duur_dagen is None
    )
    assert even_tevreden(eigen, ander, 7) is niet_duurder(eigen, ander) is Oordeel.NOG_NIET
    assert moet_stoppen(eigen, ander, 7) is Oordeel.NOG_NIET


def test_gaat_door_als_beide_voorwaarden_kloppen_en_stopt_als_er_een_breekt() -> None:
    ander = vat_samen("ander", _arm("ander", 20, 200, 7), DAG, 10)
    goed = vat_samen("eigen", _arm("eigen", 12, 100, 8), DAG, 10)
    duur = vat_samen("eigen", _arm("eigen", 12, 300, 8), DAG, 10)
    assert goed.tevreden == Fraction(8) and moet_stoppen(goed, ander, 7) is Oordeel.NEE
    assert moet_stoppen(duur, ander, 7) is Oordeel.JA


def test_wat_nog_loopt_telt_niet_als_kort() -> None:
    lopend = [Traject(DAG - timedelta(days=399), None, None, None)] * 6
    kort = _arm("x", 4, 100, 8, dagen=50)
    assert mediane_duur([*kort, *lopend], DAG) is None, "minder dan de helft is klaar"
    assert mediane_duur([*kort, *lopend[:4]], DAG) == 50
