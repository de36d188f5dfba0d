"""Every page of a resident in a real browser: axe finds nothing, the console is silent, and 320 pixels are enough.

With `WIJKSPIL_FOTOS=<folder>` a picture of each page is kept, light and dark, to look at.
"""

import pytest
from django.test import Client

from tests.kijken import MET_BROWSER, langslopen
from tests.portaal.verhaal import Omvang, mee
from tests.portaal.wandeling import TABEL, Vragen, maak_vragen
from tests.wijk import Wijk
from wijkspil.toegang.actions import sluit_af

pytestmark = MET_BROWSER


def _bladen(vragen: Vragen, lvc: Wijk) -> dict[str, bytes]:
    """The HTML of every page, and of the moments that look different: an error, a closed question, somebody who looks along."""
    gevonden: dict[str, bytes] = {}
    zelf = vragen.zelf
    for soort, vraag in (("loopt", vragen.loopt), ("nieuw", vragen.nieuw), ("keuze", vragen.keuze)):
        for naam, url in vragen.adressen(vraag):
            if "GET" not in TABEL[naam][2] or (naam in gevonden and naam not in ("vraag", "plan")):
                continue
            antwoord = zelf.browser.get(url)
            if antwoord.status_code == 200 and antwoord["Content-Type"].startswith("text/html"):
                gevonden[naam if naam not in gevonden else f"{naam}-{soort}"] = antwoord.content
    nieuw, loopt = vragen.nieuw.pk, vragen.loopt.pk
    gevonden["fout-bericht"] = zelf.post(f"vraag/{loopt}/berichten/", tekst="").content
    gevonden["fout-meekijken"] = zelf.post("meekijken/", naam="", email="geen adres", tot="").content
    gevonden["fout-ervaring"] = zelf.post(f"vraag/{loopt}/ervaring/", cijfer="").content
    gevonden["fout-bezwaar"] = zelf.post(
        f"vraag/{loopt}/bezwaar/{vragen.overig['besluit_id']}/", gronden=""
    ).content
    gevonden["botsing-eigen-plan"] = zelf.post(
        f"vraag/{nieuw}/eigen-plan/", rev="0", wat_wil_ik="Iets anders."
    ).content
    buurman = mee(zelf, vragen.loopt, "Wim", Omvang.MEEKIJKEN)
    gevonden["meekijker"] = buurman.get(f"vraag/{loopt}/").content
    gevonden["meekijker-mag-niet"] = buurman.post(f"vraag/{loopt}/berichten/", tekst="x").content
    sluit_af(vragen.nieuw, uitkomst="zelf_opgelost", door=lvc.als("Bram Peeters"))
    gevonden["gesloten"] = zelf.get(f"vraag/{nieuw}/").content
    gevonden["opnieuw"] = zelf.get(f"vraag/{nieuw}/opnieuw/").content
    return gevonden


@pytest.fixture
def bladen(lvc: Wijk) -> dict[str, bytes]:
    return _bladen(maak_vragen(lvc), lvc)


@pytest.fixture
def thema(lvc: Wijk) -> bytes:
    return Client().get(f"/thema/{lvc.gemeente.slug}.css").content


def test_geen_enkele_pagina_houdt_een_inwoner_buiten(bladen: dict[str, bytes], thema: bytes) -> None:
    """WCAG 2.2 A and AA as far as a machine can tell, in light and dark, and no sideways scrolling at 320 pixels."""
    klachten = langslopen(bladen, thema=thema) + langslopen(bladen, thema=thema, donker=True)
    print(f"{len(bladen)} bladen, licht en donker")
    assert len(bladen) > 25
    assert klachten == []
