"""Providers behind their own pages: somebody at Stap voor Stap, somebody at De Raam, and orders for the same resident at both."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.test import Client

from tests.ondersteuning.opdrachten import bewaar, opdracht, regel
from tests.wijk import Wijk
from wijkspil.aanbieders.ingang import pak_aanbiedersdoor
from wijkspil.aanbieders.models import Aanbieder, Aanbiedergebruiker
from wijkspil.core.door import Door
from wijkspil.core.klok import vandaag
from wijkspil.gemeenten.models import Account
from wijkspil.ondersteuning.actions import draag_regel_op, start_levering
from wijkspil.ondersteuning.models import Toewijzing

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
STAP, RAAM, HULP = "42990003", "42990004", "42990001"


@dataclass
class Collega:
    """Somebody who works at a provider."""

    account: Account
    wijk: Wijk

    @property
    def door(self) -> Door:
        door = pak_aanbiedersdoor(self.account, gemeente_id=self.wijk.gemeente.pk)
        assert door is not None
        return door

    @property
    def browser(self) -> Client:
        client = Client()
        client.force_login(self.account, backend=BACKEND)
        return client

    def url(self, pad: str = "") -> str:
        return f"/{self.wijk.gemeente.slug}/aanbieder/{pad}"

    def get(self, pad: str = "") -> Any:
        return self.browser.get(self.url(pad))

    def post(self, pad: str = "", **velden: Any) -> Any:
        return self.browser.post(self.url(pad), velden)


def collega(wijk: Wijk, agb: str = STAP, naam: str = "Puck Jansen") -> Collega:
    """A new member of staff of a provider, with an account."""
    aanbieder = Aanbieder.objects.get(agb=agb)
    account = Account.objects.create_user(f"{naam.split()[0].lower()}@{agb}.example", naam=naam)
    bewaar(wijk, Aanbiedergebruiker(account=account, aanbieder=aanbieder, naam=naam))
    return Collega(account, wijk)


def ook_bij(wijk: Wijk, t: Toewijzing, agb: str = RAAM, **anders: Any) -> Toewijzing:
    """A second order for the resident of `t`, at another provider."""
    r = regel(wijk, 900 + t.nummer, aanbieder=Aanbieder.objects.get(agb=agb), **anders)
    r.plan.hulpvraag.inwoner = r.plan.inwoner = t.inwoner
    from wijkspil.core.schrijven import schrijven_open

    with schrijven_open():
        r.plan.hulpvraag.save()
        r.plan.save()
    return draag_regel_op(r.plan.hulpvraag, r, door=wijk.als("Kees van Dongen"))


def loopt(wijk: Wijk, n: int = 0, *, sinds: date | None = None, **anders: Any) -> Toewijzing:
    """An order whose help began on its first day."""
    t = opdracht(wijk, n, van=sinds or vandaag() - timedelta(days=60), **anders)
    start_levering(t, op=t.ingang, door=Door.systeem(wijk.gemeente.pk))
    return t
