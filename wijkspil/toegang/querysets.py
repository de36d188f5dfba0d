"""Work lists as questions to the database: cheap at a hundred thousand open files, and never wider than `zichtbaar_voor`.

The rule of access is an OR over people, teams and steps, which no single index serves. Here the same rule stands as branches,
each with a partial index of its own in the order of the list (`Hulpvraag.Meta.indexes`). A page asks every branch for its first
rows and merges those; a count stops at `TELT_TOT`. All comparisons are leakproof, so that row-level security lets them use an index.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from wijkspil.core.door import Door, Rol, Soort

from .access import STAPPEN_BACKOFFICE
from .models import Hulpvraag, Stap

TE_VERDELEN = (Stap.CONTACT, Stap.MELDING)
OPEN = ~Q(stap=Stap.AFGESLOTEN)
TELT_TOT = 100
"""A count beyond this says "99+": nobody acts on the difference between 400 and 500, and counting it costs time."""


@dataclass(frozen=True, slots=True)
class Plek:
    """A place in a list: after the row with this deadline (None: rows without one) and this id."""

    uiterlijk: date | None
    id: UUID


@dataclass(frozen=True, slots=True)
class Lijst:
    """A work list: the branches that may be looked at, and what is asked of each row."""

    takken: tuple[Q, ...]
    voorwaarde: Q = field(default_factory=Q)

    def met(self, voorwaarde: Q) -> "Lijst":
        return Lijst(self.takken, self.voorwaarde & voorwaarde)


def takken(door: Door) -> tuple[Q, ...]:
    """The branches of `access.zichtbaar_voor`: together the same rows, each one servable from its own index."""
    if door.soort is Soort.SYSTEEM:
        return (Q(),)
    if door.soort is not Soort.MEDEWERKER or door.id is None:
        return ()
    gevonden = [Q(behandelaar_id=door.id), Q(tweede_lezer_id=door.id), *team_takken(door)]
    if door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER):
        gevonden.append(Q(arrangeur_id=door.id))
    if door.heeft(Rol.FRONTOFFICE):
        gevonden += [Q(opgenomen_door=door.id), Q(stap__in=TE_VERDELEN, behandelaar__isnull=True)]
    if door.heeft(Rol.BACKOFFICE):
        gevonden.append(Q(stap__in=STAPPEN_BACKOFFICE))
    return tuple(gevonden)


def team_takken(door: Door) -> tuple[Q, ...]:
    """What lies with the teams of this person; front and back office see files by step, not by team."""
    return (
        tuple(Q(team_id=team) for team in sorted(door.teams))
        if door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER)
        else ()
    )


def eerste(lijst: Lijst, aantal: int, na: Plek | None = None) -> list[UUID]:
    """The ids of the first rows of a list, nearest deadline first, rows without one last. One query, two at the very end."""
    if na is None or na.uiterlijk is None:
        vanaf = Q() if na is None else Q(uiterlijk__isnull=True, pk__gt=na.id)
        return _ids(lijst.met(vanaf), aantal)
    later = Q(uiterlijk__gte=na.uiterlijk) & (Q(uiterlijk__gt=na.uiterlijk) | Q(pk__gt=na.id))
    gevonden = _ids(lijst.met(later), aantal)
    if len(gevonden) < aantal:
        gevonden += _ids(lijst.met(Q(uiterlijk__isnull=True)), aantal - len(gevonden))
    return gevonden


def spoedig(lijst: Lijst, aantal: int, volgorde: str) -> list[UUID]:
    """The ids of the first rows by another moment than the deadline, such as `spoed_uiterlijk`."""
    return _ids(lijst, aantal, volgorde)


def tel(lijsten: Mapping[str, Lijst]) -> dict[str, int]:
    """Count several lists in one query, each up to `TELT_TOT`."""
    namen = [naam for naam, lijst in lijsten.items() if lijst.takken]
    if not namen:
        return dict.fromkeys(lijsten, 0)
    vragen = [_sql(lijsten[naam], TELT_TOT, None) for naam in namen]
    delen = ", ".join(f"(SELECT count(*) FROM ({sql}) AS telling)" for sql, _waarden in vragen)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {delen}", [waarde for _sql_, waarden in vragen for waarde in waarden])
        gevonden = dict(zip(namen, cursor.fetchone(), strict=True))
    return {naam: gevonden.get(naam, 0) for naam in lijsten}


def _ids(lijst: Lijst, aantal: int, volgorde: str = "uiterlijk") -> list[UUID]:
    if not lijst.takken or aantal <= 0:
        return []
    with connection.cursor() as cursor:
        cursor.execute(*_sql(lijst, aantal, volgorde))
        return [rij[-1] for rij in cursor.fetchall()]


@lru_cache(maxsize=2048)
def _sql(lijst: Lijst, aantal: int, volgorde: str | None) -> tuple[str, tuple[Any, ...]]:
    """The statement for a list. Kept, because composing twenty of them took longer than PostgreSQL needs to answer."""
    sql, waarden = _vereniging(lijst, aantal, volgorde).query.sql_with_params()
    return sql, tuple(waarden)


def _vereniging(lijst: Lijst, aantal: int, volgorde: str | None) -> "QuerySet[Hulpvraag, tuple[object, ...]]":
    """The first rows of every branch, without doubles; ascending puts rows without a deadline last in PostgreSQL."""
    delen = []
    for tak in lijst.takken:
        deel = Hulpvraag.objects.filter(OPEN & tak & lijst.voorwaarde)
        geordend = (
            deel.order_by(volgorde, "id").values_list(volgorde, "id") if volgorde else deel.values_list("id")
        )
        delen.append(geordend[:aantal])
    if len(delen) == 1:
        return delen[0]
    samen = delen[0].union(*delen[1:])
    return (samen.order_by(volgorde, "id") if volgorde else samen)[:aantal]
