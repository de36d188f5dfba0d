"""A provider's list asks the database at most twelve questions of its own, an order at most twenty, everything counted."""

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.aanbiedersportaal.verhaal import loopt
from tests.aanbiedersportaal.wandeling import TABEL, maak_toneel
from tests.wijk import Wijk

BUDGET = 20


def test_elke_pagina_blijft_binnen_twintig_vragen_ook_met_meer_opdrachten(lvc: Wijk) -> None:
    toneel = maak_toneel(lvc)
    hoogste: dict[str, int] = {}
    for ronde in range(2):
        for t in (toneel.loopt, toneel.nieuw):
            for naam, url in toneel.adressen(t):
                if "GET" not in TABEL[naam][1]:
                    continue
                browser = toneel.puck.browser
                with CaptureQueriesContext(connection) as gevraagd:
                    assert browser.get(url).status_code == 200, naam
                aantal = sum("SAVEPOINT" not in v["sql"] for v in gevraagd)
                if ronde and naam in hoogste and TABEL[naam][0] == "":
                    assert aantal <= hoogste[naam], f"{naam} asks more when there are more orders"
                hoogste[naam] = max(hoogste.get(naam, 0), aantal)
        for n in range(20, 24) if ronde == 0 else ():
            loopt(lvc, n)
    for naam, aantal in sorted(hoogste.items(), key=lambda paar: -paar[1]):
        print(f"{naam:20} {aantal:3} van {BUDGET}")
    assert {n: a for n, a in hoogste.items() if a > BUDGET} == {}
