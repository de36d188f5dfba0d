"""From a signed-in account to the `Door` of somebody who works for a provider. Asked again at every request. One query."""

from uuid import UUID

from wijkspil.aanbieders.models import Aanbiedergebruiker
from wijkspil.core.door import Door, Soort
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Account, Gemeente


def pak_aanbiedersdoor(
    account: Account, *, gemeente_id: int, herkomst: str = "", verzoek: UUID | None = None
) -> Door | None:
    """The `Door` of a provider's member of staff in the municipality that is open, or None for anybody else."""
    gebruiker = Aanbiedergebruiker.objects.filter(account=account, actief=True).order_by("gemaakt_op").first()
    if gebruiker is None:
        return None
    return Door(
        Soort.AANBIEDER,
        gemeente_id,
        gebruiker.naam,
        gebruiker.pk,
        herkomst=herkomst,
        verzoek=verzoek,
        aanbieder_id=gebruiker.aanbieder_id,
    )


def onderzoeksplekken(account: Account) -> list[tuple[str, str]]:
    """The municipalities (name in the address, name) for which this account investigates; one query each."""
    gevonden = []
    for gemeente in Gemeente.objects.filter(actief=True).order_by("naam"):
        with binnen(gemeente.pk, lezen=True):
            if pak_aanbiedersdoor(account, gemeente_id=gemeente.pk) is not None:
                gevonden.append((gemeente.slug, gemeente.naam))
    return gevonden


def oefenaanbieders() -> list[Aanbiedergebruiker]:
    """Who can sign in for a provider in the municipality that is open; for the front page of the practice town."""
    return list(
        Aanbiedergebruiker.objects.filter(actief=True)
        .select_related("account", "aanbieder")
        .order_by("gemaakt_op")[:6]
    )
