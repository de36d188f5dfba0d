"""Every staff page as people see it, in a real browser: axe finds nothing, the console is silent, nothing falls off a phone.

The pages come from the product with a played file in it. With `WIJKSPIL_FOTOS=<folder>` a picture of each page is kept, to look at.
"""

import pytest
from django.test import Client

from tests.huis.wandeling import adressen, maak_dossiers
from tests.kijken import FOTOS, MET_BROWSER, langslopen
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

pytestmark = MET_BROWSER


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


def test_geen_enkele_pagina_houdt_iemand_buiten(lvc: Wijk, bladen: dict[str, bytes]) -> None:
    """WCAG 2.2 A and AA as far as a machine can tell (axe), and no sideways scrolling at 320 pixels (1.4.10)."""
    thema = Client().get(f"/thema/{lvc.gemeente.slug}.css").content
    klachten = langslopen(bladen, breedtes=(1440, 390) if FOTOS else (1280,), thema=thema)
    print(f"{len(bladen)} pagina's")
    assert len(bladen) > 40
    assert klachten == []
