"""What earlier messages and sources from outside left behind: plain records, nothing more than the rules need.

A Stand is about one municipality and one provider. It is never changed: `met` gives a new one. Amounts are in euro cents, dates inclusive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Toewijzing:
    """An assignment as last sent; without `categorie` it is generic (a budget), without `code` aspecific."""

    nummer: int
    bsn: str
    ingang: date
    einde: date | None = None
    categorie: str | None = None
    code: str | None = None
    volume: int | None = None
    eenheid: str | None = None
    frequentie: str | None = None
    budget: int | None = None
    verwijderd: bool = False
    outputgericht: bool = False

    def loopt(self, dag: date) -> bool:
        """Whether it is current on a day: valid then or later, and not deleted (OP087)."""
        return not self.verwijderd and (self.einde is None or self.einde >= dag)


@dataclass(frozen=True, slots=True)
class Start:
    """A start that was reported and not deleted."""

    nummer: int | None
    begin: date
    categorie: str | None = None
    code: str | None = None

    @property
    def start(self) -> tuple[object, ...]:
        """The key of the start; a stop copies it (TR382)."""
        return (self.nummer, self.categorie, self.code, self.begin)


@dataclass(frozen=True, slots=True)
class Stop(Start):
    """A stop that was reported and not deleted; reason 20 is temporary."""

    reden: str = ""
    einde: date = date.min


@dataclass(frozen=True, slots=True)
class Verzoek:
    """A request (315 per product, 317 as a whole) by its reference."""

    referentie: str
    bsn: str
    gehonoreerd: bool = False
    """Whether a 301 with this reference was sent."""
    antwoorden: tuple[str, ...] = ()
    """VerzoekAntwoord of each 319 that was sent: "1" rejected, "2" under investigation."""

    @property
    def open(self) -> bool:
        return not self.gehonoreerd and "1" not in self.antwoorden


@dataclass(frozen=True, slots=True)
class Lijn:
    """A claimed line with its verdict; `inhoud` is the Prestatie as it came in, where it is known."""

    referentie: str
    nummer: int
    volume: int = 0
    cent: int = 0
    eenheid: str = ""
    sleutel: tuple[object, ...] = ()
    goedgekeurd: bool = True
    gecrediteerd: bool = False
    credit: bool = False
    inhoud: Mapping[str, Any] | None = None

    @property
    def telt(self) -> bool:
        """Whether it uses up volume and budget: approved, not credited, and no credit itself."""
        return self.goedgekeurd and not self.gecrediteerd and not self.credit


class Lijnen:
    """All claimed lines of a provider, by reference and by assignment, so that a big claim stays quick."""

    def __init__(self, lijnen: Iterable[Lijn] = ()) -> None:
        self._alle: dict[str, Lijn] = {}
        self._per_nummer: dict[int, dict[str, Lijn]] = {}
        for lijn in lijnen:
            self.zet(lijn)

    def zet(self, lijn: Lijn) -> None:
        """Add a line, or put it in the place of the one with the same reference."""
        self._alle[lijn.referentie] = lijn
        self._per_nummer.setdefault(lijn.nummer, {})[lijn.referentie] = lijn

    def get(self, referentie: str) -> Lijn | None:
        return self._alle.get(referentie)

    def op(self, nummer: int) -> Iterable[Lijn]:
        """The lines for one assignment."""
        return self._per_nummer.get(nummer, {}).values()

    def kopie(self) -> Lijnen:
        return Lijnen(self._alle.values())

    def __contains__(self, referentie: object) -> bool:
        return referentie in self._alle

    def __eq__(self, ander: object) -> bool:
        return isinstance(ander, Lijnen) and self._alle == ander._alle

    __hash__ = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Stand:
    """All that is known when a message comes in; None for a source means that it is not there, and then it is not checked."""

    vandaag: date
    toewijzingen: Mapping[int, Toewijzing] = field(default_factory=dict)
    nummers_elders: frozenset[int] = frozenset()
    """Numbers of assignments of other clients or other providers in this municipality."""
    starts: tuple[Start, ...] = ()
    stops: tuple[Stop, ...] = ()
    verzoeken: Mapping[str, Verzoek] = field(default_factory=dict)
    lijnen: Lijnen = field(default_factory=Lijnen)
    declaratienummers: frozenset[str] = frozenset()
    identificaties: frozenset[tuple[str, str]] = frozenset()
    """Type of message and Identificatie of everything this sender sent before."""
    laatste_periode: date | None = None
    gemeenten: frozenset[str] | None = None
    tarieven: Mapping[str, int] | None = None
    """Tariff of the contract per product code, in the unit that was assigned."""
    productcodes: Mapping[str, frozenset[str]] | None = None
    """Codes per category in the list of products that is used."""

    def met(self, **anders: Any) -> Stand:
        """The same with something else in it."""
        return replace(self, **anders)

    def toewijzing(self, nummer: int | None, bsn: str) -> Toewijzing | None:
        """The assignment with this number, when it is of this client."""
        gevonden = self.toewijzingen.get(nummer) if nummer is not None else None
        return gevonden if gevonden is not None and gevonden.bsn == bsn else None
