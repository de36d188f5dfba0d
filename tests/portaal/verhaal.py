"""Residents behind their own pages: Toos de Wit, who looks along with her, and somebody who has nothing to do with it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.test import Client

from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Account
from wijkspil.inwoners.ingang import pak_inwonersdoor
from wijkspil.inwoners.machtigingen import geef_machtiging, koppel_account, trek_machtiging_in
from wijkspil.inwoners.models import Inwoner, Inwoneraccount
from wijkspil.toegang.models import Hulpvraag

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
Omvang = Inwoneraccount.Omvang


@dataclass
class Bewoner:
    """Somebody with own pages, or with a mandate for another's."""

    account: Account
    wijk: Wijk

    @property
    def door(self) -> Door:
        door = pak_inwonersdoor(self.account, gemeente_id=self.wijk.gemeente.pk)
        assert door is not None
        return door

    @property
    def browser(self) -> Client:
        client = Client()
        client.force_login(self.account, backend=BACKEND)
        return client

    def url(self, pad: str = "") -> str:
        return f"/{self.wijk.gemeente.slug}/mijn/{pad}"

    def get(self, pad: str = "") -> Any:
        return self.browser.get(self.url(pad))

    def post(self, pad: str, **velden: Any) -> Any:
        return self.browser.post(self.url(pad), velden)


def bewoner(wijk: Wijk, inwoner: Inwoner, email: str = "toos@inwoner.example") -> Bewoner:
    """The resident in person, with an own account."""
    account = Account.objects.create_user(email, naam=inwoner.naam)
    koppel_account(inwoner, account, door=Door.systeem(wijk.gemeente.pk))
    return Bewoner(account, wijk)


def ander(wijk: Wijk) -> Bewoner:
    """Another resident of the same municipality, with a question of her own."""
    from wijkspil.inwoners.actions import NieuweInwoner

    nieuw = NieuweInwoner(achternaam="Vermeer", roepnaam="Nel", postcode="5431AC", huisnummer="9")
    return bewoner(wijk, wijk.melding(wie=nieuw).inwoner, "nel@inwoner.example")


def mee(zelf: Bewoner, vraag: Hulpvraag, naam: str, omvang: str, *, dagen: int = 30) -> Bewoner:
    """Somebody to whom the resident gave a mandate; with fewer than 0 `dagen` it ended before today."""
    email = f"{naam.lower()}@mee.example"
    rij = geef_machtiging(
        vraag.inwoner,
        naam=naam,
        email=email,
        omvang=omvang,
        tot=klok.vandaag() + timedelta(days=max(dagen, 0)),
        door=zelf.door,
    )
    if dagen < 0:
        with schrijven_open():
            rij.geldig_van = klok.vandaag() + timedelta(days=dagen - 10)
            rij.geldig_tot = klok.vandaag() + timedelta(days=dagen)
            rij.save()
    return Bewoner(rij.account, zelf.wijk)


def gestopt(zelf: Bewoner, vraag: Hulpvraag, naam: str) -> Bewoner:
    """Somebody whose mandate was taken back."""
    wie = mee(zelf, vraag, naam, Omvang.REGELEN)
    trek_machtiging_in(
        Inwoneraccount.objects.select_related("account", "inwoner").get(account=wie.account), door=zelf.door
    )
    return wie
