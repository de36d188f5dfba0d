"""Every standard in the data folder, by name of message and by namespace. Loaded at first use, then kept."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from wijkspil.berichten.standaard.codelijsten import Codelijst
from wijkspil.berichten.standaard.definitie import Bericht, Standaard, laad

DATA = Path(__file__).parent / "data"


@cache
def standaarden() -> tuple[Standaard, ...]:
    """Load all standards: each folder under data is one; iWmo comes first, so a shared code list is found there."""
    return tuple(
        laad(map_) for map_ in sorted(DATA.iterdir(), reverse=True) if (map_ / "berichten.yaml").exists()
    )


@cache
def berichten() -> dict[str, Bericht]:
    """All messages of all standards by name, such as WMO301."""
    return {naam: bericht for standaard in standaarden() for naam, bericht in standaard.berichten.items()}


@cache
def per_ruimte() -> dict[str, Bericht]:
    """All messages by namespace."""
    return {bericht.ruimte: bericht for bericht in berichten().values()}


def bericht(naam: str) -> Bericht:
    """Give the definition of a message; raises LookupError that names the known ones."""
    try:
        return berichten()[naam]
    except KeyError:
        bekend = ", ".join(berichten())
        raise LookupError(f"Bericht {naam!r} is niet bekend. Kies een van: {bekend}.") from None


def codelijst(naam: str) -> Codelijst:
    """Give a code list by its code (COD046, WJ756, ...); raises LookupError that names the known ones."""
    for standaard in standaarden():
        if naam in standaard.codelijsten:
            return standaard.codelijsten[naam]
    bekend = ", ".join(code for standaard in standaarden() for code in standaard.codelijsten)
    raise LookupError(f"Codelijst {naam!r} is niet bekend. Kies een van: {bekend}.")


def omschrijving(lijst: str, code: str) -> str:
    """Give the Dutch label of a code: omschrijving("COD046", "2") is "Vrouwelijk"."""
    return codelijst(lijst).omschrijving(code)
