"""Functional administration in a real browser: by keyboard, on three widths, and axe finds nothing."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.werkplek.browser import chromium, chromium_pad
from tests.werkplek.test_stijl import REGELS
from tests.werkwijzen.papier import verander
from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.gemeenten.concepten import maak_concept, schrijf_concept
from wijkspil.oefenstad.inrichting import richt_in

FOTOS = os.environ.get("WIJKSPIL_FOTOS", "")
"""A folder to keep pictures of the pages in, to look at them."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_pad() is None, reason="no Chromium here; set WIJKSPIL_CHROMIUM to its path"),
]


@dataclass
class Kantoor:
    """A running server with a good draft and a broken one, really committed, and Ada's session."""

    adres: str
    sessie: str
    paginas: dict[str, str]


@pytest.fixture
def kantoor(transactional_db: None, live_server) -> Iterator[Kantoor]:
    gemeente = richt_in("land-van-cuijk")
    with binnen(gemeente.pk):
        wijk = Wijk(gemeente)
        ada = wijk.als("Ada Willems")
        wijk.melding()
        goed = maak_concept(
            naam="Dagbesteding op verzoek en andere namen",
            kopie_van=wijk.werkwijze,
            toelichting="Besluit van de raad van 3 november.",
            door=ada,
        )
        tekst = verander(goed.tekst, "naam: Trajectplan", "naam: Samenplan")
        schrijf_concept(goed, tekst=verander(tekst, "elke_maanden: 6", "elke_maanden: 12"), door=ada)
        kapot = maak_concept(naam="Nog niet klaar", kopie_van=wijk.werkwijze, door=ada)
        tekst = verander(kapot.tekst, "keuze: maandbedrag", "keuze: zakgeld")
        schrijf_concept(kapot, tekst=verander(tekst, "wanneer: altijd", "wanner: altijd"), door=ada)
        sessie = wijk.browser("Ada Willems").cookies["sessionid"].value
    delen = {
        "overzicht": "werkwijze/", "vergelijk": "werkwijze/vergelijk/?b=alphen@2026-01-01", "nieuw": "werkwijze/concept/",
        "concept": f"werkwijze/concept/{goed.pk}/", "kapot": f"werkwijze/concept/{kapot.pk}/",
        "tekst": f"werkwijze/concept/{kapot.pk}/tekst/assen/", "besluit": f"werkwijze/concept/{goed.pk}/vragen/besluit/",
        "stappen": f"werkwijze/concept/{goed.pk}/vragen/stappen/", "gevolgen": f"werkwijze/concept/{goed.pk}/gevolgen/",
        "publiceren": f"werkwijze/concept/{goed.pk}/publiceren/", "huisstijl": "huisstijl/",
    }  # fmt: skip
    yield Kantoor(live_server.url, sessie, {naam: wijk.url(pad) for naam, pad in delen.items()})
    register.vergeet()


@pytest.mark.parametrize("breedte", [1440, 768, 390])
def test_elke_pagina_past_is_leesbaar_en_klaagt_niet(kantoor: Kantoor, breedte: int) -> None:
    axe, klachten, fouten = Axe(), [], []
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": breedte, "height": 1000}, locale="nl-NL", reduced_motion="reduce"
        )
        context.add_cookies([{"name": "sessionid", "value": kantoor.sessie, "url": kantoor.adres}])
        blad = context.new_page()
        blad.on("console", lambda b: klachten.append(b.text) if b.type in ("error", "warning") else None)
        blad.on("pageerror", lambda fout: klachten.append(str(fout)))
        for naam, pad in kantoor.paginas.items():
            blad.goto(kantoor.adres + pad)
            te_breed = blad.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            if te_breed > 0:
                fouten.append(f"{naam}: {te_breed} px te breed")
            fouten += [
                f"{naam}: {f['id']} {f['nodes'][0]['html'][:120]}"
                for f in axe.run(blad, options=REGELS).response["violations"]
            ]
            _foto(blad, f"{naam}-{breedte}")
        context.close()
    assert (fouten, klachten) == ([], [])


def test_een_naam_wijzigen_en_voorleggen_met_alleen_het_toetsenbord(kantoor: Kantoor) -> None:
    with chromium() as browser:
        context = browser.new_context(locale="nl-NL", reduced_motion="reduce")
        context.add_cookies([{"name": "sessionid", "value": kantoor.sessie, "url": kantoor.adres}])
        blad = context.new_page()
        blad.goto(kantoor.adres + kantoor.paginas["stappen"])
        _tab_naar(blad, "Hoe heet het plan?")
        blad.keyboard.press("Control+A")
        blad.keyboard.type("Plan voor thuis")
        blad.keyboard.press("Enter")
        expect(blad.locator("main")).to_contain_text("De hele werkwijze is in orde")
        expect(blad.locator("main mark").first).to_be_visible()
        _tab_naar(blad, "Naar publiceren")
        blad.keyboard.press("Enter")
        expect(blad.get_by_role("heading", level=1)).to_have_text("Publiceren")
        _tab_naar(blad, "Leg voor aan een tweede lezer")
        blad.keyboard.press("Enter")
        expect(blad.locator("main")).to_contain_text("Voorgelegd. Een ander leest mee en publiceert")
        context.close()


def _tab_naar(blad: Page, naam: str) -> None:
    """Press Tab until the focus is on something with this label or text."""
    for _ in range(150):
        blad.keyboard.press("Tab")
        hier = blad.evaluate("(document.activeElement.labels?.[0] ?? document.activeElement).innerText")
        if (hier or "").strip() == naam:
            return
    raise AssertionError(f"met Tab kom je niet bij {naam!r}")


def _foto(blad: Page, naam: str) -> None:
    if FOTOS:
        Path(FOTOS).mkdir(parents=True, exist_ok=True)
        blad.screenshot(path=str(Path(FOTOS) / f"{naam}.png"), full_page=True)
