"""Where messages leave and arrive. A folder on this machine by default; envelopes of the hub (`knooppunt`) fit the same verbs.

Delivery is at least once, both ways: who crashes between writing a file and remembering it, writes it again with the same bytes.
What stands in a message decides what it is; a file name is only a name.
"""

import os
import re
import tempfile
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from django.conf import settings

MAX_BYTES = 25 * 1024 * 1024
"""The largest payload that the hub passes on; a bigger file is cut off and so becomes unreadable, never memory."""


@dataclass(frozen=True, slots=True)
class Transportmelding:
    """The transport refuses something that we sent: the name under which it went ("" when it is not known), and why."""

    naam: str
    uitleg: str


@dataclass(frozen=True, slots=True)
class Ingekomen:
    """Something that lies in the in-tray: a handle for `berg_op`, the bytes, and the sender if the transport knows it."""

    naam: str
    ruw: bytes
    afzender: str = ""
    melding: Transportmelding | None = None
    """Set when it is no message, but an error about one of ours."""


class Uitwisseling(Protocol):
    """A way to exchange messages for a municipality (four-digit CBS code)."""

    def verstuur(self, cbs: str, naam: str, ruw: bytes) -> None:
        """Hand over; the same name twice is the same message."""

    def weiger(self, cbs: str, naam: str, sha256: str, uitleg: str) -> None:
        """Tell the sender of what came with this hash that it fails on level 1; there is no iWmo answer for that."""

    def in_bak(self, cbs: str) -> Iterator[Ingekomen]:
        """What lies in the in-tray now, oldest first."""

    def berg_op(self, cbs: str, naam: str) -> None:
        """Take out of the in-tray what has been stored; safe to repeat."""

    def beschrijving(self, cbs: str) -> str:
        """Where this is, in words for an administrator."""


class Mapuitwisseling:
    """Two folders per municipality, `uit` and `in`. A file appears whole or not at all (atomic rename)."""

    def __init__(self, map_: Path) -> None:
        self.map = map_

    def verstuur(self, cbs: str, naam: str, ruw: bytes) -> None:
        leg_neer(self._map(cbs, "uit"), naam, ruw)

    def weiger(self, cbs: str, naam: str, sha256: str, uitleg: str) -> None:
        self.verstuur(cbs, naam, uitleg.encode())

    def in_bak(self, cbs: str) -> Iterator[Ingekomen]:
        return lees_map(self._map(cbs, "in"))

    def berg_op(self, cbs: str, naam: str) -> None:
        (self._map(cbs, "in") / _veilig(naam)).unlink(missing_ok=True)

    def beschrijving(self, cbs: str) -> str:
        return str(self.map / cbs)

    def _map(self, cbs: str, kant: str) -> Path:
        if not re.fullmatch(r"[0-9]{4}", cbs):
            raise ValueError("Een gemeentecode heeft vier cijfers.")
        map_ = self.map / cbs / kant
        map_.mkdir(parents=True, exist_ok=True)
        return map_


class Geheugenuitwisseling:
    """In memory, for the practice town at full speed and for tests: the same promises without a disk."""

    def __init__(self) -> None:
        self.uit: dict[str, deque[tuple[str, bytes]]] = {}
        self._in: dict[str, dict[str, bytes]] = {}

    def verstuur(self, cbs: str, naam: str, ruw: bytes) -> None:
        self.uit.setdefault(cbs, deque()).append((naam, ruw))

    def weiger(self, cbs: str, naam: str, sha256: str, uitleg: str) -> None:
        self.verstuur(cbs, naam, uitleg.encode())

    def lever_in(self, cbs: str, naam: str, ruw: bytes) -> None:
        """What a provider does: put something in our in-tray."""
        self._in.setdefault(cbs, {})[naam] = ruw

    def in_bak(self, cbs: str) -> Iterator[Ingekomen]:
        return iter([Ingekomen(naam, ruw) for naam, ruw in self._in.get(cbs, {}).items()])

    def berg_op(self, cbs: str, naam: str) -> None:
        self._in.get(cbs, {}).pop(naam, None)

    def beschrijving(self, cbs: str) -> str:
        return "in het geheugen"


_gekozen: ContextVar[Uitwisseling | None] = ContextVar("uitwisseling", default=None)


def uitwisseling() -> Uitwisseling:
    """The exchange in use: what the settings say, unless `met` chose another."""
    gekozen = _gekozen.get()
    if gekozen is not None:
        return gekozen
    if settings.UITWISSEL_VORM == "knooppunt":
        from .knooppunt import Knooppuntmappen

        return Knooppuntmappen(Path(settings.UITWISSEL_MAP), code_325=settings.GGK_325)
    return Mapuitwisseling(Path(settings.UITWISSEL_MAP))


@contextmanager
def met(andere: Uitwisseling) -> Iterator[None]:
    """Exchange in another way within this block (practice town and tests)."""
    token = _gekozen.set(andere)
    try:
        yield
    finally:
        _gekozen.reset(token)


def leg_neer(map_: Path, naam: str, ruw: bytes) -> Path:
    """Write a file that others see only when it is complete and on disk."""
    doel = map_ / _veilig(naam)
    greep, tijdelijk = tempfile.mkstemp(dir=map_, prefix=".bezig-")
    try:
        with os.fdopen(greep, "wb") as bestand:
            bestand.write(ruw)
            bestand.flush()
            os.fsync(bestand.fileno())
        os.replace(tijdelijk, doel)
    finally:
        Path(tijdelijk).unlink(missing_ok=True)  # only there still when something went wrong
    return doel


def lees_map(map_: Path) -> Iterator[Ingekomen]:
    """The files in a folder, oldest first; hidden ones are still being written. A file that just vanished is skipped."""
    for pad in sorted(map_.glob("[!.]*"), key=_leeftijd):
        try:
            with pad.open("rb") as bestand:
                ruw = bestand.read(MAX_BYTES + 1)
        except FileNotFoundError:  # another worker was quicker
            continue
        yield Ingekomen(pad.name, ruw)


def _leeftijd(pad: Path) -> tuple[int, str]:
    try:
        return pad.stat().st_mtime_ns, pad.name
    except FileNotFoundError:  # gone between listing and looking: the reader skips it
        return 0, pad.name


def _veilig(naam: str) -> str:
    """A name without a way out of the folder."""
    kaal = Path(naam).name
    if kaal != naam or naam in ("", ".", ".."):
        raise ValueError("Een bestandsnaam mag geen map bevatten.")
    return kaal
