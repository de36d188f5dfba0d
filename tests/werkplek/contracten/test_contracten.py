"""Contracts and payment: how a contract stands, instalments of a task, and a claim that is paid once."""

from datetime import timedelta
from typing import Any

import pytest

from tests.berichten.berichten_van_buiten import declaratie_bericht, start_bericht
from tests.berichten.post import post
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Contract, Termijnbetaling
from wijkspil.core import klok
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.models import Betaling, Declaratie
from wijkspil.regels.bedragen import Maand


def gedeclareerd(wijk: Wijk, n: int = 0, *, cent: int = 31000) -> Declaratie:
    """A claim over this month on the n-th order, as it comes by message."""
    t = opdracht(wijk, n)
    tot = Maand.van(t.ingang).laatste_dag
    with post(wijk) as p, klok.op(klok.nu() + timedelta(days=40)):  # a claim comes when its period is over
        p.weg.lever_in(wijk.gemeente.cbs_code, "s.xml", start_bericht(t, n))
        ruw = declaratie_bericht(t, n, cent=cent, volume=1, van=t.ingang, tot=tot)
        p.weg.lever_in(wijk.gemeente.cbs_code, "c.xml", ruw)
        p.ronde()
    return Declaratie.objects.get(nummer=f"D{n}")


def test_de_lijst_telt_per_contract_en_kost_weinig(lvc: Wijk, django_assert_max_num_queries: Any) -> None:
    for n in range(4):
        gedeclareerd(lvc, n)
    browser = lvc.browser("Kees van Dongen")
    browser.get(lvc.url("contracten/"))
    with django_assert_max_num_queries(12):
        tekst = browser.get(lvc.url("contracten/")).content.decode()
    assert "Stap voor Stap Begeleiding" in tekst
    assert "1.240,00" in tekst
    assert "Oefenaar" not in tekst


def test_een_declaratie_wordt_een_keer_betaald(lvc: Wijk) -> None:
    d = gedeclareerd(lvc)
    url, browser = lvc.url(f"declaraties/{d.pk}/"), lvc.browser("Kees van Dongen")
    assert "310,00" in browser.get(lvc.url("declaraties/")).content.decode()
    assert "Betaal" in browser.get(url).content.decode()

    browser.post(url, {"betaal": "1"})
    tweede = browser.post(url, {"betaal": "1"}, follow=True)

    assert "al betaald" in tweede.content.decode()
    assert [b.cent for b in Betaling.objects.all()] == [31000]


def test_een_verkeerd_bedrag_is_afgekeurd_en_zegt_waarom(lvc: Wijk) -> None:
    d = gedeclareerd(lvc, cent=31001)
    tekst = lvc.browser("Kees van Dongen").get(lvc.url(f"declaraties/{d.pk}/")).content.decode()
    assert "afgekeurd" in tekst
    assert "niet overeen met het contractuele tarief" in tekst
    assert d.toegekend_cent == 0


def test_termijnen_van_een_taak_worden_een_keer_betaald_zonder_declaratie(alphen: Wijk) -> None:
    c = Contract.objects.get(bekostiging="lumpsum")
    url, browser = alphen.url(f"contracten/{c.pk}/"), alphen.browser("Willem Vos")
    assert "hangt niet af van het aantal mensen" in browser.get(url).content.decode()
    termijn = Termijnbetaling.objects.filter(contract=c, periode__lte=vandaag()).earliest("periode")

    browser.post(url, {"termijn": termijn.pk})
    tweede = browser.post(url, {"termijn": termijn.pk}, follow=True)

    assert "al betaald" in tweede.content.decode()
    assert [b.cent for b in Betaling.objects.filter(termijn=termijn)] == [120_000_000]


def test_een_termijn_kan_niet_te_vroeg(alphen: Wijk) -> None:
    c = Contract.objects.get(bekostiging="lumpsum")
    straks = Termijnbetaling.objects.filter(contract=c).order_by("-periode").first()
    assert straks is not None
    if straks.periode <= vandaag():
        pytest.skip("it is December: every instalment of this year may be paid")
    browser = alphen.browser("Willem Vos")
    antwoord = browser.post(alphen.url(f"contracten/{c.pk}/"), {"termijn": straks.pk}, follow=True)
    assert "Betalen kan vanaf die dag" in antwoord.content.decode()
    assert not Betaling.objects.exists()


@pytest.mark.parametrize(
    ("wie", "contracten", "declaraties"),
    [("Kees van Dongen", 200, 200), ("Bram Peeters", 403, 403), ("Samira Bouzid", 403, 403)],
)
def test_rollen(lvc: Wijk, wie: str, contracten: int, declaraties: int) -> None:
    browser = lvc.browser(wie)
    assert browser.get(lvc.url("contracten/")).status_code == contracten
    assert browser.get(lvc.url("declaraties/")).status_code == declaraties


def test_een_andere_gemeente_en_een_andere_methode(lvc: Wijk) -> None:
    d = gedeclareerd(lvc)
    c = Contract.objects.filter(aanbieder=d.aanbieder).earliest("van")
    browser = lvc.browser("Kees van Dongen")
    assert browser.get(lvc.url(f"contracten/{c.pk}/")).status_code == 200
    for pad in (f"contracten/{c.pk}/", f"declaraties/{d.pk}/"):
        assert browser.get(lvc.url(pad).replace("land-van-cuijk", "alphen")).status_code == 404
        assert browser.put(lvc.url(pad)).status_code == 405
    assert browser.post(lvc.url("contracten/")).status_code == 405
    assert browser.get(lvc.url("contracten/?jaar=abc")).status_code == 200
