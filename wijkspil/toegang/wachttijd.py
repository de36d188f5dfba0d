"""What waits and how long it takes, from the events and the open questions of one municipality (H1). Reads only."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from .models import Stap

TERUG = timedelta(days=365)
HOOGSTENS = 4000
"""More earlier questions than this make a forecast slower, not better."""

_BEGIN = {
    "gesprek.gevoerd": ("melding.ontvangen", "melding.teruggekeerd"),
    "onderzoek.afgerond": ("melding.ontvangen", "melding.teruggekeerd"),
    "besluit.bekendgemaakt": ("aanvraag.ontvangen",),
}
_DUREN = """
(SELECT eind.soort, eind.dag - begin.dag FROM core_gebeurtenis eind
CROSS JOIN LATERAL (
    SELECT max(b.id) AS id FROM core_gebeurtenis b
    WHERE b.dossier_id = eind.dossier_id AND b.id < eind.id AND b.soort = ANY (%s)
) laatste
JOIN core_gebeurtenis begin ON begin.id = laatste.id
WHERE eind.soort = %s AND eind.dag BETWEEN %s AND %s
  AND NOT EXISTS (
    SELECT FROM core_gebeurtenis eerder WHERE eerder.dossier_id = eind.dossier_id AND eerder.soort = eind.soort
      AND eerder.id > laatste.id AND eerder.id < eind.id)
ORDER BY eind.id DESC LIMIT %s)
"""


def duren_van(einden: Collection[str], *, van: date, tot: date) -> dict[str, list[int]]:
    """Days from the melding (or application) to the first event of each kind after it, for ends in a period. One query.

    Args:
        einden: of "gesprek.gevoerd", "onderzoek.afgerond" and "besluit.bekendgemaakt".
    """
    gevonden: dict[str, list[int]] = {eind: [] for eind in einden}
    if not gevonden:
        return gevonden
    waarden = [waarde for eind in gevonden for waarde in (list(_BEGIN[eind]), eind, van, tot, HOOGSTENS)]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([_DUREN] * len(gevonden)), waarden)
        for eind, dagen in cursor.fetchall():
            gevonden[eind].append(max(0, dagen))
    return gevonden


def duren(eind: str, *, van: date, tot: date) -> list[int]:
    """The same for one kind of end."""
    return duren_van([eind], van=van, tot=tot)[eind]


@dataclass(frozen=True, slots=True)
class Rij:
    """One team and step: how many wait, since when the oldest, how many are late, how many nobody has."""

    team_id: UUID | None
    team: str
    stap: str
    aantal: int
    oudste: date | None
    te_laat: int
    van_niemand: int


_RIJEN = """
SELECT h.team_id, coalesce(t.naam, ''), h.stap, count(*), min(coalesce(h.gemeld_op, h.gemaakt_op::date)),
    count(*) FILTER (WHERE h.uiterlijk < %(vandaag)s), count(*) FILTER (WHERE h.behandelaar_id IS NULL)
FROM toegang_hulpvraag h LEFT JOIN gemeenten_team t ON t.id = h.team_id
WHERE h.stap = ANY (%(stappen)s)
GROUP BY h.team_id, t.naam, h.stap
ORDER BY t.naam NULLS FIRST
"""
WACHTSTAPPEN = (
    Stap.CONTACT,
    Stap.MELDING,
    Stap.ONDERZOEK,
    Stap.PLAN,
    Stap.ARRANGEMENT,
    Stap.BESLUIT,
    Stap.AFSPRAAK,
    Stap.OPDRACHT,
)
"""Where the resident still waits for help; from delivery on nobody waits."""


def rijen(vandaag: date) -> list[Rij]:
    """The queue per team and step: counts only, no people. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_RIJEN, {"vandaag": vandaag, "stappen": [s.value for s in WACHTSTAPPEN]})
        gevonden: list[Any] = cursor.fetchall()
    volgorde = {stap.value: plek for plek, stap in enumerate(WACHTSTAPPEN)}
    return sorted((Rij(*rij) for rij in gevonden), key=lambda r: (r.team, volgorde[r.stap]))
