"""The pages of objections, hours, routes and letter texts in a real browser: they fit, and axe finds nothing."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.besluiten.test_bezwaar import met_bezwaar
from tests.verkort.test_verkort import aanbiederaccount, client, uitbesteed
from tests.werkplek.browser import chromium, chromium_pad
from tests.werkplek.normen.test_uren import met_huishouden
from tests.werkplek.test_stijl import REGELS
from tests.wijk import Wijk
from wijkspil.besluiten import actions
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.regels import normen

FOTOS = os.environ.get("WIJKSPIL_FOTOS", "")
"""A folder to keep pictures of the pages in, to look at them."""

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_pad() is None, reason="no Chromium here; set WIJKSPIL_CHROMIUM to its path"),
]


@dataclass
class Huis:
    """A running server with objections, a calculation and a delegated investigation; per page whose session it needs."""

    adres: str
    paginas: dict[str, tuple[str, str]]


@pytest.fixture
def huis(transactional_db: None, live_server) -> Iterator[Huis]:
    paginas: dict[str, tuple[str, str]] = {}

    def sessie(wijk: Wijk, naam: str) -> str:
        return str(wijk.browser(naam).cookies["sessionid"].value)

    gemeente = richt_in("land-van-cuijk")
    with binnen(gemeente.pk):
        lvc = Wijk(gemeente)
        bezwaar = met_bezwaar(lvc)
        noor, ada, pieter = (sessie(lvc, naam) for naam in ("Noor Verhoeven", "Ada Willems", "Pieter Smits"))
        paginas |= {
            "bezwaren": (noor, lvc.url("bezwaren/")),
            "bezwaar": (noor, lvc.url(f"bezwaren/{bezwaar.pk}/")),
            "bezwaar_nieuw": (
                noor,
                lvc.url(f"vraag/{bezwaar.hulpvraag_id}/besluit/{bezwaar.besluit_id}/bezwaar/"),
            ),
            "besluit": (noor, lvc.url(f"vraag/{bezwaar.hulpvraag_id}/besluit/")),
            "normenkaders": (pieter, lvc.url("normenkaders/")),
            "briefteksten": (ada, lvc.url("briefteksten/")),
            "brieftekst": (ada, lvc.url("briefteksten/bezwaar_ontvangen/")),
        }
    register.vergeet()
    gemeente = richt_in("haarlem")
    with binnen(gemeente.pk):
        stad = Wijk(gemeente)
        opdracht = uitbesteed(stad)
        wie = opdracht.hulpvraag.behandelaar
        assert wie is not None
        case = sessie(stad, wie.naam)
        leider = next(m.naam for m in type(wie).objects.order_by("gemaakt_op") if "teamleider" in m.rollen)
        aanbieder = str(client(aanbiederaccount(stad)).cookies["sessionid"].value)
        paginas |= {
            "route": (case, stad.url(f"vraag/{opdracht.hulpvraag_id}/route/")),
            "verkorte_route": (sessie(stad, leider), stad.url("verkorte-route/")),
            "onderzoeken": (aanbieder, "/haarlem/onderzoek/"),
            "onderzoek": (aanbieder, f"/haarlem/onderzoek/{opdracht.pk}/"),
        }
    yield Huis(live_server.url, paginas)
    register.vergeet()


@pytest.fixture
def rekenblad(transactional_db: None, live_server) -> Iterator[Huis]:
    gemeente = richt_in("land-van-cuijk")
    with binnen(gemeente.pk):
        lvc = Wijk(gemeente)
        plan, regel = met_huishouden(lvc)
        invoer = {
            "personen": 1,
            "activiteiten": {a.code: {"keer": a.keer, "wie": "hulp"} for a in normen.activiteiten()},
        }
        actions.bereken_uren(plan.hulpvraag, regel, invoer=invoer, door=lvc.als("Bram Peeters"))
        bram = str(lvc.browser("Bram Peeters").cookies["sessionid"].value)
    paden = {
        "uren": (bram, lvc.url(f"vraag/{plan.hulpvraag_id}/uren/{regel.pk}/")),
        "aanvraag": (bram, lvc.url(f"vraag/{plan.hulpvraag_id}/aanvraag/")),
    }
    yield Huis(live_server.url, paden)
    register.vergeet()


def loop_langs(huis: Huis, breedte: int) -> list[str]:
    """What is wrong on each page at a width: too wide, an answer that isn't 200, or something that axe finds."""
    axe, fouten = Axe(), []
    with chromium() as browser:
        for naam, (sessie, pad) in huis.paginas.items():
            context = browser.new_context(
                viewport={"width": breedte, "height": 1000}, locale="nl-NL", reduced_motion="reduce"
            )
            context.add_cookies([{"name": "sessionid", "value": sessie, "url": huis.adres}])
            blad = context.new_page()
            antwoord = blad.goto(huis.adres + pad)
            assert antwoord is not None
            if antwoord.status != 200:
                fouten.append(f"{naam}: {antwoord.status}")
            if FOTOS:
                blad.screenshot(path=str(Path(FOTOS) / f"{naam}-{breedte}.png"), full_page=True)
            if blad.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
                fouten.append(f"{naam}: past niet op {breedte}")
            uitslag = axe.run(blad, options=REGELS)
            fouten += [
                f"{naam}: {v['id']} {v['nodes'][0]['html'][:160]}" for v in uitslag.response["violations"]
            ]
            context.close()
    return fouten


@pytest.mark.parametrize("breedte", [1440, 390])
def test_elke_pagina_past_en_axe_vindt_niets(huis: Huis, breedte: int) -> None:
    assert loop_langs(huis, breedte) == []


@pytest.mark.parametrize("breedte", [1440, 390])
def test_het_rekenblad_past_en_axe_vindt_niets(rekenblad: Huis, breedte: int) -> None:
    assert loop_langs(rekenblad, breedte) == []
