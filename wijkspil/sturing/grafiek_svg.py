"""From a Vega drawing to an SVG that may stand in a strict page: no script, no style, no outside address.

Vega's own accessibility labels say English things about axes; the figure gets one title and one sentence instead,
and the table beside it carries the numbers. Ids are made from the content, so two charts on a page never clash.
"""

import hashlib
from functools import cache

import altair as alt
import font_source_sans_pro
import vl_convert
from lxml import etree

from wijkspil.sturing.grafiek_stijl import (
    LETTER,
    REEKS,
    SVG,
    gewone_kleuren,
    patroon,
    thema,
)

_WEG = ("aria-label", "aria-hidden", "aria-roledescription", "role", "class", "pointer-events", "style")
_LEZER = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)


@cache
def _letters_klaar() -> None:
    """Lets Vega measure text in the letter that the page shows, once per process."""
    vl_convert.register_font_directory(font_source_sans_pro.font_directory)


def teken(grafiek: alt.TopLevelMixin, *, titel: str, uitleg: str, kleur: str) -> str:
    """The chart as a standalone SVG element that scales with the page.

    `uitleg` is the sentence that says what the picture shows; screen readers read it, and so should the page.
    """
    _letters_klaar()
    tekening = grafiek.to_dict() | {"padding": {"left": 2, "right": 8, "top": 6, "bottom": 4}}
    tekening["config"] = thema()
    ruw = vl_convert.vegalite_to_svg(tekening, format_locale="nl-NL", time_format_locale="nl-NL")
    wortel = etree.fromstring(ruw.encode(), _LEZER)
    _ontdoe(wortel)
    _eigen_ids(
        wortel, "v"
    )  # Vega counts its ids on from drawing to drawing; the same rows must give the same SVG
    return maak_figuur(wortel, titel=titel, uitleg=uitleg, kleur=kleur)


def maak_figuur(wortel: etree._Element, *, titel: str, uitleg: str, kleur: str) -> str:
    """Gives a bare drawing its colours, patterns, name, sentence and unique ids."""
    merk = (
        "g" + hashlib.sha256(etree.tostring(wortel) + f"{titel}|{uitleg}|{kleur}".encode()).hexdigest()[:10]
    )
    for sleutel in ("width", "height", "version"):
        wortel.attrib.pop(sleutel, "")
    wortel.set("width", "100%")
    wortel.set("role", "img")
    wortel.set("aria-labelledby", f"{merk}-t {merk}-u")
    wortel.set("font-family", LETTER)
    _eigen_ids(wortel, merk)
    if patronen := _kleur_in(wortel, merk, kleur):
        bewaar = etree.Element(f"{{{SVG}}}defs")
        bewaar.extend(patronen)
        wortel.insert(0, bewaar)
    for plaats, (soort, woorden, staart) in enumerate((("title", titel, "t"), ("desc", uitleg, "u"))):
        deel = etree.Element(f"{{{SVG}}}{soort}", id=f"{merk}-{staart}")
        deel.text = woorden
        wortel.insert(plaats, deel)
    etree.cleanup_namespaces(wortel)
    return etree.tostring(wortel, encoding="unicode")


def _ontdoe(wortel: etree._Element) -> None:
    """Takes away what nobody sees: empty marks, hidden labels, Vega's classes and English labels."""
    for element in list(wortel.iter()):
        leeg = element.get("display") == "none" or element.get("opacity") == "0"
        if (
            leeg
            or (element.get("class") or "").startswith("background")
            or element.get("d") in ("", "M0,0h0v0h0Z")
        ):
            ouder = element.getparent()
            if ouder is not None:
                ouder.remove(element)
            continue
        for sleutel in _WEG:
            element.attrib.pop(sleutel, "")
        if element.get("opacity") == "1":
            del element.attrib["opacity"]
        element.attrib.pop("font-family", "")


def _eigen_ids(wortel: etree._Element, merk: str) -> None:
    """Makes ids and the references to them unique in the page."""
    namen: dict[str, str] = {}
    for nummer, element in enumerate(wortel.iterfind(".//*[@id]")):
        namen[element.get("id", "")] = f"{merk}-{nummer}"
        element.set("id", f"{merk}-{nummer}")
    for element in wortel.iter():
        for sleutel in ("fill", "stroke", "clip-path", "mask"):
            if (verwijzing := element.get(sleutel, "")).startswith("url(#"):
                element.set(sleutel, f"url(#{namen[verwijzing[5:-1]]})")


def _kleur_in(wortel: etree._Element, merk: str, kleur: str) -> list[etree._Element]:
    """Swaps stand-in colours for real ones and returns the patterns that this drawing uses."""
    gewoon = gewone_kleuren(kleur)
    gebruikt: set[int] = set()
    for element in wortel.iter():
        for kant in ("fill", "stroke"):
            plek = element.get(kant)
            if plek in gewoon:
                for staart, waarde in gewoon[plek].items():
                    if not (staart and element.get(kant + staart)):
                        element.set(kant + staart, waarde)
            elif plek in REEKS[1:]:
                nummer = REEKS.index(plek) + 1
                if kant == "stroke":  # a line differs by its dashes, a surface by its pattern
                    element.set(kant, gewoon[REEKS[0]][""])
                else:
                    element.set(kant, f"url(#{merk}-p{nummer})")
                    gebruikt.add(nummer)
    return [patroon(nummer, f"{merk}-p{nummer}", kleur) for nummer in sorted(gebruikt)]
