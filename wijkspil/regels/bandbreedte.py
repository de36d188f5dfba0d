"""How far help may go up and down without a new decision (B24): a band in percent around what was agreed, in whole units."""

from __future__ import annotations

from dataclasses import dataclass


class BuitenDeBand(ValueError):
    """The wanted volume lies outside the band; the message says what is possible."""


@dataclass(frozen=True)
class Band:
    """From the least to the most, both included."""

    van: int
    tot: int

    def __contains__(self, volume: object) -> bool:
        return isinstance(volume, int) and self.van <= volume <= self.tot

    @property
    def is_ruimte(self) -> bool:
        """Whether there is anything to move within."""
        return self.tot > self.van


def band_rond(volume: int, omlaag: int, omhoog: int) -> Band:
    """The band around a volume, rounded towards the volume itself and never below one.

    >>> band_rond(4, 25, 50)
    Band(van=3, tot=6)
    """
    minst = -(-volume * (100 - omlaag) // 100)
    return Band(max(1, minst), volume * (100 + omhoog) // 100)


def eis_binnen(band: Band, volume: int) -> None:
    """Raise `BuitenDeBand` when a volume needs a new decision."""
    if volume not in band:
        raise BuitenDeBand(
            f"Zonder nieuw besluit kan het van {band.van} tot en met {band.tot}. "
            f"Is {volume} nodig, herzie dan het plan; wat loopt blijft lopen."
        )
