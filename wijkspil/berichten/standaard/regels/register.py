"""The register of rules: number, level, messages and what the rule says, beside the function that checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from wijkspil.berichten.standaard.gelezen import Gelezen
from wijkspil.berichten.standaard.register import bericht

Deel = Mapping[str, Any]
Toets = Callable[[Deel], Iterator[str]]  # contents of a message -> path of each place that breaks the rule


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule of the standard. `berichten` holds the numbers (301, 305) that iWmo and iJw share."""

    nummer: str
    niveau: int
    retourcode: str
    berichten: frozenset[str]
    zegt: str
    toets: Toets


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One place where a message breaks a rule; like a Fout it does not repeat the value."""

    regel: str
    retourcode: str
    pad: str
    zegt: str


_REGELS: dict[str, Regel] = {}


def regel(
    nummer: str, *, op: str, zegt: str, niveau: int = 2, retourcode: str = "0001"
) -> Callable[[Toets], Toets]:
    """Register the function below it as the rule with this number, for the messages in `op` ("301 305")."""

    def schrijf_in(toets_: Toets) -> Toets:
        if nummer in _REGELS:
            raise ValueError(f"Regel {nummer} staat al in het regelboek; geef elke regel één functie.")
        _REGELS[nummer] = Regel(nummer, niveau, retourcode, frozenset(op.split()), zegt, toets_)
        return toets_

    return schrijf_in


def regelboek() -> Mapping[str, Regel]:
    """All registered rules by number."""
    return dict(sorted(_REGELS.items()))


def toets(gelezen: Gelezen, *, niveau: int = 2) -> list[Bevinding]:
    """Check a structurally valid message on the rules of one level, in order of rule number.

    Raises ValueError when the message has structural faults: level 2 comes after level 1.
    """
    if gelezen.fouten:
        raise ValueError(
            "Dit bericht klopt niet van opbouw (niveau 1); los dat eerst op voordat de regels gelden."
        )
    nummer = bericht(gelezen.bericht).nummer
    return [
        Bevinding(een.nummer, een.retourcode, pad, een.zegt)
        for een in regelboek().values()
        if een.niveau == niveau and nummer in een.berichten
        for pad in een.toets(gelezen.inhoud)
    ]


def alle(inhoud: Any, naam: str, pad: str = "/Bericht") -> Iterator[tuple[str, Any]]:
    """Find every element with this name at any depth; yields (path, value), parts of a list one by one."""
    if isinstance(inhoud, Mapping):
        for sleutel, deel in inhoud.items():
            delen = enumerate(deel, start=1) if isinstance(deel, list) else [(0, deel)]
            for nummer, een in delen:
                onder = f"{pad}/{sleutel}[{nummer}]" if nummer else f"{pad}/{sleutel}"
                if sleutel == naam:
                    yield onder, een
                yield from alle(een, naam, onder)
