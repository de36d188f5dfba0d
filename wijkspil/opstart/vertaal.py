"""Texts for translators, with Babel in place of system gettext. Dutch is the source; `locale/<language>/` holds the rest.

`werk_bij` collects the marked texts from Python and templates, `compileer` makes what Django reads, `ontbrekend` says what
still lacks a translation.
"""

import io
import re
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from wijkspil.opstart.fouten import OpstartFout

BASIS = Path(__file__).resolve().parents[2]
TALEN = ("en",)
_SLOT = re.compile(r"%\(\w+\)\w|%[sd]|\{\w*\}")
_CONTEXT = ((1, "c"), 2)
_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    **{naam: None for naam in ("_", "__", "_l", "_t", "_g")},
    **{f"gettext{achter}": None for achter in ("", "_lazy", "_noop")},
    **{f"ngettext{achter}": (1, 2) for achter in ("", "_lazy")},
    **{f"pgettext{achter}": _CONTEXT for achter in ("", "_lazy")},
    **{f"npgettext{achter}": ((1, "c"), 2, 3) for achter in ("", "_lazy")},
}


def po_bestand(taal: str, basis: Path = BASIS) -> Path:
    return basis / "locale" / taal / "LC_MESSAGES" / "django.po"


def verzamel(basis: Path = BASIS) -> Catalog:
    """Return a catalogue of all marked texts in the product's Python and templates, without translations."""
    catalogus = Catalog(project="Wijkspil", charset="utf-8", fuzzy=False)
    for bestand, bron in _sources(basis):
        for _regel, tekst, toelichting, context in extract(
            "python",
            io.BytesIO(bron.encode()),
            keywords=_KEYWORDS,
            comment_tags=("Translators:",),
            strip_comment_tags=True,
        ):
            catalogus.add(tekst, locations=[(bestand, None)], auto_comments=toelichting, context=context)  # type: ignore[list-item]
    return catalogus


def werk_bij(basis: Path = BASIS) -> dict[str, int]:
    """Bring each language's file up to date with the source. Returns per language how many texts lack a translation."""
    bron = verzamel(basis)
    for taal in TALEN:
        bestand = po_bestand(taal, basis)
        catalogus = _read(bestand, taal)
        gemaakt = catalogus.creation_date
        catalogus.update(bron, no_fuzzy_matching=True, update_creation_date=False)
        catalogus.creation_date = gemaakt  # otherwise each run changes the file
        bestand.parent.mkdir(parents=True, exist_ok=True)
        with bestand.open("wb") as uit:
            write_po(uit, catalogus, width=110, sort_output=True, include_lineno=False, ignore_obsolete=True)
    return {taal: len(ontbrekend(basis)[taal]) for taal in TALEN}


def compileer(basis: Path = BASIS) -> list[Path]:
    """Make the .mo files that are missing or older than their source, and return them."""
    gemaakt = []
    for taal in TALEN:
        po = po_bestand(taal, basis)
        mo = po.with_suffix(".mo")
        if po.exists() and (not mo.exists() or mo.stat().st_mtime < po.stat().st_mtime):
            with mo.open("wb") as uit:
                write_mo(uit, _read(po, taal))
            gemaakt.append(mo)
    return gemaakt


def ontbrekend(basis: Path = BASIS) -> dict[str, list[str]]:
    """Return per language the texts in use that have no translation, or one whose placeholders differ."""
    bron = verzamel(basis)
    uitkomst = {}
    for taal in TALEN:
        catalogus = _read(po_bestand(taal, basis), taal)
        uitkomst[taal] = [
            _name(m) for m in bron if m.id and not _is_translated(catalogus.get(m.id, m.context))
        ]
        uitkomst[taal] += [
            f"{_name(m)}: andere invulplekken dan het origineel" for m in catalogus if not _same_slots(m)
        ]
    return uitkomst


def _read(bestand: Path, taal: str) -> Catalog:
    if not bestand.exists():
        return Catalog(
            locale=taal,
            project="Wijkspil",
            version="",
            charset="utf-8",
            fuzzy=False,
            header_comment="# Texts of Wijkspil; the Dutch msgid is the source. Renew with `make vertaal`.",
            last_translator="",
            language_team="",
            msgid_bugs_address="",
        )
    with bestand.open("rb") as uit:
        return read_po(uit, locale=taal, abort_invalid=True)


def _is_translated(bericht: Message | None) -> bool:
    if bericht is None or bericht.fuzzy:
        return False
    return all(_forms(bericht.string))


def _same_slots(bericht: Message) -> bool:
    """Whether the translation fills in the same things; one of the plural forms may leave out the number ("one question")."""
    bronnen, vormen = _forms(bericht.id), [v for v in _forms(bericht.string) if v]
    nodig = {plek for bron in bronnen for plek in _SLOT.findall(bron)}
    gevonden = [set(_SLOT.findall(vorm)) for vorm in vormen]
    if len(bronnen) == 1:
        return all(plekken == nodig for plekken in gevonden)
    return all(plekken <= nodig for plekken in gevonden) and (not gevonden or set().union(*gevonden) == nodig)


def _forms(tekst: str | list[str] | tuple[str, ...] | None) -> list[str]:
    return [tekst or ""] if isinstance(tekst, str | None) else list(tekst)


def _name(bericht: Message) -> str:
    return _forms(bericht.id)[0]


def _sources(basis: Path) -> Iterator[tuple[str, str]]:
    """Yield each file's name and its text as Python; a template becomes the calls that its tags stand for."""
    from django.utils.translation.template import templatize

    for bestand in sorted((basis / "wijkspil").rglob("*")):
        naam = bestand.relative_to(basis).as_posix()
        if bestand.suffix == ".py" and "/migrations/" not in naam:
            yield naam, bestand.read_text()
        elif bestand.suffix in {".html", ".txt"} and "templates" in bestand.parts:
            try:
                calls = templatize(bestand.read_text(), origin=naam)
            except SyntaxError as fout:
                raise OpstartFout(
                    f"In {naam} staat een vertaalblok dat niet klopt: {fout}\n"
                    "Daardoor kan geen enkele tekst worden verzameld. Herstel het blok en probeer opnieuw."
                ) from fout
            # what was markup is now X and indentation; Python's tokenizer trips over the latter
            yield naam, re.sub(r"(?m)^[ \t]+", "", calls)
