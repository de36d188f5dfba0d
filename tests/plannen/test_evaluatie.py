"""Looking back: goals, direction, the resident's mark, and the next day."""

from datetime import timedelta

import pytest

from tests.plannen.verhaal import consulent, gratis, laatste, met_plan, tot_arrangement
from tests.wijk import Wijk
from wijkspil.core.ids import uuid7
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions import evalueer, stel_arrangement_vast, stel_plan_vast, voeg_doel_toe
from wijkspil.plannen.models import Doel, Plan
from wijkspil.regels.duur import plus_maanden


def afgesproken(wijk: Wijk) -> Plan:
    plan = tot_arrangement(wijk)
    gratis(plan, wijk)
    stel_arrangement_vast(plan, door=consulent(wijk))
    return plan


def test_doelen_richting_en_cijfer_komen_in_een_gebeurtenis(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    tweede = voeg_doel_toe(plan, tekst="Naar buiten", eigenaar="Toos", door=consulent(lvc))
    stel_plan_vast(plan, door=consulent(lvc))
    eerste = plan.doelen.exclude(pk=tweede.pk).get()

    evaluatie = evalueer(
        plan,
        op=vandaag(),
        doelen={eerste.pk: "behaald", tweede.pk: "deels"},
        richting="afschalen",
        inwoner_vindt="Het gaat best.",
        tevreden=8,
        door=consulent(lvc),
    )

    assert (evaluatie.doelen_behaald, evaluatie.doelen_bekeken) == (1, 2)
    assert Doel.objects.get(pk=eerste.pk).resultaat == "behaald"
    gegevens = laatste("plan.geevalueerd").gegevens
    assert gegevens["richting"] == "afschalen"
    assert (gegevens["doelen_behaald"], gegevens["doelen_deels"], gegevens["doelen_niet"]) == (1, 1, 0)
    assert gegevens["tevreden"] == 8
    assert gegevens["op_tijd"] is True
    assert "best" not in str(gegevens)


def test_een_doel_dat_niet_besproken_is_telt_niet_mee(lvc: Wijk) -> None:
    evaluatie = evalueer(afgesproken(lvc), op=vandaag(), doelen={}, richting="gelijk", door=consulent(lvc))
    assert evaluatie.doelen_bekeken == 0


def test_de_volgende_dag_komt_uit_de_werkwijze_of_van_een_mens(lvc: Wijk) -> None:
    plan, door = afgesproken(lvc), consulent(lvc)
    evalueer(plan, op=vandaag(), doelen={}, richting="gelijk", door=door)
    assert plan.evaluatie_op == plus_maanden(vandaag(), 6)
    eerder = vandaag() + timedelta(days=14)
    evalueer(plan, op=vandaag(), doelen={}, richting="opschalen", volgende_evaluatie=eerder, door=door)
    assert plan.evaluatie_op == eerder
    evalueer(plan, op=vandaag(), doelen={}, richting="stoppen", volgende_evaluatie=eerder, door=door)
    assert plan.evaluatie_op is None, "na stoppen kijkt niemand meer terug; nazorg neemt het over"


def test_te_laat_terugkijken_is_te_zien(lvc: Wijk) -> None:
    plan = afgesproken(lvc)
    evalueer(
        plan, op=plan.evaluatie_op + timedelta(days=1), doelen={}, richting="gelijk", door=consulent(lvc)
    )
    assert laatste("plan.geevalueerd").gegevens["op_tijd"] is False


@pytest.mark.parametrize(
    ("anders", "uitleg"),
    [
        ({"richting": "hoger"}, "meer hulp"),
        ({"tevreden": 11}, "1 tot en met 10"),
        ({"doelen": {uuid7(): "behaald"}}, "hoort niet bij dit plan"),
    ],
)
def test_wat_niet_klopt_wordt_gezegd(lvc: Wijk, anders: dict[str, object], uitleg: str) -> None:
    velden: dict[str, object] = {"op": vandaag(), "doelen": {}, "richting": "gelijk"}
    with pytest.raises(ValueError, match=uitleg):
        evalueer(afgesproken(lvc), **(velden | anders), door=consulent(lvc))  # type: ignore[arg-type]


def test_een_onbekend_resultaat_kan_niet(lvc: Wijk) -> None:
    plan = afgesproken(lvc)
    with pytest.raises(ValueError, match="deels behaald"):
        evalueer(
            plan, op=vandaag(), doelen={plan.doelen.get().pk: "top"}, richting="gelijk", door=consulent(lvc)
        )


def test_zonder_vastgesteld_plan_is_er_niets_om_op_terug_te_kijken(lvc: Wijk) -> None:
    with pytest.raises(ValueError, match="Stel het plan eerst vast"):
        evalueer(met_plan(lvc), op=vandaag(), doelen={}, richting="gelijk", door=consulent(lvc))
