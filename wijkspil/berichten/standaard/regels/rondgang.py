"""One walk over a message, past every class that some rule looks at.

Which classes those are follows from the definition of the message, worked out once. Paths are only written out where a rule is broken.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from wijkspil.berichten.standaard.definitie import Klasse
from wijkspil.berichten.standaard.gelezen import Gelezen
from wijkspil.berichten.standaard.regels.register import Bevinding, Deel, Regel, Toets, Uitkomst, regelboek
from wijkspil.berichten.standaard.register import bericht

MAX_BEVINDINGEN = 1000  # enough to mend a message by; a claim of nonsense may not cost more than that


class _Knoop(NamedTuple):
    """A class of a message, with the rules for it and the way to the classes below that have rules."""

    regels: tuple[tuple[Regel, Toets], ...]
    dagregels: tuple[tuple[Regel, Toets], ...]
    kinderen: tuple[tuple[str, bool, _Knoop], ...]


_Pad = tuple[
    Any, str, int
]  # the place above (None for the root), the element, its number (0 when it cannot repeat)


def _schrijf(pad: _Pad) -> str:
    """Write a place in the message out; a bare tuple until then, since nearly all are never shown."""
    boven, sleutel, nummer = pad
    eigen = f"/{sleutel}[{nummer}]" if nummer else f"/{sleutel}"
    return f"{_schrijf(boven)}{eigen}" if boven else eigen


def toets(gelezen: Gelezen, *, streng: bool = False) -> list[Bevinding]:
    """Check a structurally valid message on all rules that need nothing but the message, in order of rule number.

    A return message repeats its heen message, so the rules of that one apply. `streng` is for what we send ourselves: it also takes
    the text of the standard at its word where the official stylesheet does not. At most MAX_BEVINDINGEN findings are given. Raises
    ValueError when the message has structural faults: level 2 comes after level 1.
    """
    if gelezen.fouten:
        raise ValueError(
            "Dit bericht klopt niet van opbouw (niveau 1); los dat eerst op voordat de regels gelden."
        )
    rondgang = _Rondgang(gelezen.inhoud["Header"]["BerichtIdentificatie"]["Dagtekening"])
    knoop = _plan(gelezen.bericht, streng)
    if knoop is not None:
        rondgang.loop(knoop, gelezen.inhoud, (None, "Bericht", 0))
    rondgang.gevonden.sort(key=lambda een: een.regel)
    return rondgang.gevonden


class _Rondgang:
    def __init__(self, dagtekening: date) -> None:
        self.dagtekening = dagtekening
        self.gevonden: list[Bevinding] = []

    def loop(self, knoop: _Knoop, deel: Deel, pad: _Pad) -> None:
        for regel, toets_ in knoop.regels:
            uitkomst = toets_(deel)
            if uitkomst is not None:
                self.noteer(regel, uitkomst, pad)
        for regel, toets_ in knoop.dagregels:
            uitkomst = toets_(deel, self.dagtekening)
            if uitkomst is not None:
                self.noteer(regel, uitkomst, pad)
        for sleutel, veel, kind in knoop.kinderen:
            onder = deel.get(sleutel)
            if onder is None:
                continue
            if not veel:
                self.loop(kind, onder, (pad, sleutel, 0))
                continue
            for nummer, een in enumerate(onder, start=1):
                self.loop(kind, een, (pad, sleutel, nummer))

    def noteer(self, regel: Regel, uitkomst: Uitkomst, pad: _Pad) -> None:
        for plaats in (uitkomst,) if isinstance(uitkomst, str) else uitkomst or ():
            if len(self.gevonden) < MAX_BEVINDINGEN:
                plek = f"{_schrijf(pad)}/{plaats}" if plaats else _schrijf(pad)
                self.gevonden.append(Bevinding(regel.nummer, regel.retourcode, plek, regel.zegt))


@cache
def _plan(naam: str, streng: bool) -> _Knoop | None:
    definitie = bericht(naam)
    nummer = (definitie.heen or naam)[-3:]
    return _knoop(
        "Bericht", definitie.wortel, [r for r in regelboek(streng=streng).values() if nummer in r.berichten]
    )


def _knoop(naam: str, klasse: Klasse, regels: list[Regel]) -> _Knoop | None:
    """Work out the node of a class; None when no rule looks at it or at anything below it."""
    kinderen = []
    for element in klasse.elementen:
        if isinstance(element.inhoud, Klasse):
            kind = _knoop(element.naam, element.inhoud, regels)
            if kind is not None:
                kinderen.append((element.naam, element.veel, kind))
    eigen = [(regel, regel.toetsen[naam]) for regel in regels if naam in regel.toetsen]
    if not (eigen or kinderen):
        return None
    return _Knoop(
        tuple(paar for paar in eigen if not paar[0].op_dag),
        tuple(paar for paar in eigen if paar[0].op_dag),
        tuple(kinderen),
    )


def plaats(inhoud: Deel, pad: str) -> str:
    """Write a path as the official stylesheet does: with a number only where the element has brothers of the same name."""
    stukken, hier = ["/Bericht"], inhoud
    for stap in pad.removeprefix("/Bericht").strip("/").split("/"):
        naam, _, nummer = stap.rstrip("]").partition("[")
        gevonden = hier.get(naam) if naam and isinstance(hier, Mapping) else None
        if isinstance(gevonden, list) and nummer:
            stukken.append(stap if len(gevonden) > 1 else naam)
            gevonden = gevonden[int(nummer) - 1]
        elif naam:
            stukken.append(stap)
        hier = gevonden if isinstance(gevonden, Mapping) else {}
    return "/".join(stukken)
