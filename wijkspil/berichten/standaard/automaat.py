"""From a definition to tables that the reader can walk without thinking.

Each place between two elements of a class is a Staat: a dict from element name to the Stap that may come next. Checking order,
presence and repetition is then one dict lookup per element. What to say when the lookup fails is worked out here too, off the fast road.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from wijkspil.berichten.standaard.definitie import Bericht, Klasse
from wijkspil.berichten.standaard.fouten import Soort
from wijkspil.berichten.standaard.waarden import Lees, Waarde

Naamvorm = Callable[[Klasse, str], str]


def _geen_waarde(_tekst: str) -> object:
    """Stand in for the reader of a class, which has no value of its own."""
    return None


class Stap(NamedTuple):
    """What happens at an element: the state behind it, its key, and its reader (a value) or first state (a class)."""

    na: Staat
    sleutel: str
    veel: bool
    lees: Lees
    kind: Staat | None  # None for a value
    waarde: Waarde | None


class Staat(dict[str, Stap]):
    """A place in a class. Keys are element names as the source of the message gives them."""

    __slots__ = ("gang", "mist", "plaats")

    gang: Gang
    plaats: int  # index of the element just read, -1 before the first
    mist: str  # name of the first obliged element still to come, "" when the class may end here

    @classmethod
    def leeg(cls) -> Staat:
        """A place where nothing may come."""
        staat = cls()
        staat.gang, staat.plaats, staat.mist = Gang("", [], {}, [], staat), -1, ""
        return staat


@dataclass(slots=True, eq=False)
class Gang:
    """All states of one class, with the index of each element name."""

    ruimte: str
    stappen: list[tuple[str, Stap]]
    index: dict[str, int]
    verplicht: list[bool]
    begin: Staat

    def verwacht(self, staat: Staat) -> str:
        """Say which elements may come at this place."""
        namen = [stap.sleutel for stap in staat.values()]
        if not namen:
            return "hier geen element meer"
        return f"hier {namen[0]}" if len(namen) == 1 else f"hier een van: {', '.join(namen)}"


class Afwijking(NamedTuple):
    """A fault against the order of elements, and the element it is about."""

    sleutel: str
    soort: Soort
    verwacht: str


def gangen(wortel: Klasse, schrijf: Naamvorm) -> Gang:
    """Work out the states of a class and of everything in it; `schrijf` says how the source names an element of a class."""
    return _gang(wortel, schrijf, {})


def _gang(klasse: Klasse, schrijf: Naamvorm, klaar: dict[Klasse, Gang]) -> Gang:
    if klasse in klaar:
        return klaar[klasse]
    elementen = klasse.elementen
    staten = [Staat() for _ in range(len(elementen) + 1)]  # staten[i + 1] is the state behind element i
    stappen: list[tuple[str, Stap]] = []
    for nummer, element in enumerate(elementen):
        na = staten[nummer + 1]
        if isinstance(element.inhoud, Waarde):
            waarde = element.inhoud
            stap = Stap(na, element.naam, element.veel, waarde.lees, None, waarde)
        else:
            kind = _gang(element.inhoud, schrijf, klaar).begin
            stap = Stap(na, element.naam, element.veel, _geen_waarde, kind, None)
        stappen.append((schrijf(klasse, element.naam), stap))
    resultaat = klaar[klasse] = Gang(
        ruimte=klasse.ruimte,
        stappen=stappen,
        index={naam: nummer for nummer, (naam, _) in enumerate(stappen)},
        verplicht=[element.verplicht for element in elementen],
        begin=staten[0],
    )
    for plaats, staat in enumerate(staten, start=-1):
        staat.gang, staat.plaats, staat.mist = resultaat, plaats, ""
        if plaats >= 0 and elementen[plaats].veel:
            staat[stappen[plaats][0]] = stappen[plaats][1]
        for nummer in range(plaats + 1, len(elementen)):
            naam, stap = stappen[nummer]
            staat[naam] = stap
            if elementen[nummer].verplicht:
                staat.mist = stap.sleutel
                break
    return resultaat


@cache
def begin_van(bericht: Bericht) -> Staat:
    """Give the state right behind the root tag, for a parser that names elements as "namespace local"."""
    return gangen(bericht.wortel, lambda klasse, naam: f"{klasse.ruimte} {naam}").begin


def ontbrekend(staat: Staat, tot: int | None = None) -> list[Afwijking]:
    """List the obliged elements between this place and element number `tot` (or the end of the class)."""
    alle = staat.gang
    einde = len(alle.stappen) if tot is None else tot
    namen = [alle.stappen[i][1].sleutel for i in range(staat.plaats + 1, einde) if alle.verplicht[i]]
    return [Afwijking(naam, Soort.ONTBREEKT, f"het verplichte element {naam}") for naam in namen]


def herstel(staat: Staat, naam: str) -> tuple[list[Afwijking], Stap | None]:
    """Explain an element that may not come here, and say how to read on: the step to take, or None to skip the element."""
    ruimte, _, lokaal = naam.rpartition(" ")
    alle = staat.gang
    nummer = alle.index.get(naam)
    if nummer is None:
        verwacht = alle.verwacht(staat)
        if f"{alle.ruimte} {lokaal}" in alle.index:
            verwacht = f"{lokaal} in naamruimte {alle.ruimte}, niet in {ruimte or 'geen naamruimte'}"
        return [Afwijking(lokaal, Soort.ONBEKEND, verwacht)], None
    stap = alle.stappen[nummer][1]
    if nummer > staat.plaats:
        return ontbrekend(staat, nummer), stap
    if nummer == staat.plaats:
        return [Afwijking(lokaal, Soort.TE_VAAK, f"één keer {lokaal}")], None
    vorige = alle.stappen[staat.plaats][1].sleutel
    return [Afwijking(lokaal, Soort.VOLGORDE, f"{lokaal} vóór {vorige}")], stap._replace(na=staat)
