"""Each page has a budget of database questions: 20 for a page of one file, 12 for a list, and no page asks more as a list grows.

Everything counts: session, account, border, role, audit. The table is printed with `-s`.
"""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.huis.wandeling import TABEL, adressen, maak_dossiers
from tests.wijk import Wijk

DOSSIER, LIJST = 20, 12


@pytest.fixture
def gemeten(lvc: Wijk) -> dict[str, int]:
    """The most questions that each page asked, over everybody who may open it."""
    dossier, hoogste = maak_dossiers(lvc)["loopt"], {}
    for persoon in (
        "Bram Peeters",
        "Noor Verhoeven",
        "Kees van Dongen",
        "Fleur Jacobs",
        "Pieter Smits",
        "Ada Willems",
    ):
        browser = lvc.browser(persoon)
        for naam, url in adressen(lvc, dossier):
            if "GET" not in TABEL[naam][2]:
                continue
            with CaptureQueriesContext(connection) as vragen:
                status = browser.get(url).status_code
            if status == 200:
                # the test wraps each request in its own savepoint; a real request has a plain transaction
                aantal = sum("SAVEPOINT" not in vraag["sql"] for vraag in vragen)
                hoogste[naam] = max(hoogste.get(naam, 0), aantal)
    return hoogste


def test_elke_pagina_blijft_binnen_haar_budget(gemeten: dict[str, int]) -> None:
    te_veel = {}
    for naam, aantal in sorted(gemeten.items(), key=lambda paar: -paar[1]):
        budget = DOSSIER if TABEL[naam][1] else LIJST
        print(f"{naam:28} {aantal:3} van {budget}")
        if aantal > budget:
            te_veel[naam] = (aantal, budget)
    assert len(gemeten) > 35
    assert te_veel == {}
