"""An early signal that the Wlz may come into view: adds up what is known already and says why; people talk and decide (B23).

It advises nothing but a conversation in time. Whether somebody is admitted is for the CIZ (Wlz art. 3.2.1 and 3.2.3).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wijkspil.regels.parameters import lees_gegevens
from wijkspil.regels.zrm import Domein

ZORGDOMEINEN = (
    Domein.BASALE_ADL,
    Domein.INSTRUMENTELE_ADL,
    Domein.LICHAMELIJKE_GEZONDHEID,
    Domein.GEESTELIJKE_GEZONDHEID,
)
"""The domains of the self-sufficiency matrix that say something of care close by."""
NIET_ZELFREDZAAM = 2
"""The matrix calls level 1 acute and level 2 not self-sufficient."""


@dataclass(frozen=True)
class Bekend:
    """What is known of somebody; an age of None is not known and gives no points."""

    leeftijd: int | None
    opgeschaald: int
    zrm: Mapping[str, int]
    verblijf: int
    verpleging: int
    soorten_hulp: int


@dataclass(frozen=True)
class Reden:
    zin: str
    punten: int


@dataclass(frozen=True)
class Signaal:
    """The points with their reasons; `spreek` when it is time to talk about it."""

    redenen: tuple[Reden, ...]
    vanaf: int
    bron: str
    zekerheid: str

    @property
    def punten(self) -> int:
        return sum(r.punten for r in self.redenen)

    @property
    def spreek(self) -> bool:
        return self.punten >= self.vanaf


def weeg(bekend: Bekend) -> Signaal:
    """Add up what is known. The same facts always give the same answer, in the order of the data file."""
    feiten = lees_gegevens("wlz_signaal")
    waarden = {
        "leeftijd": bekend.leeftijd or 0,
        "opgeschaald": bekend.opgeschaald,
        "opgeschaald_eens": bekend.opgeschaald if bekend.opgeschaald == 1 else 0,
        "zelfredzaamheid": sum(0 < bekend.zrm.get(d.value, 0) <= NIET_ZELFREDZAAM for d in ZORGDOMEINEN),
        "verblijf": bekend.verblijf,
        "verpleging": bekend.verpleging,
        "veel_hulp": bekend.soorten_hulp,
    }
    redenen = tuple(
        Reden(k["zin"].format(waarde=waarden[k["code"]], vanaf=k["vanaf"]), k["punten"])
        for k in feiten["kenmerken"]
        if waarden[k["code"]] >= k["vanaf"]
    )
    return Signaal(redenen, feiten["vanaf_punten"], feiten["bron"], feiten["zekerheid"])


@cache
def kijk_terug_maanden() -> int:
    """How many months of stepping up count."""
    return int(lees_gegevens("wlz_signaal")["kijk_terug_maanden"])
