"""Somebody who only has a keyboard: Tab walks, Enter presses, and what has the focus can be seen."""

import json

from playwright.sync_api import Page

ACTIEF = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return "";
  const r = e.getBoundingClientRect();
  const label = e.labels && e.labels.length ? e.labels[0].innerText : "";
  return JSON.stringify([(label || e.innerText || e.value || "").trim(), r.width > 0 && r.height > 0, e.tagName]);
}"""


class Toetsen:
    """Somebody who only has a keyboard."""

    def __init__(self, blad: Page) -> None:
        self.blad, self.aangeslagen = blad, 0

    def naar(self, tekst: str, *, soorten: tuple[str, ...] = ("A", "BUTTON"), hoogstens: int = 80) -> None:
        """Tab until the focus is on something with these words; what has the focus can be seen."""
        for _keer in range(hoogstens):
            self.blad.keyboard.press("Tab")
            self.aangeslagen += 1
            staat = self.blad.evaluate(ACTIEF)
            if not staat:
                continue
            woorden, zichtbaar, soort = json.loads(staat)
            assert zichtbaar, f"the focus is on something that nobody sees: {woorden} ({soort})"
            if tekst in woorden and soort in soorten:
                return
        raise AssertionError(f"“{tekst}” is not within {hoogstens} tabs of {self.blad.url}")

    def druk(self, tekst: str) -> None:
        """Walk to a link or a button, press Enter, and wait for the answer."""
        self.naar(tekst)
        with self.blad.expect_navigation():
            self.blad.keyboard.press("Enter")
        self.aangeslagen += 1

    def schrijf(self, bij: str, tekst: str) -> None:
        self.naar(bij, soorten=("TEXTAREA", "INPUT"))
        self.blad.keyboard.type(tekst)

    def ziet(self, tekst: str) -> None:
        self.blad.get_by_text(tekst).first.wait_for()
