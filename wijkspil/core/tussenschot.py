"""A bulkhead between one piece of work and the next: the only place in the house that catches every error (docs/adr/0009).

A worker does many pieces in a row for a municipality. One that breaks the program may not hold up what waits behind it, and may not
disappear either: its changes are undone, the error is logged with its traceback, and the caller gets it back to write it down.
"""

import logging
from collections.abc import Callable

from django.db import connection, transaction

from .logboek import zonder_persoon

logger = logging.getLogger(__name__)


def probeer(
    werk: Callable[[], object], *, wat: str, verwacht: type[Exception] | None = None
) -> Exception | None:
    """Do one piece of work in a savepoint of its own. Returns None when it is done, or the error when it is not.

    What is not about this piece goes through: a lost connection, an interrupt, the end of the process.

    Args:
        wat: which piece this is, for the log; ids only, no names.
        verwacht: the error with which the work itself says "not now"; one line in the log is enough for that.
    """
    try:
        with transaction.atomic():
            werk()
    except Exception as fout:  # docs/adr/0009: undone, logged and handed back, never swallowed
        if connection.needs_rollback or not connection.is_usable():
            raise  # there is nothing left to write on: the whole round is made again
        if verwacht is not None and isinstance(fout, verwacht):
            logger.warning("werk_uitgesteld %s", wat)
        else:
            logger.exception("werk_mislukt %s fout=%s", wat, type(fout).__name__)
        return fout
    return None


def in_woorden(fout: Exception) -> str:
    """An error that nobody foresaw, for the person who finds it on a list: its class and first line, without personal data."""
    eerste = next(iter(zonder_persoon(str(fout)).splitlines()), "")
    naam = type(fout).__name__
    return (
        f"Wijkspil liep hierop vast ({naam}: {eerste[:300]})."
        if eerste
        else f"Wijkspil liep hierop vast ({naam})."
    ) + " Er is niets weg. Geef dit door aan functioneel beheer; probeer het daarna opnieuw."
