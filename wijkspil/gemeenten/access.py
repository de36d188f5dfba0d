"""From a signed-in account to a `Door`: which member of staff is this, here, with which roles and teams, right now.

Asked again at every request, so that a right that was taken away works at once (A3).
"""

from uuid import UUID

from django.db import connection

from wijkspil.core.door import Door, Rol, Soort

from .models import Account, Medewerker
from .werkwijzebron import EIGEN

_MEDEWERKER = """
SELECT m.id, m.naam, m.rollen, ARRAY(SELECT l.team_id FROM gemeenten_teamlid l WHERE l.medewerker_id = m.id),
    ARRAY(SELECT w.sleutel FROM gemeenten_werkwijzeversie w WHERE w.status = 'gepubliceerd' ORDER BY w.geldig_vanaf)
FROM gemeenten_medewerker m WHERE m.account_id = %s AND m.actief
"""  # asked at every request: composing this took seven times as long as answering it


def pak_door(
    account: Account, *, gemeente_id: int, herkomst: str = "", verzoek: UUID | None = None
) -> Door | None:
    """The `Door` of this account in the municipality that is open, or None for a stranger. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_MEDEWERKER, [account.pk])
        gevonden = cursor.fetchone()
    if gevonden is None:
        return None
    id, naam, rollen, teams, versies = gevonden
    EIGEN.vooraf(gemeente_id, versies)
    return Door(
        Soort.MEDEWERKER,
        gemeente_id,
        naam,
        id,
        frozenset(Rol(rol) for rol in rollen),
        frozenset(teams),
        herkomst,
        verzoek,
    )


def werkplekken(account: Account) -> list[tuple[str, str]]:
    """The municipalities (name in the address, name) where this account works; one query each, over few municipalities."""
    from wijkspil.core.grens import binnen

    from .models import Gemeente

    gevonden = []
    for gemeente in Gemeente.objects.filter(actief=True).order_by("naam"):
        with binnen(gemeente.pk, lezen=True):
            if Medewerker.objects.filter(account_id=account.pk, actief=True).exists():
                gevonden.append((gemeente.slug, gemeente.naam))
    return gevonden
