"""Somebody behind a real browser: signs in with one click, follows links, fills in what stands on the page."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connections
from playwright.sync_api import Page

from tests.werkplek.browser import chromium, chromium_pad
from wijkspil.gemeenten.models import Gemeente

PLAATJES = os.environ.get("WIJKSPIL_PLAATJES", "")
"""A folder for a picture of each step; empty: no pictures."""

HEEFT_BROWSER = chromium_pad() is not None
REIS = [
    pytest.mark.browser,
    pytest.mark.skipif(
        not HEEFT_BROWSER, reason="no Chromium on this machine; install chromium to run the journeys"
    ),
    pytest.mark.xdist_group("browser"),
]
"""The marks of a journey."""


class Reiziger:
    """One browser in which several people sign in, one after the other."""

    def __init__(self, blad: Page, adres: str, gemeente: Gemeente) -> None:
        self.blad, self.adres, self.gemeente = blad, adres, gemeente
        self.dossier = ""
        self.klachten: list[str] = []
        blad.on("console", lambda b: self.klachten.append(b.text) if b.type == "error" else None)
        blad.on("pageerror", lambda fout: self.klachten.append(str(fout)))

    def wees(self, naam: str) -> None:
        self.blad.goto(f"{self.adres}/aanmelden/")
        with self.blad.expect_navigation():
            self.blad.get_by_role("button", name=naam).click()

    def ga(self, pad: str = "") -> None:
        self.blad.goto(f"{self.adres}/{self.gemeente.slug}/werk/{pad}")

    def naar_dossier(self) -> None:
        self.blad.goto(self.dossier)

    def daad(self, tekst: str) -> None:
        """One of the next sensible acts on the file."""
        self.naar_dossier()
        self.blad.get_by_role("link", name=tekst, exact=True).first.click()

    def knop(self, tekst: str) -> None:
        """Press a button that sends the page, and wait for the answer."""
        with self.blad.expect_navigation():
            self.blad.get_by_role("button", name=tekst).first.click()

    def link(self, tekst: str) -> None:
        self.blad.get_by_role("link", name=tekst).first.click()

    def kies(self, naam: str, waarde: str) -> None:
        """One of several round buttons."""
        self.blad.locator(f"[name='{naam}'][value='{waarde}']").check()

    def vul(self, **velden: str) -> None:
        for naam, waarde in velden.items():
            self.blad.locator(f"[name='{naam}']").first.fill(waarde)

    def ziet(self, tekst: str) -> None:
        self.blad.get_by_text(tekst).first.wait_for()

    def ziet_in(self, tekst: str, plek: str) -> None:
        self.blad.locator(plek).get_by_text(tekst).first.wait_for()

    def kiek(self, naam: str) -> None:
        if PLAATJES:
            self.blad.screenshot(path=str(Path(PLAATJES) / f"{self.gemeente.slug}-{naam}.png"))


@contextmanager
def op_reis(adres: str, gemeente: Gemeente, *, breedte: int = 1440) -> Iterator[Reiziger]:
    with chromium() as browser:
        context = browser.new_context(
            viewport={"width": breedte, "height": 900}, locale="nl-NL", reduced_motion="reduce"
        )
        blad = context.new_page()
        blad.set_default_timeout(20_000)
        try:
            yield Reiziger(blad, adres, gemeente)
        finally:  # the driver's event loop has connections of its own, which nobody else would close
            connections.close_all()
