"""Years ahead: counted by hand, conserved every year, and each risk where it belongs."""

from datetime import date
from itertools import pairwise

import pytest

from tests.sturing.vooruit.hand import met_de_hand
from tests.wijk import Wijk
from wijkspil.sturing.kleine_groepen import KLEINSTE
from wijkspil.sturing.stand import lees_stand
from wijkspil.sturing.vooruit.scenario import GROEPEN, Aanname, Nu, bevolking, soort_van, speel, vergrijzing
from wijkspil.sturing.vooruit.stroom_nu import stroom_nu

GELIJK = Aanname(jaren=2, groei=dict.fromkeys(GROEPEN, 0.0))
HUIS = Nu("01A05", loopt=100, erbij=30, eraf=20, maand_cent=50_000)
BEGELEIDING = Nu("02A16", loopt=50, erbij=10, eraf=10, maand_cent=80_000)


def test_two_years_by_hand() -> None:
    """95 on average last year of which 20 left; next year 100 + 30 - 100 x 20/95."""
    nul, een, twee = speel([HUIS], GELIJK)
    assert nul.loopt == 100 and nul.cent is None
    assert een.loopt == pytest.approx(100 + 30 - 100 * 20 / 95)
    assert een.cent == pytest.approx((100 + een.loopt) / 2 * 12 * 50_000)
    assert twee.loopt == pytest.approx(een.loopt + 30 - een.loopt * 20 / 95)


@pytest.mark.parametrize(
    "a",
    [
        GELIJK,
        Aanname(),
        GELIJK.met(jaren=10, vertrek=150.0, instroom={"begeleiding": 40.0}),
        Aanname(index=3.0, prijs={"huishouden": 40.0}),
    ],
)
def test_begin_plus_in_minus_out_is_the_end(a: Aanname) -> None:
    jaren = speel([HUIS, BEGELEIDING], a)
    for vorig, jaar in pairwise(jaren):
        assert vorig.loopt + jaar.erbij - jaar.eraf == pytest.approx(jaar.loopt)
        assert all(aantal >= 0 for aantal in jaar.per_product.values())


def test_each_risk_works_where_it_belongs() -> None:
    basis = speel([HUIS, BEGELEIDING], GELIJK)[-1]
    duur = speel([HUIS, BEGELEIDING], GELIJK.met(prijs={"huishouden": 40.0}))[-1]
    drukker = speel([HUIS, BEGELEIDING], GELIJK.met(instroom={"begeleiding": 50.0}))[-1]
    weg = speel([HUIS, BEGELEIDING], GELIJK.met(vertrek=50.0))[-1]
    assert basis.cent and duur.cent
    assert duur.per_product == basis.per_product and duur.cent > basis.cent * 1.2
    assert drukker.per_product["02A16"] > basis.per_product["02A16"]
    assert drukker.per_product["01A05"] == basis.per_product["01A05"]
    assert weg.loopt < basis.loopt


def test_ageing_weighs_most_where_old_people_are() -> None:
    groei = {g.groep: g.procent for g in bevolking()}
    assert vergrijzing("huishouden", groei, 10) > vergrijzing("begeleiding", groei, 10) > 1
    assert vergrijzing("huishouden", dict.fromkeys(GROEPEN, 2.0), 3) == pytest.approx(1.02**3)
    assert all(g.bron and g.zekerheid in ("hoog", "midden", "laag") for g in bevolking())
    assert (soort_van("01A05"), soort_van("99Z99")) == ("huishouden", "overig")


def test_today_is_what_the_events_say_and_small_products_hide(bestanden: Wijk) -> None:
    stand = lees_stand(bestanden.gemeente.pk)
    assert stand is not None
    nu = stroom_nu(stand.gemeente, stand.versie, date(2026, 5, 1))
    assert nu and all(n.loopt >= KLEINSTE for n in nu)
    for n in nu:
        ((cent,),) = met_de_hand(
            f"SELECT avg(maand_cent) FROM g WHERE soort = 'levering.gestart' AND product = '{n.product}' AND dag <= '2026-05-01'"
        )
        assert n.maand_cent == round(cent)
    vroeg = stroom_nu(stand.gemeente, stand.versie, date(2025, 2, 10))
    assert all(n.loopt >= KLEINSTE for n in vroeg)
