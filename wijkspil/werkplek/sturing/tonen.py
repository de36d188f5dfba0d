"""From rows to what stands in a cell: numbers in Dutch notation, months in words, and a word for what can't be shown."""

from dataclasses import dataclass
from typing import Any

from django.utils.formats import date_format

from wijkspil.sturing.cijfers import Cijfer
from wijkspil.sturing.grafiek_stijl import getal
from wijkspil.sturing.indicatoren.basis import Kolom, Tabel, Vorm
from wijkspil.sturing.lees import Rij


@dataclass(frozen=True, slots=True)
class Cel:
    tekst: str
    is_getal: bool


def cel(rij: Rij, kolom: Kolom, niet_bekend: str) -> Cel:
    waarde = rij[kolom.sleutel]
    return Cel(niet_bekend if waarde is None else _tekst(waarde, kolom.vorm), kolom.vorm.is_getal)


def _tekst(waarde: Any, vorm: Vorm) -> str:
    match vorm:
        case Vorm.MAAND:
            return date_format(waarde, "F Y")
        case Vorm.AANDEEL:
            return f"{getal(waarde * 100)}%"
        case Vorm.EURO:
            return f"€ {getal(waarde / 100)}"
        case Vorm.SCORE:
            return getal(waarde, 1)
        case Vorm.DAGEN:
            return getal(waarde, 0 if waarde == int(waarde) else 1)
        case Vorm.GETAL:
            return getal(waarde)
        case _:
            return str(waarde)


def als_tabel(tabel: Tabel, niet_bekend: str = "–") -> dict[str, Any]:
    """Headings and cells for `werkplek/sturing/tabel.html`."""
    return {
        "koppen": [{"tekst": kolom.kop, "is_getal": kolom.vorm.is_getal} for kolom in tabel.kolommen],
        "rijen": [[cel(rij, kolom, niet_bekend) for kolom in tabel.kolommen] for rij in tabel.rijen],
    }


def als_figuur(cijfer: Cijfer, *, kort: bool) -> dict[str, Any]:
    """One indicator as the page shows it; `kort` takes the small table."""
    indicator = cijfer.indicator
    niet_bekend = str(indicator.niet_bekend)
    return {
        "sleutel": indicator.sleutel,
        "naam": indicator.naam,
        "zin": cijfer.zin,
        "beeld": cijfer.beeld,
        "definitie": indicator.definitie,
        "tabel": als_tabel(cijfer.kort if kort else cijfer.tabel, niet_bekend),
        "heeft_meer": indicator.kort is not None,
    }
