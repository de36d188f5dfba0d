"""The shelf with the ways of working: one folder per municipality, one file per day from which it holds.

    bestanden/<slug>/<geldig_vanaf>.yaml

A file is read and checked once per process; a changed file is seen after a restart. Beside the shelf stands what a
municipality published itself: a `Bron` that is asked first, and that this room knows nothing about.
"""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Protocol

from wijkspil.werkwijzen.controle import lees
from wijkspil.werkwijzen.werkwijze import Werkwijze

BESTANDEN = Path(__file__).parent / "bestanden"
_SLUG = re.compile(r"[a-z][a-z0-9-]*")
_NAAM = re.compile(r"(?m)^gemeente:\n(?:[ #].*\n)*?  naam: ([^\n#]+)")


class WerkwijzeNietGevonden(LookupError):
    """There is no way of working with this name, or none on this day."""


class Kast:
    """A folder of ways of working, read when asked for and kept."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._gelezen: dict[tuple[str, date], Werkwijze] = {}
        self._dagen: dict[str, list[date]] = {}
        self._sleutels: dict[str, Werkwijze] = {}
        self._namen: dict[str, str] = {}

    def slugs(self) -> list[str]:
        """Name the municipalities on the shelf."""
        return sorted(
            deel.name for deel in self._map.iterdir() if deel.is_dir() and _SLUG.fullmatch(deel.name)
        )

    def versies(self, slug: str) -> list[date]:
        """Name the days from which a municipality has a version, old to new."""
        if slug not in self._dagen:
            # A slug can come from an address bar, so it may only be a plain name.
            if not _SLUG.fullmatch(slug) or not (self._map / slug).is_dir():
                raise WerkwijzeNietGevonden(f"Er is geen werkwijze `{slug}`. Wel: {', '.join(self.slugs())}.")
            bestanden = (self._map / slug).glob("*.yaml")
            self._dagen[slug] = sorted(date.fromisoformat(bestand.stem) for bestand in bestanden)
        return list(self._dagen[slug])

    def naam(self, slug: str) -> str:
        """Give the name of a municipality as its newest file says it, or its slug when that can't be found."""
        if slug not in self._namen:
            bestand = self._map / slug / f"{self.versies(slug)[-1]}.yaml"
            gevonden = _NAAM.search(bestand.read_text(encoding="utf-8"))
            self._namen[slug] = gevonden[1].strip() if gevonden else slug
        return self._namen[slug]

    def tekst(self, sleutel: str) -> str:
        """Give the text of one version as it was written, comments and all."""
        werkwijze = self.laad_versie(sleutel)
        bestand = self._map / werkwijze.slug / f"{werkwijze.geldig_vanaf.isoformat()}.yaml"
        return bestand.read_text(encoding="utf-8")

    def laad(self, slug: str, op_dag: date) -> Werkwijze:
        """Give the version that holds on a day.

        Raises `WerkwijzeNietGevonden` before the first version or after the last has ended, and `WerkwijzeOngeldig`
        with every fault when the file is not right.
        """
        versies = self.versies(slug)
        begonnen = [dag for dag in versies if dag <= op_dag]
        if begonnen:
            werkwijze = self._lees(slug, begonnen[-1])
            if werkwijze.geldig_tot is None or op_dag <= werkwijze.geldig_tot:
                return werkwijze
        dagen = ", ".join(dag.isoformat() for dag in versies) or "geen enkele dag"
        raise WerkwijzeNietGevonden(
            f"Op {op_dag.isoformat()} geldt geen versie van `{slug}`. Er zijn versies vanaf: {dagen}."
        )

    def laad_versie(self, sleutel: str) -> Werkwijze:
        """Give one version by its key, such as `mijn-gemeente@2026-01-01`, whether it still holds or not.

        After the first time a lookup in a dictionary: pages ask this for every question they show.
        """
        if sleutel not in self._sleutels:
            self._sleutels[sleutel] = self._zoek(sleutel)
        return self._sleutels[sleutel]

    def _zoek(self, sleutel: str) -> Werkwijze:
        slug, apenstaart, dag = sleutel.partition("@")
        try:
            vanaf = date.fromisoformat(dag)
        except ValueError:
            vanaf = None
        if not apenstaart or vanaf is None:
            raise WerkwijzeNietGevonden(
                f"`{sleutel}` is geen versie. Een versie ziet eruit als `gemeente@2026-01-01`."
            )
        if vanaf not in self.versies(slug):
            raise WerkwijzeNietGevonden(f"`{slug}` heeft geen versie vanaf {dag}.")
        return self._lees(slug, vanaf)

    def alle(self) -> list[Werkwijze]:
        """Give every version of every municipality, by name and day."""
        return [self._lees(slug, dag) for slug in self.slugs() for dag in self.versies(slug)]

    def _lees(self, slug: str, dag: date) -> Werkwijze:
        if (slug, dag) not in self._gelezen:
            bestand = self._map / slug / f"{dag.isoformat()}.yaml"
            self._gelezen[slug, dag] = lees(bestand.read_text(encoding="utf-8"), f"{slug}/{bestand.name}")
        return self._gelezen[slug, dag]


class Bron(Protocol):
    """Where versions come from that a municipality made itself; the municipality that is open decides which.

    A version never changes once it can be found by its key, so an answer to `laad_versie` may be kept for ever.
    Which version holds on a day does change (somebody publishes), so `versies` has to be fresh.
    """

    def versies(self, slug: str) -> Sequence[date]:
        """Name the days from which this municipality has a version of its own, old to new; empty without one."""

    def laad_versie(self, sleutel: str) -> Werkwijze | None:
        """Give an own version by its key, or None when it is not one of these."""

    def tekst(self, sleutel: str) -> str | None:
        """Give the text of an own version as it was written, or None when it is not one of these."""


_bronnen: list[Bron] = []


def registreer_bron(bron: Bron) -> None:
    """Ask this source before the shelf, from now on; the same one twice counts once."""
    if bron not in _bronnen:
        _bronnen.append(bron)


@cache
def _kast() -> Kast:
    return Kast(BESTANDEN)


def laad(slug: str, op_dag: date) -> Werkwijze:
    """Give the way of working of a municipality that holds on a day.

    From the first day of a version of its own, a municipality works by its own versions: a file that ships later with a
    newer day changes nothing until the municipality takes it over. Otherwise see `Kast.laad`.
    """
    for bron in _bronnen:
        begonnen = [dag for dag in bron.versies(slug) if dag <= op_dag]
        if begonnen:
            return laad_versie(f"{slug}@{begonnen[-1].isoformat()}")
    return _kast().laad(slug, op_dag)


def laad_versie(sleutel: str) -> Werkwijze:
    """Give one version by the key a question stores, own or shipped; see `Kast.laad_versie`."""
    for bron in _bronnen:
        eigen = bron.laad_versie(sleutel)
        if eigen is not None:
            return eigen
    return _kast().laad_versie(sleutel)


def tekst_van(sleutel: str) -> str:
    """Give the text of one version, own or shipped, as it was written.

    Raises `WerkwijzeNietGevonden` when there is no such version.
    """
    for bron in _bronnen:
        eigen = bron.tekst(sleutel)
        if eigen is not None:
            return eigen
    return _kast().tekst(sleutel)


def versies(slug: str) -> list[date]:
    """Name the days from which a municipality has a version, shipped or own, old to new.

    Raises `WerkwijzeNietGevonden` when there is none at all.
    """
    dagen = {dag for bron in _bronnen for dag in bron.versies(slug)}
    if not dagen or slug in _kast().slugs():
        dagen.update(_kast().versies(slug))
    return sorted(dagen)


def is_meegeleverd(sleutel: str) -> bool:
    """Say whether a version ships with the product; its day is then not free for a version of one's own."""
    try:
        _kast().laad_versie(sleutel)
    except WerkwijzeNietGevonden:
        return False
    return True


def meegeleverd() -> dict[str, str]:
    """Name every shipped version by its key, with the municipality it is of; nothing is checked, so it is quick."""
    return {f"{slug}@{dag}": _kast().naam(slug) for slug in _kast().slugs() for dag in _kast().versies(slug)}


def alle() -> list[Werkwijze]:
    """Give all shipped ways of working."""
    return _kast().alle()
