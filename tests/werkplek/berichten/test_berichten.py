"""The list of messages, one message, and its bytes: who sees how much, and what to do with one that is stuck."""

from datetime import timedelta
from typing import Any

import pytest

from tests.berichten.post import post
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.rondgang import rondgang
from wijkspil.core import klok
from wijkspil.core.models import Auditregel
from wijkspil.toegang.models import Hulpvraag, Stap


def verzonden(wijk: Wijk, n: int = 0) -> Bericht:
    """A 301 that went out and waits for its answer."""
    t = opdracht(wijk, n)
    with post(wijk):
        rondgang(wijk.gemeente.pk)
    return Bericht.objects.get(soort="WMO301", hulpvraag=t.hulpvraag)


def test_de_lijst_heeft_een_vast_aantal_queries_en_geen_namen_van_inwoners(
    lvc: Wijk, django_assert_max_num_queries: Any
) -> None:
    for n in range(8):
        verzonden(lvc, n)
    browser = lvc.browser("Fleur Jacobs")
    browser.get(lvc.url("berichten/"))
    with django_assert_max_num_queries(12):
        antwoord = browser.get(lvc.url("berichten/"))
    tekst = antwoord.content.decode()
    assert tekst.count("wsp-rijlink") == 8
    assert "Stap voor Stap Begeleiding" in tekst
    assert "Oefenaar" not in tekst


def test_wat_te_lang_wacht_zegt_wat_er_te_doen_is(lvc: Wijk) -> None:
    verzonden(lvc)
    browser = lvc.browser("Kees van Dongen")
    assert "Niets zit vast" in browser.get(lvc.url("berichten/?toon=vast")).content.decode()
    with klok.op(klok.nu() + timedelta(days=8)):
        tekst = browser.get(lvc.url("berichten/?toon=vast")).content.decode()
    assert "Er kwam geen antwoord binnen drie werkdagen" in tekst


def test_de_inhoud_is_te_lezen_in_woorden_en_het_kijken_is_vastgelegd(lvc: Wijk) -> None:
    b = verzonden(lvc)
    tekst = lvc.browser("Kees van Dongen").get(lvc.url(f"berichten/{b.pk}/")).content.decode()
    assert "Oefenaar0" in tekst
    assert "Per maand" in tekst
    assert Auditregel.objects.filter(actie="bericht.ingezien", dossier_id=b.hulpvraag_id).exists()


def test_contractbeheer_ziet_de_kop_en_niet_de_inwoner(lvc: Wijk) -> None:
    b = verzonden(lvc)
    browser = lvc.browser("Fleur Jacobs")
    tekst = browser.get(lvc.url(f"berichten/{b.pk}/")).content.decode()
    assert "Oefenaar0" not in tekst
    assert "De inhoud gaat over een inwoner" in tekst
    assert browser.get(lvc.url(f"berichten/{b.pk}/ruw/")).status_code == 403


def test_backoffice_ziet_de_inhoud_niet_meer_als_de_vraag_verder_is(lvc: Wijk) -> None:
    b = verzonden(lvc)
    from wijkspil.core.schrijven import schrijven_open

    with schrijven_open():
        Bericht.objects.filter(pk=b.pk).update(status=Bericht.Status.BEVESTIGD)
        Hulpvraag.objects.filter(pk=b.hulpvraag_id).update(stap=Stap.NAZORG)
    browser = lvc.browser("Kees van Dongen")
    assert "Oefenaar0" not in browser.get(lvc.url(f"berichten/{b.pk}/")).content.decode()
    assert browser.get(lvc.url(f"berichten/{b.pk}/ruw/")).status_code == 403


def test_het_ruwe_bericht_is_een_bijlage_die_geen_browser_uitvoert(lvc: Wijk) -> None:
    b = verzonden(lvc)
    antwoord = lvc.browser("Kees van Dongen").get(lvc.url(f"berichten/{b.pk}/ruw/"))
    assert antwoord.content == bytes(b.ruw)
    assert antwoord["Content-Disposition"].startswith("attachment")
    assert antwoord["X-Content-Type-Options"] == "nosniff"
    assert antwoord["Content-Type"] == "application/octet-stream"


def test_opnieuw_versturen_en_afhandelen_met_een_reden(lvc: Wijk) -> None:
    b = verzonden(lvc)
    url, browser = lvc.url(f"berichten/{b.pk}/"), lvc.browser("Kees van Dongen")
    browser.post(url, {"opnieuw": "1"})
    b.refresh_from_db()
    assert b.status == Bericht.Status.KLAAR
    geweigerd = browser.post(url, {"reden": "Gebeld."})
    assert geweigerd.status_code == 422
    with post(lvc):
        rondgang(lvc.gemeente.pk)
    assert browser.post(url, {"reden": ""}).status_code == 422
    assert browser.post(url, {"reden": "Gebeld; de aanbieder heeft het."}).status_code == 302
    b.refresh_from_db()
    assert b.status == Bericht.Status.AFGEHANDELD


@pytest.mark.parametrize(
    ("wie", "status"), [("Ada Willems", 200), ("Bram Peeters", 403), ("Samira Bouzid", 403)]
)
def test_rollen(lvc: Wijk, wie: str, status: int) -> None:
    b = verzonden(lvc)
    browser = lvc.browser(wie)
    assert browser.get(lvc.url("berichten/")).status_code == status
    assert browser.get(lvc.url(f"berichten/{b.pk}/")).status_code == status


def test_een_andere_gemeente_en_een_andere_methode(lvc: Wijk) -> None:
    b = verzonden(lvc)
    browser = lvc.browser("Kees van Dongen")
    assert browser.get(lvc.url(f"berichten/{b.pk}/").replace("land-van-cuijk", "alphen")).status_code == 404
    assert browser.get(lvc.url("berichten/00000000-0000-0000-0000-000000000000/")).status_code == 404
    assert browser.post(lvc.url("berichten/")).status_code == 405
    assert browser.delete(lvc.url(f"berichten/{b.pk}/")).status_code == 405
