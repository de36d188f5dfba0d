"""The only place where bytes from outside meet an XML parser (trust: M6).

The parser is Python's own expat. A document type declaration ends the reading at once, so no entity is ever declared, expanded or
fetched; size, depth and encoding are limited.
"""

from __future__ import annotations

import re
from xml.parsers import expat

from wijkspil.berichten.standaard import register
from wijkspil.berichten.standaard.definitie import Bericht
from wijkspil.berichten.standaard.fouten import Onleesbaar

MAX_BYTES = 25 * 1024 * 1024  # OP179
MAX_DIEPTE = 32  # the deepest message of the standard has 9 levels
_CODERINGEN = {
    "UTF-8",
    "UTF-16",
    "US-ASCII",
    "ISO-8859-1",
}  # what expat reads by itself; the standard says UTF-8


class Genoeg(Exception):
    """Raised by a handler that has seen all it needs; not an error."""


def maak_parser(ruw: bytes, *, namen: bool = True) -> expat.XMLParserType:
    """Give a parser that names elements as "namespace local"; raises Onleesbaar when the message is too big.

    Args:
        namen: False leaves namespaces alone, for who knows already that the names are right; an eighth quicker.
    """
    if len(ruw) > MAX_BYTES:
        raise Onleesbaar(
            f"een bestand van hooguit {MAX_BYTES // 1024**2} MB (OP179); dit bestand heeft {len(ruw)} bytes"
        )
    if namen:
        parser = expat.ParserCreate(None, " ")
        parser.buffer_text = True
        parser.ordered_attributes = True
    else:
        parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _weiger_dtd
    parser.XmlDeclHandler = _weiger_declaratie
    return parser


def voer(parser: expat.XMLParserType, ruw: bytes) -> None:
    """Feed the message to the parser; raises Onleesbaar when it is not well-formed."""
    try:
        parser.Parse(ruw, True)
    except expat.ExpatError as fout:
        reden = expat.ErrorString(fout.code)
        raise Onleesbaar(f"goed gevormde XML; op regel {fout.lineno} gaat het mis ({reden})") from None
    except Genoeg:
        return


def zoek_bericht(naam: str) -> Bericht:
    """Recognise a message by its root element; raises Onleesbaar when no standard knows it."""
    ruimte, _, lokaal = naam.rpartition(" ")
    bericht = register.per_ruimte().get(ruimte)
    if bericht is None or lokaal != bericht.wortel.naam:
        raise Onleesbaar(
            "een bericht van een bekende standaard; het hoofdelement of de naamruimte (release) is onbekend"
        )
    return bericht


def _weiger_dtd(*_: object) -> None:
    raise Onleesbaar("XML zonder DOCTYPE; een DTD of entiteit wordt om veiligheid niet gelezen")


def _weiger_declaratie(versie: str, codering: str | None, _alleen: int) -> None:
    if not re.fullmatch(r"1\.[0-9]+", versie):  # expat takes anything here
        raise Onleesbaar("XML van versie 1.0")
    if codering is not None and codering.upper() not in _CODERINGEN:
        raise Onleesbaar("de tekencodering UTF-8 (OP192)")
