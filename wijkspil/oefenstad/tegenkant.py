"""The other end of an exchange: where the providers of the practice town fetch and bring their post."""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from wijkspil.berichten.uitwisseling import Geheugenuitwisseling, lees_map, leg_neer


class Tegenkant(Protocol):
    def haal(self) -> Iterator[tuple[str, bytes]]:
        """What the municipality sent, oldest first; what was handled is gone next time."""

    def breng(self, naam: str, ruw: bytes) -> None:
        """Put something in the in-tray of the municipality."""


class Mappen:
    """The providers' end of `Mapuitwisseling`."""

    def __init__(self, map_: Path, cbs: str) -> None:
        self.uit, self.in_ = map_ / cbs / "uit", map_ / cbs / "in"
        for deel in (self.uit, self.in_):
            deel.mkdir(parents=True, exist_ok=True)

    def haal(self) -> Iterator[tuple[str, bytes]]:
        for stuk in lees_map(self.uit):
            yield stuk.naam, stuk.ruw
            (self.uit / stuk.naam).unlink(missing_ok=True)

    def breng(self, naam: str, ruw: bytes) -> None:
        leg_neer(self.in_, naam, ruw)


class Geheugen:
    """The providers' end of `Geheugenuitwisseling`."""

    def __init__(self, uitwisseling: Geheugenuitwisseling, cbs: str) -> None:
        self.uitwisseling, self.cbs = uitwisseling, cbs

    def haal(self) -> Iterator[tuple[str, bytes]]:
        wachtrij = self.uitwisseling.uit.get(self.cbs)
        while wachtrij:
            yield wachtrij.popleft()

    def breng(self, naam: str, ruw: bytes) -> None:
        self.uitwisseling.lever_in(self.cbs, naam, ruw)
