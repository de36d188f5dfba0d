"""Pictures that no chart library draws the way we want: the radar, the bar of days left, and the empty chart."""

from collections.abc import Sequence
from functools import lru_cache
from math import cos, pi, sin

from lxml import etree

from wijkspil.sturing.grafiek_stijl import LIJN, MERK, REEKS, STIL, SVG, TEKST, VLAK, getal
from wijkspil.sturing.grafiek_svg import maak_figuur

_STRAAL = 150.0
_MIDDEN = (300.0, 205.0)
_REGEL = 18
"""Characters on one line of an axis name before it breaks."""


def radar(
    assen: Sequence[str],
    voor: Sequence[float | None],
    na: Sequence[float | None] | None = None,
    *,
    titel: str,
    uitleg: str,
    hoogste: int = 5,
    laagste: int = 0,
    naam_voor: str = "Voor",
    naam_na: str = "Na",
    kleur: str = MERK,
) -> str:
    """One or two measurements over three or more axes, such as the ZRM (1-5) or Positieve Gezondheid (0-10).

    Before is a dashed line with open squares, after a filled shape with dots. A score of None is not drawn.
    Raises: ValueError when the numbers of axes and scores differ, or a score lies outside the scale.
    """
    metingen = [voor] if na is None else [voor, na]
    if len(assen) < 3 or any(len(meting) != len(assen) for meting in metingen):
        raise ValueError(
            f"Een spinnenweb heeft drie of meer assen met op elke as een score; er zijn {len(assen)} assen."
        )
    if any(score is not None and not laagste <= score <= hoogste for meting in metingen for score in meting):
        raise ValueError(f"Er is een score buiten de schaal van {laagste} tot en met {hoogste}.")
    na_ = None if na is None else tuple(na)
    return _radar(tuple(assen), tuple(voor), na_, titel, uitleg, hoogste, laagste, naam_voor, naam_na, kleur)


@lru_cache(maxsize=256)
def _radar(
    assen: tuple[str, ...],
    voor: tuple[float | None, ...],
    na: tuple[float | None, ...] | None,
    titel: str,
    uitleg: str,
    hoogste: int,
    laagste: int,
    naam_voor: str,
    naam_na: str,
    kleur: str,
) -> str:
    blad = _blad(600, 450)
    aantal = len(assen)
    trap = 1 if hoogste - laagste <= 6 else 2
    for ring in range(laagste + trap, hoogste + 1, trap):
        hoeken = [_punt(nummer, aantal, (ring - laagste) / (hoogste - laagste)) for nummer in range(aantal)]
        _deel(blad, "path", d=_pad(hoeken), fill="none", stroke=LIJN)
        _tekst(blad, _MIDDEN[0] + 5, hoeken[0][1] + 4, getal(ring), fill=STIL, size="11")
    for nummer, naam in enumerate(assen):
        rand = _punt(nummer, aantal, 1)
        _lijn(blad, _MIDDEN, rand, stroke=LIJN)
        _asnaam(blad, nummer, aantal, naam)

    def plekken(meting: Sequence[float | None]) -> list[tuple[float, float]]:
        return [
            _punt(nummer, aantal, (score - laagste) / (hoogste - laagste))
            for nummer, score in enumerate(meting)
            if score is not None
        ]

    if na is not None:
        _deel(blad, "path", d=_pad(plekken(na)), fill=REEKS[0], **{"fill-opacity": "0.16"})
    oud = {"fill": "none", "stroke": STIL, "stroke-width": "1.8", "stroke-dasharray": "6 4"}
    _deel(blad, "path", d=_pad(plekken(voor)), **oud)
    for x, y in plekken(voor):
        _vierkant(blad, x, y)
    if na is not None:
        nieuw = {"fill": "none", "stroke": REEKS[0], "stroke-width": "2.5", "stroke-linejoin": "round"}
        _deel(blad, "path", d=_pad(plekken(na)), **nieuw)
        for x, y in plekken(na):
            _deel(blad, "circle", cx=_n(x), cy=_n(y), r="4", fill=REEKS[0])
    _legenda(blad, naam_voor, naam_na if na is not None else None)
    return maak_figuur(blad, titel=titel, uitleg=uitleg, kleur=kleur)


def balk(dagen_over: int, termijn: int, *, kleur: str = MERK) -> str:
    """A thin bar of the part of a term that is left; past the last day it is full and striped.

    The words ("nog 9 dagen") belong beside it on the page; they are its name for who cannot see it.
    """
    return _balk(dagen_over, termijn, kleur)


@lru_cache(maxsize=1024)
def _balk(dagen_over: int, termijn: int, kleur: str) -> str:
    blad = _blad(120, 8)
    blad.set("preserveAspectRatio", "none")
    deel = 1.0 if dagen_over < 0 else min(1.0, dagen_over / termijn) if termijn > 0 else 0.0
    _deel(blad, "rect", width="120", height="8", rx="4", fill=LIJN)
    if deel:
        inkt = REEKS[1] if dagen_over < 0 else REEKS[0]
        _deel(blad, "rect", width=_n(120 * deel), height="8", rx="4", fill=inkt)
    return maak_figuur(
        blad,
        titel=dagen_in_woorden(dagen_over),
        uitleg=f"Van een termijn van {_dagen(termijn)}.",
        kleur=kleur,
    )


def dagen_in_woorden(dagen_over: int) -> str:
    """How far away a last day is: "nog 9 dagen", "vandaag de laatste dag", "3 dagen te laat"."""
    if dagen_over == 0:
        return "vandaag de laatste dag"
    return f"nog {_dagen(dagen_over)}" if dagen_over > 0 else f"{_dagen(-dagen_over)} te laat"


def leeg(*, titel: str, uitleg: str, kleur: str) -> str:
    """A chart without data says so, instead of showing an empty frame."""
    blad = _blad(640, 70)
    _deel(blad, "rect", x="1", y="1", width="638", height="68", rx="4", fill="none", stroke=LIJN)
    _tekst(blad, 320, 40, "Er zijn nog geen gegevens om te laten zien.", fill=STIL, anker="middle")
    return maak_figuur(blad, titel=titel, uitleg=f"{uitleg} Er zijn nog geen gegevens.", kleur=kleur)


def _dagen(aantal: int) -> str:
    return f"{getal(aantal)} dag" if aantal == 1 else f"{getal(aantal)} dagen"


def _punt(nummer: int, aantal: int, deel: float) -> tuple[float, float]:
    """Where a score lies: the first axis points up, the others follow the clock."""
    hoek = 2 * pi * nummer / aantal - pi / 2
    return _MIDDEN[0] + _STRAAL * deel * cos(hoek), _MIDDEN[1] + _STRAAL * deel * sin(hoek)


def _asnaam(blad: etree._Element, nummer: int, aantal: int, naam: str) -> None:
    x, y = _punt(nummer, aantal, 1.11)
    opzij = x - _MIDDEN[0]
    anker = "middle" if abs(opzij) < 12 else "start" if opzij > 0 else "end"
    regels = _breek(naam)
    omhoog = (len(regels) - 1) * (15 if y < _MIDDEN[1] - _STRAAL else 7.5)
    omlaag = 8 if y > _MIDDEN[1] + _STRAAL * 0.8 else 4
    for rang, regel in enumerate(regels):
        _tekst(blad, x, y + omlaag - omhoog + 15 * rang, regel, anker=anker)


def _breek(naam: str) -> list[str]:
    regels = [""]
    for woord in naam.split():
        if regels[-1] and len(regels[-1]) + len(woord) >= _REGEL:
            regels.append("")
        regels[-1] = f"{regels[-1]} {woord}".strip()
    return regels


def _legenda(blad: etree._Element, naam_voor: str, naam_na: str | None) -> None:
    _lijn(blad, (215, 432), (245, 432), stroke=STIL, **{"stroke-width": "1.8", "stroke-dasharray": "6 4"})
    _vierkant(blad, 230, 432)
    _tekst(blad, 252, 436, naam_voor)
    if naam_na:
        _lijn(blad, (335, 432), (365, 432), stroke=REEKS[0], **{"stroke-width": "2.5"})
        _deel(blad, "circle", cx="350", cy="432", r="4", fill=REEKS[0])
        _tekst(blad, 372, 436, naam_na)


def _blad(breed: int, hoog: int) -> etree._Element:
    return etree.fromstring(f'<svg xmlns="{SVG}" viewBox="0 0 {breed} {hoog}"/>'.encode())


def _deel(ouder: etree._Element, soort: str, **eigenschappen: str) -> etree._Element:
    return etree.SubElement(ouder, f"{{{SVG}}}{soort}", attrib=eigenschappen)


def _lijn(
    blad: etree._Element, van: tuple[float, float], tot: tuple[float, float], **eigenschappen: str
) -> None:
    _deel(blad, "line", x1=_n(van[0]), y1=_n(van[1]), x2=_n(tot[0]), y2=_n(tot[1]), **eigenschappen)


def _vierkant(blad: etree._Element, x: float, y: float) -> None:
    maat = {"x": _n(x - 3.5), "y": _n(y - 3.5), "width": "7", "height": "7"}
    _deel(blad, "rect", fill=VLAK, stroke=STIL, **maat, **{"stroke-width": "1.6"})


def _tekst(
    blad: etree._Element,
    x: float,
    y: float,
    woorden: str,
    *,
    fill: str = TEKST,
    anker: str = "start",
    size: str = "13",
) -> None:
    deel = _deel(blad, "text", x=_n(x), y=_n(y), fill=fill, **{"text-anchor": anker, "font-size": size})
    deel.text = woorden


def _pad(punten: Sequence[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{_n(x)} {_n(y)}" for x, y in punten) + "Z" if punten else "M0 0"


def _n(waarde: float) -> str:
    """A coordinate with one decimal and no tail, the same on every machine."""
    return f"{waarde:.1f}".removesuffix(".0")
