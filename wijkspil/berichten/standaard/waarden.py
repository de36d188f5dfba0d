"""Value types: how a text in a message becomes a Python value, and when it may not.

Each type is one function from text to value; None means "not allowed here". The functions follow XML Schema to the letter where it
matters for a verdict (what counts as white space, a sign before a number, midnight as 24:00:00), since the sender is judged by it.
One thing is stricter: a date must lie in the years 1 to 9999, where XML Schema also knows years before Christ and after 9999.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import lru_cache
from typing import Any

from wijkspil.berichten.standaard.codelijsten import Codelijst
from wijkspil.berichten.standaard.fouten import Soort

WITRUIMTE = " \t\n\r"  # XML's idea of it; a no-break space is a visible character
_GETAL = re.compile(r"([+-]?)0*([0-9]{1,18})", re.ASCII)
_TIJD = re.compile(r"([01][0-9]|2[0-4]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]+))?", re.ASCII)

Lees = Callable[[str], object]


@dataclass(frozen=True, slots=True, eq=False)
class Waarde:
    """One value type: its name in the standard, its Python type, its reader and what to tell people about it."""

    naam: str
    soort: Soort
    python: type
    lees: Lees
    verwacht: str
    lijst: str | None = None
    vast: str | None = None
    grens: int | None = None  # most characters of a text, or the highest number


@lru_cache(maxsize=8192)
def lees_datum(tekst: str) -> date | None:
    """Read jjjj-mm-dd without a time zone; None when it is no such date."""
    kaal = tekst.strip(WITRUIMTE)
    if len(kaal) != 10 or kaal[4] != "-" or kaal[7] != "-":
        return None
    try:
        return date.fromisoformat(kaal)
    except ValueError:
        return None


@lru_cache(maxsize=8192)
def lees_tijd(tekst: str) -> time | None:
    """Read uu:mm:ss with an optional fraction; beyond microseconds the rest is dropped, 24:00:00 is midnight."""
    gevonden = _TIJD.fullmatch(tekst.strip(WITRUIMTE))
    if gevonden is None:
        return None
    uur, minuut, seconde, rest = gevonden.groups(default="")
    if uur == "24":
        return time(0) if minuut == seconde == "00" and not rest.strip("0") else None
    return time(int(uur), int(minuut), int(seconde), int(rest[:6].ljust(6, "0")))


def schrijf_tijd(moment: time) -> str:
    """Write a time of day without the zeros at the end of a fraction that say nothing."""
    tekst = moment.isoformat()
    return tekst.rstrip("0") if moment.microsecond else tekst


def _getal(naam: str, hoogste: int) -> Waarde:
    def lees(tekst: str) -> object:
        if (
            len(tekst) < 19 and tekst.isascii() and tekst.isdecimal()
        ):  # nearly always; the rest is for odd ones
            getal = int(tekst)
            return getal if getal <= hoogste else None
        gevonden = _GETAL.fullmatch(tekst.strip(WITRUIMTE))
        if gevonden is None:
            return None
        teken, cijfers = gevonden.groups()
        getal = int(cijfers)
        return getal if getal <= hoogste and (teken != "-" or getal == 0) else None

    return Waarde(naam, Soort.GETAL, int, lees, f"een heel getal van 0 tot en met {hoogste}", grens=hoogste)


def _tekst(naam: str, patroon: str, verwacht: str, grens: int | None = None) -> Waarde:
    past = re.compile(patroon, re.ASCII).fullmatch

    def lees(tekst: str) -> object:
        return tekst if past(tekst) else None

    return Waarde(naam, Soort.TEKST, str, lees, verwacht, grens=grens)


def _regel(naam: str, grens: int) -> Waarde:
    def lees(tekst: str) -> object:
        past = len(tekst) <= grens and tekst.strip(WITRUIMTE) and "\n" not in tekst and "\r" not in tekst
        return tekst if past else None

    verwacht = f"één regel tekst van hooguit {grens} tekens, waarvan minstens één zichtbaar"
    return Waarde(naam, Soort.TEKST, str, lees, verwacht, grens=grens)


def _vrij(naam: str) -> Waarde:
    def lees(tekst: str) -> object:
        return tekst if tekst.strip(WITRUIMTE) else None

    return Waarde(naam, Soort.TEKST, str, lees, "tekst met minstens één zichtbaar teken")


def _code(naam: str, lijst: Codelijst) -> Waarde:
    codes = {code: code for code in lijst.codes}
    verwacht = f"een code uit lijst {lijst.code} ({lijst.naam})"
    if len(codes) <= 25:
        verwacht += ": " + ", ".join(codes)
    return Waarde(naam, Soort.CODELIJST, str, codes.get, verwacht, lijst=lijst.code)


def vaste_waarde(naam: str, waarde: str | int) -> Waarde:
    """Make the type of an element that has only one allowed value, such as a BerichtCode."""
    tekst = str(waarde)
    if isinstance(waarde, str):
        return Waarde(naam, Soort.VAST, str, {tekst: waarde}.get, f"precies {tekst}", vast=tekst)

    def lees(gegeven: str) -> object:  # white space around a number is fine, but the text must be 3, not 03
        return waarde if gegeven == tekst or gegeven.strip(WITRUIMTE) == tekst else None

    return Waarde(naam, Soort.VAST, int, lees, f"precies {tekst}", vast=tekst)


def maak_waarde(naam: str, feiten: Mapping[str, Any], lijsten: Mapping[str, Codelijst]) -> Waarde:
    """Turn one line of typen.yaml into a value type; raises ValueError on a line it does not know."""
    match feiten:
        case {"lijst": str(lijst)}:
            return _code(naam, lijsten[lijst])
        case {"getal": int(hoogste)}:
            return _getal(naam, hoogste)
        case {"patroon": str(patroon), "zegt": str(zegt)}:
            return _tekst(naam, patroon, zegt)
        case {"regel": int(grens)}:
            return _regel(naam, grens)
        case {"lengte": int(grens)}:
            return _tekst(naam, rf"(?s:.{{1,{grens}}})", f"tekst van 1 tot {grens} tekens", grens)
        case {"vrij": True}:
            return _vrij(naam)
        case {"datum": True}:
            return Waarde(naam, Soort.DATUM, date, lees_datum, "een datum als 2025-03-01, zonder tijdzone")
        case {"tijd": True}:
            return Waarde(naam, Soort.TIJD, time, lees_tijd, "een tijd als 09:30:00, zonder tijdzone")
    raise ValueError(f"Onbekend soort waarde bij {naam}: {dict(feiten)}. Zie de uitleg boven in typen.yaml.")
