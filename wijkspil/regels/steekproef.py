"""Drawing a sample that anybody can draw again: the order of the hashes decides, not the moment or the person (C15)."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256


def trek(sleutels: Iterable[str], zaad: str, aantal: int) -> tuple[str, ...]:
    """Draw `aantal` keys. The same seed over the same keys gives the same sample, in whatever order they come.

    Raises:
        ValueError: fewer than one was asked.
    """
    if aantal < 1:
        raise ValueError("Een steekproef heeft ten minste één plan. Kies een getal vanaf 1.")
    rij = sorted(set(sleutels), key=lambda sleutel: sha256(f"{zaad}/{sleutel}".encode()).hexdigest())
    return tuple(rij[:aantal])
