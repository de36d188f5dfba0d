"""Reading a message: structure checked and values gathered in one pass."""

from __future__ import annotations

from wijkspil.berichten.standaard import automaat
from wijkspil.berichten.standaard.automaat import Afwijking, Staat, Stap
from wijkspil.berichten.standaard.definitie import Bericht
from wijkspil.berichten.standaard.fouten import Fout, Onleesbaar, Soort
from wijkspil.berichten.standaard.gelezen import Gelezen, Inhoud
from wijkspil.berichten.standaard.snelweg import lees_snel
from wijkspil.berichten.standaard.veilig_xml import MAX_DIEPTE, Genoeg, maak_parser, voer, zoek_bericht
from wijkspil.berichten.standaard.waarden import WITRUIMTE

MAX_FOUTEN = 100  # enough to mend a message by; a file of nonsense may not cost more than that
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_WENKEN = {f"{_XSI} schemaLocation", f"{_XSI} noNamespaceSchemaLocation"}  # allowed anywhere, never followed


def lees(ruw: bytes) -> Gelezen:
    """Read a message; structural faults are in the result.

    Raises Onleesbaar for what is no message: broken XML, a DTD, more than 25 MB, too deep, an unknown root element.
    """
    return lees_snel(ruw) or lees_zorgvuldig(ruw)


def controleer(ruw: bytes) -> list[Fout]:
    """Check the structure (level 1, what the XSD of the standard checks); an empty list means valid. Never raises for bad input."""
    try:
        return list(lees(ruw).fouten)
    except Onleesbaar as fout:
        return [Fout("/", Soort.ONLEESBAAR, str(fout))]


def lees_zorgvuldig(ruw: bytes, *, als_tekst: bool = False) -> Gelezen:
    """Read any message and explain every fault; with `als_tekst` values stay exactly the text they are in the message."""
    return _Lezer(ruw, als_tekst).lees()


class _Lezer:
    """The handlers of one parser, with the place in the message where it is."""

    def __init__(self, ruw: bytes, als_tekst: bool) -> None:
        self.ruw = ruw
        self.als_tekst = als_tekst
        self.parser = maak_parser(ruw)
        self.parser.StartElementHandler = self.begin_wortel
        self.parser.EndElementHandler = self.eind
        self.tekst: list[str] = []  # characters since the last tag
        self.parser.CharacterDataHandler = self.tekst.append
        self.bericht: Bericht | None = None
        self.wortel: Inhoud = {}
        self.doel = self.wortel
        self.staat = Staat.leeg()
        self.blad: Stap | None = None  # the value we are in
        self.stapel: list[tuple[Stap, Inhoud]] = []
        self.overslaan = 0  # depth inside an element that is skipped
        self.fouten: list[Fout] = []

    def lees(self) -> Gelezen:
        voer(self.parser, self.ruw)
        if self.bericht is None:
            raise Onleesbaar("een bericht met een hoofdelement")
        return Gelezen(self.bericht.naam, self.wortel, tuple(self.fouten), self.ruw)

    # what the parser calls

    def begin_wortel(self, naam: str, kenmerken: list[str]) -> None:
        self.bericht = zoek_bericht(naam)
        self.staat = automaat.begin_van(self.bericht)
        self.kenmerken(kenmerken, "")
        self.parser.StartElementHandler = self.begin

    def begin(self, naam: str, kenmerken: list[str]) -> None:
        if self.overslaan:
            self.overslaan += 1
            if self.overslaan > MAX_DIEPTE:
                raise Onleesbaar(f"hooguit {MAX_DIEPTE} elementen in elkaar")
            return
        if self.blad is None:
            self.geen_losse_tekst()
        stap = self.staat.get(naam) if self.blad is None else None
        if stap is None:
            stap = self.buiten_de_orde(naam)
        if stap is None:
            self.overslaan = 1
            return
        if kenmerken:
            self.kenmerken(kenmerken, f"/{stap.sleutel}")
        if stap.kind is None:
            self.blad = stap
            return
        nieuw: Inhoud = {}
        if stap.veel:
            self.doel.setdefault(stap.sleutel, []).append(nieuw)
        else:
            self.doel[stap.sleutel] = nieuw
        self.stapel.append((stap, self.doel))
        self.doel, self.staat = nieuw, stap.kind

    def eind(self, _naam: str) -> None:
        if self.overslaan:
            self.overslaan -= 1
            self.tekst.clear()
        elif self.blad is not None:
            self.waarde(self.blad)
            self.staat, self.blad = self.blad.na, None
        else:
            self.geen_losse_tekst()
            self.meld(automaat.ontbrekend(self.staat))
            if self.stapel:
                stap, self.doel = self.stapel.pop()
                self.staat = stap.na

    # values and faults

    def waarde(self, stap: Stap) -> None:
        tekst = "".join(self.tekst)
        self.tekst.clear()
        waarde = stap.lees(tekst)
        if waarde is None:
            assert stap.waarde is not None
            plaats = f"[{len(self.doel.get(stap.sleutel, [])) + 1}]" if stap.veel else ""
            self.fout(f"{self.pad()}/{stap.sleutel}{plaats}", stap.waarde.soort, stap.waarde.verwacht)
        elif self.als_tekst:
            waarde = tekst
        if stap.veel:
            self.doel.setdefault(stap.sleutel, []).append(waarde)  # None keeps the count of the others right
        elif waarde is not None:
            self.doel[stap.sleutel] = waarde

    def buiten_de_orde(self, naam: str) -> Stap | None:
        """Report an element that may not come here; gives the step to read it with, or None to skip it."""
        if self.blad is not None:
            afwijking = Afwijking(
                naam.rpartition(" ")[2], Soort.ONBEKEND, f"alleen een waarde in {self.blad.sleutel}"
            )
            self.meld([afwijking], f"/{self.blad.sleutel}")
            return None
        afwijkingen, stap = automaat.herstel(self.staat, naam)
        self.meld(afwijkingen)
        if stap is not None and not stap.veel and stap.sleutel in self.doel:
            return None  # keep the first one
        return stap

    def geen_losse_tekst(self) -> None:
        if self.tekst and "".join(self.tekst).strip(WITRUIMTE):
            self.fout(
                self.pad(), Soort.LOSSE_TEKST, f"alleen elementen; {self.staat.gang.verwacht(self.staat)}"
            )
        self.tekst.clear()

    def kenmerken(self, kenmerken: list[str], binnen: str) -> None:
        for naam in kenmerken[::2]:
            if naam not in _WENKEN:
                self.fout(
                    f"{self.pad()}{binnen}/@{naam.rpartition(' ')[2]}", Soort.KENMERK, "geen attributen"
                )

    def meld(self, afwijkingen: list[Afwijking], binnen: str = "") -> None:
        for sleutel, soort, verwacht in afwijkingen:
            self.fout(f"{self.pad()}{binnen}/{sleutel}", soort, verwacht)

    def fout(self, pad: str, soort: Soort, verwacht: str) -> None:
        self.fouten.append(Fout(pad, soort, verwacht, self.parser.CurrentLineNumber))
        if len(self.fouten) >= MAX_FOUTEN:
            raise Genoeg

    def pad(self) -> str:
        """The path of the class that is being read."""
        delen = ["/Bericht"]
        for stap, ouder in self.stapel:
            delen.append(f"{stap.sleutel}[{len(ouder[stap.sleutel])}]" if stap.veel else stap.sleutel)
        return "/".join(delen)
