"""The verdict on one message by itself: structure (level 1), contents (level 2), and what has to go back.

Needs nothing but the bytes. What earlier messages, the date and contracts say about it (levels 3 and 4) comes after this.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from wijkspil.berichten.standaard import register
from wijkspil.berichten.standaard.definitie import Bericht
from wijkspil.berichten.standaard.fouten import Fout, Onleesbaar, Soort
from wijkspil.berichten.standaard.lezer import lees
from wijkspil.berichten.standaard.regels import Bevinding, plaats, toets
from wijkspil.berichten.standaard.retourbericht import AFGEKEURD

TRANSPORTFOUT = "geen retourbericht; de afzender krijgt een fout van het transport (StUF055)"
_ANTWOORD_OP_DECLARATIE = "WMO325"


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What can be said of a message by itself; `bericht` is None when it cannot be recognised.

    `fouten` are about the structure; without those `bevindingen` are the broken rules, one per error, with the place written as the
    official check does. `vervolg` says in Dutch what the receiver does next.
    """

    bericht: str | None
    fouten: tuple[Fout, ...]
    bevindingen: tuple[Bevinding, ...]
    vervolg: str

    @property
    def goed_van_opbouw(self) -> bool:
        """Whether the message passes level 1, what the XSD of the standard checks."""
        return not self.fouten

    def als_json(self) -> dict[str, Any]:
        """The verdict in plain values, as `wijkspil iwmo controleer --json` prints it."""
        regels = [{"regel": een.regel, "plaats": een.pad} for een in self.bevindingen]
        return {
            "bericht": self.bericht,
            "xsd": self.goed_van_opbouw,
            "regels": regels,
            "vervolg": self.vervolg,
        }


def oordeel(ruw: bytes) -> Oordeel:
    """Judge one message on levels 1 and 2; never raises for bad input."""
    try:
        gelezen = lees(ruw)
    except Onleesbaar as fout:
        return Oordeel(None, (Fout("/", Soort.ONLEESBAAR, str(fout)),), (), TRANSPORTFOUT)
    if gelezen.fouten:
        return Oordeel(gelezen.bericht, gelezen.fouten, (), TRANSPORTFOUT)
    bevindingen = tuple(
        Bevinding(een.regel, een.retourcode, plaats(gelezen.inhoud, een.pad), een.zegt)
        for een in toets(gelezen)
    )
    if not bevindingen:
        return Oordeel(gelezen.bericht, (), (), _zonder_bevinding(gelezen.bericht))
    vervolg = _vervolg(register.bericht(gelezen.bericht), {een.retourcode for een in bevindingen})
    return Oordeel(gelezen.bericht, (), bevindingen, vervolg)


@cache
def _zonder_bevinding(bericht: str) -> str:
    return _vervolg(register.bericht(bericht), set())


def _vervolg(bericht: Bericht, codes: set[str]) -> str:
    """Say what goes back for these retour codes (IV028, IV087)."""
    if bericht.heen or bericht.naam == _ANTWOORD_OP_DECLARATIE:
        if codes:
            return f"op een {bericht.naam} bestaat geen retourbericht; meld de fouten buiten het berichtenverkeer"
        if bericht.heen:
            return "niets terug; dit is zelf een retourbericht"
    elif AFGEKEURD in codes:
        return f"{bericht.retour or _ANTWOORD_OP_DECLARATIE} met alleen de kop, retourcode {AFGEKEURD}"
    elif codes:
        return f"{bericht.retour or _ANTWOORD_OP_DECLARATIE} met {', '.join(sorted(codes))} op het deel waar het om gaat"
    return "verder met de controles over berichten heen (niveau 3) en tegen externe bronnen (niveau 4)"
