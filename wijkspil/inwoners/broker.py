"""Sign-in through a broker with OpenID Connect (DigiD, eIDAS): who somebody is, and how sure that is.

The broker says with a claim how certain the identity is. Too low, and there are no own pages; the levels are an ordered list in
the settings. In the practice town nobody signs in like this. See docs/inloggen-met-digid.md for what must be set.
"""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Account, Gemeente
from wijkspil.regels.bsn import is_geldig

from .machtigingen import MachtigingNietMogelijk, koppel_account
from .models import Inwoner, Inwoneraccount

NIVEAU_IN_SESSIE = "betrouwbaarheidsniveau"


class AanmeldingGeweigerd(ValueError):
    """The broker's answer is not enough to open somebody's own pages; the message says what to do."""


def is_zeker_genoeg(niveau: str) -> bool:
    """Whether a level is at least the one that this installation asks; a level that nobody knows is never enough."""
    niveaus = list(settings.BROKER_NIVEAUS)
    return niveau in niveaus and niveaus.index(niveau) >= niveaus.index(settings.BROKER_MINIMUM)


def claims_van(antwoord: dict[str, Any]) -> dict[str, Any]:
    """The claims in the broker's answer: those of the signed token over those of the user page."""
    return {**(antwoord.get("userinfo") or {}), **(antwoord.get("id_token") or {})}


def eis_niveau(claims: dict[str, Any]) -> None:
    """Raise AanmeldingGeweigerd when the identity is less sure than this installation asks."""
    if not is_zeker_genoeg(niveau_van(claims)):
        raise AanmeldingGeweigerd(
            _(
                "Deze manier van aanmelden is niet zeker genoeg voor uw eigen gegevens. Kies de app of de sms-controle."
            )
        )


def niveau_van(claims: dict[str, Any]) -> str:
    """The level of assurance in the broker's answer; empty when it says nothing."""
    return str(claims.get(settings.BROKER_CLAIM_NIVEAU, "") or "")


def bsn_van(claims: dict[str, Any]) -> str:
    """The citizen service number in the broker's answer.

    Raises: AanmeldingGeweigerd without a valid one. The number itself is never in the message.
    """
    bsn = str(claims.get(settings.BROKER_CLAIM_BSN, "") or "")
    if not is_geldig(bsn):
        raise AanmeldingGeweigerd(
            _("De aanmelding gaf geen geldig burgerservicenummer. Probeer het opnieuw, of bel de gemeente.")
        )
    return bsn


def koppel(account: Account, claims: dict[str, Any]) -> list[Inwoneraccount]:
    """Give this account the own pages in every municipality that knows this resident. Safe to repeat at each sign-in.

    Raises: AanmeldingGeweigerd when the level is too low or the number isn't valid.
    """
    eis_niveau(claims)
    bsn = bsn_van(claims)
    gekoppeld = []
    for gemeente in Gemeente.objects.filter(actief=True).order_by("pk"):
        with binnen(gemeente.pk):
            inwoner = Inwoner.objects.filter(bsn=bsn).first()
            if inwoner is None:
                continue
            try:
                gekoppeld.append(
                    koppel_account(inwoner, account, door=Door.systeem(gemeente.pk, "Aanmelden"))
                )
            except MachtigingNietMogelijk as fout:
                raise AanmeldingGeweigerd(str(fout)) from fout
    return gekoppeld
