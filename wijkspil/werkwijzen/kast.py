"""The shelf with the ways of working: one folder per municipality, one file per day from which it holds.

    bestanden/<slug>/<geldig_vanaf>.yaml

A file is read and checked once per process; a changed file is seen after a restart.
"""

import re
from datetime import date
from functools import cache
from pathlib import Path

from wijkspil.werkwijzen.controle import lees
from wijkspil.werkwijzen.werkwijze import Werkwijze

BESTANDEN = Path(__file__).parent / "bestanden"
_SLUG = re.compile(r"[a-z][a-z0-9-]*")


class WerkwijzeNietGevonden(LookupError):
    """There is no way of working with this name, or none on this day."""


class Kast:
    """A folder of ways of working, read when asked for and kept."""

    def __init__(self, map_: Path) -> None:
        self._map = map_
        self._gelezen: dict[tuple[str, date], Werkwijze] = {}

    def slugs(self) -> list[str]:
        """Name the municipalities on the shelf."""
        return sorted(
            deel.name for deel in self._map.iterdir() if deel.is_dir() and _SLUG.fullmatch(deel.name)
        )

    def versies(self, slug: str) -> list[date]:
        """Name the days from which a municipality has a version, old to new."""
        # A slug can come from an address bar, so it may only be a plain name.
        if not _SLUG.fullmatch(slug) or not (self._map / slug).is_dir():
            raise WerkwijzeNietGevonden(f"Er is geen werkwijze `{slug}`. Wel: {', '.join(self.slugs())}.")
        return sorted(date.fromisoformat(bestand.stem) for bestand in (self._map / slug).glob("*.yaml"))

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
        """Give one version by its key, such as `land-van-cuijk@2026-01-01`, whether it still holds or not."""
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


@cache
def _kast() -> Kast:
    return Kast(BESTANDEN)


def laad(slug: str, op_dag: date) -> Werkwijze:
    """Give the shipped way of working of a municipality that holds on a day; see `Kast.laad`."""
    return _kast().laad(slug, op_dag)


def laad_versie(sleutel: str) -> Werkwijze:
    """Give one shipped version by the key a question stores; see `Kast.laad_versie`."""
    return _kast().laad_versie(sleutel)


def alle() -> list[Werkwijze]:
    """Give all shipped ways of working."""
    return _kast().alle()
