"""Every page of a provider in a real browser: axe finds nothing, the console is silent, and 320 pixels are enough.

With `WIJKSPIL_FOTOS=<folder>` a picture of each page is kept, to look at.
"""

import pytest
from django.test import Client

from tests.aanbiedersportaal.wandeling import TABEL, Toneel, maak_toneel
from tests.kijken import MET_BROWSER, langslopen
from tests.wijk import Wijk

pytestmark = MET_BROWSER


def _bladen(toneel: Toneel) -> dict[str, bytes]:
    """The HTML of every page, and of the moments that look different: an error, help past its day, the overview, nothing at all."""
    gevonden: dict[str, bytes] = {}
    puck = toneel.puck
    for soort, t in (("loopt", toneel.loopt), ("nieuw", toneel.nieuw)):
        for naam, url in toneel.adressen(t):
            if "GET" not in TABEL[naam][1] or (naam in gevonden and naam != "opdracht"):
                continue
            antwoord = puck.browser.get(url)
            if antwoord.status_code == 200 and antwoord["Content-Type"].startswith("text/html"):
                gevonden[f"aanb-{naam}" if naam not in gevonden else f"aanb-{naam}-{soort}"] = (
                    antwoord.content
                )
                gevonden.setdefault(naam, antwoord.content)
    gevonden = {n: b for n, b in gevonden.items() if n.startswith("aanb-")}
    gevonden["aanb-fout-weiger"] = puck.post(f"opdracht/{toneel.nieuw.pk}/", daad="weiger").content
    gevonden["aanb-fout-start"] = puck.post(
        f"opdracht/{toneel.loopt.pk}/", daad="start", **{"start-op": toneel.loopt.ingang.isoformat()}
    ).content
    nummer = toneel.loopt.nummer
    for soort, regels in (("goed", f"{nummer};1"), ("fout", f"{nummer};9\n99999;een")):
        gevonden[f"aanb-nakijken-{soort}"] = puck.post(
            "declaraties/nieuw/", knop="controleer", regels=f"opdracht;volume\n{regels}"
        ).content
    gevonden["aanb-overzicht"] = puck.browser.get("/mijn-opdrachten/").content
    return gevonden


@pytest.fixture
def bladen(lvc: Wijk) -> dict[str, bytes]:
    return _bladen(maak_toneel(lvc))


def test_geen_enkele_pagina_houdt_iemand_buiten(bladen: dict[str, bytes], lvc: Wijk) -> None:
    """WCAG 2.2 A and AA as far as a machine can tell, and no sideways scrolling at 320 pixels."""
    thema = Client().get(f"/thema/{lvc.gemeente.slug}.css").content
    klachten = langslopen(bladen, thema=thema)
    print(f"{len(bladen)} bladen")
    assert len(bladen) >= 8
    assert klachten == []
