"""Every staff page as people see it, in a real browser: axe finds nothing, the console is silent, nothing falls off a phone.

The pages come from the product with a played file in it; the browser gets them handed over, so nothing goes over a network. With
`WIJKSPIL_FOTOS=<folder>` a picture of each page is kept, to look at.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from django.test import Client
from playwright.sync_api import Page, Route

from tests.huis.wandeling import adressen, maak_dossiers
from tests.werkplek.browser import chromium, chromium_pad, statisch
from tests.werkplek.test_stijl import REGELS
from tests.wijk import Wijk

MENSEN = (
    "Bram Peeters",
    "Kees van Dongen",
    "Fleur Jacobs",
    "Pieter Smits",
    "Ada Willems",
    "Samira Bouzid",
    "Noor Verhoeven",
    "Els van der Beemd",
)
ADRES = "http://wijkspil.test"
FOTOS = os.environ.get("WIJKSPIL_FOTOS", "")
BREEDTES = (1440, 390) if FOTOS else ()

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_pad() is None, reason="no Chromium here; set WIJKSPIL_CHROMIUM to its path"),
    pytest.mark.skipif(
        finders.find("vendor/utrecht.css") is None, reason="the style of others isn't fetched yet"
    ),
]


@pytest.fixture
def bladen(lvc: Wijk) -> dict[str, bytes]:
    """The HTML of every page, once, by the first colleague who may open it."""
    gevonden: dict[str, bytes] = {}
    dossiers = maak_dossiers(lvc)
    for persoon in MENSEN:
        browser = lvc.browser(persoon)
        for dossier in (dossiers["loopt"], dossiers["nieuw"]):
            for naam, url in adressen(lvc, dossier):
                if naam in gevonden:
                    continue
                antwoord = browser.get(url)
                if antwoord.status_code == 200 and antwoord["Content-Type"].startswith("text/html"):
                    gevonden[naam] = antwoord.content
    return gevonden


def _open(blad: Page, bladen: dict[str, bytes], thema: bytes) -> Iterator[str]:
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

    blad.route("**/*", antwoord)
    for naam in bladen:
        blad.goto(f"{ADRES}/{naam}")
        yield naam


def test_geen_enkele_pagina_houdt_iemand_buiten(lvc: Wijk, bladen: dict[str, bytes]) -> None:
    """WCAG 2.2 A and AA as far as a machine can tell (axe), and no sideways scrolling at 320 pixels (1.4.10)."""
    thema = Client().get(f"/thema/{lvc.gemeente.slug}.css").content
    axe, fout = Axe(), []
    with chromium() as browser:
        blad = browser.new_context(
            viewport={"width": 1280, "height": 900}, reduced_motion="reduce", locale="nl-NL"
        ).new_page()
        blad.on("pageerror", lambda klacht: fout.append(("script", str(klacht))))
        for naam in _open(blad, bladen, thema):
            for gevonden in axe.run(blad, options=REGELS).response["violations"]:
                fout.append((naam, gevonden["id"], [n["html"][:160] for n in gevonden["nodes"][:3]]))
            blad.set_viewport_size({"width": 320, "height": 800})
            te_breed = blad.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if te_breed > 0:
                fout.append((naam, f"{te_breed} px te breed op een telefoon"))
            for breedte in BREEDTES:
                blad.set_viewport_size({"width": breedte, "height": 900})
                blad.screenshot(path=Path(FOTOS) / f"{naam}-{breedte}.png", full_page=True)
            blad.set_viewport_size({"width": 1280, "height": 900})
    print(f"{len(bladen)} pagina's")
    assert len(bladen) > 40
    assert fout == []
