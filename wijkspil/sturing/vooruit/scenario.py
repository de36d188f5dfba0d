"""What if the world changes: years ahead per product, from today's people in, through and out, and what a month costs (B9, B47).

A small model in words: people with help next year are those of this year, plus who comes, minus who leaves. Who comes grows with the
people of the ages that use it (cohort times use); who leaves is a fixed part of who is there. Each risk of B47 is a number that
somebody can change. Nothing here is a limit: an expectation never stops anybody's help.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from .landelijk import lees

OVERIG = "overig"
GROEPEN = ("tot_18", "18_tot_65", "65_tot_80", "vanaf_80")


@dataclass(frozen=True, slots=True)
class Groei:
    """How a group of ages grows, in per cent a year, with where that comes from."""

    groep: str
    naam: str
    procent: float
    bron: str
    zekerheid: str


@cache
def bevolking() -> tuple[Groei, ...]:
    return tuple(Groei(**rij) for rij in lees("bevolking.yaml")["groei_per_jaar"])


@cache
def _gebruik() -> dict[str, dict[str, float]]:
    """Per kind of support the share of its users in each group of ages: 0 to 1, together 1."""
    ruw = lees("leeftijd_product.yaml")
    samen: dict[str, float] = ruw["voorzieningen_per_leeftijd"]
    uit = {
        soort: {g: deel[g] * samen[g] for g in GROEPEN} for soort, deel in ruw["product_per_leeftijd"].items()
    }
    uit[OVERIG] = {g: samen[g] for g in GROEPEN}
    return {soort: {g: w / sum(delen.values()) for g, w in delen.items()} for soort, delen in uit.items()}


@cache
def bron_van_gebruik() -> str:
    return str(lees("leeftijd_product.yaml")["bron"])


def soort_van(product: str) -> str:
    """The kind of support of a product, by the first two figures of its code (iWmo product category)."""
    categorieen: dict[str, str] = lees_categorieen()
    return categorieen.get(product[:2], OVERIG)


@cache
def lees_categorieen() -> dict[str, str]:
    return dict(lees("leeftijd_product.yaml")["categorie"])


def vergrijzing(soort: str, groei: Mapping[str, float], jaren: int) -> float:
    """How many times as many people of this kind of support after so many years, when everybody of an age uses it as often as now."""
    return sum(deel * (1 + groei[groep] / 100) ** jaren for groep, deel in _gebruik()[soort].items())


@dataclass(frozen=True, slots=True)
class Nu:
    """One product today: lines of help that run, that began and that ended in the last year, and the mean amount a month in cents."""

    product: str
    loopt: int
    erbij: int
    eraf: int
    maand_cent: int | None

    @property
    def soort(self) -> str:
        return soort_van(self.product)

    @property
    def vertrek(self) -> float:
        """The part of who is there that leaves within a year."""
        begin = self.loopt - self.erbij + self.eraf
        gemiddeld = (self.loopt + max(begin, 0)) / 2
        return min(self.eraf / gemiddeld, 1.0) if gemiddeld else 0.0


@dataclass(frozen=True, slots=True)
class Aanname:
    """The numbers to play with: per cent, a year where it says so. `instroom` and `vertrek` change how many come and leave per kind."""

    jaren: int = 5
    groei: Mapping[str, float] = field(default_factory=lambda: {g.groep: g.procent for g in bevolking()})
    instroom: Mapping[str, float] = field(default_factory=dict)
    vertrek: float = 0.0
    prijs: Mapping[str, float] = field(default_factory=dict)
    """Once, in the first year: such as a fair price that makes help in the house dearer."""
    index: float = 0.0
    """Every year."""

    def met(self, **anders: object) -> "Aanname":
        return replace(self, **anders)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Jaar:
    """The end of a year: 0 is today. `per_product` is lines of help; `cent` is what the year cost, None for today."""

    nummer: int
    per_product: Mapping[str, float]
    erbij: float
    eraf: float
    cent: float | None

    @property
    def loopt(self) -> float:
        return sum(self.per_product.values())


def speel(nu: Sequence[Nu], a: Aanname) -> list[Jaar]:
    """The years one after the other; begin plus in minus out is always the end."""
    stand = {n.product: float(n.loopt) for n in nu}
    jaren = [Jaar(0, dict(stand), 0.0, 0.0, None)]
    for nummer in range(1, a.jaren + 1):
        erbij = {
            n.product: n.erbij
            * vergrijzing(n.soort, a.groei, nummer)
            * (1 + a.instroom.get(n.soort, 0.0) / 100)
            for n in nu
        }
        eraf = {n.product: stand[n.product] * min(n.vertrek * (1 + a.vertrek / 100), 1.0) for n in nu}
        eind = {p: stand[p] + erbij[p] - eraf[p] for p in stand}
        cent = sum(
            (stand[n.product] + eind[n.product]) / 2 * 12 * (n.maand_cent or 0)
            * (1 + a.prijs.get(n.soort, 0.0) / 100) * (1 + a.index / 100) ** (nummer - 1)
            for n in nu
        )  # fmt: skip
        jaren.append(Jaar(nummer, eind, sum(erbij.values()), sum(eraf.values()), cent))
        stand = eind
    return jaren
