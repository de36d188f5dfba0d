"""Every page, for everybody, with every verb (A1, A3): a generated walk over the addresses, held against the reviewed table.

A new page fails here until it has a row. Each cell is a real request; what it changed is rolled back. The number of cells is printed.
`make test` asks everybody for every verb that a page knows; that the other verbs are refused it asks of one person with a relation and one
without, and who has no relation to either file walks one of them. `make drills` walks the whole table for everybody.
"""

import os
from collections.abc import Callable
from uuid import UUID

import pytest
from django.db import transaction
from django.test import Client

from tests.huis.wandeling import TABEL, Dossier, adressen, maak_dossiers, zonder_tekenen
from tests.wijk import Wijk
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Account
from wijkspil.werkplek.urls import urlpatterns

__all__ = ["zonder_tekenen"]
pytestmark = pytest.mark.usefixtures("zonder_tekenen")

VERBEN = ("GET", "POST", "PUT", "DELETE")
VOLUIT = bool(os.environ.get("WIJKSPIL_DRILLS"))
PROBEREN_ALLES = {"Bram Peeters", "Yusuf Demir"}

# Who has a relation to which file, and why. Written by hand: the walker doesn't ask the code that it tests.
MENSEN: dict[str, tuple[frozenset[str], str]] = {
    "Samira Bouzid": (frozenset({"nieuw", "loopt"}), "took both questions in"),
    "Bram Peeters": (frozenset({"nieuw", "loopt"}), "handles them"),
    "Noor Verhoeven": (frozenset({"nieuw", "loopt"}), "leads the team that has them"),
    "Yusuf Demir": (frozenset(), "another team"),
    "Joost van den Berg": (frozenset(), "leads another team"),
    "Kees van Dongen": (frozenset({"loopt"}), "back office, from decision to delivery"),
    "Fleur Jacobs": (frozenset(), "contracts"),
    "Pieter Smits": (frozenset(), "policy"),
    "Ada Willems": (frozenset(), "functional administration"),
    "Els van der Beemd": (
        frozenset({"nieuw", "loopt"}),
        "a hand-over is addressed to her party, nothing else",
    ),
}


EIGEN_DEUR = frozenset({"bezwaar"})
"""An objection has a door of its own: who handles or divides it may have nothing to do with the file (tests/werkplek/bezwaar)."""

KOP_VOOR_IEDEREEN = frozenset({"bericht", "bericht_ruw"})
"""Messages: the header is for the roles, what stands inside asks for a ground (tests/werkplek/berichten)."""


def test_elke_pagina_staat_in_de_tabel_en_zegt_hetzelfde() -> None:
    besluiten = {p.name: getattr(p.callback, "besluit", None) for p in urlpatterns}
    assert None not in besluiten.values(), "a view without @pagina has no decision"
    assert set(besluiten) == set(TABEL), "every page has one row in toegangstabel.py"
    anders = {
        naam: (besluit.rollen, besluit.dossier, set(besluit.methoden))
        for naam, besluit in besluiten.items()
        if besluit is not None
        and (besluit.rollen, besluit.dossier, frozenset(besluit.methoden)) != TABEL[str(naam)]
    }
    assert anders == {}


@pytest.fixture
def dossiers(lvc: Wijk) -> dict[str, Dossier]:
    return maak_dossiers(lvc)


def _vraag(client: Client, verb: str, url: str) -> int:
    """One request whose effects don't stay."""
    with transaction.atomic():
        status = client.generic(verb, url).status_code
        transaction.set_rollback(True)
    return status


def _loop(
    wijk: Wijk,
    dossier: Dossier,
    client: Client,
    oordeel: Callable[[str, str], set[int]],
    *,
    alle_verben: bool = VOLUIT,
) -> int:
    cellen, afwijkingen = 0, []
    for naam, url in adressen(wijk, dossier):
        for verb in VERBEN if alle_verben else sorted(TABEL[naam][2]):
            verwacht = oordeel(naam, verb)
            gekregen = _vraag(client, verb, url)
            cellen += 1
            if gekregen not in verwacht:
                afwijkingen.append(f"{verb} {naam}: {gekregen}, verwacht {sorted(verwacht)}")
    assert afwijkingen == []
    return cellen


@pytest.mark.traag
@pytest.mark.parametrize("persoon", MENSEN)
def test_medewerkers_openen_wat_de_tabel_zegt_en_niets_anders(
    lvc: Wijk, dossiers: dict[str, Dossier], persoon: str
) -> None:
    relaties, _waarom = MENSEN[persoon]
    rollen = lvc.als(persoon).rollen
    cellen = 0
    for welk, dossier in dossiers.items():
        if not (relaties or VOLUIT or welk == "loopt"):
            continue

        def oordeel(naam: str, verb: str, welk: str = welk) -> set[int]:
            mag, vraagt_relatie, verben = TABEL[naam]
            if verb not in verben:
                return {405}
            if not rollen & mag:
                return {403}
            if naam in KOP_VOOR_IEDEREEN:  # the header without a person; its own tests say who may see more
                return {200} if (naam, verb) == ("bericht", "GET") else {200, 302, 403, 422}
            if naam in EIGEN_DEUR:
                return {200, 302, 403, 404, 422}
            if vraagt_relatie and welk not in relaties:
                return {403}
            # Open: a page, a redirect, a form that misses something, a step that doesn't fit, a part that isn't there.
            return {200, 302, 404, 409, 422}

        alle_verben = VOLUIT or (persoon in PROBEREN_ALLES and welk == "loopt")
        cellen += _loop(lvc, dossier, lvc.browser(persoon), oordeel, alle_verben=alle_verben)
    print(f"{persoon}: {cellen} cellen")


def test_wie_hier_niet_werkt_vindt_niets(lvc: Wijk, alphen: Wijk) -> None:
    """Somebody from another municipality, somebody who left and an account without work: nothing exists for them."""
    from wijkspil.core.grens import binnen

    vreemde = alphen.browser("Tobias de Wit")
    los = Client()
    los.force_login(
        Account.objects.create_user("niemand@oefenstad.example", naam="Niemand"),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    with binnen(lvc.gemeente.pk):
        vertrokken = lvc.browser("Yusuf Demir")
        with schrijven_open():
            persoon = lvc.medewerker("Yusuf Demir")
            persoon.actief = False
            persoon.save()
        dossier = Dossier(lvc.melding(), {"nummer": 1, "sleutel": "meldingen", "soort": "csv"})
        for client in (vreemde, los, vertrokken):
            _loop(lvc, dossier, client, lambda naam, verb: {404})


def test_zonder_aanmelden_is_er_alleen_de_voordeur(lvc: Wijk) -> None:
    dossier = Dossier(lvc.melding(), {"nummer": 1, "sleutel": "meldingen", "soort": "csv"})
    _loop(lvc, dossier, Client(), lambda naam, verb: {302})


def test_een_recht_dat_is_ingetrokken_werkt_bij_het_volgende_verzoek_niet_meer(
    lvc: Wijk, dossiers: dict[str, Dossier]
) -> None:
    browser = lvc.browser("Noor Verhoeven")
    url = lvc.url(f"vraag/{dossiers['loopt'].hulpvraag.pk}/")
    assert browser.get(url).status_code == 200
    from wijkspil.gemeenten.models import Teamlid

    with schrijven_open():
        Teamlid.objects.filter(medewerker__naam="Noor Verhoeven").delete()
    assert browser.get(url).status_code == 403


def test_een_geraden_nummer_leidt_nergens_heen(lvc: Wijk) -> None:
    antwoord = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{UUID(int=1)}/"))
    assert antwoord.status_code == 404
