"""From an address to the district and the team that has it (H6)."""

from typing import NamedTuple
from uuid import UUID

from django.db import connection


class Route(NamedTuple):
    wijk_id: UUID | None
    team_id: UUID | None


def routeer(postcode: str) -> Route:
    """The district of a post code and its district team; both None when the post code is unknown here. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT w.id, t.id FROM gemeenten_wijk w "
            "LEFT JOIN gemeenten_team t ON t.soort IN ('wijkteam', 'consortium') AND w.id = ANY (t.wijken) "
            "WHERE %s = ANY (w.postcodes) ORDER BY w.code, t.naam LIMIT 1",
            [postcode[:4]],
        )
        rij = cursor.fetchone()
    return Route(*rij) if rij else Route(None, None)
