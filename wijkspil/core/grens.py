"""The border between municipalities: the key that every table carries and the context in which a transaction runs (T1-T4).

`binnen(gemeente_id)` opens a transaction and tells PostgreSQL, for that transaction only, whose rows may be seen. With
`lezen=True` the transaction also steps down to the role `wijkspil_lezer`, which can read everything within the border but write
nothing except a line in the audit log: that is how a GET is kept from changing anything.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db import connection, models, transaction

GEMEENTE_INSTELLING = "wijkspil.gemeente"
APP_ROL = "wijkspil_app"
LEZER_ROL = "wijkspil_lezer"

_nu: ContextVar[tuple[int, bool] | None] = ContextVar("gemeente", default=None)


class BuitenDeGrens(RuntimeError):
    """Code touched data of a municipality without having opened that municipality."""


class Gemeentesleutel(models.ForeignKey):  # type: ignore[type-arg]
    """The municipality that owns the row. Its presence makes the table a guarded one (see core/postgres/schema.py)."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("to", "gemeenten.Gemeente")
        kwargs.setdefault("on_delete", models.PROTECT)
        kwargs.setdefault("editable", False)
        kwargs.setdefault("related_name", "+")
        kwargs.setdefault("db_index", False)
        super().__init__(**kwargs)


def is_gemeentetabel(model: type[models.Model]) -> bool:
    return any(isinstance(veld, Gemeentesleutel) for veld in model._meta.local_fields)


def _zet(gemeente: int | None, lezen: bool) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('role', %s, true), set_config(%s, %s, true)",
            [LEZER_ROL if lezen else "none", GEMEENTE_INSTELLING, "" if gemeente is None else str(gemeente)],
        )


@contextmanager
def binnen(gemeente_id: int, *, lezen: bool = False) -> Iterator[None]:
    """Run a transaction within one municipality; two queries' worth of overhead (BEGIN and one set_config).

    Nested use (tests, a job that handles several municipalities one after the other) restores what was there before.
    """
    vorige, genest = _nu.get(), connection.in_atomic_block
    with transaction.atomic():
        _zet(gemeente_id, lezen)
        token = _nu.set((gemeente_id, lezen))
        try:
            yield
        finally:
            _nu.reset(token)
        if (
            genest and not connection.needs_rollback
        ):  # the outer transaction lives on: hand its settings back (an error undoes them by itself)
            _zet(*(vorige or (None, False)))


def huidige_gemeente() -> int:
    """The municipality of this transaction.

    Raises:
        BuitenDeGrens: no municipality is open. Wrap the work in `with binnen(gemeente_id):`.
    """
    nu = _nu.get()
    if nu is None:
        raise BuitenDeGrens("Geen gemeente geopend. Zet het werk in `with binnen(gemeente_id):`.")
    return nu[0]


def is_alleen_lezen() -> bool:
    nu = _nu.get()
    return nu is not None and nu[1]
