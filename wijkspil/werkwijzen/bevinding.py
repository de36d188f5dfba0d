"""What a check hands back, and the small sentences that several checks share."""

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from wijkspil.werkwijzen.lezen import Pad


@dataclass(frozen=True)
class Bevinding:
    """Something that does not agree, at a place in the file."""

    pad: Pad
    probleem: str
    verwacht: str
    doe: str


def lijkt_op(woord: str, bekend: Iterable[str]) -> str:
    """Say "Bedoelde u …?" when a known word is near."""
    dichtbij = difflib.get_close_matches(woord, list(bekend), n=1)
    return f"Bedoelde u `{dichtbij[0]}`? " if dichtbij else ""


def bestaat(woord: str, bekend: Iterable[str], pad: Pad, wat: str) -> Iterator[Bevinding]:
    """Find fault with a word that points to nothing in this file."""
    lijst = sorted(bekend)
    if woord not in lijst:
        yield Bevinding(
            pad,
            f"`{woord}` bestaat niet in dit bestand",
            f"{wat}: {', '.join(lijst) or 'er staat er nog geen'}",
            f"{lijkt_op(woord, lijst)}Kies een bestaande, of voeg `{woord}` eerst toe.",
        )


def op_volgorde(eerst: date, dan: date | None, pad: Pad) -> Iterator[Bevinding]:
    """Find fault with a day that lies before the day it should follow."""
    if dan is not None and dan < eerst:
        yield Bevinding(
            pad,
            f"{dan} ligt voor {eerst}",
            f"een dag op of na {eerst}",
            "Kijk beide dagen na en verander er een.",
        )
