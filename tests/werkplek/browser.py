"""A real browser for the style guide: pages and static files are handed over directly, nothing goes over a network."""

import mimetypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.contrib.staticfiles import finders
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.werkplek.stijlpaginas import paginas, render

ADRES = "http://stijlgids.test"
CSP = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'self'"


def chromium_pad() -> str | None:
    """Return where a Chromium is: $WIJKSPIL_CHROMIUM, or one on the path."""
    kandidaten = [
        os.environ.get("WIJKSPIL_CHROMIUM"),
        *map(shutil.which, ("chromium", "chromium-browser", "google-chrome")),
    ]
    return next((pad for pad in kandidaten if pad), None)


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start a headless Chromium and close it again."""
    with sync_playwright() as speler:
        browser = speler.chromium.launch(executable_path=chromium_pad(), args=["--no-sandbox"])
        try:
            yield browser
        finally:
            browser.close()


def statisch(route: Route, pad: str) -> None:
    """Hand over a static file, or say that there is none."""
    gevonden = finders.find(pad.removeprefix("/static/"))
    if not gevonden:
        route.fulfill(status=404, body="Niet gevonden", content_type="text/plain")
        return
    soort = mimetypes.guess_type(gevonden)[0] or "application/octet-stream"
    route.fulfill(body=Path(gevonden).read_bytes(), content_type=soort)


def _antwoord(route: Route) -> None:
    pad = route.request.url.removeprefix(ADRES).split("?")[0]
    if pad.startswith("/static/"):
        statisch(route, pad)
    elif pad.strip("/") not in paginas():
        route.fulfill(status=404, body="Niet gevonden", content_type="text/plain")
    else:
        route.fulfill(
            body=render(pad.strip("/")),
            content_type="text/html; charset=utf-8",
            headers={"Content-Security-Policy": CSP},
        )


@contextmanager
def pagina(
    browser: Browser, naam: str, breedte: int = 1440, donker: bool = False, script: bool = True
) -> Iterator[tuple[Page, list[str]]]:
    """Open one page of the guide; the list gathers what the browser's console complains about."""
    context = browser.new_context(
        viewport={"width": breedte, "height": 900},
        color_scheme="dark" if donker else "light",
        reduced_motion="reduce",
        java_script_enabled=script,
        locale="nl-NL",
    )
    blad = context.new_page()
    klachten: list[str] = []
    blad.on(
        "console",
        lambda bericht: klachten.append(bericht.text) if bericht.type in ("error", "warning") else None,
    )
    blad.on("pageerror", lambda fout: klachten.append(str(fout)))
    blad.route("**/*", _antwoord)
    blad.goto(f"{ADRES}/{naam}")
    blad.evaluate("document.fonts.ready") if script else None
    try:
        yield blad, klachten
    finally:
        context.close()
