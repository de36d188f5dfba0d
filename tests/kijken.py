"""Pages as people see them, in a real browser: handed over from the product, looked at by axe, measured for width.

A page that was made once is looked at as often as we like without asking the product again. The browser gets it from a small server
on 127.0.0.1 that lets it keep style, script and fonts, as a real one would: that makes a look three times as fast as handing over
each file of each page.

    klachten = langslopen({"dossier": html}, breedtes=(1440, 390), thema=css)
"""

import mimetypes
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page

from tests.werkplek.browser import chromium, chromium_pad

FOTOS = os.environ.get("WIJKSPIL_FOTOS", "")
"""A folder to keep pictures of the pages in, to look at them; empty: no pictures."""

MET_BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(chromium_pad() is None, reason="no Chromium here; set WIJKSPIL_CHROMIUM to its path"),
    pytest.mark.skipif(
        finders.find("vendor/utrecht.css") is None, reason="the style of others isn't fetched yet"
    ),
]
"""The marks of a test that looks."""

TELEFOON = 320
"""Pixels; also what remains of a 1280 px screen at 400% zoom (WCAG 1.4.10)."""

_AXE = Axe().axe_script
_REGELS = {
    "runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]},
    "resultTypes": ["violations"],
}
_KIJK = """regels => axe.run(regels).then(uitslag => uitslag.violations.map(
    fout => `${fout.id}: ${fout.nodes.slice(0, 3).map(n => n.html.slice(0, 160)).join(" | ")}`))"""


def bekijk(blad: Page) -> list[str]:
    """What axe has against the page as it is now: WCAG 2.2 A and AA, as far as a machine can tell."""
    if not blad.evaluate("'axe' in window"):
        blad.evaluate(_AXE)
    gevonden: list[str] = blad.evaluate(_KIJK, _REGELS)
    return gevonden


def te_breed(blad: Page) -> int:
    """By how many pixels the page has to be moved sideways to read it; 0 when it fits."""
    pixels: int = blad.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return max(0, pixels)


def foto(blad: Page, naam: str) -> None:
    """Keep a picture of the whole page, when somebody asked for pictures."""
    if FOTOS:
        Path(FOTOS).mkdir(parents=True, exist_ok=True)
        blad.screenshot(path=str(Path(FOTOS) / f"{naam}.png"), full_page=True)


@contextmanager
def etalage(bladen: Mapping[str, bytes], *, thema: bytes = b"", csp: str = "") -> Iterator[str]:
    """Serve pages by their name, with the product's own static files beside them; yields the address."""

    class Bediende(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_args: object) -> None:
            """Say nothing; a missing file shows in the browser's console."""

        def do_GET(self) -> None:
            pad = self.path.split("?")[0]
            if pad.startswith("/static/"):
                gevonden = finders.find(pad.removeprefix("/static/"))
                if not gevonden:
                    return self._geef(404, b"Niet gevonden", "text/plain")
                soort = mimetypes.guess_type(gevonden)[0] or "application/octet-stream"
                return self._geef(200, Path(gevonden).read_bytes(), soort, "max-age=3600")
            if pad.startswith("/thema/"):
                return self._geef(200, thema, "text/css", "max-age=3600")
            if (html := bladen.get(pad.strip("/"))) is not None:
                return self._geef(200, html, "text/html; charset=utf-8")
            return self._geef(204, b"", "text/plain")

        def _geef(self, status: int, inhoud: bytes, soort: str, bewaar: str = "no-store") -> None:
            self.send_response(status)
            self.send_header("Content-Type", soort)
            self.send_header("Content-Length", str(len(inhoud)))
            self.send_header("Cache-Control", bewaar)
            if csp and soort.startswith("text/html"):
                self.send_header("Content-Security-Policy", csp)
            self.end_headers()
            self.wfile.write(inhoud)

    server = ThreadingHTTPServer(("127.0.0.1", 0), Bediende)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def langslopen(
    bladen: Mapping[str, bytes],
    *,
    breedtes: Iterable[int] = (1280,),
    donker: bool = False,
    thema: bytes = b"",
    csp: str = "",
    alleen_passen: Iterable[int] = (TELEFOON,),
) -> list[str]:
    """Open each page once and say what is wrong with it at each width. [] when nothing is.

    Args:
        breedtes: the widths at which axe looks; the page must fit on them too.
        alleen_passen: the widths at which the page only has to fit.
    """
    klachten: list[str] = []
    eerste, *rest = breedtes
    with chromium() as browser, etalage(bladen, thema=thema, csp=csp) as adres:
        blad = _blad(browser, eerste, donker=donker)
        hier = ""
        blad.on("pageerror", lambda fout: klachten.append(f"{hier}: script {fout}"))
        blad.on(
            "console",
            lambda bericht: (
                klachten.append(f"{hier}: {bericht.text}") if bericht.type in ("error", "warning") else None
            ),
        )
        kleur = "-donker" if donker else ""
        for hier in bladen:
            blad.goto(f"{adres}/{hier}")
            for breedte in (eerste, *rest):
                _zet(blad, breedte)
                klachten += [f"{hier} ({breedte}{kleur}): {fout}" for fout in bekijk(blad)]
                klachten += _past(blad, hier, breedte)
                foto(blad, f"{hier}-{breedte}{kleur}")
            for breedte in alleen_passen:
                _zet(blad, breedte)
                klachten += _past(blad, hier, breedte)
            _zet(blad, eerste)
    return klachten


def _blad(browser: Browser, breedte: int, *, donker: bool) -> Page:
    return browser.new_context(
        viewport={"width": breedte, "height": 900},
        color_scheme="dark" if donker else "light",
        reduced_motion="reduce",
        locale="nl-NL",
    ).new_page()


def _zet(blad: Page, breedte: int) -> None:
    maat = blad.viewport_size
    if maat is None or maat["width"] != breedte:
        blad.set_viewport_size({"width": breedte, "height": 900})


def _past(blad: Page, naam: str, breedte: int) -> list[str]:
    over = te_breed(blad)
    return [f"{naam}: {over} px te breed op {breedte}"] if over else []
