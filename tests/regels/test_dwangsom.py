"""The dwangsom, day by day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.gedeeld import met_gedeeld
from tests.regels.voorbeelden import voorbeeld
from wijkspil.regels import dwangsom
from wijkspil.regels.bedrag import Bedrag
from wijkspil.regels.parameters import Onbekend

VERLOPEN = date(2024, 3, 1)
IN_GEBREKE = date(2024, 3, 4)
EERSTE_DAG = date(2024, 3, 19)  # 4 March plus two full weeks (5 to 18 March), then the day after


def op_dag(nummer: int) -> dwangsom.Dwangsom:
    """The dwangsom as it stands at the end of its n-th day."""
    return dwangsom.bereken(VERLOPEN, IN_GEBREKE, EERSTE_DAG + timedelta(days=nummer - 1))


@pytest.mark.parametrize(
    ("dag", "euro"),
    [
        (1, 23),
        (14, 14 * 23),
        (15, 14 * 23 + 35),
        (28, 14 * 58),
        (29, 14 * 58 + 45),
        (42, 1442),
        (43, 1442),
        (400, 1442),
    ],
)
def test_de_dwangsom_loopt_op_per_blok_van_veertien_dagen(dag: int, euro: int) -> None:
    uitkomst = op_dag(dag)
    assert isinstance(uitkomst.bedrag, Bedrag)
    assert uitkomst.bedrag.cent == euro * 100
    assert uitkomst.aantal_dagen == min(dag, 42)


def test_in_de_eerste_twee_weken_is_er_niets_verschuldigd() -> None:
    uitkomst = op_dag(0)
    assert uitkomst.dagen == ()
    assert uitkomst.eerste_dag == EERSTE_DAG
    assert uitkomst.uiterste_dag == EERSTE_DAG + timedelta(days=41)
    assert uitkomst.zin == "Er is geen dwangsom. De eerste dag zou dinsdag 19 maart 2024 zijn."


def test_de_dag_van_het_besluit_telt_niet_meer_mee() -> None:
    uitkomst = dwangsom.bereken(
        VERLOPEN, IN_GEBREKE, date(2024, 12, 31), besluit_op=EERSTE_DAG + timedelta(days=3)
    )
    assert uitkomst.aantal_dagen == 3
    assert dwangsom.bereken(VERLOPEN, IN_GEBREKE, date(2024, 12, 31), besluit_op=EERSTE_DAG).aantal_dagen == 0


def test_een_ingebrekestelling_voor_het_einde_telt_niet() -> None:
    uitkomst = dwangsom.bereken(VERLOPEN, VERLOPEN, date(2024, 12, 31))
    assert uitkomst.reden_geen is dwangsom.GeenDwangsom.TE_VROEG
    assert uitkomst.bedrag == Bedrag(0, "Awb, artikel 4:17")
    assert uitkomst.zin.startswith("Er is geen dwangsom")


def test_een_uitsluiting_geeft_geen_dwangsom() -> None:
    uitkomst = dwangsom.bereken(
        VERLOPEN, IN_GEBREKE, date(2024, 12, 31), uitsluiting=dwangsom.GeenDwangsom.KENNELIJK_ONGEGROND
    )
    assert uitkomst.aantal_dagen == 0


def test_in_2026_tellen_de_dagen_maar_is_het_bedrag_niet_bekend() -> None:
    uitkomst = dwangsom.bereken(date(2026, 3, 2), date(2026, 3, 3), date(2026, 12, 31))
    assert uitkomst.aantal_dagen == 42
    assert isinstance(uitkomst.bedrag, Onbekend)
    assert all(dag.cent is None for dag in uitkomst.dagen)
    assert "nog niet bekend" in uitkomst.zin
    assert isinstance(dwangsom.maximum(date(2026, 3, 3)), Onbekend)


def test_de_dag_van_ontvangst_bepaalt_de_bedragen_ook_over_oudjaar() -> None:
    oud = dwangsom.bereken(date(2018, 12, 1), date(2018, 12, 31), date(2019, 12, 31))
    nieuw = dwangsom.bereken(date(2018, 12, 1), date(2019, 1, 1), date(2019, 12, 31))
    assert isinstance(oud.bedrag, Bedrag)
    assert isinstance(nieuw.bedrag, Bedrag)
    assert (oud.bedrag.cent, nieuw.bedrag.cent) == (126_000, 144_200)


def test_de_tweeenveertig_dagen_schuiven_niet_over_feestdagen() -> None:
    uitkomst = dwangsom.bereken(date(2024, 3, 1), date(2024, 3, 4), date(2024, 12, 31))
    assert [dag.datum for dag in uitkomst.dagen] == [EERSTE_DAG + timedelta(days=n) for n in range(42)]


def test_meer_aanvragers_delen_gelijk_en_er_raakt_geen_cent_zoek() -> None:
    delen = dwangsom.deel_per_aanvrager(Bedrag(144_200), 3)
    assert sum(deel.cent for deel in delen) == 144_200
    assert max(deel.cent for deel in delen) - min(deel.cent for deel in delen) <= 1


@given(st.integers(0, 60), st.integers(0, 60))
def test_langer_wachten_maakt_nooit_goedkoper(dag: int, extra: int) -> None:
    eerder, later = op_dag(dag).bedrag, op_dag(dag + extra).bedrag
    assert isinstance(eerder, Bedrag)
    assert isinstance(later, Bedrag)
    assert eerder.cent <= later.cent <= 144_200


@met_gedeeld
def test_het_oude_maximum_uit_de_praktijk() -> None:
    geval = voorbeeld("dwangsom_oud_maximum")
    ontvangen = date.fromisoformat(geval["gegeven"]["ingebrekestelling_ontvangen"])
    uitkomst = dwangsom.bereken(ontvangen - timedelta(days=1), ontvangen, ontvangen + timedelta(days=100))
    assert uitkomst.aantal_dagen == geval["gegeven"]["dagen_verschuldigd"]
    assert isinstance(uitkomst.bedrag, Bedrag)
    assert uitkomst.bedrag.cent == geval["verwacht"]["bedrag"] * 100
