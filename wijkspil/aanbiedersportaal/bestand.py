"""A file that a provider uploads: what it is follows from its bytes, never from its name (U1). XML goes through the one safe reader.

What is read becomes text that can be looked at and mended on the page; the file itself is kept nowhere.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from wijkspil.berichten.inkomend.wmo323 import lijn
from wijkspil.berichten.standaard import Gelezen, Onleesbaar, lees
from wijkspil.berichten.standaard.regels import toets
from wijkspil.regels.bedragen import Maand

from .regels import MAX_REGELS, schrijf_tekst

MAX_BYTES = 2 * 1024 * 1024
MAX_FOUTEN = 50


class NietTeGebruiken(ValueError):
    """This file can't be used here; the message says what can."""


@dataclass(frozen=True, slots=True)
class Ingelezen:
    """The lines of a file as text, its month when it names one, and what is wrong with the message as a whole."""

    tekst: str
    maand: Maand | None = None
    fouten: list[dict[str, str]] = field(default_factory=list)


def lees_bestand(ruw: bytes, *, agb: str, cbs: str) -> Ingelezen:
    """Read an uploaded claim.

    Raises:
        NietTeGebruiken: too big, neither CSV nor XML, another message, or not ours to us.
    """
    if len(ruw) > MAX_BYTES:
        raise NietTeGebruiken(
            _("Dit bestand is groter dan 2 MB. Splits het, of stuur het als bericht 323 over het knooppunt.")
        )
    kaal = ruw.lstrip(b"\xef\xbb\xbf \t\r\n")
    if kaal.startswith(b"<"):
        return _xml(kaal, agb, cbs)
    if not kaal or b"\x00" in kaal[:4096] or kaal.startswith((b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise NietTeGebruiken(
            _(
                "Dit is geen CSV en geen XML. Bewaar uw overzicht in het rekenprogramma als CSV en probeer het opnieuw."
            )
        )
    try:
        return Ingelezen(kaal.decode("utf-8"))
    except UnicodeDecodeError:
        return Ingelezen(kaal.decode("cp1252", errors="replace"))


def _xml(ruw: bytes, agb: str, cbs: str) -> Ingelezen:
    try:
        gelezen = lees(ruw)
    except Onleesbaar as fout:
        raise NietTeGebruiken(
            _("Dit bericht kunnen wij niet lezen. Verwacht: %(wat)s.") % {"wat": fout}
        ) from None
    if gelezen.bericht != "WMO323":
        raise NietTeGebruiken(
            _("Dit is een %(soort)s. Hier kunt u een declaratie (WMO323) inlezen.")
            % {"soort": gelezen.bericht}
        )
    fouten = _fouten(gelezen)
    if fouten:
        return Ingelezen("", fouten=fouten)
    kop, inhoud = gelezen.inhoud["Header"], gelezen.inhoud["Declaratie"]
    if kop["Afzender"] != agb or kop["Ontvanger"] != cbs:
        raise NietTeGebruiken(
            _("Dit bericht is van een andere aanbieder of voor een andere gemeente. Kies het goede bestand.")
        )
    lijnen = [
        lijn(client["Bsn"], prestatie)
        for client in inhoud["Clienten"]["Client"]
        for prestatie in client["Prestaties"]["Prestatie"]
    ]
    if len(lijnen) > MAX_REGELS:
        raise NietTeGebruiken(
            _(
                "Dit zijn %(n)s regels; hier gaan er %(max)s tegelijk. Splits het bestand, of stuur een bericht 323."
            )
            % {"n": len(lijnen), "max": MAX_REGELS}
        )
    return Ingelezen(schrijf_tekst(lijnen), Maand.van(inhoud["DeclaratiePeriode"]["Begindatum"]))


def _fouten(gelezen: Gelezen) -> list[dict[str, str]]:
    """What is wrong with the message by itself, in the words of the reader and the rules (levels 1 and 2)."""
    if gelezen.fouten:
        return [
            {
                "plek": f.pad,
                "uitleg": _("Verwacht: %(wat)s.") % {"wat": f.verwacht} + f" {f.wat_nu}",
                "regel": "",
            }
            for f in gelezen.fouten[:MAX_FOUTEN]
        ]
    return [{"plek": b.pad, "uitleg": b.zegt, "regel": b.regel} for b in toets(gelezen)[:MAX_FOUTEN]]
