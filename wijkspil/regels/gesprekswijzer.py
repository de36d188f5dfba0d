"""Conversation guides: open questions per theme and a ladder from a dream to a first step (A16). Data, never a script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wijkspil.regels.parameters import Zekerheid, lees_gegevens


@dataclass(frozen=True)
class Wijzer:
    """One theme: how to open, how to go deeper, what gives strength, and what to notice."""

    code: str
    naam: str
    openen: tuple[str, ...]
    doorvragen: tuple[str, ...]
    kracht: tuple[str, ...]
    let_op: tuple[str, ...]


@dataclass(frozen=True)
class Laddervraag:
    """One rung of the goal ladder, from far away to this week."""

    trede: str
    vraag: str


@dataclass(frozen=True)
class Gids:
    """All guides together, with where they come from."""

    vooraf: tuple[str, ...]
    ladder: tuple[Laddervraag, ...]
    wijzers: tuple[Wijzer, ...]
    bron: str
    zekerheid: Zekerheid

    def wijzer(self, code: str) -> Wijzer | None:
        return next((w for w in self.wijzers if w.code == code), None)


_DELEN = ("openen", "doorvragen", "kracht", "let_op")


@cache
def gids() -> Gids:
    """Read the guides, once."""
    ruw = lees_gegevens("gesprekswijzers")
    return Gids(
        vooraf=tuple(ruw["vooraf"]),
        ladder=tuple(Laddervraag(**rij) for rij in ruw["ladder"]),
        wijzers=tuple(
            Wijzer(rij["code"], rij["naam"], *(tuple(rij[deel]) for deel in _DELEN)) for rij in ruw["wijzers"]
        ),
        bron=ruw["bron"],
        zekerheid=Zekerheid(ruw["zekerheid"]),
    )
