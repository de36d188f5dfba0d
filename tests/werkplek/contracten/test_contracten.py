"""Contracts and payment: how a contract stands, instalments of a task, and a claim that is paid once."""

from datetime import timedelta
from typing import Any

import pytest

from tests.berichten.berichten_van_buiten import declaratie_bericht, start_bericht
from tests.berichten.post import post
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Contract
from wijkspil.core import klok
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


def test_een_declaratie_betalen_is_werk_voor_een_batch(lvc: Wijk) -> None:
    d = gedeclareerd(lvc)
    url, browser = lvc.url(f"declaraties/{d.pk}/"), lvc.browser("Kees van Dongen")
    assert "310,00" in browser.get(lvc.url("declaraties/")).content.decode()
    assert lvc.url("betalingen/") in browser.get(url).content.decode()

    nog_eens = browser.post(url, {"betaal": "1"}, follow=True)

    assert "al beoordeeld" in nog_eens.content.decode()
    assert not Betaling.objects.exists()


def test_een_verkeerd_bedrag_is_afgekeurd_en_zegt_waarom(lvc: Wijk) -> None:
    d = gedeclareerd(lvc, cent=31001)
    tekst = lvc.browser("Kees van Dongen").get(lvc.url(f"declaraties/{d.pk}/")).content.decode()
    assert "afgekeurd" in tekst
    assert "niet overeen met het contractuele tarief" in tekst
    assert d.toegekend_cent == 0


def test_termijnen_van_een_taak_staan_bij_het_contract_en_gaan_in_een_batch(alphen: Wijk) -> None:
    c = Contract.objects.get(bekostiging="lumpsum")
    url, browser = alphen.url(f"contracten/{c.pk}/"), alphen.browser("Willem Vos")
    tekst = browser.get(url).content.decode()
    assert "hangt niet af van het aantal mensen" in tekst
    assert alphen.url("betalingen/") in tekst and "1.200.000,00" in tekst
    assert browser.post(url).status_code == 405


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
