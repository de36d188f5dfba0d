"""Every page of a resident in a real browser: axe finds nothing, the console is silent, and 320 pixels are enough.

With `WIJKSPIL_FOTOS=<folder>` a picture of each page is kept, light and dark, to look at.
"""

import os
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Browser, Page, Route

from tests.portaal.verhaal import Omvang, mee
from tests.portaal.wandeling import TABEL, Vragen, maak_vragen
from tests.werkplek.browser import chromium, chromium_pad, statisch
from tests.werkplek.test_stijl import REGELS
from tests.wijk import Wijk
from wijkspil.toegang.actions import sluit_af

ADRES = "http://wijkspil.test"
FOTOS = os.environ.get("WIJKSPIL_FOTOS", "")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_pad() is None, reason="no Chromium here; set WIJKSPIL_CHROMIUM to its path"),
    pytest.mark.skipif(
        finders.find("vendor/utrecht.css") is None, reason="the style of others isn't fetched yet"
    ),
]


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


def _blad(
    browser: Browser, bladen: dict[str, bytes], thema: bytes, *, donker: bool, fout: list[object]
) -> Page:
    def antwoord(route: Route) -> None:
        pad = route.request.url.removeprefix(ADRES).split("?")[0]
        if pad.startswith("/static/"):
            statisch(route, pad)
        elif pad.startswith("/thema/"):
            route.fulfill(body=thema, content_type="text/css")
        elif (html := bladen.get(pad.strip("/"))) is not None:
            route.fulfill(body=html, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=204)

    blad = browser.new_context(
        viewport={"width": 1280, "height": 900},
        color_scheme="dark" if donker else "light",
        reduced_motion="reduce",
        locale="nl-NL",
    ).new_page()
    blad.on("pageerror", lambda klacht: fout.append(("script", str(klacht))))
    blad.route("**/*", antwoord)
    return blad


def test_geen_enkele_pagina_houdt_een_inwoner_buiten(lvc: Wijk, bladen: dict[str, bytes]) -> None:
    """WCAG 2.2 A and AA as far as a machine can tell, in light and dark, and no sideways scrolling at 320 pixels."""
    thema = Client().get(f"/thema/{lvc.gemeente.slug}.css").content
    axe, fout = Axe(), []  # type: ignore[var-annotated]
    with chromium() as browser:
        for donker in (False, True):
            blad = _blad(browser, bladen, thema, donker=donker, fout=fout)
            for naam in bladen:
                blad.goto(f"{ADRES}/{naam}")
                for gevonden in axe.run(blad, options=REGELS).response["violations"]:
                    fout.append(
                        (naam, donker, gevonden["id"], [n["html"][:160] for n in gevonden["nodes"][:3]])
                    )
                blad.set_viewport_size({"width": 320, "height": 800})
                te_breed = blad.evaluate(
                    "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                )
                if te_breed > 0:
                    fout.append((naam, f"{te_breed} px te breed op een telefoon"))
                _kiek(blad, naam, donker)
                blad.set_viewport_size({"width": 1280, "height": 900})
    print(f"{len(bladen)} bladen, licht en donker")
    assert len(bladen) > 25
    assert fout == []


def _kiek(blad: Page, naam: str, donker: bool) -> None:
    if not FOTOS:
        return
    for breedte in (1440, 390, 320):
        blad.set_viewport_size({"width": breedte, "height": 900})
        kleur = "donker" if donker else "licht"
        blad.screenshot(path=str(Path(FOTOS) / f"{naam}-{breedte}-{kleur}.png"), full_page=True)
