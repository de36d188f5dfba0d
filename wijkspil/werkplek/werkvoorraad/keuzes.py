"""What the filters can be set to: teams, districts and colleagues of this municipality, and the reader's own lists. One query."""

from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from wijkspil.core.door import Door

Optie = tuple[str, str]


@dataclass(frozen=True, slots=True)
class EigenLijst:
    """A list that the reader saved; `filter` is the query string of its address."""

    id: UUID
    naam: str
    filter: str


@dataclass(frozen=True, slots=True)
class Keuzes:
    teams: tuple[Optie, ...]
    wijken: tuple[Optie, ...]
    behandelaars: tuple[Optie, ...]
    eigen: tuple[EigenLijst, ...]


_KEUZES = """
SELECT 'team', id, naam, '' FROM gemeenten_team
UNION ALL SELECT 'wijk', id, naam, '' FROM gemeenten_wijk
UNION ALL SELECT 'mens', id, naam, '' FROM gemeenten_medewerker
    WHERE actief AND id IN (SELECT medewerker_id FROM gemeenten_teamlid WHERE team_id = ANY (%(teams)s::uuid[]))
UNION ALL SELECT 'eigen', id, naam, filter FROM gemeenten_zoekopdracht WHERE medewerker_id = %(ik)s
ORDER BY 3
"""


def pak_keuzes(door: Door) -> Keuzes:
    """Colleagues are those of the reader's own teams, the reader first."""
    gevonden: dict[str, list[tuple[UUID, str, str]]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_KEUZES, {"teams": list(door.teams), "ik": door.id})
        for soort, id, naam, filter in cursor.fetchall():
            gevonden[soort].append((id, naam, filter))

    def opties(soort: str) -> tuple[Optie, ...]:
        return tuple((str(id), naam) for id, naam, _filter in gevonden[soort])

    ik = [(str(door.id), door.naam)]
    return Keuzes(
        opties("team"),
        opties("wijk"),
        tuple(ik + [mens for mens in opties("mens") if mens[0] != str(door.id)]),
        tuple(EigenLijst(*rij) for rij in gevonden["eigen"]),
    )
