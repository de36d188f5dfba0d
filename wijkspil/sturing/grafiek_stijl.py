"""How charts look: one house colour as ink, patterns beside it, and the text colour of the page around it.

Vega draws with stand-in colours ("#000001" for the first series). After drawing, `grafiek_svg` swaps them for the
real thing. That way one drawing follows light and dark, and colour is never the only thing that tells series apart.
A page may set --grafiek-merk (ink) and --grafiek-vlak (paper); the house colour and white are the defaults.
"""

from decimal import Decimal
from typing import Any

from babel.numbers import format_decimal
from lxml import etree

SVG = "http://www.w3.org/2000/svg"
MERK = "#0b5c8a"
"""The ink when a municipality has no colour of its own."""

LETTER = "'Source Sans 3 Variable', 'Source Sans Pro', sans-serif"
MEETLETTER = "Source Sans Pro"
"""The same design under its older name: what the machine measures text with."""

TEKST, STIL, LIJN, VLAK = "#000020", "#000021", "#000022", "#000023"
REEKS = tuple(f"#00000{nummer}" for nummer in range(1, 7))
STREEP: tuple[list[int], ...] = ([], [7, 4], [2, 3], [9, 3, 2, 3], [12, 4], [4, 2])
"""Dashes per series, so that lines differ in print and for the colour-blind."""

Getal = int | float | Decimal


def getal(waarde: Getal, decimalen: int = 0) -> str:
    """A number in Dutch notation, as in 1.234,5."""
    return format_decimal(waarde, format="#,##0" + ("." + "0" * decimalen if decimalen else ""), locale="nl")


def inkt(kleur: str) -> str:
    return f"var(--grafiek-merk, {kleur})"


VLAKKLEUR = "var(--grafiek-vlak, #fff)"


def gewone_kleuren(kleur: str) -> dict[str, dict[str, str]]:
    """For each stand-in colour the attributes that replace it, when it is not a pattern."""
    return {
        TEKST: {"": "currentColor"},
        STIL: {"": "currentColor", "-opacity": "0.72"},
        LIJN: {"": "currentColor", "-opacity": "0.18"},
        VLAK: {"": VLAKKLEUR},
        REEKS[0]: {"": inkt(kleur)},
    }


def patroon(nummer: int, id_: str, kleur: str) -> etree._Element:
    """The fill of series 2 to 6: stripes, dots, half ink, upright lines, blocks; all in the one ink."""
    vak = etree.Element(f"{{{SVG}}}pattern", id=id_, width="8", height="8", patternUnits="userSpaceOnUse")
    if nummer == 2:
        vak.set("patternTransform", "rotate(45)")
    _deel(vak, "rect", width="8", height="8", fill=VLAKKLEUR)
    _deel(
        vak,
        "rect",
        width="8",
        height="8",
        fill=inkt(kleur),
        **{"fill-opacity": "0.5" if nummer == 4 else "0.14"},
    )
    if nummer == 2:
        _deel(vak, "rect", width="3.4", height="8", fill=inkt(kleur))
    elif nummer == 3:
        _deel(vak, "circle", cx="4", cy="4", r="1.7", fill=inkt(kleur))
    elif nummer == 5:
        _deel(vak, "rect", x="3", width="1.6", height="8", fill=inkt(kleur))
    elif nummer == 6:
        _deel(vak, "path", d="M0 0h4v4h4v4h-4v-4h-4z", fill=inkt(kleur))
    return vak


def _deel(ouder: etree._Element, soort: str, **eigenschappen: str) -> None:
    etree.SubElement(ouder, f"{{{SVG}}}{soort}", attrib=eigenschappen)


def thema() -> dict[str, Any]:
    """Vega settings for every chart: few lines, no frame, text the size of the page."""
    as_ = {
        "labelColor": STIL,
        "titleColor": STIL,
        "titleFontWeight": 400,
        "labelFontSize": 13,
        "titleFontSize": 13,
        "titlePadding": 10,
        "labelPadding": 6,
        "labelLimit": 260,
        "gridColor": LIJN,
        "domainColor": LIJN,
        "ticks": False,
    }
    return {
        "font": MEETLETTER,
        "background": None,
        "view": {"stroke": None},
        "axis": as_,
        "axisX": {"grid": False},
        "axisY": {
            "domain": False,
            "titleAngle": 0,
            "titleAlign": "left",
            "titleAnchor": "end",
            "titleY": -14,
        },
        "text": {"color": TEKST, "fontSize": 13},
        "legend": {
            "orient": "top",
            "title": None,
            "labelColor": TEKST,
            "labelFontSize": 13,
            "symbolSize": 170,
            "symbolType": "square",
            "symbolStrokeWidth": 0,
            "columnPadding": 22,
            "offset": 14,
            "columns": 3,
            "labelLimit": 260,
        },
        "bar": {"color": REEKS[0]},
        "line": {"color": REEKS[0], "strokeWidth": 2.5},
        "rule": {"color": STIL, "strokeDash": [5, 4]},
    }
