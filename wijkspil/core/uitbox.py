"""Empties the outbox: each row once or more, with one effect.

A row is claimed with SKIP LOCKED and handled in the transaction that marks it done, so a killed worker leaves it waiting. A
handler must be safe to repeat: what it sends carries the row's key. After ten failures the row is `vastgelopen` and shows up on
the list of stuck work with its error.
"""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.db import connection, transaction

from . import klok
from .grens import binnen
from .models import Uitgaand
from .schrijven import schrijven_open

logger = logging.getLogger(__name__)
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
        if len(rijen) < 50:
            break
    return gedaan


def _verwerk(rij: Uitgaand) -> None:
    verwerker = _verwerkers.get(rij.soort)
    try:
        if verwerker is None:
            raise NietTeVerwerken(f"Niemand verwerkt uitgaand werk van de soort {rij.soort}.")
        with transaction.atomic():
            verwerker(rij)
    except NietTeVerwerken as fout:
        rij.pogingen += 1
        rij.fout = str(fout)
        rij.niet_voor = klok.nu() + timedelta(seconds=min(3600, 2**rij.pogingen))
        if rij.pogingen >= MAX_POGINGEN:
            rij.status = Uitgaand.Status.VASTGELOPEN
        logger.warning("uitgaand_mislukt soort=%s id=%s poging=%s", rij.soort, rij.pk, rij.pogingen)
    else:
        rij.status, rij.verwerkt_op, rij.fout = Uitgaand.Status.VERWERKT, klok.nu(), ""
    rij.save(update_fields=["status", "verwerkt_op", "pogingen", "fout", "niet_voor"])


def wachtend() -> int:
    """How many rows wait in this municipality (one query)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM core_uitgaand WHERE status = 'wacht'")
        return int(cursor.fetchone()[0])
