"""From a signed-in account to the `Door` of somebody who works for a provider. Asked again at every request. One query."""

from uuid import UUID

from wijkspil.core.door import Door, Soort
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Account, Gemeente

from .models import Aanbieder, Aanbiedergebruiker


def pak_aanbiedersdoor(
    account: Account, *, gemeente_id: int, herkomst: str = "", verzoek: UUID | None = None
) -> Door | None:
    """The `Door` of a provider's member of staff in the municipality that is open, or None for anybody else.

    Its name carries the organisation, so that a resident who reads who looked knows both.
    """
    gebruiker = (
        Aanbiedergebruiker.objects.filter(account=account, actief=True)
        .select_related("aanbieder")
        .order_by("gemaakt_op")
        .first()
    )
    if gebruiker is None:
        return None
    return Door(
        Soort.AANBIEDER,
        gemeente_id,
        f"{gebruiker.naam} ({gebruiker.aanbieder.naam})",
        gebruiker.pk,
        herkomst=herkomst,
        verzoek=verzoek,
        aanbieder_id=gebruiker.aanbieder_id,
    )


def eigen_aanbieder(door: Door) -> Aanbieder:
    """The organisation that somebody of a provider works for. One query."""
    assert door.aanbieder_id is not None
    return Aanbieder.objects.get(pk=door.aanbieder_id)


def aanbiederplekken(account: Account) -> list[Gemeente]:
    """The municipalities for which this account works at a provider; one query each."""
    gevonden = []
    for gemeente in Gemeente.objects.filter(actief=True).order_by("naam"):
        with binnen(gemeente.pk, lezen=True):
            if Aanbiedergebruiker.objects.filter(account=account, actief=True).exists():
                gevonden.append(gemeente)
    return gevonden


def oefenaanbieders() -> list[Aanbiedergebruiker]:
    """Who can sign in for a provider in the municipality that is open; for the front page of the practice town."""
    return list(
        Aanbiedergebruiker.objects.filter(actief=True)
        .select_related("account", "aanbieder")
        .order_by("gemaakt_op")[:6]
    )
