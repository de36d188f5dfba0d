"""A resident's page asks the database at most twenty questions, everything counted: session, account, border, mandate, audit."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.portaal.wandeling import TABEL, maak_vragen
from tests.wijk import Wijk

BUDGET = 20


def test_elke_pagina_blijft_binnen_twintig_vragen(lvc: Wijk) -> None:
    vragen = maak_vragen(lvc)
    hoogste: dict[str, int] = {}
    for vraag in (vragen.nieuw, vragen.keuze, vragen.loopt):
        for naam, url in vragen.adressen(vraag):
            if "GET" not in TABEL[naam][2]:
                continue
            browser = vragen.zelf.browser
            with CaptureQueriesContext(connection) as gevraagd:
                status = browser.get(url).status_code
            if status == 200:
                # the test wraps each request in its own savepoint; a real request has a plain transaction
                aantal = sum("SAVEPOINT" not in v["sql"] for v in gevraagd)
                hoogste[naam] = max(hoogste.get(naam, 0), aantal)
    for naam, aantal in sorted(hoogste.items(), key=lambda paar: -paar[1]):
        print(f"{naam:20} {aantal:3} van {BUDGET}")
    assert set(hoogste) >= {n for n, (_o, _w, v) in TABEL.items() if "GET" in v} - {"opnieuw"}
    assert {n: a for n, a in hoogste.items() if a > BUDGET} == {}
