"""Dated values from law and practice, each with its source and certainty.

A parameter that has no value for a day, or whose value nobody could check yet, answers with ``Onbekend``.
That is a value like any other: the product shows it and says why, it never guesses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml


class Zekerheid(StrEnum):
    """How sure we are of a value: read in the source, partly, or to be checked first."""

    HOOG = "hoog"
    MIDDEN = "midden"
    LAAG = "laag"


class ParameterFout(ValueError):
    """A data file contradicts itself; the message names the parameter and what to repair."""


class NogNietBekend(LookupError):
    """A value was needed to go on, but it is not known for that day."""


@dataclass(frozen=True)
class Onbekend:
    """The answer "not known yet": with the reason, so a screen can say it in plain words."""

    reden: str
    bron: str = ""
    zekerheid: Zekerheid = Zekerheid.LAAG

    def __bool__(self) -> bool:
        """Be false, so ``if bedrag:`` reads as "if we know it"."""
        return False


@dataclass(frozen=True)
class Waarde:
    """One value during one period; ``geldig_tot`` is the last day on which it holds."""

    waarde: int | str | tuple[int, ...]
    eenheid: str
    geldig_vanaf: date
    geldig_tot: date | None
    bron: str
    zekerheid: Zekerheid
    artikel: str

    @property
    def getal(self) -> int:
        """The value as a whole number (days, weeks, cents: see ``eenheid``)."""
        if not isinstance(self.waarde, int):
            raise ParameterFout(
                f"{self.artikel}: de waarde {self.waarde!r} is geen getal. Pas het gegevensbestand aan."
            )
        return self.waarde

    @property
    def getallen(self) -> tuple[int, ...]:
        """The value as a row of whole numbers."""
        if not isinstance(self.waarde, tuple):
            raise ParameterFout(
                f"{self.artikel}: de waarde {self.waarde!r} is geen rij. Pas het gegevensbestand aan."
            )
        return self.waarde


@dataclass(frozen=True)
class Parameter:
    """A named value through time, in order of date and without overlap."""

    code: str
    naam: str
    artikel: str
    perioden: tuple[tuple[date, date | None, Waarde | Onbekend], ...]

    def op(self, dag: date) -> Waarde | Onbekend:
        """Give the value that holds on a day, or ``Onbekend`` with the reason."""
        for vanaf, tot, waarde in self.perioden:
            if vanaf <= dag and (tot is None or dag <= tot):
                return waarde
        return Onbekend(
            reden=f"{self.naam}: voor {dag.isoformat()} staat geen waarde in de tabel.", bron=self.artikel
        )

    def bekend_op(self, dag: date) -> Waarde:
        """Give the value that holds on a day, or raise ``NogNietBekend`` when there is none."""
        waarde = self.op(dag)
        if isinstance(waarde, Onbekend):
            raise NogNietBekend(
                f"{waarde.reden} Zonder deze waarde kan de berekening niet verder. "
                f"Vul de parameter '{self.code}' aan, met bron en ingangsdatum."
            )
        return waarde


@cache
def lees_gegevens(bestand: str) -> Mapping[str, Any]:
    """Read one packaged data file, once; ``bestand`` is its name without the extension."""
    tekst = (files("wijkspil.regels") / "data" / f"{bestand}.yaml").read_text(encoding="utf-8")
    inhoud = yaml.safe_load(tekst)
    if not isinstance(inhoud, dict):
        raise ParameterFout(f"data/{bestand}.yaml moet een tabel met namen zijn.")
    return MappingProxyType(inhoud)


PARAMETERBESTANDEN = ("termijnen", "berichttermijnen", "dwangsom", "eigen_bijdrage")


@cache
def alle_parameters() -> Mapping[str, Parameter]:
    """Give every parameter by its code."""
    gevonden: dict[str, Parameter] = {}
    for bestand in PARAMETERBESTANDEN:
        for ruw in lees_gegevens(bestand)["parameters"]:
            nieuw = _parameter(ruw)
            if nieuw.code in gevonden:
                raise ParameterFout(f"De parameter '{nieuw.code}' staat er twee keer. Laat er één staan.")
            gevonden[nieuw.code] = nieuw
    return MappingProxyType(gevonden)


def parameter(code: str) -> Parameter:
    """Find one parameter by its code."""
    try:
        return alle_parameters()[code]
    except KeyError:
        raise ParameterFout(
            f"De parameter '{code}' bestaat niet. Kies uit: {', '.join(alle_parameters())}."
        ) from None


def _parameter(ruw: Mapping[str, Any]) -> Parameter:
    """Build a parameter from its YAML entry; a period falls back on the source and certainty of the whole."""
    perioden: list[tuple[date, date | None, Waarde | Onbekend]] = []
    for deel in ruw["waarden"]:
        vanaf, tot = deel["geldig_vanaf"], deel.get("geldig_tot")
        vorige = perioden[-1] if perioden else None
        if vorige is not None and (vorige[1] is None or vanaf <= vorige[1]):
            raise ParameterFout(
                f"De perioden van '{ruw['code']}' overlappen vanaf {vanaf}. Geef de vorige een einddatum."
            )
        bron = deel.get("bron", ruw.get("bron"))
        zekerheid = Zekerheid(deel.get("zekerheid", ruw.get("zekerheid")))
        if not bron:
            raise ParameterFout(
                f"De parameter '{ruw['code']}' heeft vanaf {vanaf} geen bron. Vul de bron in."
            )
        inhoud = deel["waarde"]
        if inhoud is None:
            perioden.append((vanaf, tot, Onbekend(reden=deel["reden"], bron=bron, zekerheid=zekerheid)))
            continue
        waarde = Waarde(
            waarde=tuple(inhoud) if isinstance(inhoud, list) else inhoud,
            eenheid=deel.get("eenheid", ruw["eenheid"]),
            geldig_vanaf=vanaf,
            geldig_tot=tot,
            bron=bron,
            zekerheid=zekerheid,
            artikel=ruw["artikel"],
        )
        perioden.append((vanaf, tot, waarde))
    return Parameter(code=ruw["code"], naam=ruw["naam"], artikel=ruw["artikel"], perioden=tuple(perioden))
