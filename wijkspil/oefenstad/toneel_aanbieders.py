"""People of providers that may investigate on the shortened route, so that their own pages can be opened in the practice town."""

from typing import TYPE_CHECKING

from wijkspil.aanbieders.models import Aanbieder, Aanbiedergebruiker
from wijkspil.gemeenten.models import Account

if TYPE_CHECKING:
    from .inrichting import Inrichting

NAMEN = ("Fenna Dijkstra", "Joris Wolthuis", "Aylin Kaya")


def zet_onderzoekers(inrichting: "Inrichting") -> None:
    """One person for each of the first providers of a product with such a route; called once, by the set-up."""
    codes = [
        p.code
        for p in inrichting.werkwijze.producten
        if p.verkorte_route and p.verkorte_route.onderzoek_door_aanbieder
    ]
    aanbieders = (
        Aanbieder.objects.filter(contracten__tarieven__product__code__in=codes).distinct().order_by("naam")
        if codes
        else []
    )
    for naam, aanbieder in zip(NAMEN, aanbieders, strict=False):
        email = f"{naam.lower().replace(' ', '.')}@{inrichting.gemeente.slug}.oefenstad.example"
        account = Account(email=email, naam=naam)
        account.set_unusable_password()
        account.save()
        inrichting._maak(Aanbiedergebruiker(account=account, aanbieder=aanbieder, naam=naam))
