"""The orders of a file and the list of who waits: looked at, started, stopped, changed, and refused to strangers."""

from datetime import timedelta
from typing import Any

import pytest

from tests.ondersteuning.opdrachten import opdracht, regel
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.models import Levering, Toewijzing

S = Toewijzing.Status


def adres(wijk: Wijk, t: Toewijzing) -> str:
    return wijk.url(f"vraag/{t.hulpvraag_id}/opdrachten/")


def veld(daad: str, t: Toewijzing, **velden: Any) -> dict[str, Any]:
    basis = {"daad": daad, "nummer": t.nummer, f"{daad}-{t.nummer}-rev": t.rev}
    return basis | {f"{daad}-{t.nummer}-{naam}": waarde for naam, waarde in velden.items()}


def test_de_consulent_ziet_de_opdracht_in_woorden(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    t = opdracht(lvc)
    browser = lvc.browser("Bram Peeters")
    browser.get(adres(lvc, t))
    with django_assert_max_num_queries(20):
        antwoord = browser.get(adres(lvc, t))
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Stap voor Stap Begeleiding" in tekst
    assert "resultaat, per maand" in tekst
    assert "De aanbieder meldt de start en de stop zelf" in tekst


@pytest.mark.parametrize(
    ("wie", "status"),
    [("Kees van Dongen", 200), ("Noor Verhoeven", 200), ("Yusuf Demir", 403), ("Fleur Jacobs", 403)],
)
def test_wie_er_wel_en_niet_mee_te_maken_heeft(lvc: Wijk, wie: str, status: int) -> None:
    t = opdracht(lvc)
    antwoord = lvc.browser(wie).get(adres(lvc, t))
    assert antwoord.status_code == status


def test_een_andere_gemeente_vindt_niets_en_een_andere_methode_kan_niet(lvc: Wijk) -> None:
    t = opdracht(lvc)
    browser = lvc.browser("Bram Peeters")
    assert browser.get(adres(lvc, t).replace("land-van-cuijk", "alphen")).status_code == 404
    assert browser.put(adres(lvc, t)).status_code == 405
    assert browser.post(lvc.url("opdrachten/")).status_code in (403, 405)


def test_het_team_legt_zelf_start_en_stop_vast_waar_geen_berichten_gaan(alphen: Wijk) -> None:
    t = opdracht(alphen, code="02T01", trede="algemene_voorziening")
    assert not t.met_berichten
    browser = alphen.browser("Tobias de Wit")
    assert "Hulp is begonnen" in browser.get(adres(alphen, t)).content.decode()

    browser.post(adres(alphen, t), veld("start", t, op=vandaag().isoformat()))
    t.refresh_from_db()
    assert t.status == S.GESTART
    te_vroeg = browser.post(
        adres(alphen, t), veld("stop", t, op=(vandaag() - timedelta(days=3)).isoformat(), reden="19")
    )
    assert te_vroeg.status_code == 422
    assert "De stop ligt voor de start" in te_vroeg.content.decode()

    browser.post(adres(alphen, t), veld("stop", t, op=vandaag().isoformat(), reden="20"))
    t.refresh_from_db()
    assert t.status == S.TIJDELIJK_GESTOPT
    assert Levering.objects.get().reden_einde == "20"


def test_wie_op_een_oude_stand_bewaart_ziet_beide_versies_en_verliest_niets(lvc: Wijk) -> None:
    t = opdracht(lvc, tot=vandaag() + timedelta(days=300))
    browser = lvc.browser("Kees van Dongen")
    later, veel_later = (vandaag() + timedelta(days=n) for n in (310, 400))
    browser.post(adres(lvc, t), veld("wijzig", t, einde=later.isoformat(), reden_wijziging="04"))

    antwoord = browser.post(
        adres(lvc, t), veld("wijzig", t, einde=veel_later.isoformat(), reden_wijziging="04")
    )

    assert antwoord.status_code == 409
    assert veel_later.isoformat() in antwoord.content.decode()
    t.refresh_from_db()
    assert t.einde == later


def test_een_lege_wijziging_houdt_de_pagina_en_zegt_wat_er_mist(lvc: Wijk) -> None:
    t = opdracht(lvc)
    antwoord = lvc.browser("Kees van Dongen").post(adres(lvc, t), veld("wijzig", t, reden_wijziging="05"))
    assert antwoord.status_code == 422
    assert "Vul een nieuwe laatste dag in" in antwoord.content.decode()


def test_een_regel_zonder_aanbieder_staat_als_nog_op_te_dragen(lvc: Wijk) -> None:
    r = regel(lvc, aanbieder=None)
    url = lvc.url(f"vraag/{r.plan.hulpvraag_id}/opdrachten/")
    browser = lvc.browser("Kees van Dongen")
    tekst = browser.get(url).content.decode()
    assert "nog op te dragen" in tekst
    assert "Brugwachters Begeleid Wonen (wachttijd 30 dagen)" in tekst

    antwoord = browser.post(url, {"regel": r.pk, f"opdraag-{r.pk}-aanbieder": ""})
    assert antwoord.status_code == 422
    assert "Kies een aanbieder." in antwoord.content.decode()
    aanbieder = Toewijzing._meta.get_field("aanbieder").related_model.objects.get(agb="42990006")
    zonder = browser.post(url, {"regel": r.pk, f"opdraag-{r.pk}-aanbieder": aanbieder.pk})
    assert zonder.status_code == 422
    assert "nog in geen besluit of afspraak" in zonder.content.decode()


def test_de_lijst_van_wie_wacht_kost_weinig_en_noemt_namen_alleen_voor_de_backoffice(
    lvc: Wijk, django_assert_max_num_queries: Any
) -> None:
    for n in range(12):
        opdracht(lvc, n, van=vandaag() - timedelta(days=n * 3))
    backoffice, contract = lvc.browser("Kees van Dongen"), lvc.browser("Fleur Jacobs")
    backoffice.get(lvc.url("opdrachten/"))
    with django_assert_max_num_queries(12):
        antwoord = backoffice.get(lvc.url("opdrachten/"))
    assert "Oefenaar3" in antwoord.content.decode()
    assert "Oefenaar" not in contract.get(lvc.url("opdrachten/")).content.decode()
    assert lvc.browser("Bram Peeters").get(lvc.url("opdrachten/")).status_code == 403
    assert backoffice.get(lvc.url("opdrachten/?oud=1")).content.decode().count("wsp-rijlink") == 7
