"""From a signed-in account to the `Door` of a resident: whose pages may this person see, here and today.

Asked again at every request, so that a mandate that ended or was taken back works at once (A3). One query.
"""

from uuid import UUID

from django.db import connection

from wijkspil.core import klok
from wijkspil.core.door import Door, Machtiging, Soort
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Account, Gemeente

from .models import Inwoneraccount

_MACHTIGINGEN = """
SELECT a.id, a.inwoner_id, a.namens = 'zelf', a.omvang = 'regelen'
FROM inwoners_inwoneraccount a JOIN inwoners_inwoner i ON i.id = a.inwoner_id
WHERE a.account_id = %s AND a.ingetrokken_op IS NULL AND i.overleden_op IS NULL
  AND a.geldig_van <= %s AND (a.geldig_tot IS NULL OR a.geldig_tot >= %s)
ORDER BY a.namens = 'zelf' DESC, a.id
"""


def pak_inwonersdoor(
    account: Account, *, gemeente_id: int, herkomst: str = "", verzoek: UUID | None = None
) -> Door | None:
    """The `Door` of a resident or a representative in the municipality that is open, or None for anybody else."""
    vandaag = klok.vandaag()
    with connection.cursor() as cursor:
        cursor.execute(_MACHTIGINGEN, [account.pk, vandaag, vandaag])
        machtigingen = tuple(Machtiging(*rij) for rij in cursor.fetchall())
    if not machtigingen:
        return None
    return Door(
        Soort.INWONER,
        gemeente_id,
        account.naam,
        machtigingen[0].id,
        herkomst=herkomst,
        verzoek=verzoek,
        machtigingen=machtigingen,
    )


def eigen_plekken(account: Account) -> list[tuple[str, str]]:
    """The municipalities (name in the address, name) where this account has own pages; one query each."""
    gevonden = []
    for gemeente in Gemeente.objects.filter(actief=True).order_by("naam"):
        with binnen(gemeente.pk, lezen=True):
            if pak_inwonersdoor(account, gemeente_id=gemeente.pk) is not None:
                gevonden.append((gemeente.slug, gemeente.naam))
    return gevonden


def oefenbewoners() -> list[Inwoneraccount]:
    """Who can sign in as a resident in the municipality that is open; for the front page of the practice town."""
    return list(
        Inwoneraccount.objects.filter(ingetrokken_op__isnull=True)
        .select_related("account", "inwoner")
        .order_by("gemaakt_op")[:8]
    )
