"""The kitchen table in a real browser: typing saves, a collision asks, the keyboard reaches all, and axe finds nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.test import Client
from playwright.sync_api import Browser, Page, expect

from tests.kijken import MET_BROWSER, foto, langslopen
from tests.werkplek.browser import chromium
from tests.werkplek.gesprek.hulp import gesprek_van, pad
from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.regels import wmo
from wijkspil.toegang.actions import leg_gesprek_vast, meet_zrm
from wijkspil.toegang.models import Gesprek

pytestmark = MET_BROWSER


@dataclass
class Tafel:
    """A running server with one conversation in it, really committed, and the sessions of two colleagues."""

    adres: str
    wijk: Wijk
    paden: dict[str, str]
    sessies: dict[str, str]
    gesprek_id: object

    @contextmanager
    def scherm(self, browser: Browser, wie: str, breedte: int = 768) -> Iterator[tuple[Page, list[str]]]:
        context = browser.new_context(
            viewport={"width": breedte, "height": 1000}, locale="nl-NL", reduced_motion="reduce"
        )
        context.add_cookies([{"name": "sessionid", "value": self.sessies[wie], "url": self.adres}])
        blad, klachten = context.new_page(), []
        blad.on("console", lambda b: klachten.append(b.text) if b.type in ("error", "warning") else None)
        blad.on("pageerror", lambda fout: klachten.append(str(fout)))
        try:
            yield blad, klachten
        finally:
            context.close()

    def ga(self, blad: Page, naam: str = "gesprek") -> None:
        blad.goto(self.adres + self.paden[naam])

    def bewaard(self) -> Gesprek:
        with binnen(self.wijk.gemeente.pk, lezen=True):
            return Gesprek.objects.get(pk=self.gesprek_id)


def dek_de_tafel(wijk: Wijk) -> tuple[Gesprek, dict[str, str]]:
    """A planned conversation with words, measurements and two clocks; returns it with the addresses of its pages."""
    bram = wijk.als("Bram Peeters")
    gesprek = gesprek_van(wijk)
    leg_gesprek_vast(
        gesprek, wat_kan_ik="Zittend koken en de post doen.", leefgebieden={"wonen": "De trap is steil; het toilet is boven."},
        mantelzorg={"wie": "Anja de Wit", "belasting": 4, "wat_helpt": "Een middag vrij"}, door=bram,
    )  # fmt: skip
    scores = {
        "financien": 4,
        "huisvesting": 3,
        "basale_adl": 3,
        "instrumentele_adl": 2,
        "sociaal_netwerk": 2,
    }
    meet_zrm(gesprek.hulpvraag, soort="begin", scores=scores, op=vandaag() - timedelta(days=80), door=bram)
    nu = scores | {"instrumentele_adl": 4, "sociaal_netwerk": 3, "financien": 3}
    meet_zrm(gesprek.hulpvraag, soort="tussen", scores=nu, op=vandaag(), door=bram)
    een_besluitklok(wijk, gesprek)
    delen = {
        "gesprek": f"gesprek/{gesprek.pk}/", "plannen": "gesprek/plannen/", "afzeggen": f"gesprek/{gesprek.pk}/afzeggen/",
        "zrm": "zelfredzaamheid/", "onderzoek": "onderzoek/", "termijnen": "termijnen/",
    }  # fmt: skip
    paden = {naam: pad(wijk, gesprek.hulpvraag, deel) for naam, deel in delen.items()}
    return gesprek, paden


@pytest.fixture
def tafel(transactional_db: None, live_server) -> Iterator[Tafel]:
    gemeente = richt_in("land-van-cuijk")
    with binnen(gemeente.pk):
        wijk = Wijk(gemeente)
        gesprek, paden = dek_de_tafel(wijk)
        sessies = {
            wie: wijk.browser(wie).cookies["sessionid"].value for wie in ("Bram Peeters", "Noor Verhoeven")
        }
    yield Tafel(live_server.url, wijk, paden, sessies, gesprek.pk)
    register.vergeet()


def een_besluitklok(wijk: Wijk, gesprek: Gesprek) -> None:
    from tests.toegang.test_termijnen import een_klok

    een_klok(gesprek.hulpvraag, wmo.beslistermijn(vandaag() - timedelta(days=3)), wijk.als("Bram Peeters"))


def test_typen_bewaart_vanzelf_en_een_tweede_scherm_botst_alleen_waar_het_moet(tafel: Tafel) -> None:
    with (
        chromium() as browser,
        tafel.scherm(browser, "Bram Peeters") as (bram, klachten),
        tafel.scherm(browser, "Noor Verhoeven") as (noor, _klachten),
    ):
        tafel.ga(bram)
        tafel.ga(noor)
        bram.get_by_label("Wat wil ik?").fill("Weer zelf koken, met de kleinkinderen.")
        expect(bram.locator("[data-bewaarplek]")).to_contain_text("Bewaard om", timeout=6000)
        noor.get_by_label("Wat heb ik nodig?").fill("Iemand die de trap doet.")
        noor.get_by_label("Wat heb ik nodig?").blur()
        expect(noor.locator("[data-bewaarplek]")).to_contain_text("Een collega schreef ook", timeout=6000)
        noor.get_by_label("Wat wil ik?").fill("Rust in huis.")
        noor.get_by_label("Wat wil ik?").blur()
        botsing = noor.locator("[data-bewaarplek] [data-foutenlijst]")
        expect(botsing).to_contain_text("Bram Peeters heeft dit intussen veranderd", timeout=6000)
        expect(botsing).to_be_focused()
        foto(noor, "botsing-768")
        noor.get_by_role("button", name="Houd wat er nu staat").click()
        expect(noor.get_by_label("Wat wil ik?")).to_have_value("Weer zelf koken, met de kleinkinderen.")
        assert not klachten
    gesprek = tafel.bewaard()
    assert gesprek.wat_wil_ik == "Weer zelf koken, met de kleinkinderen."
    assert gesprek.wat_heb_ik_nodig == "Iemand die de trap doet."


def test_wie_meteen_op_gevoerd_drukt_botst_niet_met_zichzelf(tafel: Tafel) -> None:
    with chromium() as browser, tafel.scherm(browser, "Bram Peeters") as (blad, _klachten):
        tafel.ga(blad)
        blad.get_by_label("Wat wil ik?").press_sequentially("Op de valreep")
        blad.get_by_role("button", name="Gesprek is gevoerd").click()
        blad.wait_for_url("**/onderzoek/")
        expect(blad.get_by_text("Werk nu het onderzoek uit")).to_be_visible()
    assert (tafel.bewaard().status, tafel.bewaard().wat_wil_ik) == ("gevoerd", "Op de valreep")


def test_met_het_toetsenbord_is_alles_te_bereiken(tafel: Tafel) -> None:
    with chromium() as browser, tafel.scherm(browser, "Bram Peeters") as (blad, _klachten):
        tafel.ga(blad)
        blad.get_by_label("Wat heb ik nodig?").focus()
        gezien = []
        for _stap in range(60):
            blad.keyboard.press("Tab")
            gezien.append(
                blad.evaluate(
                    "(document.activeElement.innerText || document.activeElement.name || '').trim().slice(0, 40)"
                )
            )
            if gezien[-1] == "Gesprek is gevoerd":
                break
        assert gezien[0] == "eigen_kijk"
        assert "Op pad gaan" in gezien, "a folded life area opens with the keyboard"
        assert gezien.index("zorg_wie") < gezien.index("talenten") < gezien.index("Bewaar")
        blad.get_by_text("Op pad gaan", exact=True).focus()
        blad.keyboard.press("Enter")
        expect(blad.get_by_label("Aantekeningen over Op pad gaan")).to_be_visible()


def test_elke_pagina_voldoet_aan_wcag_en_past_op_het_scherm(lvc: Wijk) -> None:
    _gesprek, paden = dek_de_tafel(lvc)
    bram, thema = lvc.browser("Bram Peeters"), Client().get(f"/thema/{lvc.gemeente.slug}.css").content
    bladen = {naam: bram.get(adres).content for naam, adres in paden.items()}
    assert langslopen(bladen, breedtes=(1440, 768, 390), thema=thema) == []
