"""Which law goes first? Asked as a short row of questions and answered as advice; never a gate (B6, J2, J9).

The Wlz and the Zvw precede the Wmo. Where the border is a matter of talk in practice, the data says so with a lower certainty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wijkspil.regels.parameters import Zekerheid, lees_gegevens


@dataclass(frozen=True)
class Voorrangsvraag:
    """One question, the law that a yes points at, why, and the exception under which it doesn't."""

    code: str
    vraag: str
    wet: str
    uitleg: str
    artikel: str
    bron: str
    zekerheid: Zekerheid
    behalve: str = ""


@dataclass(frozen=True)
class Advies:
    """The law that the answers point at, with the reasons: the first decides, the others ask for attention."""

    wet: str
    redenen: tuple[Voorrangsvraag, ...]

    @property
    def zekerheid(self) -> Zekerheid:
        return self.redenen[0].zekerheid


@cache
def vragen() -> tuple[Voorrangsvraag, ...]:
    """Give the questions in the order in which they count."""
    return tuple(
        Voorrangsvraag(**{**ruw, "zekerheid": Zekerheid(ruw["zekerheid"])})
        for ruw in lees_gegevens("voorrang")["vragen"]
    )


@cache
def uitzonderingen() -> Mapping[str, str]:
    """Give the questions that only make an exception, by code."""
    return {ruw["code"]: ruw["vraag"] for ruw in lees_gegevens("voorrang")["uitzonderingen"]}


def weeg(antwoorden: Mapping[str, bool]) -> Advies:
    """Say which law the answers point at; a question that was not answered counts as no.

    Raises:
        KeyError: an answer to a question that is not asked here.
    """
    bekend = {vraag.code for vraag in vragen()} | set(uitzonderingen())
    vreemd = set(antwoorden) - bekend
    if vreemd:
        raise KeyError(f"Deze vragen kent de voorrang niet: {', '.join(sorted(vreemd))}.")
    wijst = tuple(
        vraag
        for vraag in vragen()
        if antwoorden.get(vraag.code, False) and not (vraag.behalve and antwoorden.get(vraag.behalve, False))
    )
    if wijst:
        return Advies(wijst[0].wet, wijst)
    return Advies(_anders().wet, (_anders(),))


@cache
def _anders() -> Voorrangsvraag:
    ruw = lees_gegevens("voorrang")["anders"]
    return Voorrangsvraag(code="anders", vraag="", **{**ruw, "zekerheid": Zekerheid(ruw["zekerheid"])})
