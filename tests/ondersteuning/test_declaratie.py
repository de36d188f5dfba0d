"""Claims: each rule on one line, credits, totals that add up, and an answer for every claim."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.core.door import Door
from wijkspil.ondersteuning.actions import (
    DeclaratieKanNiet,
    Declaratielijn,
    NietTeBetalen,
    beoordeel_declaratie,
    betaal_declaratie,
    ontvang_declaratie,
    trek_toewijzing_in,
)
from wijkspil.ondersteuning.models import Betaling, Declaratie, Toewijzing
from wijkspil.regels.bedragen import Maand

MAART = Maand(2026, 3)


def begin_maart(wijk: Wijk, n: int = 0, **anders: Any) -> Toewijzing:
    return opdracht(wijk, n, van=date(2026, 3, 1), **anders)


def lijn(t: Toewijzing, referentie: str = "P1", **anders: Any) -> Declaratielijn:
    velden: dict[str, Any] = {
        "referentie": referentie,
        "bsn": t.inwoner.bsn,
        "toewijzing_nummer": t.nummer,
        "productcode": t.product.code,
        "van": MAART.eerste_dag,
        "tot": MAART.laatste_dag,
        "volume": 1,
        "eenheid": "82",
        "tarief_cent": 31000,
        "cent": 31000,
    }
    return Declaratielijn(**(velden | anders))


def declareer(t: Toewijzing, *lijnen: Declaratielijn, nummer: str = "D1") -> Declaratie:
    assert t.aanbieder is not None
    systeem = Door.systeem(t.gemeente_id)
    d = ontvang_declaratie(
        t.aanbieder,
        nummer=nummer,
        periode=MAART.eerste_dag,
        dagtekening=date(2026, 4, 5),
        ingediend_cent=sum(-r.cent if r.is_credit else r.cent for r in lijnen),
        regels=lijnen,
        door=systeem,
    )
    return beoordeel_declaratie(d, door=systeem)


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({}, None),
        ({"toewijzing_nummer": 999}, "9338"),
        ({"bsn": "999900006"}, "8187"),
        ({"productcode": "01A05"}, "9340"),
        ({"eenheid": "04"}, "9341"),
        ({"van": date(2026, 2, 1), "tot": date(2026, 2, 28)}, "9307"),
        ({"van": date(2026, 4, 1), "tot": date(2026, 4, 30)}, "9319"),
        ({"van": date(2026, 3, 2)}, "9387"),
        ({"tot": date(2026, 3, 30)}, "9388"),
        ({"tarief_cent": 30000, "cent": 30000}, "0611"),
        ({"cent": 31001}, "9346"),
        ({"volume": 2, "cent": 62000}, "9321"),
    ],
)
def test_elke_regel_van_het_boek_keurt_precies_zijn_eigen_fout(
    lvc: Wijk, anders: dict[str, Any], code: str | None
) -> None:
    t = begin_maart(lvc)
    d = declareer(t, lijn(t, **anders))
    codes = d.regels.get().retourcodes
    assert codes[:1] == ([code] if code else [])
    assert d.toegekend_cent == (0 if code else 31000)


def test_een_regel_is_een_keer_te_declareren_en_een_nummer_ook(lvc: Wijk) -> None:
    t = begin_maart(lvc)
    declareer(t, lijn(t))
    with pytest.raises(DeclaratieKanNiet) as fout:
        declareer(t, lijn(t, "P2"))
    assert fout.value.retourcode == "9333"
    assert declareer(t, lijn(t), nummer="D2").regels.get().retourcodes == ["8021"]
    assert declareer(t, lijn(t, "P3"), nummer="D3").regels.get().retourcodes == ["9389"]


def test_crediteren_en_opnieuw_declareren_in_een_bericht(lvc: Wijk) -> None:
    t = begin_maart(lvc)
    declareer(t, lijn(t))
    d = declareer(t, lijn(t, "P3"), lijn(t, "P2", is_credit=True, vorige_referentie="P1"), nummer="D2")
    assert d.toegekend_cent == 0
    assert all(r.goedgekeurd for r in d.regels.all())
    nog_eens = declareer(t, lijn(t, "P4", is_credit=True, vorige_referentie="P1"), nummer="D3")
    onbekend = declareer(t, lijn(t, "P5", is_credit=True, vorige_referentie="P99"), nummer="D4")
    assert nog_eens.regels.get().retourcodes == ["9390"]
    assert onbekend.regels.get().retourcodes == ["8017"]


def test_op_een_ingetrokken_opdracht_valt_niets_te_declareren(lvc: Wijk) -> None:
    t = begin_maart(lvc)
    trek_toewijzing_in(t, door=lvc.als("Kees van Dongen"))
    assert declareer(t, lijn(t)).regels.get().retourcodes == ["9384"]


def test_een_deel_keurt_goed_en_het_totaal_klopt(lvc: Wijk) -> None:
    een, twee = begin_maart(lvc, 1), begin_maart(lvc, 2)
    d = declareer(een, lijn(een, "P1"), lijn(twee, "P2", cent=1))
    assert (d.ingediend_cent, d.toegekend_cent) == (31001, 31000)


def test_betalen_kan_een_keer_en_alleen_na_het_oordeel(lvc: Wijk) -> None:
    t, door = begin_maart(lvc), lvc.als("Kees van Dongen")
    d = declareer(t, lijn(t))
    betaal_declaratie(d, door=door)
    with pytest.raises(NietTeBetalen):
        betaal_declaratie(d, door=door)
    niets = declareer(t, lijn(t, "P9", cent=1), nummer="D9")
    with pytest.raises(NietTeBetalen, match="niets toegekend"):
        betaal_declaratie(niets, door=door)
    assert [b.cent for b in Betaling.objects.all()] == [31000]


def test_een_korte_opdracht_declareert_over_de_eigen_dagen(lvc: Wijk) -> None:
    t = begin_maart(lvc, tot=date(2026, 3, 1) + timedelta(days=13))
    assert declareer(t, lijn(t, tot=date(2026, 3, 14))).toegekend_cent == 31000
    assert declareer(t, lijn(t, "P2"), nummer="D2").regels.get().retourcodes == ["9308"]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    keuzes=st.lists(st.tuples(st.booleans(), st.booleans()), min_size=1, max_size=4),
    salt=st.integers(0, 10**9),
)
def test_toegekend_is_ingediend_min_afgekeurd_wat_er_ook_komt(
    lvc: Wijk, keuzes: list[tuple[bool, bool]], salt: int
) -> None:
    t = Toewijzing.objects.first() or begin_maart(lvc)
    lijnen = [
        lijn(
            t,
            f"{salt}-{n}",
            cent=31000 if goed else 30999,
            is_credit=credit,
            vorige_referentie="P1" if credit else "",
        )
        for n, (goed, credit) in enumerate(keuzes)
    ]
    nummer = f"D{salt}"
    if Declaratie.objects.filter(nummer=nummer).exists():
        return  # drawn before in this test
    d = declareer(t, *lijnen, nummer=nummer)
    afgekeurd = sum(r.telt_cent for r in d.regels.filter(goedgekeurd=False))
    assert d.toegekend_cent == d.ingediend_cent - afgekeurd
    assert sum(r.telt_cent for r in d.regels.filter(goedgekeurd=True)) <= 31000
