"""Reading a message: one pass over the bytes that checks the structure and gathers the values.

The parser is Python's own expat, fed once, with the tables of `automaat` as its only memory: no tree is kept. A document type
declaration ends the reading at once, so no entity is ever declared, expanded or fetched (trust: M6).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.parsers import expat

from wijkspil.berichten.standaard import automaat, register
from wijkspil.berichten.standaard.automaat import BLAD, Afwijking, Staat, Stap
from wijkspil.berichten.standaard.definitie import Bericht
from wijkspil.berichten.standaard.fouten import Fout, Onleesbaar, Soort
from wijkspil.berichten.standaard.waarden import WITRUIMTE, Lees

MAX_BYTES = 25 * 1024 * 1024  # OP179
MAX_DIEPTE = 32  # the deepest message of the standard has 9 levels
MAX_FOUTEN = 100  # enough to mend a message by; a file of nonsense may not cost more than that
_CODERINGEN = {"UTF-8", "UTF-16", "US-ASCII", "ISO-8859-1"}
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WENKEN = {f"{_XSI} schemaLocation", f"{_XSI} noNamespaceSchemaLocation"}  # allowed anywhere, never followed

Inhoud = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A message as read: its name, its contents in the shape that `bouw` takes, and every structural fault.

    With faults, `inhoud` holds what could be read; a value that is not allowed is left out. `ruw` is the message itself.
    """

    bericht: str
    inhoud: Inhoud
    fouten: tuple[Fout, ...]
    ruw: bytes = field(repr=False)

    @property
    def geldig(self) -> bool:
        """Whether the message passes level 1, the structure."""
        return not self.fouten


class _Genoeg(Exception):
    """Stops the parser early."""


def lees(ruw: bytes) -> Gelezen:
    """Read a message; structural faults are in the result.

    Raises Onleesbaar for what is no message: broken XML, a DTD, more than 25 MB, too deep, an unknown root element.
    """
    return ontleed(ruw)


def controleer(ruw: bytes) -> list[Fout]:
    """Check the structure (level 1, what the XSD of the standard checks); an empty list means valid. Never raises for bad input."""
    try:
        return list(ontleed(ruw).fouten)
    except Onleesbaar as fout:
        return [Fout("/", Soort.ONLEESBAAR, str(fout))]


def maak_parser(ruw: bytes) -> expat.XMLParserType:
    """Give a parser that refuses a DTD and odd encodings; raises Onleesbaar when the message is too big."""
    if len(ruw) > MAX_BYTES:
        raise Onleesbaar(
            f"een bestand van hooguit {MAX_BYTES // 1024**2} MB (OP179); dit is {len(ruw)} bytes"
        )
    parser = expat.ParserCreate(None, " ")
    parser.buffer_text = True
    parser.ordered_attributes = True
    parser.StartDoctypeDeclHandler = _weiger_dtd
    parser.XmlDeclHandler = _weiger_codering
    return parser


def voer(parser: expat.XMLParserType, ruw: bytes) -> None:
    """Feed the message to the parser; raises Onleesbaar when it is not well-formed."""
    try:
        parser.Parse(ruw, True)
    except expat.ExpatError as fout:
        raise Onleesbaar(
            f"goed gevormde XML; op regel {fout.lineno} gaat het mis ({expat.ErrorString(fout.code)})"
        ) from None
    except _Genoeg:
        return


def genoeg() -> _Genoeg:
    """Make the signal that ends reading without a fault; raise it from a handler."""
    return _Genoeg()


def _weiger_dtd(*_: object) -> None:
    raise Onleesbaar("XML zonder DOCTYPE; een DTD of entiteit wordt om veiligheid niet gelezen")


def _weiger_codering(_versie: str, codering: str | None, _alleen: int) -> None:
    if codering is not None and codering.upper() not in _CODERINGEN:
        raise Onleesbaar("de tekencodering UTF-8 (OP192)")


def zoek_bericht(naam: str) -> Bericht:
    """Recognise a message by its root element; raises Onleesbaar when no standard knows it."""
    ruimte, _, lokaal = naam.rpartition(" ")
    bericht = register.per_ruimte().get(ruimte)
    if bericht is None or lokaal != bericht.wortel.naam:
        raise Onleesbaar(
            "een bericht van een bekende standaard; het hoofdelement of de naamruimte (release) is onbekend"
        )
    return bericht


def ontleed(ruw: bytes, *, als_tekst: bool = False) -> Gelezen:
    """Read and check in one pass; with `als_tekst` values stay exactly the text they are in the message.

    The two inner functions are the fast road: per element one dict lookup, per value one call. Whatever is out of order goes
    through `afwijken`, where time does not count.
    """
    parser = maak_parser(ruw)
    verslag = _Verslag(parser)
    tekst: list[str] = []  # the characters since the last tag
    stapel = verslag.stapel
    doel: Inhoud = {}
    staat: Staat = BLAD
    na: Staat = BLAD
    stap: Stap | None = None
    lees_waarde: Lees | None = None  # not None while inside a value
    overslaan = 0  # depth inside an element that is skipped
    gevonden: Bericht | None = None
    wortel = doel

    def begin(naam: str, kenmerken: list[str]) -> None:
        nonlocal doel, staat, na, stap, lees_waarde, overslaan
        if overslaan:
            overslaan = verslag.dieper(overslaan)
            return
        if tekst:
            if lees_waarde is None and "".join(tekst).strip(WITRUIMTE):
                verslag.losse_tekst(staat)
            tekst.clear()
        volgende = staat.get(naam)
        if volgende is None or kenmerken:
            volgende = verslag.afwijken(staat, naam, kenmerken, doel, stap if lees_waarde else None)
            if volgende is None:
                overslaan = 1
                return
        stap = volgende
        kind = stap.kind
        if kind is None:
            na = stap.na
            lees_waarde = stap.lees
            staat = BLAD
            return
        nieuw: Inhoud = {}
        stapel.append((stap, doel))
        if stap.veel:
            rij = doel.get(stap.sleutel)
            if rij is None:
                doel[stap.sleutel] = [nieuw]
            else:
                rij.append(nieuw)
        else:
            doel[stap.sleutel] = nieuw
        doel = nieuw
        staat = kind

    def eind(_naam: str) -> None:
        nonlocal doel, staat, lees_waarde, overslaan
        if overslaan:
            overslaan -= 1
            tekst.clear()
            return
        if lees_waarde is not None:
            assert stap is not None
            gelezen = tekst[0] if len(tekst) == 1 else "".join(tekst)
            tekst.clear()
            waarde = lees_waarde(gelezen)
            if waarde is None:
                verslag.waarde(stap, doel)
            elif als_tekst:
                waarde = gelezen
            if stap.veel:
                doel.setdefault(stap.sleutel, []).append(waarde)
            elif waarde is not None:
                doel[stap.sleutel] = waarde
            staat = na
            lees_waarde = None
            return
        if tekst:
            if "".join(tekst).strip(WITRUIMTE):
                verslag.losse_tekst(staat)
            tekst.clear()
        if staat.mist:
            verslag.meld(automaat.ontbrekend(staat))
        if stapel:
            vorige, doel = stapel.pop()
            staat = vorige.na

    def begin_wortel(naam: str, kenmerken: list[str]) -> None:
        nonlocal staat, gevonden
        gevonden = zoek_bericht(naam)
        staat = automaat.begin_van(gevonden)
        verslag.kenmerken(kenmerken)
        parser.StartElementHandler = begin

    parser.StartElementHandler = begin_wortel
    parser.EndElementHandler = eind
    parser.CharacterDataHandler = tekst.append
    voer(parser, ruw)
    if gevonden is None:
        raise Onleesbaar("een bericht met een hoofdelement")
    return Gelezen(gevonden.naam, wortel, tuple(verslag.fouten), ruw)


class _Verslag:
    """Gathers faults, with the path and line where the parser is; off the fast road."""

    def __init__(self, parser: expat.XMLParserType) -> None:
        self.parser = parser
        self.stapel: list[tuple[Stap, Inhoud]] = []
        self.fouten: list[Fout] = []

    def pad(self) -> str:
        """The path of the class that is being read."""
        delen = ["/Bericht"]
        for stap, ouder in self.stapel:
            delen.append(f"{stap.sleutel}[{len(ouder[stap.sleutel])}]" if stap.veel else stap.sleutel)
        return "/".join(delen)

    def fout(self, pad: str, soort: Soort, verwacht: str) -> None:
        self.fouten.append(Fout(pad, soort, verwacht, self.parser.CurrentLineNumber))
        if len(self.fouten) >= MAX_FOUTEN:
            raise genoeg()

    def meld(self, afwijkingen: list[Afwijking], binnen: str = "") -> None:
        for sleutel, soort, verwacht in afwijkingen:
            self.fout(f"{self.pad()}{binnen}/{sleutel}", soort, verwacht)

    def waarde(self, stap: Stap, doel: Inhoud) -> None:
        """Report a value that its type does not allow."""
        assert stap.waarde is not None
        plaats = f"[{len(doel.get(stap.sleutel, [])) + 1}]" if stap.veel else ""
        self.fout(f"{self.pad()}/{stap.sleutel}{plaats}", stap.waarde.soort, stap.waarde.verwacht)

    def losse_tekst(self, staat: Staat) -> None:
        self.fout(self.pad(), Soort.LOSSE_TEKST, f"alleen elementen; {staat.gang.verwacht(staat)}")

    def kenmerken(self, kenmerken: list[str]) -> None:
        for naam in kenmerken[::2]:
            if naam not in _WENKEN:
                self.fout(f"{self.pad()}/@{naam.rpartition(' ')[2]}", Soort.KENMERK, "geen attributen")

    def afwijken(
        self, staat: Staat, naam: str, kenmerken: list[str], doel: Inhoud, blad: Stap | None
    ) -> Stap | None:
        """Handle an element with attributes or out of place; gives the step to take, or None to skip the element."""
        self.kenmerken(kenmerken)
        volgende = staat.get(naam)
        if volgende is not None:
            return volgende
        if blad is not None:
            binnen = [
                Afwijking(naam.rpartition(" ")[2], Soort.ONBEKEND, f"alleen een waarde in {blad.sleutel}")
            ]
            self.meld(binnen, f"/{blad.sleutel}")
            return None
        afwijkingen, volgende = automaat.herstel(staat, naam)
        self.meld(afwijkingen)
        if volgende is not None and not volgende.veel and volgende.sleutel in doel:
            return None  # keep the first one
        return volgende

    def dieper(self, diepte: int) -> int:
        if diepte >= MAX_DIEPTE:
            raise Onleesbaar(f"hooguit {MAX_DIEPTE} elementen in elkaar")
        return diepte + 1
