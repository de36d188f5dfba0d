"""One row in, one row changed: statements composed once per kind and set of fields.

Composing the same INSERT or UPDATE again took Django longer than PostgreSQL needs to do it. Values go through the fields as
always, and the border, the keys and the constraints stand in the database, so nothing is skipped.
"""

from functools import cache
from typing import Any, cast

from django.db import connection
from django.db.models import Field

from .models import GemeenteModel
from .schrijven import eis_handeling

Velden = tuple["Field[Any, Any]", ...]


def voeg_in(rij: GemeenteModel) -> None:
    """Insert a new row; one query. A kind with a `save` of its own keeps it."""
    soort = type(rij)
    if soort.save is not GemeenteModel.save:
        rij.save(force_insert=True)
        return
    eis_handeling(soort)
    sql, velden = _invoeging(soort)
    with connection.cursor() as cursor:
        cursor.execute(sql, [veld.get_db_prep_save(veld.pre_save(rij, True), connection) for veld in velden])
    rij._state.adding, rij._state.db = False, connection.alias


def werk_bij(rij: GemeenteModel, namen: tuple[str, ...]) -> bool:
    """Save the named fields if the row still has this `rev`, and count it up; one query. False when the row moved on."""
    eis_handeling(type(rij))
    sql, velden = _bijwerking(type(rij), namen)
    waarden = [veld.get_db_prep_save(getattr(rij, veld.attname), connection) for veld in velden]
    with connection.cursor() as cursor:
        cursor.execute(sql, [*waarden, rij.rev + 1, rij.pk, rij.rev])
        return cursor.rowcount == 1


@cache
def _invoeging(soort: type[GemeenteModel]) -> tuple[str, Velden]:
    velden = tuple(soort._meta.local_concrete_fields)
    namen = ", ".join(_naam(veld) for veld in velden)
    plekken = ", ".join(["%s"] * len(velden))
    return f"INSERT INTO {_tabel(soort)} ({namen}) VALUES ({plekken})", velden


@cache
def _bijwerking(soort: type[GemeenteModel], namen: tuple[str, ...]) -> tuple[str, Velden]:
    velden = tuple(cast("Field[Any, Any]", soort._meta.get_field(naam)) for naam in namen)
    zetten = ", ".join(f"{_naam(veld)} = %s" for veld in velden) + ("," if velden else "")
    return f"UPDATE {_tabel(soort)} SET {zetten} rev = %s WHERE id = %s AND rev = %s", velden


def _naam(veld: "Field[Any, Any]") -> str:
    return connection.ops.quote_name(str(veld.column))


def _tabel(soort: type[GemeenteModel]) -> str:
    return connection.ops.quote_name(soort._meta.db_table)
