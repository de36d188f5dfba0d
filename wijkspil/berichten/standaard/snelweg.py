"""The fast road: read a message that is valid and plainly written, or say None and leave it to the careful reader.

Nearly all messages are: no comments, entities, attributes or nested namespaces. Such a file falls apart at the white space between
tags into pieces "class", "/class" and "value>text</value", and one walk over the pieces with the tables of `automaat` does all. The
parser then vouches for well-formedness. Whatever is out of the ordinary gives None, so this road never has to explain anything.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from wijkspil.berichten.standaard import automaat
from wijkspil.berichten.standaard.automaat import Staat
from wijkspil.berichten.standaard.definitie import Bericht, Klasse
from wijkspil.berichten.standaard.fouten import Onleesbaar
from wijkspil.berichten.standaard.gelezen import Gelezen, Inhoud
from wijkspil.berichten.standaard.veilig_xml import maak_parser, voer, zoek_bericht
from wijkspil.berichten.standaard.waarden import WITRUIMTE

_MAX_BYTES = 4 * 1024 * 1024  # above this the pieces cost too much memory
_TUSSEN_TAGS = re.compile(r">[ \t\n]*<")
_DECLARATIES = {
    '?xml version="1.0" encoding="UTF-8"?',
    '?xml version="1.0" encoding="utf-8"?',
    "?xml version='1.0' encoding='UTF-8'?",
    '?xml version="1.0"?',
}


def lees_snel(ruw: bytes) -> Gelezen | None:
    """Read a valid, plain message; None for any other. Raises Onleesbaar when the message is not well-formed."""
    if len(ruw) > _MAX_BYTES or b"&" in ruw or b"<!" in ruw:
        return None
    try:
        tekst = ruw.decode()
    except UnicodeDecodeError:
        return None
    if "\r" in tekst:
        tekst = tekst.replace("\r\n", "\n").replace("\r", "\n")
    voor, _, rest = tekst.strip(WITRUIMTE).partition("<")
    stukken = _TUSSEN_TAGS.split(rest.removesuffix(">"))
    if stukken[0] in _DECLARATIES:
        del stukken[0]
    if voor or not stukken or len(stukken[0]) > 400:
        return None
    tabel = _tabel(stukken[0])
    if tabel is None:
        return None
    bericht, staat = tabel
    inhoud = _loop(stukken, staat)
    if inhoud is None:
        return None
    # Each tag was found whole in a table with the prefixes of the root, so only being well-formed is left to vouch for.
    voer(maak_parser(ruw, namen=False), ruw)
    return Gelezen(bericht.naam, inhoud, (), ruw)


def _loop(stukken: list[str], staat: Staat) -> Inhoud | None:
    """Walk over the pieces behind the root tag; None at the first thing that is not as it should be."""
    wortel: Inhoud = {}
    doel = wortel
    stapel: list[tuple[Staat, Inhoud]] = []
    for stuk in islice(stukken, 1, None):
        tag, open_, rest = stuk.partition(">")
        stap = staat.get(tag)
        if stap is None:  # the end of a class
            if tag[:1] != "/" or open_ or staat.mist:
                return None
            if stapel:
                staat, doel = stapel.pop()
            continue
        na, sleutel, veel, lees, kind, _ = stap
        if kind is None:
            tekst, _, slot = rest.partition("<")
            waarde = lees(tekst)
            if waarde is None or slot != "/" + tag:
                return None
            if veel:
                doel.setdefault(sleutel, []).append(waarde)
            else:
                doel[sleutel] = waarde
            staat = na
        elif open_:
            return None
        else:
            nieuw: Inhoud = {}
            if veel:
                doel.setdefault(sleutel, []).append(nieuw)
            else:
                doel[sleutel] = nieuw
            stapel.append((na, doel))
            doel, staat = nieuw, kind
    return wortel


@lru_cache(maxsize=64)
def _tabel(tag: str) -> tuple[Bericht, Staat] | None:
    """Give the message that a root tag opens, with tables under the prefixes that the tag binds."""
    prefixen: dict[str, str] = {}
    namen: list[str] = []
    kenmerken: list[str] = []

    def begin(naam: str, eigen: list[str]) -> None:
        namen.append(naam)
        kenmerken.extend(eigen)

    def bind(prefix: str | None, ruimte: str) -> None:
        prefixen[ruimte] = "dubbel" if ruimte in prefixen else f"{prefix}:" if prefix else ""

    leeg = f"<{tag}/>".encode()
    parser = maak_parser(leeg)
    parser.StartElementHandler = begin
    parser.StartNamespaceDeclHandler = bind
    try:
        voer(parser, leeg)
        bericht = zoek_bericht(namen[0])
    except Onleesbaar:
        return None  # the careful reader says what is wrong
    if (
        kenmerken
        or not {bericht.ruimte, bericht.basis[1]} <= prefixen.keys()
        or "dubbel" in prefixen.values()
    ):
        return None

    def schrijf(klasse: Klasse, naam: str) -> str:
        return prefixen[klasse.ruimte] + naam

    return bericht, automaat.gangen(bericht.wortel, schrijf).begin
