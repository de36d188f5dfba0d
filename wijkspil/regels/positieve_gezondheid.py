"""Positive Health: six dimensions, a mark from 0 to 10 by the resident, and what changed between two times.

The resident gives the marks; nobody else corrects them. The names of the dimensions stand in `regels.zrm`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijkspil.regels.zrm import POSITIEVE_GEZONDHEID

LAAGSTE, HOOGSTE = 0, 10
DIMENSIES = {onderwerp.code: onderwerp.label for onderwerp in POSITIEVE_GEZONDHEID}


class CijferFout(ValueError):
    """A mark or dimension that doesn't exist; the message says which and what is possible."""


@dataclass(frozen=True)
class Verschil:
    """What changed, in whole marks, over the dimensions that got a mark both times."""

    per_dimensie: Mapping[str, int]

    @property
    def vooruit(self) -> int:
        return sum(stap > 0 for stap in self.per_dimensie.values())

    @property
    def gelijk(self) -> int:
        return sum(stap == 0 for stap in self.per_dimensie.values())

    @property
    def achteruit(self) -> int:
        return sum(stap < 0 for stap in self.per_dimensie.values())


def controleer(cijfers: Mapping[str, int]) -> dict[str, int]:
    """Give the marks in the order of the dimensions.

    Raises:
        CijferFout: nothing was marked, an unknown dimension, or a mark outside 0 to 10.
    """
    onbekend = sorted(set(cijfers) - set(DIMENSIES))
    if onbekend:
        raise CijferFout(f"Positieve gezondheid kent geen '{onbekend[0]}'. Kies uit: {', '.join(DIMENSIES)}.")
    for code, cijfer in cijfers.items():
        if isinstance(cijfer, bool) or not isinstance(cijfer, int) or not LAAGSTE <= cijfer <= HOOGSTE:
            raise CijferFout(
                f"Het cijfer {cijfer!r} bij {DIMENSIES[code]} bestaat niet. Kies een heel getal van 0 tot en met 10."
            )
    if not cijfers:
        raise CijferFout("Er is nog geen cijfer gegeven. Eén cijfer is genoeg om te beginnen.")
    return {code: cijfers[code] for code in DIMENSIES if code in cijfers}


def verschil(voor: Mapping[str, int], na: Mapping[str, int]) -> Verschil:
    """Compare two times, over what was marked both times."""
    begin, eind = controleer(voor), controleer(na)
    return Verschil({code: eind[code] - begin[code] for code in DIMENSIES if code in begin and code in eind})
