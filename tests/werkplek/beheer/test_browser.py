"""Functional administration in a real browser: by keyboard, on three widths, and axe finds nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from tests.kijken import MET_BROWSER, langslopen
from tests.werkplek.browser import chromium
from tests.werkwijzen.papier import verander
from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.gemeenten.concepten import maak_concept, schrijf_concept
from wijkspil.oefenstad.inrichting import richt_in

pytestmark = MET_BROWSER


@dataclass
class Kantoor:
    """A running server with a good draft and a broken one, really committed, and Ada's session."""

    adres: str
    sessie: str
    paginas: dict[str, str]


def richt_kantoor_in(wijk: Wijk) -> dict[str, str]:
    """A good draft and a broken one; returns the pages of functional administration, with their addresses."""
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
    delen = {
        "overzicht": "werkwijze/", "vergelijk": "werkwijze/vergelijk/?b=alphen@2026-01-01", "nieuw": "werkwijze/concept/",
        "concept": f"werkwijze/concept/{goed.pk}/", "kapot": f"werkwijze/concept/{kapot.pk}/",
        "tekst": f"werkwijze/concept/{kapot.pk}/tekst/assen/", "besluit": f"werkwijze/concept/{goed.pk}/vragen/besluit/",
        "stappen": f"werkwijze/concept/{goed.pk}/vragen/stappen/", "gevolgen": f"werkwijze/concept/{goed.pk}/gevolgen/",
        "publiceren": f"werkwijze/concept/{goed.pk}/publiceren/", "huisstijl": "huisstijl/",
    }  # fmt: skip
    return {naam: wijk.url(pad) for naam, pad in delen.items()}


@pytest.fixture
def kantoor(transactional_db: None, live_server) -> Iterator[Kantoor]:
    gemeente = richt_in("land-van-cuijk")
    with binnen(gemeente.pk):
        wijk = Wijk(gemeente)
        paginas = richt_kantoor_in(wijk)
        sessie = wijk.browser("Ada Willems").cookies["sessionid"].value
    yield Kantoor(live_server.url, sessie, paginas)
    register.vergeet()


def test_elke_pagina_past_is_leesbaar_en_klaagt_niet(lvc: Wijk) -> None:
    ada, thema = lvc.browser("Ada Willems"), Client().get(f"/thema/{lvc.gemeente.slug}.css").content
    bladen = {naam: ada.get(pad).content for naam, pad in richt_kantoor_in(lvc).items()}
    assert langslopen(bladen, breedtes=(1440, 768, 390), thema=thema) == []


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
