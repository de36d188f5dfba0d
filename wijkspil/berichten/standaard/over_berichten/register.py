"""The register of rules across messages: what a rule looks at is one class of a message and everything known before it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from wijkspil.berichten.standaard.over_berichten.stand import Stand

Deel = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Zicht:
    """What a rule may know beside the class: the stand, the header, and whose class it is."""

    stand: Stand
    bericht: str
    kop: Deel
    bsn: str = ""
    clienten: frozenset[str] = frozenset()
    """Everybody with an assignment."""

    @property
    def dagtekening(self) -> date:
        return self.kop["BerichtIdentificatie"]["Dagtekening"]  # type: ignore[no-any-return]


Toets = Callable[[Deel, Zicht], bool]
"""True when the rule is kept."""


@dataclass(frozen=True, slots=True)
class OverRegel:
    """One rule across messages: on which class it stands, for which messages ("305"), and its return code ("" when it has none)."""

    nummer: str
    niveau: int
    retourcode: str
    klassen: frozenset[str]
    berichten: frozenset[str]
    zegt: str
    toets: Toets

    @property
    def waar(self) -> str:
        """Where the function is, for the table in the docs."""
        return f"`{self.toets.__module__.rpartition('standaard.')[2]}` {self.toets.__name__}"


_BOEK: dict[str, OverRegel] = {}


def over(
    nummer: str, retourcode: str, *, bij: str, op: str, zegt: str, niveau: int = 3
) -> Callable[[Toets], Toets]:
    """Register the function below it as the rule with this number; it tells whether the class keeps the rule."""

    def schrijf_in(toets: Toets) -> Toets:
        if nummer in _BOEK:
            raise ValueError(f"Regel {nummer} staat al in het regelboek; geef elke regel één functie.")
        _BOEK[nummer] = OverRegel(
            nummer, niveau, retourcode, frozenset(bij.split()), frozenset(op.split()), zegt, toets
        )
        return toets

    return schrijf_in


def overboek() -> Mapping[str, OverRegel]:
    """All registered rules across messages by number."""
    return dict(sorted(_BOEK.items()))
