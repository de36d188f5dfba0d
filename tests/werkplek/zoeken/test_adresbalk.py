"""A BSN that somebody types in search never stands in an address: not in the bar, not in a history, not in a server's log."""

import pytest

from tests.wijk import Wijk
from wijkspil.core.models import Auditregel
from wijkspil.werkplek.zoeken.views import PER_KWARTIER


@pytest.mark.parametrize("term", ["999900006", "9999.00.006", "9999 00 006", " 999900006 "])
def test_een_bsn_leidt_naar_een_adres_zonder_bsn(lvc: Wijk, term: str) -> None:
    vraag = lvc.melding()
    antwoord = lvc.browser("Samira Bouzid").post(lvc.url("zoeken/"), {"q": term}, follow=True)
    (adres, _status), *_ = antwoord.redirect_chain
    assert adres.endswith(f"?inwoner={vraag.inwoner_id}")
    tekst = antwoord.content.decode()
    assert "Toos de Wit" in tekst
    assert "999900006" not in tekst and "9999" not in adres
    assert Auditregel.objects.get(actie="inwoner.gezocht").inwoner_id == vraag.inwoner_id


def test_een_onbekend_bsn_blijft_in_de_pagina_en_staat_wel_in_het_logboek(lvc: Wijk) -> None:
    antwoord = lvc.browser("Samira Bouzid").post(lvc.url("zoeken/"), {"q": "999900018"})
    assert antwoord.status_code == 200
    assert "Niemand gevonden" in antwoord.content.decode()
    assert "999900018" not in antwoord.content.decode()
    assert Auditregel.objects.filter(actie="inwoner.gezocht", grond="zoekopdracht, 0 getoond").count() == 1


def test_wie_toch_een_bsn_in_het_adres_zet_krijgt_uitleg_en_geen_inwoner(lvc: Wijk) -> None:
    lvc.melding()
    antwoord = lvc.browser("Samira Bouzid").get(lvc.url("zoeken/"), {"q": "999900006"}, follow=True)
    assert antwoord.redirect_chain[0][0].endswith("?uitleg=bsn"), "out of the address bar at once"
    tekst = antwoord.content.decode()
    assert "hoort niet in een adres" in tekst
    assert "Toos" not in tekst and "999900006" not in tekst


def test_een_naam_blijft_te_verversen_en_te_bewaren(lvc: Wijk) -> None:
    lvc.melding()
    antwoord = lvc.browser("Samira Bouzid").post(lvc.url("zoeken/"), {"q": "de Wit"}, follow=True)
    assert antwoord.redirect_chain[0][0].endswith("?q=de+Wit")
    assert "Toos de Wit" in antwoord.content.decode()


def test_het_zoekvak_op_elke_pagina_stuurt_zijn_woord_niet_in_het_adres(lvc: Wijk) -> None:
    pagina = lvc.browser("Samira Bouzid").get(lvc.url()).content.decode()
    formulier = pagina.partition('role="search"')[2].partition("</form>")[0]
    assert 'method="post"' in formulier and "csrfmiddlewaretoken" in formulier


def test_ook_op_nummer_stopt_heel_vaak_zoeken(lvc: Wijk) -> None:
    browser = lvc.browser("Samira Bouzid")
    for _keer in range(PER_KWARTIER):
        browser.post(lvc.url("zoeken/"), {"q": "999900018"})
    assert browser.post(lvc.url("zoeken/"), {"q": "999900018"}).status_code == 429
    assert Auditregel.objects.filter(actie="inwoner.gezocht", resultaat="geweigerd").count() == 1


def test_een_verzonnen_inwoner_in_het_adres_is_niemand(lvc: Wijk) -> None:
    for id in ("onzin", "00000000-0000-0000-0000-000000000001"):
        tekst = lvc.browser("Samira Bouzid").get(lvc.url("zoeken/"), {"inwoner": id}).content.decode()
        assert "Niemand gevonden" in tekst
