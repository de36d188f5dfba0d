"""Empties the outbox: each row once or more, with one effect.

A row is claimed with SKIP LOCKED and handled in the transaction that marks it done, so a killed worker leaves it waiting. A
handler must be safe to repeat: what it sends carries the row's key. A row that fails, for whatever reason, is set aside with its
error and holds up nothing behind it. After ten failures it is `vastgelopen`, on the list of stuck work, until a person lets it go again.
"""

from collections.abc import Callable
from datetime import timedelta

from django.db import connection

from . import klok, tussenschot
from .grens import binnen
from .models import Uitgaand
from .schrijven import schrijven_open

Verwerker = Callable[[Uitgaand], None]
MAX_POGINGEN = 10

_verwerkers: dict[str, Verwerker] = {}


class NietTeVerwerken(Exception):
    """A handler could not do its work now; the message ends up on the row. It is tried again later."""


def registreer(soort: str, verwerker: Verwerker) -> None:
    _verwerkers[soort] = verwerker


def soorten() -> set[str]:
    return set(_verwerkers)


def leeg(gemeente_id: int, *, hoogstens: int = 1_000_000) -> int:
    """Handle what waits for one municipality, oldest first. Returns how many rows were done."""
    gedaan = 0
    while gedaan < hoogstens:
        with binnen(gemeente_id), schrijven_open():
            rijen = list(
                Uitgaand.objects.select_for_update(skip_locked=True)
                .filter(status=Uitgaand.Status.WACHT, niet_voor__lte=klok.nu())
                .order_by("niet_voor", "id")[:50]
            )
            for rij in rijen:
                _verwerk(rij)
        gedaan += len(rijen)
        if not rijen:  # work may bring work along: a letter that was written wants its PDF
            break
    return gedaan


def _verwerk(rij: Uitgaand) -> None:
    """Handle one claimed row and write down how it went. The handler works in a savepoint; see `tussenschot`."""
    fout = tussenschot.probeer(
        lambda: _doe(rij),
        wat=f"soort={rij.soort} id={rij.pk} poging={rij.pogingen + 1}",
        verwacht=NietTeVerwerken,
    )
    if fout is None:
        rij.status, rij.verwerkt_op, rij.fout = Uitgaand.Status.VERWERKT, klok.nu(), ""
    else:
        rij.pogingen += 1
        rij.fout = str(fout) if isinstance(fout, NietTeVerwerken) else tussenschot.in_woorden(fout)
        rij.niet_voor = klok.nu() + timedelta(seconds=min(3600, 2**rij.pogingen))
        if rij.pogingen >= MAX_POGINGEN:
            rij.status = Uitgaand.Status.VASTGELOPEN
    rij.save(update_fields=["status", "verwerkt_op", "pogingen", "fout", "niet_voor"])


def _doe(rij: Uitgaand) -> None:
    verwerker = _verwerkers.get(rij.soort)
    if verwerker is None:
        raise NietTeVerwerken(f"Niemand verwerkt uitgaand werk van de soort {rij.soort}.")
    verwerker(rij)


def wachtend() -> int:
    """How many rows wait in this municipality (one query)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_uitgaand WHERE status = 'wacht'")
        return int(cursor.fetchone()[0])
