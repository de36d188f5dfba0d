"""What to play and what came of it: plain values that travel between processes, so nothing here knows Django."""

from dataclasses import dataclass, field
from datetime import date, datetime


@dataclass(slots=True)
class Telling:
    """How often each act was played and how long it took, in seconds."""

    keren: dict[str, int] = field(default_factory=dict)
    seconden: dict[str, float] = field(default_factory=dict)

    def tel(self, naam: str, duur: float) -> None:
        self.keren[naam] = self.keren.get(naam, 0) + 1
        self.seconden[naam] = self.seconden.get(naam, 0.0) + duur

    def voeg_toe(self, ander: "Telling") -> None:
        for naam, aantal in ander.keren.items():
            self.keren[naam] = self.keren.get(naam, 0) + aantal
            self.seconden[naam] = self.seconden.get(naam, 0.0) + ander.seconden[naam]

    @property
    def acties(self) -> int:
        return sum(self.keren.values())


@dataclass(frozen=True, slots=True)
class Opdracht:
    """What to play. Without `met_pdf` letters are written, and their PDFs wait for the worker. `deel` of `delen` is the share of one process; `vers` leans the reports towards the end of the period."""

    slug: str
    meldingen: int
    zaad: int
    van: date
    tot: datetime
    eerste_bsn: int = 0
    vers: float = 0.0
    deel: int = 0
    delen: int = 1
    met_pdf: bool = True
    met_vandaag: bool = False
    blijvend: bool = False


@dataclass(slots=True)
class Uitslag:
    """What one process did. `redenen`: why rows stayed in the outbox."""

    vragen: int = 0
    momenten: int = 0
    seconden: float = 0.0
    geheugen_mb: float = 0.0
    telling: Telling = field(default_factory=Telling)
    redenen: dict[str, int] = field(default_factory=dict)
