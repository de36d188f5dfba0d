"""The counter of steering: ask a figure of a municipality, get its rows. Doors call this and nothing deeper."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from wijkspil.core.grens import huidige_gemeente
from wijkspil.regels.ladder import Trede
from wijkspil.regels.zrm import Domein

from . import lees
from .indicatoren import ALLE
from .indicatoren.basis import Indicator, Tabel, benoem
from .indicatoren.doorlooptijd import SEGMENTEN
from .indicatoren.last import SCHAKELS
from .indicatoren.voorraad import LEEFTIJDEN
from .lees import Rij
from .periode import Filter
from .stand import Stand

Namen = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One indicator for one filter: the sentence, the picture and the rows that carry both."""

    indicator: Indicator
    zin: str
    beeld: str
    tabel: Tabel
    kort: Tabel


@lru_cache(maxsize=2048)
def _rijen(gemeente: int, versie: str, taal: str | None, sleutel: str, f: Filter) -> tuple[Rij, ...]:
    """The rows with codes. The municipality and the version of its files are in the key (T5), and the
    language: a row may hold words, such as "other districts together"."""
    indicator = ALLE[sleutel]
    rijen = lees.reken(gemeente, versie, lambda feiten: indicator.reken(feiten, f))
    return tuple(indicator.werk_af(rijen, f))


def rijen_van(stand: Stand, sleutel: str, f: Filter) -> tuple[Rij, ...]:
    """The rows of an indicator with codes in place of names. From memory when nothing changed.

    Raises:
        PermissionError: the state is of another municipality than the one that is open.
    """
    if stand.gemeente != huidige_gemeente():
        raise PermissionError("Deze cijfers zijn van een andere gemeente dan de geopende.")
    return _rijen(stand.gemeente, stand.versie, get_language(), sleutel, f.alleen(ALLE[sleutel].filters))


def ruwe_rijen(stand: Stand, sleutel: str, f: Filter) -> list[Rij]:
    """What the expression itself gives, before small groups go together: to compare with a register, never to show."""
    if stand.gemeente != huidige_gemeente():
        raise PermissionError("Deze cijfers zijn van een andere gemeente dan de geopende.")
    keuze = f.alleen(ALLE[sleutel].filters)
    return lees.reken(stand.gemeente, stand.versie, lambda feiten: ALLE[sleutel].reken(feiten, keuze))


def cijfer(stand: Stand, sleutel: str, f: Filter, namen: Namen) -> Cijfer:
    """Everything that a page shows of one indicator. `namen` has the names of districts and products."""
    indicator = ALLE[sleutel]
    f = f.alleen(indicator.filters)
    ruw = rijen_van(stand, sleutel, f)
    rijen = benoem(ruw, indicator.kolommen, {**vaste_namen(), **namen})
    zin = indicator.zin(ruw, f)
    tabel = indicator.tabel(rijen)
    return Cijfer(
        indicator=indicator,
        zin=zin,
        beeld=indicator.beeld(rijen, f, str(indicator.naam), zin),
        tabel=tabel,
        kort=indicator.kort(rijen, f) if indicator.kort else tabel,
    )


def tabel_van(stand: Stand, sleutel: str, f: Filter, namen: Namen) -> Tabel:
    """Only the full table, for a download."""
    indicator = ALLE[sleutel]
    return indicator.tabel(
        benoem(rijen_van(stand, sleutel, f), indicator.kolommen, {**vaste_namen(), **namen})
    )


def vaste_namen() -> dict[str, Mapping[str, str]]:
    """Names that are the same everywhere: rungs, domains, segments, ages. Steps and channels are words already."""
    return {
        "trede": {trede.value: trede.label for trede in Trede},
        "domein": {domein.value: domein.label for domein in Domein},
        "segment": {segment.sleutel: str(segment.naam) for segment in SEGMENTEN},
        "bekostiging": {
            "pxq": _("prijs maal hoeveelheid"),
            "maandbedrag": _("vast maandbedrag per resultaat"),
            "periodetarief": _("gemiddeld periodetarief"),
            "lumpsum": _("taakgericht, vaste som"),
            "geen": _("zonder opdracht aan een aanbieder"),
            "alles": _("alles samen"),
        },
        "onderwerp": {
            "contact": _("contact"),
            "ondersteuner": _("cliëntondersteuner bekend"),
            "kwaliteit": _("kwaliteit"),
            "effect": _("effect"),
        },
        "besparingsstand": {
            "op_koers": _("op koers"),
            "vertraagd": _("vertraagd"),
            "gehaald": _("gehaald"),
            "losgelaten": _("losgelaten"),
        },
        "schakel": {naam: str(woord) for naam, woord in SCHAKELS.items()},
        "klasse": {sleutel: str(woord) for sleutel, _grens, woord in LEEFTIJDEN},
    }


def vergeet() -> None:
    """Empty the memory (tests)."""
    _rijen.cache_clear()
    lees.vergeet()
