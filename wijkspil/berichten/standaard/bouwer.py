"""Building a message from plain values.

UTF-8 without byte order mark, CR LF at line ends (OP192), one element per line, elements in the order of the definition.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any

from wijkspil.berichten.standaard import register
from wijkspil.berichten.standaard.definitie import Bericht, Element, Klasse
from wijkspil.berichten.standaard.fouten import Fout, Soort, StructuurFout
from wijkspil.berichten.standaard.waarden import Waarde, schrijf_tijd

_NIET_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SOORTNAAM = {str: "tekst", int: "een geheel getal", date: "een datum", time: "een tijd zonder tijdzone"}


def bouw(bericht: str, inhoud: Mapping[str, Any]) -> bytes:
    """Build a message: bouw("WMO301", {"Header": {...}, "Client": {...}}).

    Classes are mappings, elements that may repeat are lists, values are str, int, date or time; a str in the written form of the
    standard is fine for any value. None and an empty list mean absent. What has one possible value (BerichtCode, BerichtVersie,
    BerichtSubversie) and XsdVersie may be left out of the Header. Raises StructuurFout with all faults.
    """
    definitie = register.bericht(bericht)
    kop = inhoud.get("Header")
    if isinstance(kop, Mapping) and kop.get("XsdVersie") is None:
        inhoud = {**inhoud, "Header": {**kop, "XsdVersie": definitie.xsd_versies}}
    schrijver = _Schrijver()
    schrijver.klasse(definitie.wortel, inhoud, "/Bericht")
    if schrijver.fouten:
        raise StructuurFout(bericht, schrijver.fouten)
    open_, dicht = _wortel(definitie)
    return f"{open_}{''.join(schrijver.uit)}{dicht}".encode()


def _wortel(bericht: Bericht) -> tuple[str, str]:
    prefix, (basisprefix, basisruimte) = bericht.wortel.prefix, bericht.basis
    ruimten = f'xmlns:{basisprefix}="{basisruimte}" xmlns:{prefix}="{bericht.ruimte}"'
    naam = f"{prefix}:{bericht.wortel.naam}"
    return f'<?xml version="1.0" encoding="UTF-8"?>\r\n<{naam} {ruimten}>\r\n', f"</{naam}>\r\n"


@cache
def _plan(klasse: Klasse) -> tuple[tuple[Element, str, str], ...]:
    """The elements of a class with their opening and closing tag."""
    tags = [(element, f"{klasse.prefix}:{element.naam}") for element in klasse.elementen]
    return tuple((element, f"<{tag}>", f"</{tag}>\r\n") for element, tag in tags)


class _Schrijver:
    """Writes classes and values, and gathers every fault on the way."""

    def __init__(self) -> None:
        self.uit: list[str] = []
        self.fouten: list[Fout] = []

    def klasse(self, klasse: Klasse, inhoud: object, pad: str) -> None:
        if not isinstance(inhoud, Mapping):
            self.fout(pad, Soort.VORM, "een mapping van elementnaam naar waarde")
            return
        gebruikt = 0
        for element, open_, dicht in _plan(klasse):
            naam = element.naam
            gebruikt += naam in inhoud
            gegeven = inhoud.get(naam)
            if gegeven is None and isinstance(element.inhoud, Waarde):
                gegeven = element.inhoud.vast
            if gegeven is None or gegeven == []:
                if element.verplicht:
                    self.fout(f"{pad}/{naam}", Soort.ONTBREEKT, f"het verplichte element {naam}")
            elif not element.veel:
                self.element(element.inhoud, gegeven, open_, dicht, f"{pad}/{naam}")
            elif isinstance(gegeven, Sequence) and not isinstance(gegeven, (str, bytes)):
                for nummer, waarde in enumerate(gegeven, start=1):
                    self.element(element.inhoud, waarde, open_, dicht, f"{pad}/{naam}[{nummer}]")
            else:
                self.fout(f"{pad}/{naam}", Soort.VORM, "een lijst, want dit element mag vaker voorkomen")
        if gebruikt < len(inhoud):
            self.onbekend(klasse, inhoud, pad)

    def element(self, inhoud: Waarde | Klasse, gegeven: object, open_: str, dicht: str, pad: str) -> None:
        if isinstance(inhoud, Klasse):
            self.uit += (open_, "\r\n")
            self.klasse(inhoud, gegeven, pad)
            self.uit.append(dicht)
            return
        tekst = _tekst(inhoud, gegeven)
        if tekst is None:
            self.fout(pad, Soort.VORM, f"{_SOORTNAAM[inhoud.python]}: {inhoud.verwacht}")
        elif inhoud.lees(tekst) is None:
            self.fout(pad, inhoud.soort, inhoud.verwacht)
        elif _NIET_IN_XML.search(tekst):
            self.fout(pad, Soort.TEKST, "tekst zonder stuurtekens; XML kan die niet bevatten")
        else:
            self.uit += (open_, _veilig(tekst), dicht)

    def onbekend(self, klasse: Klasse, inhoud: Mapping[str, Any], pad: str) -> None:
        namen = [element.naam for element in klasse.elementen]
        for sleutel in inhoud:
            if sleutel not in namen:
                lijkt = difflib.get_close_matches(str(sleutel), namen, n=1)
                verwacht = f"{lijkt[0]}, als u dat bedoelt" if lijkt else f"een van: {', '.join(namen)}"
                self.fout(f"{pad}/{sleutel}", Soort.ONBEKEND, verwacht)

    def fout(self, pad: str, soort: Soort, verwacht: str) -> None:
        self.fouten.append(Fout(pad, soort, verwacht))


def _tekst(waarde: Waarde, gegeven: object) -> str | None:
    """Write a value as text; None when it has the wrong Python type for this place."""
    if isinstance(gegeven, str):
        return gegeven
    if not isinstance(gegeven, waarde.python) or isinstance(gegeven, (bool, datetime)):
        return None
    if isinstance(gegeven, time):
        return schrijf_tijd(gegeven) if gegeven.tzinfo is None else None
    return gegeven.isoformat() if isinstance(gegeven, date) else str(gegeven)


def _veilig(tekst: str) -> str:
    """Escape what XML would read as something else; a bare carriage return would become a line feed."""
    return tekst.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")
