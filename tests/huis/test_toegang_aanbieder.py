"""Every page of a provider, for everybody, with every verb: a generated walk, held against the reviewed table (A1, A7).

An order of another provider, one that is over, and one in another municipality do not exist; staff, residents and strangers find nothing.
"""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client

from tests.aanbiedersportaal.verhaal import HULP, collega
from tests.aanbiedersportaal.wandeling import TABEL, Toneel, maak_toneel
from tests.huis.wandeling import zonder_tekenen
from tests.portaal.verhaal import bewoner
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbiedergebruiker
from wijkspil.aanbiedersportaal.lijsten import lopende
from wijkspil.aanbiedersportaal.pagina import Aanbiedersbesluit
from wijkspil.aanbiedersportaal.urls import urlpatterns
from wijkspil.core.grens import binnen
from wijkspil.core.schrijven import schrijven_open
from wijkspil.ondersteuning.models import Toewijzing

__all__ = ["zonder_tekenen"]
pytestmark = pytest.mark.usefixtures("zonder_tekenen")

VERBEN = ("GET", "POST", "PUT", "DELETE")
OPEN = {200, 302, 404, 409, 422}


def test_elke_pagina_staat_in_de_tabel_en_zegt_hetzelfde() -> None:
    besluiten = {str(p.name): getattr(p.callback, "besluit", None) for p in urlpatterns}
    assert set(besluiten) == set(TABEL)
    for naam, besluit in besluiten.items():
        over, verben = TABEL[naam]
        assert besluit == Aanbiedersbesluit(tuple(v for v in ("GET", "POST") if v in verben), over), naam


@pytest.fixture
def toneel(lvc: Wijk) -> Toneel:
    return maak_toneel(lvc)


def _loop(toneel: Toneel, client: Client, oordeel: Callable[[str, str], set[int]], *over: Toewijzing) -> int:
    cellen, afwijkingen = 0, []
    for t in over or (toneel.nieuw, toneel.loopt):
        for naam, url in toneel.adressen(t):
            for verb in VERBEN:
                with transaction.atomic():
                    gekregen = client.generic(verb, url).status_code
                    transaction.set_rollback(True)
                cellen += 1
                if gekregen not in (verwacht := oordeel(naam, verb)):
                    afwijkingen.append(f"{verb} {naam}: {gekregen}, verwacht {sorted(verwacht)}")
    assert afwijkingen == []
    print(f"{cellen} cellen")
    return cellen


def _mag(naam: str, verb: str) -> set[int]:
    return OPEN if verb in TABEL[naam][1] else {405}


def _niet_van_ons(naam: str, verb: str) -> set[int]:
    """Own lists open; whatever the address names is not there."""
    if verb not in TABEL[naam][1]:
        return {405}
    return {404} if TABEL[naam][0] else OPEN


def test_de_eigen_aanbieder_opent_alles(toneel: Toneel) -> None:
    assert _loop(toneel, toneel.puck.browser, _mag) >= 40
    for t in (toneel.nieuw, toneel.loopt):
        for naam, url in toneel.adressen(t):
            if "GET" in TABEL[naam][1]:
                assert toneel.puck.browser.get(url).status_code == 200, naam


def test_een_andere_aanbieder_vindt_niets_van_ons(toneel: Toneel, lvc: Wijk) -> None:
    _loop(toneel, toneel.rik.browser, _niet_van_ons)
    _loop(toneel, collega(lvc, HULP, "Sien Bos").browser, _niet_van_ons, toneel.loopt, toneel.daar)


def test_een_afgelopen_opdracht_is_er_niet_meer(toneel: Toneel) -> None:
    def oordeel(naam: str, verb: str) -> set[int]:
        over, verben = TABEL[naam]
        return {404} if over == "opdracht" and verb in verben else _mag(naam, verb)

    _loop(toneel, toneel.puck.browser, oordeel, toneel.afgelopen)
    assert not lopende(toneel.puck.door).filter(pk=toneel.afgelopen.pk).exists()


@pytest.mark.parametrize("wie", ["medewerker", "inwoner", "andere gemeente", "ingetrokken"])
def test_wie_hier_niet_werkt_vindt_niets(toneel: Toneel, lvc: Wijk, alphen: Wijk, wie: str) -> None:
    with binnen(lvc.gemeente.pk):
        client = {
            "medewerker": lambda: lvc.browser("Kees van Dongen"),
            "inwoner": lambda: bewoner(lvc, toneel.loopt.inwoner).browser,
            "andere gemeente": lambda: _uit(alphen),
            "ingetrokken": lambda: _ingetrokken(lvc),
        }[wie]()
        _loop(toneel, client, lambda naam, verb: {404})


def _uit(wijk: Wijk) -> Client:
    with binnen(wijk.gemeente.pk):
        gebruiker = Aanbiedergebruiker.objects.select_related("account").first()
        assert gebruiker is not None
        client = Client()
        client.force_login(gebruiker.account, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client


def _ingetrokken(wijk: Wijk) -> Client:
    """A colleague of Puck whose access was taken back works no more at the next request (I1)."""
    oud = collega(wijk, naam="Jet Pol")
    assert oud.get().status_code == 200
    with schrijven_open():
        Aanbiedergebruiker.objects.filter(account=oud.account).update(actief=False)
    return oud.browser


def test_zonder_aanmelden_is_er_alleen_de_voordeur(toneel: Toneel) -> None:
    _loop(toneel, Client(), lambda naam, verb: {302})


def test_een_aanbieder_vindt_geen_pagina_van_medewerkers_of_inwoners(toneel: Toneel, lvc: Wijk) -> None:
    for pad in ("", "zoeken/", f"vraag/{toneel.loopt.hulpvraag_id}/", "sturing/", "contracten/"):
        assert toneel.puck.browser.get(lvc.url(pad)).status_code == 404, pad
    assert toneel.puck.browser.get("/land-van-cuijk/mijn/").status_code == 404
