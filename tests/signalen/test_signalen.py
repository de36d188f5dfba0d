"""A light signal: no file, no person, until somebody agrees (O5)."""

import pytest
from django.db import IntegrityError, transaction

from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.inwoners.models import Inwoner
from wijkspil.signalen.actions import ToestemmingNodig, geef_signaal, volg_signaal_op, zet_signaal_om
from wijkspil.signalen.models import Signaal
from wijkspil.toegang.models import Hulpvraag


def _signaal(wijk: Wijk) -> Signaal:
    return geef_signaal(
        tekst="De gordijnen blijven overdag dicht.",
        melder_soort="buurtbewoner",
        door=wijk.als("Samira Bouzid"),
    )


def test_een_signaal_maakt_geen_dossier(lvc: Wijk) -> None:
    browser = lvc.browser("Samira Bouzid")
    antwoord = browser.post(
        lvc.url("signalen/"), {"tekst": "De gordijnen blijven dicht.", "melder_soort": "buurtbewoner"}
    )
    assert antwoord.status_code == 302
    assert Signaal.objects.count() == 1
    assert not Inwoner.objects.exists()
    assert not Hulpvraag.objects.exists()


def test_een_leeg_signaal_zegt_wat_er_mist_en_houdt_de_rest(lvc: Wijk) -> None:
    antwoord = lvc.browser("Samira Bouzid").post(
        lvc.url("signalen/"), {"tekst": "", "melder_soort": "huisarts", "melder": "Dr. Bos"}
    )
    assert antwoord.status_code == 422
    assert "Dr. Bos" in antwoord.content.decode()


def test_opvolgen_zonder_dossier(lvc: Wijk) -> None:
    signaal = volg_signaal_op(
        _signaal(lvc),
        hoe="Een vrijwilliger gaat elke week langs.",
        status="opgepakt",
        door=lvc.als("Bram Peeters"),
    )
    assert signaal.status == "opgepakt"
    assert signaal.hulpvraag is None


def test_omzetten_kan_alleen_met_toestemming(lvc: Wijk) -> None:
    signaal, hulpvraag = _signaal(lvc), lvc.melding()
    with pytest.raises(ToestemmingNodig, match="toestemming"):
        zet_signaal_om(signaal, hulpvraag, toestemming_op=None, door=lvc.als("Bram Peeters"))
    zet_signaal_om(signaal, hulpvraag, toestemming_op=vandaag(), door=lvc.als("Bram Peeters"))
    assert signaal.hulpvraag == hulpvraag


def test_de_database_houdt_de_toestemming_bij(lvc: Wijk) -> None:
    signaal = _signaal(lvc)
    with pytest.raises(IntegrityError), transaction.atomic(), schrijven_open():
        Signaal.objects.filter(pk=signaal.pk).update(status="omgezet")


def test_een_onbekend_nummer_op_de_pagina_zegt_hoe_het_eruitziet(lvc: Wijk) -> None:
    signaal = _signaal(lvc)
    antwoord = lvc.browser("Bram Peeters").post(
        lvc.url(f"signalen/{signaal.pk}/"), {"nummer": "2026-99999", "toestemming_op": "2026-11-20"}
    )
    assert antwoord.status_code == 422
    assert "2026-00012" in antwoord.content.decode()


def test_een_vrijwilliger_kan_er_meteen_heen_zonder_dossier(lvc: Wijk) -> None:
    signaal, browser = _signaal(lvc), lvc.browser("Samira Bouzid")
    url = lvc.url(f"signalen/{signaal.pk}/")
    assert "Maatje voor een uur" in browser.get(url).content.decode()
    velden = {"status": "opgepakt", "hoe": "elke week een praatje.", "vrijwilliger": "Maatje voor een uur"}
    browser.post(url, velden)
    signaal.refresh_from_db()
    assert (signaal.status, signaal.opgevolgd) == ("opgepakt", "Maatje voor een uur: elke week een praatje.")
    assert not Inwoner.objects.exists()
