"""People of providers, so that a provider's pages can be opened in every practice municipality.

One who works for a provider with the same AGB code in two municipalities is one person with one account there (B17).
"""

from typing import TYPE_CHECKING

from wijkspil.aanbieders.models import Aanbieder, Aanbiedergebruiker
from wijkspil.gemeenten.models import Account

if TYPE_CHECKING:
    from .inrichting import Inrichting


def zet_aanbieders(inrichting: "Inrichting") -> None:
    """The people under `aanbiedermensen` in the file of the town; called once, by the set-up."""
    for m in inrichting.gegevens["aanbiedermensen"]:
        _persoon(inrichting, Aanbieder.objects.get(naam=m["aanbieder"], lid_van=None), m["naam"])


def _persoon(inrichting: "Inrichting", partij: Aanbieder, naam: str) -> None:
    waar = partij.agb or f"{inrichting.gemeente.slug}.aanbieder"
    email = f"{naam.lower().replace(' ', '.')}@{waar}.oefenstad.example"
    account = Account.objects.filter(email=email).first()
    if account is None:
        account = Account(email=email, naam=naam)
        account.set_unusable_password()
        account.save()
    inrichting._maak(Aanbiedergebruiker(account=account, aanbieder=partij, naam=naam))
