"""The plan page: write in one form, lose nothing, fix, sign, revise."""

from typing import Any

import pytest

from tests.plannen.verhaal import consulent, gratis, met_plan, tot_arrangement, tot_plan
from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.models import Auditregel
from wijkspil.plannen.actions import schrijf_plan, wijzig_doel
from wijkspil.plannen.models import Doel, Plan
from wijkspil.toegang.models import Hulpvraag, Stap


def pad(wijk: Wijk, hulpvraag: Hulpvraag, deel: str = "plan/") -> str:
    return wijk.url(f"vraag/{hulpvraag.pk}/{deel}")


def formulier(
    plan: Plan | None = None, *, doelen: list[dict[str, Any]] | None = None, **anders: Any
) -> dict[str, Any]:
    """The form as the browser would send it: the plan, its goals and one empty row."""
    rijen = [
        {
            "id": d.pk,
            "rev": d.rev,
            "tekst": d.tekst,
            "eigenaar": d.eigenaar,
            "soort": d.soort,
            "leefgebied": d.leefgebied,
        }
        for d in (plan.doelen.order_by("volgorde") if plan else [])
    ]
    bestaand = len(rijen)
    rijen += doelen or []
    data: dict[str, Any] = {
        "rev": plan.rev if plan else "",
        "perspectief": plan.perspectief if plan else "stabiel",
        "regisseur": str(plan.regisseur_id or "") if plan else "",
        "eigen_plan": plan.eigen_plan if plan else "",
        "samenvatting": plan.samenvatting if plan else "",
        "evaluatie_op": plan.evaluatie_op.isoformat() if plan and plan.evaluatie_op else "",
        "doel-TOTAL_FORMS": len(rijen) + (0 if doelen else 1),
        "doel-INITIAL_FORMS": bestaand,
        "actie": "bewaar",
    }
    for nummer, rij in enumerate(rijen):
        data |= {f"doel-{nummer}-{naam}": waarde for naam, waarde in rij.items()}
    return data | anders


def test_de_pagina_begint_met_het_eigen_plan_en_een_lege_doelregel(lvc: Wijk) -> None:
    hulpvraag = tot_plan(lvc)
    antwoord = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag))
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert inhoud.index("Eigen plan van de inwoner") < inhoud.index("Waar gaat het naartoe?")
    assert "Trajectplan" in inhoud
    assert "Houden zoals het is" in inhoud
    assert "Casusregisseur" in inhoud
    assert not Plan.objects.exists(), "kijken begint geen plan"


def test_bewaren_begint_het_plan_en_zet_de_doelen_erin(lvc: Wijk) -> None:
    hulpvraag = tot_plan(lvc)
    data = formulier(doelen=[{"tekst": "Ik wil zelf koken.", "eigenaar": "Toos"}], eigen_plan="Rust in huis.")
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, hulpvraag), data)

    assert antwoord.status_code == 302
    plan = Plan.objects.get()
    assert plan.eigen_plan == "Rust in huis."
    assert plan.doelen.get().tekst == "Ik wil zelf koken."


def test_alleen_wat_anders_is_wordt_geschreven(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    revisies = (plan.rev, plan.doelen.get().rev)
    lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag), formulier(plan))
    plan.refresh_from_db()
    assert (plan.rev, plan.doelen.get().rev) == revisies


def test_een_doel_wijzigen_weghalen_en_toevoegen_gaat_in_een_keer(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    data = formulier(plan, doelen=[{"tekst": "Naar buiten", "eigenaar": "Piet"}]) | {"doel-0-weg": "on"}
    lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag), data)
    assert [d.tekst for d in plan.doelen.all()] == ["Naar buiten"]


def test_een_half_doel_bewaart_niets_en_houdt_de_woorden(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    data = formulier(
        plan, doelen=[{"tekst": "Naar de kaartclub", "eigenaar": ""}], samenvatting="Een lang verhaal."
    )
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag), data)

    assert antwoord.status_code == 422
    inhoud = antwoord.content.decode()
    assert "Naar de kaartclub" in inhoud
    assert "Een lang verhaal." in inhoud
    assert "zonder naam blijft het liggen" in inhoud
    assert plan.doelen.count() == 1


def test_vaststellen_bewaart_en_gaat_naar_de_ladder(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, plan.hulpvraag), formulier(plan, samenvatting="Kort en goed.", actie="vaststellen")
    )
    assert antwoord["Location"] == pad(lvc, plan.hulpvraag, "arrangement/")
    plan.refresh_from_db()
    assert (plan.status, plan.samenvatting) == ("vastgesteld", "Kort en goed.")


def test_te_vroeg_vaststellen_zegt_wat_er_mist_en_houdt_de_woorden(lvc: Wijk) -> None:
    hulpvraag = tot_plan(lvc)
    data = formulier(samenvatting="Een lang verhaal.", perspectief="", actie="vaststellen")
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, hulpvraag), data)
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "minstens één doel" in inhoud
    assert "Een lang verhaal." in inhoud
    assert Hulpvraag.objects.get(pk=hulpvraag.pk).stap == Stap.PLAN


def test_een_collega_was_eerder_en_beide_versies_staan_er(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    data = formulier(plan, samenvatting="Mijn woorden")
    schrijf_plan(plan, samenvatting="Haar woorden", door=lvc.als("Noor Verhoeven"))

    browser = lvc.browser("Bram Peeters")
    antwoord = browser.post(pad(lvc, plan.hulpvraag), data)
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Mijn woorden" in inhoud and "Haar woorden" in inhoud

    data["rev"] = plan.rev  # the page carries the new revision: saving again is a choice
    assert f'name="rev" value="{plan.rev}"' in inhoud
    assert browser.post(pad(lvc, plan.hulpvraag), data).status_code == 302
    assert Plan.objects.get(pk=plan.pk).samenvatting == "Mijn woorden"


def test_een_collega_veranderde_hetzelfde_doel(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    data = formulier(plan) | {"doel-0-tekst": "Mijn doel"}
    wijzig_doel(plan.doelen.get(), tekst="Haar doel", door=lvc.als("Noor Verhoeven"))
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag), data)
    assert antwoord.status_code == 409
    assert "Haar doel" in antwoord.content.decode()
    assert Doel.objects.get().tekst == "Haar doel"


def test_een_vast_plan_is_te_lezen_te_tekenen_en_te_herzien(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    gratis(plan, lvc)
    browser = lvc.browser("Bram Peeters")
    inhoud = browser.get(pad(lvc, plan.hulpvraag)).content.decode()
    assert "versie 1" in inhoud
    assert "Nog niet getekend: inwoner, toegang, aanbieder" in inhoud
    assert "<textarea" not in inhoud

    tekenen = pad(lvc, plan.hulpvraag, "plan/tekenen/")
    leeg = browser.post(tekenen, {"rol": "inwoner", "wie": "", "hoe": "op papier"})
    assert leeg.status_code == 422
    browser.post(tekenen, {"rol": "inwoner", "wie": "Toos de Wit", "hoe": "op papier"})
    assert "Nog niet getekend: toegang, aanbieder" in browser.get(pad(lvc, plan.hulpvraag)).content.decode()
    dubbel = browser.post(tekenen, {"rol": "inwoner", "wie": "Toos de Wit", "hoe": "op papier"})
    assert dubbel.status_code == 422

    assert (
        "Ik wil weer zelf koken." in browser.get(pad(lvc, plan.hulpvraag, "plan/versie/1/")).content.decode()
    )
    assert browser.get(pad(lvc, plan.hulpvraag, "plan/versie/9/")).status_code == 404

    browser.post(pad(lvc, plan.hulpvraag, "plan/herzien/"))
    assert "<textarea" in browser.get(pad(lvc, plan.hulpvraag)).content.decode()


def test_herzien_kan_niet_op_elk_moment_en_zegt_dat(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    browser = lvc.browser("Bram Peeters")
    antwoord = browser.post(pad(lvc, plan.hulpvraag, "plan/herzien/"), follow=True)
    assert "herzie plan" in antwoord.content.decode()


@pytest.mark.parametrize("deel", ["plan/", "arrangement/", "evaluatie/"])
def test_wie_er_niets_mee_te_doen_heeft_komt_er_niet_in(lvc: Wijk, deel: str) -> None:
    plan = tot_arrangement(lvc)
    assert lvc.browser("Yusuf Demir").get(pad(lvc, plan.hulpvraag, deel)).status_code == 403
    geweigerd = Auditregel.objects.get(door_naam="Yusuf Demir", resultaat="geweigerd")
    assert geweigerd.dossier_id == plan.hulpvraag_id
    assert lvc.browser("Samira Bouzid").get(pad(lvc, plan.hulpvraag, deel)).status_code == 403
    assert lvc.browser("Bram Peeters").put(pad(lvc, plan.hulpvraag, deel)).status_code == 405


@pytest.mark.parametrize(
    "deel", ["plan/herzien/", "plan/tekenen/", "arrangement/vaststellen/", "arrangement/kies/"]
)
def test_wat_iets_verandert_antwoordt_niet_op_een_get(lvc: Wijk, deel: str) -> None:
    plan = tot_arrangement(lvc)
    assert lvc.browser("Bram Peeters").get(pad(lvc, plan.hulpvraag, deel)).status_code == 405


@pytest.mark.parametrize("deel", ["plan/", "arrangement/", "evaluatie/"])
def test_een_andere_gemeente_vindt_niets(lvc: Wijk, alphen: Wijk, deel: str) -> None:
    with binnen(lvc.gemeente.pk):
        hulpvraag = tot_plan(lvc)
    assert alphen.browser("Tobias de Wit").get(pad(alphen, hulpvraag, deel)).status_code == 404


@pytest.mark.parametrize(
    ("deel", "budget"),
    [("plan/", 20), ("arrangement/", 20), ("arrangement/?kaart=1", 20), ("evaluatie/", 20)],
)
def test_de_paginas_blijven_binnen_hun_vragen_aan_de_database(
    lvc: Wijk, deel: str, budget: int, django_assert_max_num_queries: Any
) -> None:
    plan = tot_arrangement(lvc)
    for _ in range(5):
        gratis(plan, lvc)
    browser = lvc.browser("Bram Peeters")
    browser.get(lvc.url())
    with django_assert_max_num_queries(budget):
        assert browser.get(pad(lvc, plan.hulpvraag, deel)).status_code == 200


def test_het_schrijven_van_een_plan_blijft_binnen_het_budget(
    lvc: Wijk, django_assert_max_num_queries: Any
) -> None:
    plan = met_plan(lvc)
    browser = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(20):
        browser.get(pad(lvc, plan.hulpvraag))


def test_consulent_van_alphen_ziet_de_woorden_van_alphen(alphen: Wijk) -> None:
    inhoud = alphen.browser("Tobias de Wit").get(pad(alphen, tot_plan(alphen))).content.decode()
    assert "Ondersteuningsplan" in inhoud
    assert "Wijkcoach" in inhoud
    assert consulent(alphen).naam == "Tobias de Wit"
