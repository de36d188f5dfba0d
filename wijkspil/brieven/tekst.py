"""The fixed words of a letter as data: blocks of plain text with placeholders, shipped as a file, replaceable by a municipality.

A block is one heading and a few paragraphs. Placeholders are names of fields of that letter between braces, and nothing else: no
code, no attributes, no markup except *bold*. What a resident typed is filled in last and never read as a placeholder or markup.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, Self

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

MAP = Path(__file__).parent / "standaard"
_PLEK = re.compile(r"\{([^{}]*)\}")
_NAAM = re.compile(r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*$")


class TekstFout(ValueError):
    """The words of a template can't be used; the message says what is wrong and what is possible."""


class _Vast(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Blok(_Vast):
    """One part: `als` names a field without which the part is left out."""

    sleutel: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    kop: str = Field(default="", max_length=120)
    vorm: Literal["alinea", "citaat", "kader", "lijst", "stappen"] = "alinea"
    tekst: str = Field(min_length=1, max_length=4000)
    als: str = ""


class Brieftekst(_Vast):
    """All fixed words of one letter. `versie` is "standaard", or the number of the municipality's own version."""

    titel: str
    onderwerp: str = Field(min_length=3, max_length=100)
    blokken: tuple[Blok, ...]
    versie: str = "standaard"

    @model_validator(mode="after")
    def _een_keer(self) -> Self:
        sleutels = [blok.sleutel for blok in self.blokken]
        if len(sleutels) > len(set(sleutels)):
            raise ValueError("een blok staat er dubbel in; elk blok heeft zijn eigen naam")
        return self

    def plekken(self) -> set[str]:
        """Every placeholder in these words, as written between the braces."""
        teksten = [self.onderwerp, *(t for b in self.blokken for t in (b.kop, b.tekst))]
        return {naam for tekst in teksten for naam in _PLEK.findall(tekst)} | {
            b.als for b in self.blokken if b.als
        }


class Stuk(_Vast):
    """A piece of a paragraph, bold or not."""

    tekst: str
    vet: bool = False


class GevuldBlok(_Vast):
    """A block with its values filled in, ready for paper and screen."""

    sleutel: str
    kop: str
    vorm: str
    alineas: tuple[tuple[Stuk, ...], ...]

    @property
    def platte_alineas(self) -> list[str]:
        return ["".join(stuk.tekst for stuk in alinea) for alinea in self.alineas]


@cache
def standaardtekst(sjabloon: str) -> Brieftekst:
    """The words that come with the product; raises TekstFout when there are none for this letter."""
    bestand = MAP / f"{sjabloon}.yaml"
    if not bestand.is_file():
        raise TekstFout(f"Voor de brief {sjabloon} is er geen standaardtekst.")
    return Brieftekst.model_validate(yaml.safe_load(bestand.read_text(encoding="utf-8")))


def controleer_tekst(tekst: Brieftekst, velden: set[str]) -> None:
    """Refuse placeholders that this letter doesn't have, and braces that don't match.

    Raises: TekstFout with what is possible.
    """
    onbekend = sorted(naam for naam in tekst.plekken() if naam not in velden)
    if onbekend:
        raise TekstFout(
            f"Deze brief kent geen {', '.join('{' + naam + '}' for naam in onbekend)}. "
            f"Wel: {', '.join('{' + naam + '}' for naam in sorted(velden))}."
        )
    for blok in tekst.blokken:
        if any(teken in _PLEK.sub("", blok.kop + blok.tekst) for teken in "{}"):
            raise TekstFout(
                f"In “{blok.kop or blok.sleutel}” staat een losse accolade. Zet er een naam tussen, of haal haar weg."
            )
        if blok.tekst.count("*") % 2:
            raise TekstFout(
                f"In “{blok.kop or blok.sleutel}” staat een los sterretje. Vette woorden staan tussen twee sterretjes."
            )


def veldnamen(gegevens: Mapping[str, Any]) -> dict[str, str]:
    """The values that can be filled in: texts and dates of the letter itself, and of its parts as `deel.naam`."""
    return dict(_plat(gegevens))


def vul(tekst: Brieftekst, gegevens: Mapping[str, Any]) -> tuple[GevuldBlok, ...]:
    """Fill the blocks; one whose `als` field is empty is left out. Raises TekstFout for an unknown or empty placeholder."""
    waarden = veldnamen(gegevens)
    return tuple(
        GevuldBlok(
            sleutel=blok.sleutel,
            kop=_invullen(blok.kop, waarden),
            vorm=blok.vorm,
            alineas=tuple(_alineas(blok, waarden)),
        )
        for blok in tekst.blokken
        if not blok.als or waarden.get(blok.als)
    )


def vul_zin(zin: str, gegevens: Mapping[str, Any]) -> str:
    """One sentence with its values, such as the line above the letter."""
    return _invullen(zin, veldnamen(gegevens))


def _alineas(blok: Blok, waarden: Mapping[str, str]) -> Iterator[tuple[Stuk, ...]]:
    scheiding = r"\n+" if blok.vorm in ("lijst", "stappen") else r"\n\s*\n"
    for alinea in re.split(scheiding, blok.tekst.strip()):
        enkel = _PLEK.fullmatch(alinea.strip())
        if enkel and blok.vorm != "lijst":  # only what somebody wrote: it keeps its own paragraphs
            for stuk in re.split(r"\n\s*\n", _waarde(enkel.group(1), waarden)):
                yield (Stuk(tekst=_een_regel(stuk)),)
            continue
        delen = alinea.split("*")
        yield tuple(
            Stuk(tekst=_invullen(_een_regel(deel, randen=False), waarden), vet=nummer % 2 == 1)
            for nummer, deel in enumerate(delen)
            if deel
        )


def _invullen(tekst: str, waarden: Mapping[str, str]) -> str:
    return _PLEK.sub(lambda vondst: _een_regel(_waarde(vondst.group(1), waarden)), tekst)


def _waarde(naam: str, waarden: Mapping[str, str]) -> str:
    if not _NAAM.match(naam) or naam not in waarden:
        raise TekstFout(f"Deze brief kent geen {{{naam}}}.")
    return waarden[naam]


def _een_regel(tekst: str, *, randen: bool = True) -> str:
    plat = re.sub(r"\s+", " ", tekst)
    return plat.strip() if randen else plat


def _plat(gegevens: Mapping[str, Any], voor: str = "") -> Iterator[tuple[str, str]]:
    for naam, waarde in gegevens.items():
        if isinstance(waarde, Mapping):
            yield from _plat(waarde, f"{voor}{naam}.")
        elif isinstance(waarde, str) or waarde is None:
            yield f"{voor}{naam}", waarde or ""
