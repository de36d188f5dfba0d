"""The house style of a municipality: check that everybody can read it, keep it, and write it as CSS.

Without a row of its own a municipality looks as its way of working says (`thema`).
"""

import re
import struct
from dataclasses import dataclass

from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.werkwijzen.contrast import LEESBAAR, contrast
from wijkspil.werkwijzen.kast import laad

from .models import Gemeente, Huisstijl

KLEUREN = ("merk", "merk_donker", "op_merk", "accent")
GROOTSTE_LOGO = 150_000
LETTERS = {
    Huisstijl.Letter.BRON: "",
    Huisstijl.Letter.SYSTEEM: 'system-ui, "Segoe UI", sans-serif',
    Huisstijl.Letter.RUIM: 'Verdana, "DejaVu Sans", system-ui, sans-serif',
    Huisstijl.Letter.SCHREEF: 'Georgia, "DejaVu Serif", serif',
}
_KLEUR = re.compile(r"#[0-9a-fA-F]{6}")
_GEVAARLIJK = re.compile(
    rb"<!DOCTYPE|<!ENTITY|<script|<foreignObject|\son\w+\s*=|href\s*=\s*[\"'](?!#|data:image/)", re.IGNORECASE
)
_WIT = "#ffffff"


class LogoFout(ValueError):
    """The file can't be the logo; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Leesbaarheid:
    """One pair of colours that stand on each other somewhere; `veld` is the colour to change when it fails."""

    veld: str
    wat: str
    op: str
    tekst: str
    verhouding: float

    @property
    def goed(self) -> bool:
        return self.verhouding >= LEESBAAR


def leesbaarheid(merk: str, merk_donker: str, op_merk: str, accent: str) -> list[Leesbaarheid]:
    """Weigh every pair of colours that pages put on each other (WCAG 2.2, success criterion 1.4.3)."""
    paren = (
        ("op_merk", _("tekst op een knop"), merk, op_merk),
        ("merk_donker", _("tekst op de donkere merkkleur"), merk_donker, op_merk),
        ("merk", _("een link op wit"), _WIT, merk),
        ("accent", _("de accentkleur op wit"), _WIT, accent),
    )
    return [Leesbaarheid(veld, wat, op, tekst, contrast(tekst, op)) for veld, wat, op, tekst in paren]


def pak_huisstijl(gemeente: Gemeente) -> Huisstijl:
    """The house style as it is now, unsaved and filled from the way of working when there is none; at most two queries."""
    rij = Huisstijl.objects.first()
    if rij is None:
        thema = laad(gemeente.werkwijze, klok.vandaag()).thema
        rij = Huisstijl(rev=0, **{kleur: getattr(thema, kleur) for kleur in KLEUREN})
    return rij


def bewaar_huisstijl(
    huisstijl: Huisstijl, *, door: Door, logo: bytes | None = None, logo_weg: bool = False
) -> None:
    """Keep colours, letter and logo; pages show it within five minutes.

    Raises:
        ValueError: a colour can't be read on another; the page shows which before anybody gets here.
        LogoFout: the file is no picture that we can show safely.
        Botsing: somebody else changed it since it was read.
    """
    door.eis(Rol.FUNCTIONEEL_BEHEER, om_te="de huisstijl wijzigen")
    kleuren = {naam: getattr(huisstijl, naam) for naam in KLEUREN}
    if not all(_KLEUR.fullmatch(kleur) for kleur in kleuren.values()):
        raise ValueError(_("Een kleur ziet eruit als #1f5c4d."))
    if slecht := [paar.wat for paar in leesbaarheid(**kleuren) if not paar.goed]:
        raise ValueError(_("Niet iedereen kan dit lezen: %(wat)s.") % {"wat": ", ".join(slecht)})
    soort = logosoort(logo) if logo else ""
    with handeling(
        "huisstijl.gewijzigd", door=door, doel="huisstijl wijzigen", grond="functioneel beheer"
    ) as h:
        if logo or logo_weg:
            huisstijl.logo, huisstijl.logo_soort = logo, soort
        if huisstijl.rev == 0:
            huisstijl.rev = 1
            h.maak(huisstijl)
        else:
            h.bewaar(huisstijl, *KLEUREN, "letter", "logo", "logo_soort")
        h.over(huisstijl)
        h.meld(letter=huisstijl.letter, logo=bool(huisstijl.logo), **kleuren)


def logosoort(logo: bytes) -> str:
    """Say what kind of picture this is; raises LogoFout for anything but a small PNG or a plain SVG."""
    if len(logo) > GROOTSTE_LOGO:
        raise LogoFout(
            _(
                "Dit logo is groter dan 150 kB. Een pagina wordt er traag van; gebruik een kleinere of een SVG."
            )
        )
    if logo.startswith(b"\x89PNG\r\n\x1a\n") and len(logo) > 24:
        return "image/png"
    if b"<svg" in logo[:1000]:
        if _GEVAARLIJK.search(logo):
            raise LogoFout(
                _(
                    "In dit SVG-bestand staat meer dan een tekening. Laat het opnieuw opslaan als gewone SVG, of gebruik een PNG."
                )
            )
        return "image/svg+xml"
    raise LogoFout(_("Dit is geen PNG en geen SVG. Sla het logo zo op en kies het opnieuw."))


def als_css(huisstijl: Huisstijl, logo_url: str) -> str:
    """The house style as CSS on top of the design tokens. The logo keeps its proportions and is at most 9 rem wide."""
    regels = [f"--wsp-merk:{huisstijl.merk}"]
    if letter := LETTERS.get(Huisstijl.Letter(huisstijl.letter)):
        regels.append(f"--wsp-letter:{letter}")
    css = f":root{{{';'.join(regels)}}}\n"
    css += f"@media (prefers-color-scheme:dark){{:root{{--wsp-merk-donker:{huisstijl.merk_donker}}}}}\n"
    if huisstijl.logo:
        breed = min(9.0, 2.25 * verhouding(bytes(huisstijl.logo), huisstijl.logo_soort))
        css += (
            ".wsp-merk__teken{display:none}\n"
            f'.wsp-merk::before{{content:"";flex:none;inline-size:{breed:.2f}rem;block-size:2.25rem;'
            f'background:url("{logo_url}") left center/contain no-repeat}}\n'
        )
    return css


def verhouding(logo: bytes, soort: str) -> float:
    """Width over height of a picture; square when it doesn't say."""
    if soort == "image/png":
        breed, hoog = struct.unpack(">II", logo[16:24])
        return breed / hoog if hoog else 1.0
    kader = re.search(rb"viewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)", logo)
    return float(kader[1]) / float(kader[2]) if kader and float(kader[2]) else 1.0
