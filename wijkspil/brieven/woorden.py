"""Terms in words, as a letter says them: "zes weken", with the last day from the rules."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from wijkspil.regels import wmo
from wijkspil.regels.duur import Duur
from wijkspil.regels.termijn import Termijn

_GETALLEN = [
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
]


def in_woorden(duur: Duur) -> str:
    """Write a duration as people say it: "zes weken", "een dag"; above twelve in figures."""
    aantal, eenheid = str(duur).split(" ", 1)
    return f"{_GETALLEN[duur.aantal]} {eenheid}" if duur.aantal < len(_GETALLEN) else f"{aantal} {eenheid}"


def termijn(waarde: Termijn) -> Mapping[str, Any]:
    """A deadline as the letter model `onderdelen.Termijn` wants it."""
    return {"duur": in_woorden(waarde.duur), "uiterlijk": waarde.laatste_dag}


def besluittermijn(dag: date) -> str:
    """How long a decision takes after an application on a day (Wmo 2015 art. 2.3.5 lid 2), in words."""
    return in_woorden(wmo.beslistermijn(dag).duur)
