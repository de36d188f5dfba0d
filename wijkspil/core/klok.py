"""What time it is. Rules never ask; actions ask here, so that the practice town can play a year in minutes."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

_gezet: ContextVar[datetime | None] = ContextVar("klok", default=None)


def nu() -> datetime:
    """The moment, with time zone: the real one, or the one that the practice town plays."""
    return _gezet.get() or timezone.now()


def vandaag() -> date:
    """The calendar day in the Netherlands."""
    return timezone.localdate(nu())


@contextmanager
def op(moment: datetime) -> Iterator[None]:
    """Play at another moment (practice town and tests only)."""
    if moment.tzinfo is None:
        raise ValueError("Geef een moment met tijdzone.")
    token = _gezet.set(moment)
    try:
        yield
    finally:
        _gezet.reset(token)
