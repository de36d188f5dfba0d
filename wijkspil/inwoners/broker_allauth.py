"""Where the library for sign-in through a broker meets our own rules; only loaded when a broker is set up.

What the broker tells about a person stays in memory: the citizen service number is not stored with the account.
"""

from typing import Any
from uuid import uuid4

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext as _

from .broker import NIVEAU_IN_SESSIE, AanmeldingGeweigerd, bsn_van, claims_van, eis_niveau, koppel, niveau_van


class Brokeradapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """A resident who was identified gets an account; too low a level, or no valid number, gets an explanation."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return True

    def is_auto_signup_allowed(self, request: HttpRequest, sociallogin: Any) -> bool:
        return True

    def new_user(self, request: HttpRequest, sociallogin: Any) -> Any:
        """The first moment at which the answer is there: take the claims out before anything is stored."""
        sociallogin.claims = claims_van(sociallogin.account.extra_data)
        sociallogin.account.extra_data = {"niveau": niveau_van(sociallogin.claims)}
        return super().new_user(request, sociallogin)

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> Any:
        account = sociallogin.user
        delen = (data.get("first_name"), data.get("last_name"))
        account.naam = data.get("name") or " ".join(d for d in delen if d) or str(_("Inwoner"))
        account.email = (
            f"{uuid4()}@inwoner.invalid"  # the broker's own number is the way in; nobody is mailed here
        )
        return account

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        try:
            eis_niveau(sociallogin.claims)
            bsn_van(sociallogin.claims)
            if sociallogin.is_existing:
                self._koppel(request, sociallogin)
        except AanmeldingGeweigerd as fout:
            context = {
                "code": 403,
                "kop": _("Aanmelden is niet gelukt"),
                "uitleg": str(fout),
                "terug_url": "/aanmelden/",
            }
            raise ImmediateHttpResponse(render(request, "basis/fout.html", context, status=403)) from fout

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Any:
        account = super().save_user(request, sociallogin, form)
        self._koppel(request, sociallogin)
        return account

    def _koppel(self, request: HttpRequest, sociallogin: Any) -> None:
        koppel(sociallogin.user, sociallogin.claims)
        request.session[NIVEAU_IN_SESSIE] = niveau_van(sociallogin.claims)
