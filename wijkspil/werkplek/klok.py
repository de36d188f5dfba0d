"""The clock as a page shows it: a word, a state and the share of time that has passed.

Deadlines themselves are computed in ``wijkspil.regels``; this only says them in words.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from django.utils.translation import gettext, ngettext

Toestand = Literal["geen", "ok", "bijna", "verlopen", "opgeschort"]
BIJNA_DAGEN = 5
"""From this many days before the end a clock asks for attention."""


@dataclass(frozen=True, slots=True)
class Klok:
    """What a page needs to show a clock; ``deel`` is the share of time passed, 0-100."""

    toestand: Toestand
    woord: str
    uiterlijk: date | None
    deel: int | None


def klok_van(
    uiterlijk: date | None, *, vandaag: date, begin: date | None = None, opgeschort: bool = False
) -> Klok:
    """Say in words how a deadline stands on a given day; suspended time wins over lateness."""
    deel = None
    if uiterlijk and begin and uiterlijk > begin:
        deel = max(0, min(100, round(100 * (vandaag - begin).days / (uiterlijk - begin).days)))
    if opgeschort:
        return Klok("opgeschort", gettext("staat stil"), uiterlijk, deel)
    if uiterlijk is None:
        return Klok("geen", gettext("geen termijn"), None, None)
    over = (uiterlijk - vandaag).days
    if over < 0:
        woord = ngettext("%(n)d dag te laat", "%(n)d dagen te laat", -over) % {"n": -over}
        return Klok("verlopen", woord, uiterlijk, 100)
    if over == 0:
        return Klok("bijna", gettext("vandaag"), uiterlijk, deel)
    woord = ngettext("nog %(n)d dag", "nog %(n)d dagen", over) % {"n": over}
    return Klok("bijna" if over <= BIJNA_DAGEN else "ok", woord, uiterlijk, deel)
