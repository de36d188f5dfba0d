"""The lock on the only door for writing: rows of a municipality change inside an action or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_open: ContextVar[bool] = ContextVar("handeling_open", default=False)


class BuitenHandelingOm(RuntimeError):
    """Something tried to write without check, event and audit. Put it in an action (`with handeling(...)`)."""


def eis_handeling(model: type) -> None:
    if not _open.get():
        raise BuitenHandelingOm(
            f"{model.__name__} wordt alleen in een handeling geschreven; zie core/handeling.py."
        )


@contextmanager
def schrijven_open() -> Iterator[None]:
    """Used by `core.handeling` and by the set-up of a municipality; tests/huis/ lists who may."""
    token = _open.set(True)
    try:
        yield
    finally:
        _open.reset(token)
