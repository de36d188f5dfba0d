"""Lines on the ladder: free and paid, moved, changed, and protected once help runs."""

from datetime import date, timedelta

import pytest
from django.db import transaction

from tests.plannen.verhaal import aanbieder, consulent, gratis, laatste, maatwerk, met_plan, tot_arrangement
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Product
from wijkspil.core.handeling import Botsing, handeling
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions import stel_arrangement_vast, verwijder_regel, voeg_regel_toe, wijzig_regel
from wijkspil.plannen.fouten import PlanStaatVast, RegelNietMogelijk
from wijkspil.plannen.models import Arrangementregel
from wijkspil.plannen.service import (
    lopende_regels,
    maatwerkregels,
    regels_van,
    som,
)


def test_gratis_hulp_telt_mee_en_kost_niets(lvc: Wijk) -> None:
    regel = gratis(met_plan(lvc), lvc)

    assert (regel.maand_cent, regel.kostensoort) == (0, "gratis")
    gegevens = laatste("arrangementregel.toegevoegd").gegevens
    assert gegevens["vrij"] is True
    assert gegevens["trede"] == "netwerk"
    assert "Anja" not in str(gegevens)


@pytest.mark.parametrize(("trap", "cent"), [("licht", 31_000), ("midden", 64_000), ("zwaar", 118_000)])
def test_een_product_kost_wat_het_tarief_van_de_trap_zegt(lvc: Wijk, trap: str, cent: int) -> None:
    regel = maatwerk(met_plan(lvc), lvc, trap=trap)
    assert regel.maand_cent == cent
    gegevens = laatste("arrangementregel.toegevoegd").gegevens
    assert (gegevens["product"], gegevens["maand_cent"], gegevens["vrij"]) == ("02A16", cent, False)


def test_zonder_trap_is_de_prijs_nog_niet_bekend_tenzij_er_maar_een_is(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    assert maatwerk(plan, lvc, trap="").kostensoort == "onbekend"
    assert maatwerk(plan, lvc, code="04A01").maand_cent == 54_000


def test_voor_de_eerste_dag_van_het_tarief_is_er_geen_prijs(lvc: Wijk) -> None:
    regel = maatwerk(met_plan(lvc), lvc, van=date(2025, 12, 31))
    assert regel.kostensoort == "onbekend"


def test_een_product_zonder_bekend_bedrag_is_niet_gratis(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    maatwerk(plan, lvc, code="15A01")
    gratis(plan, lvc)
    stand = som(lopende_regels(plan))
    assert (stand.aantal, stand.vrij, stand.deel_vrij, stand.onbekend, stand.maand_cent) == (2, 1, 50, 1, 0)


def test_de_taak_wordt_betaald_uit_de_vaste_som(alphen: Wijk) -> None:
    plan = met_plan(alphen)
    regel = voeg_regel_toe(
        plan, trede="algemene_voorziening", wat="Begeleiding", wie="Tom in de buurt", product=Product.objects.get(code="02T01"),
        van=vandaag(), door=consulent(alphen),
    )  # fmt: skip
    assert (regel.maand_cent, regel.kostensoort) == (0, "vaste_som")
    assert som([regel]).vrij == 0


def test_de_som_onder_de_ladder(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    for trede in ("eigen_kracht", "netwerk", "algemene_voorziening"):
        gratis(plan, lvc, trede)
    maatwerk(plan, lvc)
    gratis(plan, lvc, "andere_wet")
    stand = som(lopende_regels(plan))
    assert (stand.aantal, stand.vrij, stand.deel_vrij, stand.maand_cent) == (5, 3, 60, 31_000)


def test_de_ladder_staat_op_volgorde(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    hulp = maatwerk(plan, lvc)
    gratis(plan, lvc, "netwerk")
    gratis(plan, lvc, "eigen_kracht")
    assert [r.trede for r in lopende_regels(plan)] == ["eigen_kracht", "netwerk", "maatwerk"]
    assert maatwerkregels(plan) == [hulp]
    assert regels_van([hulp.pk]) == [hulp]


def test_aanbieder_en_keuze_worden_onthouden(lvc: Wijk) -> None:
    maatwerk(met_plan(lvc), lvc, aanbieder=aanbieder("Stap voor Stap Begeleiding"), keuze="inwoner_koos")
    gegevens = laatste("arrangementregel.toegevoegd").gegevens
    assert gegevens["keuze"] == "inwoner_koos"
    assert gegevens["aanbieder"] == str(aanbieder("Stap voor Stap Begeleiding").pk)


def test_een_aanbieder_die_dit_niet_levert_heeft_geen_prijs(lvc: Wijk) -> None:
    regel = maatwerk(met_plan(lvc), lvc, aanbieder=aanbieder("Dagcentrum 't Veerhuis"))
    assert regel.kostensoort == "onbekend"


@pytest.mark.parametrize(
    ("anders", "uitleg"),
    [
        ({"wat": " "}, "wat er gebeurt"),
        ({"wie": ""}, "wie het doet"),
        ({"tot": date(2020, 1, 1)}, "laatste dag"),
        ({"trede": "maatwerk"}, "welk product"),
    ],
)
def test_wat_niet_kan_zegt_waarom(lvc: Wijk, anders: dict[str, object], uitleg: str) -> None:
    with pytest.raises(RegelNietMogelijk, match=uitleg):
        gratis(met_plan(lvc), lvc, **anders)


def test_een_product_blijft_op_zijn_eigen_trede(lvc: Wijk) -> None:
    with pytest.raises(RegelNietMogelijk, match="hoort op de trede"):
        maatwerk(met_plan(lvc), lvc, trede="netwerk")


def test_een_kaart_verhuist_naar_een_andere_trede(lvc: Wijk) -> None:
    regel = gratis(met_plan(lvc), lvc, "netwerk")
    wijzig_regel(regel, trede="vrijwilliger", wie="Maatje", door=consulent(lvc))

    assert Arrangementregel.objects.get(pk=regel.pk).trede == "vrijwilliger"
    gegevens = laatste("arrangementregel.gewijzigd").gegevens
    assert (gegevens["van_trede"], gegevens["trede"]) == ("netwerk", "vrijwilliger")


def test_een_andere_trap_geeft_een_andere_prijs(lvc: Wijk) -> None:
    regel = maatwerk(met_plan(lvc), lvc)
    wijzig_regel(regel, trap="zwaar", door=consulent(lvc))
    assert Arrangementregel.objects.get(pk=regel.pk).maand_cent == 118_000


def test_twee_mensen_verplaatsen_dezelfde_kaart(lvc: Wijk) -> None:
    regel = gratis(met_plan(lvc), lvc)
    oud = Arrangementregel.objects.select_related("plan__hulpvraag", "product").get(pk=regel.pk)
    wijzig_regel(regel, trede="vrijwilliger", door=consulent(lvc))
    with pytest.raises(Botsing), transaction.atomic():
        wijzig_regel(oud, trede="eigen_kracht", door=consulent(lvc))


def test_een_voorstel_kan_weg_maar_lopende_hulp_niet(lvc: Wijk) -> None:
    plan, door = met_plan(lvc), consulent(lvc)
    verwijder_regel(gratis(plan, lvc), door=door)
    assert not plan.regels.exists()
    assert laatste("arrangementregel.verwijderd").gegevens["vrij"] is True

    regel = maatwerk(plan, lvc)
    with handeling("plan.bijgewerkt", door=door) as h:
        regel.status = Arrangementregel.Status.LOOPT
        h.bewaar(regel, "status")
        h.over(plan)
    with pytest.raises(RegelNietMogelijk, match="laatste dag"):
        verwijder_regel(regel, door=door)
    with pytest.raises(RegelNietMogelijk, match="loopt al"):
        wijzig_regel(regel, trap="zwaar", door=door)
    wijzig_regel(regel, tot=vandaag() + timedelta(days=30), door=door)
    assert regel.maand_cent == 31_000, "de prijs van lopende hulp verandert niet"

    with handeling("plan.bijgewerkt", door=door) as h:
        regel.status = Arrangementregel.Status.BEEINDIGD
        h.bewaar(regel, "status")
        h.over(plan)
    assert lopende_regels(plan) == []


def test_na_het_vaststellen_liggen_de_regels_vast(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    regel = gratis(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))
    with pytest.raises(PlanStaatVast, match="Herzie het plan"):
        gratis(plan, lvc)
    with pytest.raises(PlanStaatVast):
        verwijder_regel(regel, door=consulent(lvc))
