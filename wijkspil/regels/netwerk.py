"""The people around somebody, as a picture and through time: where each stands, and how the network grew (O4, O6)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from math import cos, pi, sin


class Vorm(StrEnum):
    """The shape of somebody in the picture, so that a kind is never told by colour alone."""

    CIRKEL = "cirkel"
    RUIT = "ruit"
    DRIEHOEK = "driehoek"
    VIERKANT = "vierkant"


VORM_VAN = {
    "partner": Vorm.CIRKEL,
    "kind": Vorm.CIRKEL,
    "ouder": Vorm.CIRKEL,
    "familie": Vorm.CIRKEL,
    "buur": Vorm.RUIT,
    "vriend": Vorm.RUIT,
    "vrijwilliger": Vorm.DRIEHOEK,
    "beroepskracht": Vorm.VIERKANT,
}
VORMUITLEG = (
    (Vorm.CIRKEL, "familie"),
    (Vorm.RUIT, "vrienden en buren"),
    (Vorm.DRIEHOEK, "vrijwilligers"),
    (Vorm.VIERKANT, "beroepskrachten"),
)
STERKTE = {3: "bijna elke dag", 2: "geregeld", 1: "af en toe"}
AFSTAND = {3: 0.46, 2: 0.74, 1: 1.0}
"""How far from the middle, as a part of the radius: who comes almost every day stands nearest."""


@dataclass(frozen=True)
class Persoon:
    """Somebody around the resident, with the days on which that began and ended."""

    naam: str
    soort: str
    sterkte: int
    van: date
    tot: date | None = None
    mantelzorger: bool = False

    def is_er_op(self, dag: date) -> bool:
        return self.van <= dag and (self.tot is None or dag < self.tot)


@dataclass(frozen=True)
class Plek:
    """Where somebody stands in the picture: from the middle, as parts of the radius."""

    persoon: Persoon
    x: float
    y: float
    vorm: Vorm


@dataclass(frozen=True)
class Stand:
    """The network on one day."""

    op: date
    mensen: int
    informeel: int
    bijna_dagelijks: int


def plaats(personen: Sequence[Persoon]) -> tuple[Plek, ...]:
    """Spread people evenly around the middle, kinds beside each other; the same people always stand in the same place."""
    volgorde = sorted(personen, key=lambda p: (list(VORM_VAN).index(p.soort), -p.sterkte, p.naam))
    aantal = len(volgorde)
    plekken = []
    for nummer, persoon in enumerate(volgorde):
        hoek = (
            2 * pi * (nummer + 0.5) / aantal - pi / 2
        )  # nobody straight up, where the words of the rings stand
        ver = AFSTAND[persoon.sterkte]
        plekken.append(Plek(persoon, ver * cos(hoek), ver * sin(hoek), VORM_VAN[persoon.soort]))
    return tuple(plekken)


def stand(personen: Iterable[Persoon], op: date) -> Stand:
    """Count who was around on a day; a professional counts as a person, not as informal."""
    erbij = [p for p in personen if p.is_er_op(op)]
    per_vorm = Counter(VORM_VAN[p.soort] for p in erbij)
    return Stand(
        op,
        len(erbij),
        len(erbij) - per_vorm[Vorm.VIERKANT],
        sum(p.sterkte == 3 for p in erbij),
    )


def groei(personen: Sequence[Persoon], begin: date, eind: date) -> tuple[Stand, ...]:
    """The network at the begin, on every day on which it changed, and at the end; the first and last are always there."""
    dagen = {begin, eind}
    for persoon in personen:
        dagen |= {dag for dag in (persoon.van, persoon.tot) if dag is not None and begin < dag < eind}
    return tuple(stand(personen, dag) for dag in sorted(dagen))
