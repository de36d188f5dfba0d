"""A progress bar on standard error: one moving line on a terminal, a line now and then in a log."""

import sys
from datetime import date
from time import monotonic

BREEDTE = 30
ELKE_SECONDEN = 15


class Balk:
    """Shows how far the calendar of a game is."""

    def __init__(self, naam: str, van: date, tot: date) -> None:
        self.naam, self.van, self.dagen = naam, van, max(1, (tot - van).days + 1)
        self.uit = sys.stderr
        self.begin = self.laatst = monotonic()

    def toon(self, dag: date) -> None:
        klaar = min(1.0, ((dag - self.van).days + 1) / self.dagen)
        nu = monotonic()
        regel = f"{self.naam} {dag:%d-%m-%Y} {klaar:4.0%} {nu - self.begin:5.0f} s"
        if self.uit.isatty():
            vol = round(klaar * BREEDTE)
            self.uit.write(f"\r[{'█' * vol}{'·' * (BREEDTE - vol)}] {regel}")
            if klaar >= 1:
                self.uit.write("\n")
        elif klaar >= 1 or nu - self.laatst >= ELKE_SECONDEN:
            self.laatst = nu
            self.uit.write(regel + "\n")
        self.uit.flush()
