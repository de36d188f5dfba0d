"""The municipalities on this installation, kept in memory: they change once a year at most, and never within a request."""

from functools import lru_cache

from .models import Gemeente
from .werkwijzebron import EIGEN


@lru_cache(maxsize=1)
def _alle() -> dict[str, Gemeente]:
    return {gemeente.slug: gemeente for gemeente in Gemeente.objects.filter(actief=True)}


def op_slug(slug: str) -> Gemeente | None:
    """The active municipality with this name in the address, or None. No query after the first."""
    gemeente = _alle().get(slug)
    if gemeente is None:
        _alle.cache_clear()  # perhaps it was added after this process started
        gemeente = _alle().get(slug)
    return gemeente


def op_code(code: int) -> Gemeente:
    """The municipality with this CBS code; KeyError when it isn't here."""
    for gemeente in _alle().values():
        if gemeente.id == code:
            return gemeente
    _alle.cache_clear()
    return {g.id: g for g in _alle().values()}[code]


def vergeet() -> None:
    """Read the list again at the next question (after adding a municipality, and between tests)."""
    _alle.cache_clear()
    EIGEN.vergeet()
