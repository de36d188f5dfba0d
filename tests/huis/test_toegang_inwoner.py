"""Every page of a resident, for everybody, with every verb: a generated walk, held against the reviewed table.

Somebody else's question does not exist: another resident, a mandate that ended or was taken back, and staff all find nothing.
"""

from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client

from tests.huis.inwonerstabel import rijen
from tests.huis.wandeling import zonder_tekenen
from tests.portaal.verhaal import Omvang, ander, gestopt, mee
from tests.portaal.wandeling import Vragen, maak_vragen
from tests.wijk import Wijk
from wijkspil.core.models import Auditregel
from wijkspil.portaal.pagina import Inwonersbesluit
from wijkspil.portaal.urls import urlpatterns
from wijkspil.toegang.models import Hulpvraag

__all__ = ["zonder_tekenen"]
pytestmark = pytest.mark.usefixtures("zonder_tekenen")

TABEL = rijen()
VERBEN = ("GET", "POST", "PUT", "DELETE")
OPEN = {200, 302, 404, 409, 422}
"""A page, a redirect, a part that this question doesn't have, a form that misses something."""


def test_elke_pagina_staat_in_de_tabel_en_zegt_hetzelfde() -> None:
    besluiten = {str(p.name): getattr(p.callback, "besluit", None) for p in urlpatterns}
    assert set(besluiten) == set(TABEL)
    for naam, besluit in besluiten.items():
        over_vraag, wie, verben = TABEL[naam]
        assert besluit == Inwonersbesluit(
            tuple(v for v in ("GET", "POST") if v in verben), over_vraag, wie == "zelf"
        ), naam


@pytest.fixture
def vragen(lvc: Wijk) -> Vragen:
    return maak_vragen(lvc)


def _loop(vragen: Vragen, client: Client, oordeel: Callable[[str, str], set[int]]) -> int:
    cellen, afwijkingen = 0, []
    for vraag in (vragen.nieuw, vragen.keuze, vragen.loopt):
        for naam, url in vragen.adressen(vraag):
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
    return OPEN if verb in TABEL[naam][2] else {405}


def test_de_inwoner_opent_alles(vragen: Vragen) -> None:
    assert _loop(vragen, vragen.zelf.browser, _mag) > 200
    for naam, url in vragen.adressen(vragen.loopt):  # what is there is really there
        if "GET" in TABEL[naam][2] and naam not in ("opnieuw", "aanbieder", "hulp_nalezen"):
            assert vragen.zelf.browser.get(url).status_code == 200, naam


def test_een_ander_die_regelt_opent_alles_behalve_wie_er_meekijkt(vragen: Vragen) -> None:
    def oordeel(naam: str, verb: str) -> set[int]:
        return {403} if TABEL[naam][1] == "zelf" and verb in TABEL[naam][2] else _mag(naam, verb)

    _loop(vragen, vragen.dochter.browser, oordeel)


def test_wie_alleen_meekijkt_leest_alles_en_verandert_niets(vragen: Vragen) -> None:
    buurman = mee(vragen.zelf, vragen.loopt, "Wim", Omvang.MEEKIJKEN)

    def oordeel(naam: str, verb: str) -> set[int]:
        _over, wie, verben = TABEL[naam]
        if verb not in verben:
            return {405}
        return {403} if wie in ("zelf", "regelen") or verb == "POST" else OPEN

    _loop(vragen, buurman.browser, oordeel)
    geweigerd = Auditregel.objects.filter(door_naam="Wim", resultaat="geweigerd")
    assert not geweigerd.exists(), "the walk rolls back what it did"
    assert buurman.post(f"vraag/{vragen.loopt.pk}/berichten/", tekst="Hallo").status_code == 403
    assert geweigerd.count() == 1, "that it was tried is kept"


@pytest.mark.parametrize("wie", ["ander", "verlopen", "gestopt", "medewerker", "andere gemeente"])
def test_een_ander_vindt_niets(vragen: Vragen, lvc: Wijk, alphen: Wijk, wie: str) -> None:
    from wijkspil.core.grens import binnen

    with binnen(lvc.gemeente.pk):
        client = {
            "ander": lambda: ander(lvc).browser,
            "verlopen": lambda: mee(vragen.zelf, vragen.loopt, "Truus", Omvang.REGELEN, dagen=-1).browser,
            "gestopt": lambda: gestopt(vragen.zelf, vragen.loopt, "Henk").browser,
            "medewerker": lambda: lvc.browser("Bram Peeters"),
            "andere gemeente": lambda: _uit(alphen),
        }[wie]()

        def oordeel(naam: str, verb: str) -> set[int]:
            if wie == "ander" and verb not in TABEL[naam][2]:
                return {405}
            if wie == "ander" and not TABEL[naam][0]:
                return OPEN  # her own pages, with nothing of somebody else on them
            return {404}

        _loop(vragen, client, oordeel)


def _uit(wijk: Wijk) -> Client:
    from wijkspil.core.grens import binnen

    with binnen(wijk.gemeente.pk):
        return wijk.browser("Tobias de Wit")


def test_zonder_aanmelden_is_er_alleen_de_voordeur(vragen: Vragen) -> None:
    _loop(vragen, Client(), lambda naam, verb: {302})


def test_een_inwoner_vindt_geen_enkele_pagina_van_medewerkers(vragen: Vragen, lvc: Wijk) -> None:
    for pad in ("", "zoeken/", f"vraag/{vragen.loopt.pk}/", "sturing/", "post/"):
        assert vragen.zelf.browser.get(lvc.url(pad)).status_code == 404, pad


def test_op_de_eigen_bladzijden_staat_niets_van_een_ander(vragen: Vragen, lvc: Wijk) -> None:
    nel = ander(lvc)
    for pad in ("", "hulp/", "meekijken/"):
        antwoord = nel.browser.get(nel.url(pad), follow=True)
        assert "Toos" not in antwoord.content.decode()
        assert "De trap lukt niet meer" not in antwoord.content.decode()


def test_een_geraden_nummer_leidt_nergens_heen(vragen: Vragen) -> None:
    assert vragen.zelf.get(f"vraag/{vragen.overig['geraden']}/").status_code == 404


def test_een_brief_of_besluit_van_een_andere_vraag_is_er_niet(vragen: Vragen) -> None:
    brief, besluit = vragen.overig["brief_id"], vragen.overig["besluit_id"]
    assert vragen.zelf.get(f"vraag/{vragen.nieuw.pk}/brieven/{brief}/").status_code == 404
    assert vragen.zelf.get(f"vraag/{vragen.nieuw.pk}/bezwaar/{besluit}/").status_code == 404
    assert Hulpvraag.objects.count() >= 3
