"""An amount of money in whole cents, with where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from wijkspil.regels.parameters import Zekerheid


@dataclass(frozen=True)
class Bedrag:
    """An amount in whole euro cents, with its source and certainty."""

    cent: int
    bron: str = ""
    zekerheid: Zekerheid = Zekerheid.HOOG

    def __str__(self) -> str:
        """Write the amount the Dutch way: "€ 1.442,00"."""
        return in_euro(self.cent)


def in_euro(cent: int) -> str:
    """Write whole cents the Dutch way: "€ 1.442,00"; a negative amount as "-€ 3,50"."""
    euro, rest = divmod(abs(cent), 100)
    teken = "-" if cent < 0 else ""
    return f"{teken}€ {euro:,}".replace(",", ".") + f",{rest:02d}"
