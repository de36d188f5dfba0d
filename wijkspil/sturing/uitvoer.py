"""Downloads: the same rows as on the page, as CSV and as XLSX with its definition on a second sheet."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from .indicatoren.basis import Indicator, Kolom, Tabel, Vorm
from .lees import Rij

_OPMAAK = {
    Vorm.AANDEEL: "0.0%",
    Vorm.DAGEN: "0.0",
    Vorm.SCORE: "0.00",
    Vorm.GETAL: "0",
    Vorm.MAAND: "yyyy-mm",
    Vorm.EURO: '"€" #,##0.00',
}
_DECIMALEN = {Vorm.AANDEEL: 4, Vorm.DAGEN: 2, Vorm.SCORE: 4}


def waarde(rij: Rij, kolom: Kolom) -> Any:
    """The value of a cell: a number, a day, words, or None for what isn't known or may not be shown."""
    ruw = rij[kolom.sleutel]
    if ruw is None or kolom.vorm in (Vorm.GETAL, Vorm.MAAND):
        return ruw
    if kolom.vorm is Vorm.EURO:
        return round(ruw / 100, 2)
    if kolom.vorm in _DECIMALEN:
        return round(float(ruw), _DECIMALEN[kolom.vorm])
    return _veilig(str(ruw))


def _veilig(tekst: str) -> str:
    """Words that a spreadsheet would take for a formula become plain words."""
    return f"'{tekst}" if tekst[:1] in "=+-@\t\r" else tekst


def als_csv(tabel: Tabel) -> bytes:
    """Semicolons, a decimal comma and a byte order mark: what a Dutch spreadsheet opens at once."""
    buffer = io.StringIO()
    schrijver = csv.writer(buffer, delimiter=";")
    schrijver.writerow([str(kolom.kop) for kolom in tabel.kolommen])
    for rij in tabel.rijen:
        schrijver.writerow([_csv_cel(waarde(rij, kolom)) for kolom in tabel.kolommen])
    return buffer.getvalue().encode("utf-8-sig")


def _csv_cel(cel: Any) -> str:
    if cel is None:
        return ""
    if isinstance(cel, float):
        return f"{cel:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    return cel.isoformat() if isinstance(cel, date) else str(cel)


def als_xlsx(
    indicator: Indicator, tabel: Tabel, *, filter_in_woorden: Sequence[str], bijgewerkt: datetime
) -> bytes:
    """One sheet with the figures, one that says what they mean."""
    boek = Workbook()
    blad = boek.active
    assert blad is not None
    blad.title = _("Cijfers")
    blad.append([str(kolom.kop) for kolom in tabel.kolommen])
    for rij in tabel.rijen:
        blad.append([waarde(rij, kolom) for kolom in tabel.kolommen])
    for nummer, kolom in enumerate(tabel.kolommen, start=1):
        letter = get_column_letter(nummer)
        blad.column_dimensions[letter].width = max(14, min(44, len(str(kolom.kop)) + 3))
        blad[f"{letter}1"].font = Font(bold=True)
        for cel in blad[letter][1:]:
            cel.number_format = _OPMAAK.get(kolom.vorm, "General")
    blad.freeze_panes = "A2"
    _uitleg(boek, indicator, filter_in_woorden, bijgewerkt)
    buffer = io.BytesIO()
    boek.save(buffer)
    return buffer.getvalue()


def _uitleg(
    boek: Workbook, indicator: Indicator, filter_in_woorden: Sequence[str], bijgewerkt: datetime
) -> None:
    blad = boek.create_sheet(_("Uitleg"))
    for kop, tekst in (
        (_("Cijfer"), indicator.naam),
        (_("Definitie"), indicator.definitie),
        (_("Eenheid"), indicator.eenheid),
        (_("Bron"), indicator.bron),
        (_("Eigenaar"), indicator.eigenaar),
        (_("Keuze"), ", ".join(filter_in_woorden)),
        (_("Bijgewerkt op"), bijgewerkt.strftime("%d-%m-%Y %H:%M")),
    ):
        blad.append([kop, str(tekst)])
        blad.cell(blad.max_row, 1).font = Font(bold=True)
        blad.cell(blad.max_row, 2).alignment = Alignment(wrap_text=True, vertical="top")
    blad.column_dimensions["A"].width, blad.column_dimensions["B"].width = 16, 100
