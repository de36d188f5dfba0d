"""Sign-in through a broker: how sure, which number, whose pages; and nothing of it without an address."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from config.settings.broker import broker
from tests.wijk import Wijk
from wijkspil.gemeenten.models import Account
from wijkspil.inwoners.broker import AanmeldingGeweigerd, is_zeker_genoeg, koppel
from wijkspil.inwoners.ingang import eigen_plekken
from wijkspil.inwoners.models import Inwoneraccount

BSN = "999900006"
HUIS = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("niveau", "genoeg"),
    [
        ("basis", False),
        ("midden", False),
        ("substantieel", True),
        ("hoog", True),
        ("", False),
        ("zeer hoog", False),
    ],
)
def test_een_niveau_is_genoeg_of_niet(niveau: str, genoeg: bool) -> None:
    assert is_zeker_genoeg(niveau) is genoeg


def test_wie_bekend_is_krijgt_de_eigen_bladzijden_en_twee_keer_is_een_keer(lvc: Wijk, alphen: Wijk) -> None:
    from wijkspil.core.grens import binnen

    with binnen(lvc.gemeente.pk):
        inwoner = lvc.melding().inwoner
    account = Account.objects.create_user("x@inwoner.invalid", naam="Toos de Wit")
    for _keer in range(2):
        gekoppeld = koppel(account, {"bsn": BSN, "acr": "hoog"})
        assert [k.inwoner_id for k in gekoppeld] == [inwoner.pk]
    assert eigen_plekken(account) == [(lvc.gemeente.slug, lvc.gemeente.naam)]


@pytest.mark.parametrize(
    "claims", [{"bsn": BSN, "acr": "basis"}, {"bsn": "123", "acr": "hoog"}, {"acr": "hoog"}, {}]
)
def test_te_laag_of_zonder_nummer_wordt_geweigerd_zonder_het_nummer_te_noemen(
    lvc: Wijk, claims: dict[str, str]
) -> None:
    lvc.melding()
    account = Account.objects.create_user("x@inwoner.invalid", naam="Toos de Wit")
    with pytest.raises(AanmeldingGeweigerd) as fout:
        koppel(account, claims)
    assert BSN not in str(fout.value)
    assert not Inwoneraccount.objects.exists()


def test_buiten_de_oefenstad_zijn_er_geen_eigen_bladzijden_zonder_niveau(lvc: Wijk, settings: object) -> None:
    from tests.portaal.verhaal import bewoner
    from wijkspil.inwoners.broker import NIVEAU_IN_SESSIE

    vraag = lvc.melding()
    zelf = bewoner(lvc, vraag.inwoner)
    settings.OEFENMODUS = False  # type: ignore[attr-defined]
    browser = zelf.browser
    assert browser.get(zelf.url(f"vraag/{vraag.pk}/")).status_code == 403
    sessie = browser.session
    sessie[NIVEAU_IN_SESSIE] = "substantieel"
    sessie.save()
    assert browser.get(zelf.url(f"vraag/{vraag.pk}/")).status_code == 200


def test_een_tweede_account_voor_dezelfde_inwoner_komt_er_niet_in(lvc: Wijk) -> None:
    from tests.portaal.verhaal import bewoner

    bewoner(lvc, lvc.melding().inwoner)
    ander = Account.objects.create_user("ander@inwoner.invalid", naam="Toos de Wit")
    with pytest.raises(AanmeldingGeweigerd, match="al een eigen account"):
        koppel(ander, {"bsn": BSN, "acr": "hoog"})


def test_zonder_adres_is_er_niets_en_met_een_half_adres_start_het_niet() -> None:
    assert broker({}, ["a"]) == {"BROKER_LOGIN_URL": ""}
    with pytest.raises(ImproperlyConfigured, match="WIJKSPIL_BROKER_CLIENT_SECRET"):
        broker({"WIJKSPIL_BROKER_URL": "https://broker.example", "WIJKSPIL_BROKER_CLIENT_ID": "w"}, ["a"])


ADAPTER = """
import os, django
from django.conf import settings
os.environ["DJANGO_SETTINGS_MODULE"] = "config.settings.test"
settings.INSTALLED_APPS += ["allauth.socialaccount"]
django.setup()
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.models import SocialAccount, SocialLogin
from django.test import RequestFactory
from wijkspil.inwoners.broker_allauth import Brokeradapter

def login(acr):
    data = {"userinfo": {"name": "Toos de Wit", "bsn": "{BSN}"}, "id_token": {"acr": acr}}
    inlog = SocialLogin(account=SocialAccount(uid="u1", provider="broker", extra_data=data))
    verzoek = RequestFactory().get("/")
    inlog.user = Brokeradapter(verzoek).new_user(verzoek, inlog)
    Brokeradapter(verzoek).populate_user(verzoek, inlog, {"name": "Toos de Wit"})
    return inlog, verzoek

inlog, verzoek = login("hoog")
Brokeradapter(verzoek).pre_social_login(verzoek, inlog)
assert inlog.account.extra_data == {"niveau": "hoog"}, inlog.account.extra_data
assert inlog.user.naam == "Toos de Wit" and inlog.user.email.endswith("@inwoner.invalid")
inlog, verzoek = login("basis")
verzoek.user = None
try:
    Brokeradapter(verzoek).pre_social_login(verzoek, inlog)
except ImmediateHttpResponse as fout:
    assert fout.response.status_code == 403
    print("goed")
""".replace("{BSN}", BSN)


def test_het_nummer_wordt_niet_bij_het_account_bewaard_en_te_laag_krijgt_uitleg() -> None:
    """In a process of its own: the library wants to be installed before Django starts."""
    uit = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ADAPTER],
        cwd=HUIS,
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings.test"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert uit.stdout.strip().endswith("goed"), uit.stderr[-2000:]
