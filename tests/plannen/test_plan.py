"""Making a plan: begin, write, goals, sign, fix and open again."""

from datetime import timedelta

import pytest
from django.db import transaction

from tests.plannen.verhaal import consulent, gratis, laatste, met_plan, tot_arrangement, tot_plan
from tests.wijk import Wijk
from wijkspil.core.door import GeenRecht
from wijkspil.core.handeling import Botsing
from wijkspil.core.klok import vandaag
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.plannen.actions import (
    begin_plan,
    herzie_plan,
    onderteken,
    schrijf_plan,
    stel_plan_vast,
    verwijder_doel,
    voeg_doel_toe,
    wijzig_doel,
)
from wijkspil.plannen.fouten import PlanNietCompleet, PlanStaatVast
from wijkspil.plannen.models import Doel, Plan, Planversie
from wijkspil.plannen.service import huidig_plan
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.actions import neem_contact_op, neem_terug, sluit_af
from wijkspil.toegang.models import Stap


def test_een_plan_begint_een_keer_per_ronde_met_een_evaluatiedatum(lvc: Wijk) -> None:
    hulpvraag, door = tot_plan(lvc), consulent(lvc)
    plan = begin_plan(hulpvraag, door=door)

    assert begin_plan(hulpvraag, door=door) == plan
    assert Plan.objects.count() == 1
    assert plan.evaluatie_op == plus_maanden(vandaag(), 6)
    assert laatste("plan.begonnen").dossier_id == hulpvraag.pk


def test_een_vraag_die_terugkomt_krijgt_een_nieuw_plan(lvc: Wijk) -> None:
    hulpvraag, door = tot_plan(lvc), consulent(lvc)
    eerste = begin_plan(hulpvraag, door=door)
    sluit_af(hulpvraag, uitkomst="zelf_opgelost", door=door)
    neem_terug(hulpvraag, door=door)

    assert begin_plan(hulpvraag, door=door) != eerste
    assert huidig_plan(hulpvraag).ronde == 2


def test_bij_een_contact_hoort_nog_geen_plan(lvc: Wijk) -> None:
    balie = lvc.als("Samira Bouzid")
    wie = lvc.melding().inwoner
    contact = neem_contact_op(
        wie,
        onderwerp="Vraag over vervoer",
        werkwijze=lvc.werkwijze,
        deur="zorgbalie",
        kanaal="telefoon",
        door=balie,
    )
    with pytest.raises(StapNietMogelijk, match="melding"):
        begin_plan(contact, door=consulent(lvc))


def test_de_balie_maakt_geen_plan(lvc: Wijk) -> None:
    with pytest.raises(GeenRecht, match="consulent"):
        begin_plan(lvc.melding(), door=lvc.als("Samira Bouzid"))


def test_eigen_plan_blijft_in_de_woorden_van_de_inwoner(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    schrijf_plan(plan, eigen_plan="Ik wil op woensdag naar mijn zus.", door=consulent(lvc))

    plan.refresh_from_db()
    assert plan.eigen_plan == "Ik wil op woensdag naar mijn zus."
    assert plan.perspectief == "stabiel", "wat niet is gegeven, blijft staan"
    gebeurtenis = laatste("plan.bijgewerkt")
    assert gebeurtenis.gegevens["velden"] == ["eigen_plan"]
    assert "zus" not in str(gebeurtenis.gegevens), "een gebeurtenis vertelt geen verhaal"


def test_een_perspectief_komt_uit_de_werkwijze(lvc: Wijk) -> None:
    with pytest.raises(ValueError, match="Houden zoals het is"):
        schrijf_plan(met_plan(lvc), perspectief="anders", door=consulent(lvc))


def test_twee_mensen_schrijven_tegelijk(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    oud = Plan.objects.get(pk=plan.pk)
    schrijf_plan(plan, samenvatting="Eerst", door=consulent(lvc))
    with pytest.raises(Botsing) as botsing, transaction.atomic():
        schrijf_plan(oud, samenvatting="Daarna", door=lvc.als("Noor Verhoeven"))
    assert botsing.value.rij.samenvatting == "Eerst"


def test_doelen_komen_gaan_en_veranderen(lvc: Wijk) -> None:
    plan, door = met_plan(lvc), consulent(lvc)
    doel = voeg_doel_toe(plan, tekst=" Elke dag naar buiten ", eigenaar="Toos", door=door)
    assert (doel.tekst, doel.volgorde) == ("Elke dag naar buiten", 2)

    wijzig_doel(doel, eigenaar="Buurman Piet", soort="herleren", door=door)
    assert Doel.objects.get(pk=doel.pk).eigenaar == "Buurman Piet"
    assert laatste("doel.gewijzigd").gegevens["soort"] == "herleren"

    verwijder_doel(doel, door=door)
    assert plan.doelen.count() == 1
    assert laatste("doel.verwijderd").dossier_id == plan.hulpvraag_id


@pytest.mark.parametrize(
    ("velden", "uitleg"),
    [
        ({"tekst": " "}, "woorden van de inwoner"),
        ({"eigenaar": ""}, "wie aan dit doel werkt"),
        ({"soort": "x"}, "opnieuw leren"),
    ],
)
def test_een_half_doel_zegt_wat_er_mist(lvc: Wijk, velden: dict[str, str], uitleg: str) -> None:
    with pytest.raises(ValueError, match=uitleg):
        voeg_doel_toe(met_plan(lvc), **({"tekst": "Koken", "eigenaar": "Toos"} | velden), door=consulent(lvc))


def test_een_doel_dat_een_collega_al_aanpaste_botst(lvc: Wijk) -> None:
    plan, door = met_plan(lvc), consulent(lvc)
    doel = plan.doelen.get()
    oud = Doel.objects.select_related("plan__hulpvraag").get(pk=doel.pk)
    wijzig_doel(doel, tekst="Ik kook weer.", door=door)
    with pytest.raises(Botsing), transaction.atomic():
        wijzig_doel(oud, tekst="Ik kook.", door=door)


def test_vaststellen_bevriest_een_versie_en_gaat_naar_het_arrangement(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)

    assert plan.hulpvraag.stap == Stap.ARRANGEMENT
    assert (plan.status, plan.versie) == ("vastgesteld", 1)
    versie = Planversie.objects.get(plan=plan)
    assert versie.inhoud["doelen"][0]["tekst"] == "Ik wil weer zelf koken."
    assert versie.inhoud["regisseur"] == "Bram Peeters"
    gebeurtenis = laatste("plan.vastgesteld")
    assert gebeurtenis.gegevens["doelen"] == 1
    assert gebeurtenis.gegevens["perspectief"] == "stabiel"


def test_wat_er_mist_staat_er_allemaal_tegelijk(lvc: Wijk) -> None:
    plan = begin_plan(tot_plan(lvc), door=consulent(lvc))
    with pytest.raises(PlanNietCompleet) as fout:
        stel_plan_vast(plan, door=consulent(lvc))
    assert len(fout.value.punten) == 3
    assert plan.hulpvraag.stap == Stap.PLAN


def test_een_vast_plan_verandert_niet_zonder_herziening(lvc: Wijk) -> None:
    plan, door = tot_arrangement(lvc), consulent(lvc)
    for poging in (
        lambda: schrijf_plan(plan, samenvatting="x", door=door),
        lambda: voeg_doel_toe(plan, tekst="x", eigenaar="y", door=door),
        lambda: verwijder_doel(plan.doelen.get(), door=door),
        lambda: stel_plan_vast(plan, door=door),
    ):
        with pytest.raises(PlanStaatVast, match="Herzie het plan"):
            poging()


def test_herzien_opent_het_plan_en_laat_de_oude_versie_staan(lvc: Wijk) -> None:
    plan, door = tot_arrangement(lvc), consulent(lvc)
    herzie_plan(plan, door=door, reden="Na de operatie is alles anders.")
    assert plan.hulpvraag.stap == Stap.PLAN
    assert laatste("plan.herzien").gegevens["van_stap"] == "arrangement"

    voeg_doel_toe(plan, tekst="Trap lopen", eigenaar="Toos", door=door)
    stel_plan_vast(plan, door=door)
    assert [len(v.inhoud["doelen"]) for v in plan.versies.order_by("versie")] == [1, 2]


def test_drie_handtekeningen_maken_het_compleet(lvc: Wijk) -> None:
    plan, door = tot_arrangement(lvc), consulent(lvc)
    onderteken(plan, wie="Toos de Wit", rol="inwoner", hoe="op papier", door=door)
    onderteken(plan, wie="Bram Peeters", rol="toegang", hoe="digitaal", door=door)
    assert laatste("plan.ondertekend").gegevens["compleet"] is False
    onderteken(
        plan,
        wie="Stap voor Stap",
        rol="aanbieder",
        hoe="per mail",
        door=door,
        op=vandaag() + timedelta(days=-1),
    )

    versie = plan.versies.get()
    assert [h["rol"] for h in versie.ondertekend] == ["inwoner", "toegang", "aanbieder"]
    gebeurtenis = laatste("plan.ondertekend")
    assert gebeurtenis.gegevens["compleet"] is True
    assert gebeurtenis.dag == vandaag() - timedelta(days=1)
    assert "Toos" not in str(gebeurtenis.gegevens)


def test_handtekeningen_volgen_de_werkwijze(alphen: Wijk) -> None:
    plan = tot_arrangement(alphen)
    with pytest.raises(ValueError, match="inwoner, aanbieder"):
        onderteken(plan, wie="Tobias", rol="toegang", hoe="digitaal", door=consulent(alphen))


def test_tekenen_kan_pas_als_er_een_versie_is_en_een_keer(lvc: Wijk) -> None:
    plan, door = met_plan(lvc), consulent(lvc)
    with pytest.raises(ValueError, match="Stel het plan eerst vast"):
        onderteken(plan, wie="Toos", rol="inwoner", hoe="op papier", door=door)
    stel_plan_vast(plan, door=door)
    onderteken(plan, wie="Toos", rol="inwoner", hoe="op papier", door=door)
    with pytest.raises(ValueError, match="al getekend"):
        onderteken(plan, wie="Toos", rol="inwoner", hoe="op papier", door=door)


def test_een_plan_heeft_regels_zodra_iemand_ze_erin_zet(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    gratis(plan, lvc)
    versie = stel_plan_vast(plan, door=consulent(lvc))
    assert versie.inhoud["regels"][0]["wat"] == "Boodschappen doen"
