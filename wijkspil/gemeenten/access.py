"""From a signed-in account to a `Door`: which member of staff is this, here, with which roles and teams, right now.

Asked again at every request, so that a right that was taken away works at once (A3).
"""

from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from wijkspil.core.door import Door, Rol, Soort

from .models import Account, Medewerker


def pak_door(
    account: Account, *, gemeente_id: int, herkomst: str = "", verzoek: UUID | None = None
) -> Door | None:
    """The `Door` of this account in the municipality that is open, or None for a stranger. One query."""
    gevonden = (
        Medewerker.objects.filter(account_id=account.pk, actief=True)
        .values("id", "naam", "rollen")
        .annotate(
            teams=ArrayAgg("lidmaatschappen__team_id", filter=Q(lidmaatschappen__isnull=False), default=[])
        )
        .first()
    )
    if gevonden is None:
        return None
    return Door(
        Soort.MEDEWERKER,
        gemeente_id,
        gevonden["naam"],
        gevonden["id"],
        frozenset(Rol(rol) for rol in gevonden["rollen"]),
        frozenset(gevonden["teams"]),
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
