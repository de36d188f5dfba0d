"""Looking back on the page: goals, words, mark, and the matrix only where the way of working measures."""

from typing import Any

from tests.plannen.verhaal import consulent, gratis, met_plan, tot_arrangement
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions import schrijf_plan, stel_arrangement_vast
from wijkspil.plannen.models import Evaluatie, Plan
from wijkspil.toegang.actions import meet_zrm
from wijkspil.toegang.models import Hulpvraag, ZrmMeting


def pad(wijk: Wijk, hulpvraag: Hulpvraag) -> str:
    return wijk.url(f"vraag/{hulpvraag.pk}/evaluatie/")


def afgesproken(wijk: Wijk) -> Plan:
    plan = tot_arrangement(wijk)
    gratis(plan, wijk)
    stel_arrangement_vast(plan, door=consulent(wijk))
    return plan


def invoer(plan: Plan, **anders: Any) -> dict[str, Any]:
    data = {
        "rev": plan.rev,
        "op": vandaag().isoformat(),
        f"doel_{plan.doelen.get().pk}": "behaald",
        "richting": "gelijk",
        "inwoner_vindt": "Het gaat goed zo.",
        "tevreden": "8",
    }
    return data | anders


def test_terugkijken_zonder_matrix(lvc: Wijk) -> None:
    plan, browser = afgesproken(lvc), lvc.browser("Bram Peeters")
    inhoud = browser.get(pad(lvc, plan.hulpvraag)).content.decode()
    assert "Ik wil weer zelf koken." in inhoud
    assert "Zelfredzaamheid" not in inhoud

    antwoord = browser.post(pad(lvc, plan.hulpvraag), invoer(plan))
    assert antwoord.status_code == 302
    evaluatie = Evaluatie.objects.get()
    assert (evaluatie.doelen_behaald, evaluatie.tevreden, evaluatie.inwoner_vindt) == (
        1,
        8,
        "Het gaat goed zo.",
    )
    assert "1 van 1 doelen behaald" in browser.get(pad(lvc, plan.hulpvraag)).content.decode()


def test_met_matrix_waar_de_werkwijze_dat_zegt(alphen: Wijk) -> None:
    plan, browser = afgesproken(alphen), alphen.browser("Tobias de Wit")
    meet_zrm(plan.hulpvraag, soort="begin", scores={"financien": 2}, op=vandaag(), door=consulent(alphen))
    inhoud = browser.get(pad(alphen, plan.hulpvraag)).content.decode()
    assert "Zelfredzaamheid" in inhoud
    assert "niet zelfredzaam" in inhoud

    browser.post(pad(alphen, plan.hulpvraag), invoer(plan, zrm_financien="4", richting="stoppen"))
    meting = ZrmMeting.objects.get(soort="eind")
    assert meting.scores == {"financien": 4}, "wat niet besproken is, wordt niet gemeten"


def test_meer_of_minder_hulp_leidt_naar_het_plan(lvc: Wijk) -> None:
    plan = afgesproken(lvc)
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, plan.hulpvraag), invoer(plan, richting="afschalen"), follow=True
    )
    assert antwoord.redirect_chain[0][0].endswith("/plan/")
    assert "Herzie nu het plan" in antwoord.content.decode()


def test_zonder_richting_blijft_alles_staan(lvc: Wijk) -> None:
    plan = afgesproken(lvc)
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag), invoer(plan, richting=""))
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Het gaat goed zo." in inhoud
    assert "daarvan hangt de volgende stap af" in inhoud
    assert not Evaluatie.objects.exists()


def test_een_collega_werkte_intussen_aan_het_plan(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    data = invoer(plan)
    gratis(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag), data)
    assert antwoord.status_code == 409
    assert "Het gaat goed zo." in antwoord.content.decode()
    assert (
        lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag), data | {"rev": plan.rev}).status_code
        == 302
    )


def test_zonder_vast_plan_wijst_de_pagina_de_weg(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    schrijf_plan(plan, samenvatting="x", door=consulent(lvc))
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, plan.hulpvraag)).content.decode()
    assert "nog geen vastgesteld plan" in inhoud
    assert '<form method="post" class="wsp-formulier' not in inhoud
