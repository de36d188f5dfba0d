"""The AGB code of a care provider: eight digits, of which the first two name the kind of provider."""

from __future__ import annotations


def is_geldig(agb: str) -> bool:
    """Tell whether a text has the shape of an AGB code. Only the register knows whether the code was given out."""
    return len(agb) == 8 and agb.isascii() and agb.isdigit() and agb != "00000000"


def zorgsoort(agb: str) -> str:
    """Give the two digits that name the kind of provider."""
    if not is_geldig(agb):
        raise ValueError("Een AGB-code heeft precies acht cijfers. Controleer de code in het AGB-register.")
    return agb[:2]
