"""To a decision or to an agreement: the way of working says it per product, no code asks which municipality this is."""

import pytest
from django.db import transaction

from tests.plannen.verhaal import consulent, gratis, laatste, maatwerk, met_plan, tot_arrangement
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Product
from wijkspil.core.klok import vandaag
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.plannen.actions import (
    herzie_plan,
    onderteken,
    stel_arrangement_vast,
    stel_plan_vast,
    voeg_regel_toe,
)
from wijkspil.plannen.fouten import PlanNietCompleet
from wijkspil.plannen.models import Plan
from wijkspil.toegang.models import Stap


def tom(plan: Plan, wijk: Wijk) -> None:
    product = Product.objects.get(code="02T01")
    voeg_regel_toe(
        plan, trede="algemene_voorziening", wat=product.naam, wie="Tom in de buurt", product=product, van=vandaag(),
        door=consulent(wijk),
    )  # fmt: skip


def test_land_van_cuijk_besluit_over_maatwerk(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    maatwerk(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))
    assert plan.hulpvraag.stap == Stap.BESLUIT


def test_land_van_cuijk_spreekt_een_buurtvoorziening_af(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    product = Product.objects.get(code="07V01")
    voeg_regel_toe(
        plan,
        trede="algemene_voorziening",
        wat=product.naam,
        wie="Dorpshuis",
        product=product,
        van=vandaag(),
        door=consulent(lvc),
    )
    stel_arrangement_vast(plan, door=consulent(lvc))
    assert plan.hulpvraag.stap == Stap.AFSPRAAK


def test_alphen_spreekt_begeleiding_door_tom_af(alphen: Wijk) -> None:
    plan = tot_arrangement(alphen)
    tom(plan, alphen)
    stel_arrangement_vast(plan, door=consulent(alphen))
    assert plan.hulpvraag.stap == Stap.AFSPRAAK


def test_alphen_besluit_over_dagbesteding_bij_dementie_ook_naast_een_afspraak(alphen: Wijk) -> None:
    plan = tot_arrangement(alphen)
    tom(plan, alphen)
    maatwerk(plan, alphen, code="07D01", resultaat="Drie dagen per week onder de mensen.")
    stel_arrangement_vast(plan, door=consulent(alphen))
    assert plan.hulpvraag.stap == Stap.BESLUIT
    assert laatste("arrangement.vastgesteld").gegevens["besluit"] is True


def test_alleen_eigen_kracht_en_netwerk_is_een_afspraak(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    gratis(plan, lvc, "eigen_kracht")
    gratis(plan, lvc, "netwerk")
    stel_arrangement_vast(plan, door=consulent(lvc))
    assert plan.hulpvraag.stap == Stap.AFSPRAAK


def test_zonder_regels_is_er_niets_vast_te_stellen(lvc: Wijk) -> None:
    with pytest.raises(PlanNietCompleet, match="minstens één oplossing"):
        stel_arrangement_vast(tot_arrangement(lvc), door=consulent(lvc))


def test_maatwerk_zonder_resultaat_of_antwoord_krijgt_beide_vragen(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    maatwerk(plan, lvc, resultaat="", overgeslagen_reden="")
    with pytest.raises(PlanNietCompleet) as fout:
        stel_arrangement_vast(plan, door=consulent(lvc))
    assert len(fout.value.punten) == 2
    assert "elk antwoord is goed" in fout.value.punten[1]


def test_elk_antwoord_op_de_overgeslagen_trede_is_goed(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    regel = maatwerk(plan, lvc, overgeslagen_reden="")
    stel_arrangement_vast(plan, overgeslagen_reden="Wil zij niet.", door=consulent(lvc))
    regel.refresh_from_db()
    assert regel.overgeslagen_reden == "Wil zij niet."
    assert "netwerk" in laatste("arrangement.vastgesteld").gegevens["overgeslagen"]


def test_wie_alle_treden_gebruikte_krijgt_geen_vraag(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    for trede in (
        "eigen_kracht", "gebruikelijke_hulp", "netwerk", "vrijwilliger", "algemene_voorziening", "collectieve_voorziening",
        "andere_wet", "eigen_traject",
    ):  # fmt: skip
        gratis(plan, lvc, trede)
    maatwerk(plan, lvc, overgeslagen_reden="")
    stel_arrangement_vast(plan, door=consulent(lvc))
    assert laatste("arrangement.vastgesteld").gegevens["overgeslagen"] == []


def test_de_gebeurtenis_draagt_wat_de_sturing_nodig_heeft(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    gratis(plan, lvc)
    maatwerk(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))

    gegevens = laatste("arrangement.vastgesteld").gegevens
    assert gegevens["totaal_maand_cent"] == 31_000
    assert (gegevens["aantal"], gegevens["vrij"]) == (2, 1)
    assert gegevens["regels"] == [
        {"trede": "netwerk", "product": "", "maand_cent": 0, "vrij": True},
        {"trede": "maatwerk", "product": "02A16", "maand_cent": 31_000, "vrij": False},
    ]


def test_de_regels_komen_in_de_versie_en_een_getekende_versie_blijft_staan(lvc: Wijk) -> None:
    plan, door = tot_arrangement(lvc), consulent(lvc)
    gratis(plan, lvc)
    stel_arrangement_vast(plan, door=door)
    versie = plan.versies.get()
    assert len(versie.inhoud["regels"]) == 1, "een versie die niemand tekende wordt aangevuld"
    assert all(regel.status == "vast" for regel in plan.regels.all())

    onderteken(plan, wie="Toos", rol="inwoner", hoe="op papier", door=door)
    herzie_plan(plan, door=door)
    assert all(regel.status == "voorstel" for regel in plan.regels.all())
    stel_plan_vast(plan, door=door)
    onderteken(plan, wie="Toos", rol="inwoner", hoe="op papier", door=door)
    gratis(plan, lvc, "eigen_kracht")
    stel_arrangement_vast(plan, door=door)
    assert [len(v.inhoud["regels"]) for v in plan.versies.order_by("versie")] == [1, 1, 2]
    assert plan.versie == 3


def test_vaststellen_kan_alleen_bij_het_arrangement(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    gratis(plan, lvc)
    with pytest.raises(StapNietMogelijk), transaction.atomic():
        stel_arrangement_vast(plan, door=consulent(lvc))
