"""The register of rules: number, level, messages and what the rule says, beside the function that checks it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

Deel = Mapping[str, Any]
Uitkomst = str | tuple[str, ...] | None
"""What a rule finds: None when all is well, else the place inside the class ("" is the class itself), or several places."""

Toets = Callable[..., Uitkomst]


@dataclass(frozen=True, slots=True)
class Regel:
    """One rule of the standard.

    `berichten` holds the numbers (301, 305) that iWmo and iJw share. `toetsen` gives the function per class (name of the element)
    that the rule looks at; with `op_dag` it also gets the Dagtekening of the message.
    """

    nummer: str
    niveau: int
    retourcode: str
    berichten: frozenset[str]
    zegt: str
    functie: str
    module: str
    toetsen: Mapping[str, Toets]
    op_dag: bool


@dataclass(frozen=True, slots=True)
class Bevinding:
    """One place where a message breaks a rule; like a Fout it does not repeat the value."""

    regel: str
    retourcode: str
    pad: str
    zegt: str


_REGELS: dict[str, Regel] = {}
_STRENG: dict[str, Regel] = {}


def regel(
    nummer: str,
    *,
    bij: str | Mapping[str, object],
    op: str,
    zegt: str,
    niveau: int = 2,
    retourcode: str = "0001",
    op_dag: bool = False,
    streng: bool = False,
) -> Callable[[Toets], Toets]:
    """Register the function below it as the rule with this number, for the messages in `op` ("301 305").

    `bij` names the classes to look at ("Client", "StartProduct StopProduct"); as a mapping it also says what differs per class, and
    the function gets that as `veld`. `streng` is for what the text of the standard forbids and its own stylesheet lets pass: it
    counts for messages that we send, and for nobody else's.
    """
    boek = _STRENG if streng else _REGELS
    klassen: Mapping[str, object] = bij if isinstance(bij, Mapping) else dict.fromkeys(bij.split())

    def schrijf_in(toets: Toets) -> Toets:
        if nummer in boek:
            raise ValueError(f"Regel {nummer} staat al in het regelboek; geef elke regel één functie.")
        boek[nummer] = Regel(
            nummer,
            niveau,
            retourcode,
            frozenset(op.split()),
            zegt,
            toets.__name__,
            toets.__module__.rpartition("standaard.")[2],
            {k: toets if veld is None else partial(toets, veld=veld) for k, veld in klassen.items()},
            op_dag,
        )
        return toets

    return schrijf_in


def regelboek(*, streng: bool = False) -> Mapping[str, Regel]:
    """All registered rules by number; with `streng` the stricter reading of the text, where there is one."""
    return dict(sorted({**_REGELS, **(_STRENG if streng else {})}.items()))


def zoek(deel: Deel, pad: str) -> Any:
    """Give the value at a path below a class, None when anything on the way is absent: zoek(product, "Omvang/Frequentie")."""
    gevonden: Any = deel
    for stap in pad.split("/"):
        gevonden = gevonden.get(stap)
        if gevonden is None:
            return None
    return gevonden


def voor_alle(uitkomsten: list[str]) -> Uitkomst:
    """Turn a list of places into what a rule gives back."""
    return tuple(uitkomsten) or None


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
