"""Safe by default: what every answer carries, who may not come in, and what never stands in a log (I1, I3, G6)."""

import logging
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings

from tests.wijk import Wijk
from wijkspil.core.logboek import ZonderPersoonsgegevens, zonder_bsn

HUIS = Path(__file__).resolve().parents[2]


def test_elk_antwoord_draagt_de_beveiligingskoppen(lvc: Wijk) -> None:
    antwoord = lvc.browser("Bram Peeters").get(lvc.url("mandaten/"), follow=False)
    anoniem = Client().get("/aanmelden/")
    for een in (antwoord, anoniem):
        beleid = een["Content-Security-Policy"]
        assert "default-src 'self'" in beleid and "unsafe" not in beleid and "http" not in beleid
        assert "frame-ancestors 'none'" in beleid and "object-src 'none'" in beleid
        assert een["X-Content-Type-Options"] == "nosniff"
        assert een["X-Frame-Options"] == "DENY"
        assert een["Referrer-Policy"] == "same-origin"
    assert antwoord["Cache-Control"] == "no-store", (
        "a page with a person on it must not stay in a shared browser"
    )


def test_zonder_aanmelden_kom_je_nergens(lvc: Wijk) -> None:
    antwoord = Client().get(lvc.url("mandaten/"))
    assert antwoord.status_code == 302
    assert antwoord["Location"].startswith("/aanmelden/")


@override_settings(OEFENMODUS=False)
def test_een_klik_aanmelden_bestaat_alleen_in_de_oefenstad(lvc: Wijk) -> None:
    account = lvc.medewerker("Bram Peeters").account_id
    antwoord = Client().post("/aanmelden/", {"persoon": account})
    assert antwoord.status_code == 302 and "/account/login/" in antwoord["Location"]
    assert "_auth_user_id" not in Client().session


@override_settings(MFA_VERPLICHT=True)
def test_wie_geen_tweede_factor_heeft_ziet_alleen_waar_hij_die_instelt(lvc: Wijk) -> None:
    antwoord = lvc.browser("Ada Willems").get(lvc.url("mandaten/"))
    assert antwoord.status_code == 302 and "/account/2fa/totp/activate" in antwoord["Location"]


def test_een_ingetrokken_account_werkt_bij_het_volgende_verzoek_niet_meer(lvc: Wijk) -> None:
    browser = lvc.browser("Ada Willems")
    assert browser.get(lvc.url("mandaten/")).status_code == 200
    from wijkspil.core.schrijven import schrijven_open

    with schrijven_open():
        persoon = lvc.medewerker("Ada Willems")
        persoon.actief = False
        persoon.save()
    assert browser.get(lvc.url("mandaten/")).status_code == 404


def test_de_sessie_is_kort_en_niet_te_lezen_voor_script() -> None:
    assert settings.SESSION_COOKIE_HTTPONLY and settings.SESSION_COOKIE_SAMESITE == "Lax"
    assert settings.SESSION_COOKIE_AGE <= 30 * 60


@pytest.mark.parametrize(
    ("weg", "anders", "melding"),
    [
        ("WIJKSPIL_SECRET_KEY", {}, "WIJKSPIL_SECRET_KEY is missing"),
        ("WIJKSPIL_HOSTS", {}, "WIJKSPIL_HOSTS is missing"),
        ("DATABASE_URL", {}, "DATABASE_URL is missing"),
        ("", {"WIJKSPIL_SECRET_KEY": "kort"}, "too short"),
    ],
)
def test_productie_weigert_te_starten_zonder_wat_mensen_veilig_houdt(
    weg: str, anders: dict[str, str], melding: str
) -> None:
    omgeving = {
        "PATH": os.environ["PATH"],
        "WIJKSPIL_SECRET_KEY": "x" * 50,
        "WIJKSPIL_HOSTS": "wijkspil.example",
        "DATABASE_URL": "postgresql://wijkspil_app@localhost/wijkspil",
    } | anders
    omgeving.pop(weg, None)
    uit = subprocess.run(
        [sys.executable, "-c", "import config.settings.prod"],
        cwd=HUIS,
        env=omgeving,
        capture_output=True,
        text=True,
    )
    assert uit.returncode != 0 and melding in uit.stderr


def test_een_logregel_draagt_nooit_een_bsn(caplog: pytest.LogCaptureFixture) -> None:
    regel = logging.LogRecord(
        "x", logging.INFO, __file__, 1, "inwoner %s belde, nummer %s", ("999900006", "123456789"), None
    )
    assert ZonderPersoonsgegevens().filter(regel)
    assert regel.getMessage() == "inwoner [bsn] belde, nummer 123456789"
    assert zonder_bsn("kenmerk 2026000123") == "kenmerk 2026000123"


def test_alle_logregels_gaan_door_het_filter() -> None:
    for naam, handler in settings.LOGGING["handlers"].items():
        assert "zonder_persoon" in handler["filters"], naam
