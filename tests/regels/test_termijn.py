"""Deadlines as stories: counting, shifting, standing still, extending and explaining."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wijkspil.regels.kalender import is_vrije_dag
from wijkspil.regels.termijn import Duur, Termijn, TermijnFout, dagen, jaren, maanden, weken, werkdagen

DAGEN = st.dates(min_value=date(2015, 1, 1), max_value=date(2040, 12, 31))
DUREN = st.one_of(
    st.integers(1, 90).map(dagen),
    st.integers(1, 12).map(weken),
    st.integers(1, 3).map(maanden),
    st.integers(1, 30).map(werkdagen),
)


def een_termijn(start: date, duur: Duur, *, atw: bool = True) -> Termijn:
    return Termijn(
        soort="besluit", start=start, duur=duur, grondslag="Wmo 2015, artikel 2.3.5 lid 2", atw=atw
    )


@pytest.mark.parametrize(
    ("start", "duur", "laatste_dag", "waarom"),
    [
        (date(2026, 11, 2), weken(2), date(2026, 11, 16), "Monday to Monday: nothing shifts"),
        (date(2026, 11, 7), weken(2), date(2026, 11, 23), "Saturday becomes Monday (ATW 1)"),
        (
            date(2026, 2, 20),
            weken(6),
            date(2026, 4, 7),
            "Good Friday, weekend and Easter Monday become Tuesday (ATW 1, 3)",
        ),
        (
            date(2026, 4, 2),
            weken(6),
            date(2026, 5, 18),
            "Ascension Day and the equated Friday become Monday (ATW 3 lid 3)",
        ),
        (
            date(2025, 12, 11),
            weken(2),
            date(2025, 12, 29),
            "Christmas, Boxing Day and a weekend become Monday",
        ),
        (
            date(2026, 4, 2),
            dagen(3),
            date(2026, 4, 8),
            "three days over Easter hold two working days (ATW 2)",
        ),
        (date(2026, 4, 2), dagen(2), date(2026, 4, 7), "two days: article 2 is silent, article 1 is not"),
        (date(2026, 11, 30), maanden(3), date(2027, 3, 1), "28 February 2027 is a Sunday"),
        (date(2026, 1, 31), maanden(1), date(2026, 3, 2), "28 February 2026 is a Saturday"),
        (
            date(2026, 11, 7),
            weken(12),
            date(2027, 2, 1),
            "twelve weeks is not more than twelve: it shifts (ATW 4)",
        ),
        (date(2026, 11, 7), weken(13), date(2027, 2, 6), "thirteen weeks stays on Saturday (ATW 4)"),
        (date(2026, 11, 8), dagen(90), date(2027, 2, 8), "ninety days shifts from Saturday 6 February"),
        (date(2026, 11, 7), dagen(91), date(2027, 2, 6), "ninety-one days stays on Saturday (ATW 4)"),
        (date(2026, 11, 28), maanden(3), date(2027, 3, 1), "three months shifts"),
        (date(2026, 10, 28), maanden(4), date(2027, 2, 28), "four months stays on Sunday (ATW 4)"),
        (
            date(2012, 2, 29),
            jaren(15),
            date(2027, 2, 28),
            "years never shift; leap day becomes the last of February",
        ),
        (date(2026, 11, 20), werkdagen(5), date(2026, 11, 27), "working days skip the weekend by themselves"),
    ],
)
def test_de_laatste_dag(start: date, duur: Duur, laatste_dag: date, waarom: str) -> None:
    assert een_termijn(start, duur).laatste_dag == laatste_dag, waarom


def test_zonder_algemene_termijnenwet_schuift_niets() -> None:
    assert een_termijn(date(2026, 11, 7), weken(2), atw=False).laatste_dag == date(2026, 11, 21)


def test_terugtellen_schuift_nooit() -> None:
    """Papers for a hearing on Tuesday 17 November can come until ten days before: Saturday the 7th (ATW 1 lid 2)."""
    assert dagen(10).voor(date(2026, 11, 17)) == date(2026, 11, 7)


def test_de_aanvraag_van_mevrouw_jansen_mist_een_papier() -> None:
    """Asked on the 4th, received on the 12th: the clock stands still from the 5th up to the 12th, seven days."""
    termijn = een_termijn(date(2026, 11, 2), weken(2))
    stil = termijn.schort_op(date(2026, 11, 5), "aanvulling")
    assert stil.staat_stil
    assert not stil.opgeschort_op(date(2026, 11, 4))
    assert stil.opgeschort_op(date(2026, 11, 10))
    assert [stil.dagen_over(date(2026, 11, dag)) for dag in (5, 8, 12)] == [11, 11, 11]
    assert not stil.is_verlopen(date(2028, 1, 1)), "zolang de klok stilstaat verloopt er niets"

    verder = stil.hervat(date(2026, 11, 12))
    assert verder.laatste_dag == date(2026, 11, 23)
    assert not verder.opgeschort_op(date(2026, 11, 12))
    assert verder.dagen_over(date(2026, 11, 23)) == 0
    assert verder.is_verlopen(date(2026, 11, 24))
    assert termijn.laatste_dag == date(2026, 11, 16), "de oude waarde blijft wat zij was"


def test_papieren_die_dezelfde_dag_binnenkomen_kosten_geen_dag() -> None:
    termijn = (
        een_termijn(date(2026, 11, 2), weken(2))
        .schort_op(date(2026, 11, 5), "aanvulling")
        .hervat(date(2026, 11, 4))
    )
    assert termijn.laatste_dag == date(2026, 11, 16)
    assert len(termijn.opschortingen) == 1


def test_stilzetten_in_de_dagen_die_de_termijnenwet_erbij_gaf() -> None:
    """Ends on Saturday 21, runs to Monday 23; stopped on that Monday for three days it ends on Thursday."""
    termijn = een_termijn(date(2026, 11, 7), weken(2))
    assert termijn.schort_op(date(2026, 11, 23), "overmacht").hervat(date(2026, 11, 26)).laatste_dag == date(
        2026, 11, 26
    )


def test_verlengen_telt_vanaf_het_getelde_einde() -> None:
    termijn = een_termijn(date(2026, 11, 7), weken(2)).verleng(weken(1), "Er is medisch advies nodig.")
    assert termijn.laatste_dag == date(2026, 11, 30)  # Saturday 21 + 7 = Saturday 28, so Monday 30


@pytest.mark.parametrize(
    ("stap", "melding"),
    [
        (lambda t: t.schort_op(date(2026, 11, 2), "overmacht"), "niet eerder stilstaan"),
        (lambda t: t.schort_op(date(2026, 11, 17), "overmacht"), "al voorbij"),
        (lambda t: t.schort_op(date(2026, 11, 5), ""), "met een reden"),
        (
            lambda t: t.schort_op(date(2026, 11, 5), "overmacht").schort_op(date(2026, 11, 6), "overmacht"),
            "staat al stil",
        ),
        (
            lambda t: (
                t.schort_op(date(2026, 11, 5), "a")
                .hervat(date(2026, 11, 9))
                .schort_op(date(2026, 11, 8), "b")
            ),
            "stond de termijn al stil",
        ),
        (lambda t: t.hervat(date(2026, 11, 9)), "loopt al"),
        (lambda t: t.verleng(weken(1), ""), "met een reden"),
    ],
)
def test_wat_niet_kan_zegt_waarom(stap: object, melding: str) -> None:
    with pytest.raises(TermijnFout, match=melding):
        stap(een_termijn(date(2026, 11, 2), weken(2)))  # type: ignore[operator]


def test_de_uitleg_vertelt_het_hele_verhaal() -> None:
    termijn = (
        een_termijn(date(2026, 11, 7), weken(2))
        .schort_op(date(2026, 11, 11), "aanvulling")
        .hervat(date(2026, 11, 18))
        .verleng(weken(1), "er is advies van een arts nodig")
    )
    zinnen = [regel.zin for regel in termijn.uitleg(date(2026, 11, 20))]
    assert zinnen == [
        "De termijn begint op zondag 8 november 2026. Dat is de dag na zaterdag 7 november 2026.",
        "De termijn duurt 2 weken: tot en met zaterdag 21 november 2026.",
        "De termijn is met 1 week verlengd, tot en met zaterdag 28 november 2026. De reden: er is advies van een arts nodig.",
        "Van woensdag 11 november 2026 tot en met dinsdag 17 november 2026 staat de termijn 7 dagen stil. De aanvraag is nog "
        "niet compleet en de inwoner is gevraagd om gegevens. Die dagen komen erbij.",
        "De laatste dag schuift door naar maandag 7 december 2026, want zaterdag 5 december 2026 is een zaterdag en "
        "zondag 6 december 2026 is een zondag.",
        "De laatste dag is maandag 7 december 2026. Dat is over 17 dagen.",
    ]
    assert "4:15" in termijn.uitleg(date(2026, 11, 20))[3].grondslag


def test_de_uitleg_zegt_het_als_de_feestdagen_nog_niet_vaststaan() -> None:
    zinnen = [regel.zin for regel in een_termijn(date(2029, 5, 1), weken(2)).uitleg(date(2029, 5, 2))]
    assert any("niet bekend" in zin for zin in zinnen)


# -- properties: true for every deadline ---------------------------------------------------------------------------


@given(DAGEN, DUREN)
def test_nooit_voor_de_dag_na_het_begin_en_nooit_op_een_vrije_dag(start: date, duur: Duur) -> None:
    laatste = een_termijn(start, duur).laatste_dag
    assert laatste > start
    assert not is_vrije_dag(laatste)
    assert laatste >= een_termijn(start, duur, atw=False).laatste_dag


@given(DAGEN, st.integers(3, 20).map(dagen))
def test_er_zitten_altijd_twee_werkdagen_in(start: date, duur: Duur) -> None:
    laatste = een_termijn(start, duur).laatste_dag
    alle = [start + timedelta(days=n) for n in range(1, (laatste - start).days + 1)]
    assert sum(not is_vrije_dag(dag) for dag in alle) >= 2


@given(DAGEN, DUREN, st.booleans(), st.integers(0, 100), st.integers(0, 60))
def test_stilstaan_maakt_nooit_korter_en_een_dag_langer_wachten_nooit_eerder(
    start: date, duur: Duur, atw: bool, na: int, stil: int
) -> None:
    termijn = een_termijn(start, duur, atw=atw)
    van = termijn.eerste_dag + timedelta(days=na)
    assume(van <= termijn.laatste_dag)
    open_ = termijn.schort_op(van, "overmacht")
    kort, lang = open_.hervat(van + timedelta(days=stil)), open_.hervat(van + timedelta(days=stil + 1))
    assert termijn.laatste_dag <= kort.laatste_dag <= lang.laatste_dag
    assert kort.laatste_dag >= van + timedelta(days=stil), "op de dag dat hij weer loopt kan het nog"
    assert open_.laatste_dag_op(van + timedelta(days=stil)) == kort.laatste_dag


@given(DAGEN, st.integers(1, 90).map(dagen), st.integers(0, 80), st.integers(0, 60))
def test_n_dagen_stil_is_n_dagen_later(start: date, duur: Duur, na: int, stil: int) -> None:
    termijn = een_termijn(start, duur, atw=False)
    van = termijn.eerste_dag + timedelta(days=na)
    assume(van <= termijn.laatste_dag)
    verder = termijn.schort_op(van, "overmacht").hervat(van + timedelta(days=stil))
    assert verder.laatste_dag == termijn.laatste_dag + timedelta(days=stil)


@given(DAGEN, DUREN, DUREN)
def test_verlengen_maakt_nooit_korter(start: date, duur: Duur, extra: Duur) -> None:
    termijn = een_termijn(start, duur, atw=False)
    assert termijn.verleng(extra, "meer tijd nodig").laatste_dag > termijn.laatste_dag


@given(DAGEN, DUREN, st.booleans(), st.integers(0, 100), st.integers(0, 60), st.booleans())
def test_heen_en_terug_door_json(
    start: date, duur: Duur, atw: bool, na: int, stil: int, open_laten: bool
) -> None:
    termijn = een_termijn(start, duur, atw=atw)
    van = termijn.eerste_dag + timedelta(days=na)
    if van <= termijn.laatste_dag:
        termijn = termijn.schort_op(van, "instemming", "zo afgesproken")
        termijn = (
            termijn if open_laten else termijn.hervat(van + timedelta(days=stil)).verleng(weken(1), "advies")
        )
    terug = Termijn.uit_dict(json.loads(json.dumps(termijn.als_dict())))
    assert terug == termijn
    assert terug.laatste_dag == termijn.laatste_dag


@given(DAGEN, DUREN, st.integers(-10, 120))
def test_de_uitleg_eindigt_met_de_laatste_dag_en_elke_regel_heeft_een_grondslag(
    start: date, duur: Duur, over: int
) -> None:
    termijn = een_termijn(start, duur)
    regels = termijn.uitleg(start + timedelta(days=max(over, 0)))
    assert regels[-1].dag_tot == termijn.laatste_dag
    assert all(regel.grondslag and regel.dag_van <= regel.dag_tot for regel in regels)
