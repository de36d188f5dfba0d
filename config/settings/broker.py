"""Sign-in for residents through a broker with OpenID Connect. Nothing of it is there until its address is given.

The library for it is an extra (`django-allauth[socialaccount]`), so an installation without residents' pages doesn't carry it.
"""

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

from django.core.exceptions import ImproperlyConfigured

NODIG = ("WIJKSPIL_BROKER_URL", "WIJKSPIL_BROKER_CLIENT_ID", "WIJKSPIL_BROKER_CLIENT_SECRET")


def broker(omgeving: Mapping[str, str], installed_apps: list[str]) -> dict[str, Any]:
    """The settings that a broker asks for; none without an address.

    Raises: ImproperlyConfigured with what is missing and what to do.
    """
    if not omgeving.get("WIJKSPIL_BROKER_URL"):
        return {"BROKER_LOGIN_URL": ""}
    if ontbreekt := [naam for naam in NODIG if not omgeving.get(naam)]:
        raise ImproperlyConfigured(
            f"Sign-in through a broker needs {', '.join(ontbreekt)}. Set them and start again."
        )
    if find_spec("requests") is None or find_spec("jwt") is None:
        raise ImproperlyConfigured(
            "Sign-in through a broker needs an extra. Run: pip install 'django-allauth[socialaccount]'"
        )
    return {
        "INSTALLED_APPS": [
            *installed_apps,
            "allauth.socialaccount",
            "allauth.socialaccount.providers.openid_connect",
        ],
        "BROKER_LOGIN_URL": "/account/oidc/broker/login/",
        "SOCIALACCOUNT_ADAPTER": "wijkspil.inwoners.broker_allauth.Brokeradapter",
        "SOCIALACCOUNT_AUTO_SIGNUP": True,
        "SOCIALACCOUNT_EMAIL_AUTHENTICATION": False,
        "SOCIALACCOUNT_STORE_TOKENS": False,
        "SOCIALACCOUNT_PROVIDERS": {
            "openid_connect": {
                "OAUTH_PKCE_ENABLED": True,
                "APPS": [
                    {
                        "provider_id": "broker",
                        "name": omgeving.get("WIJKSPIL_BROKER_NAAM", "DigiD"),
                        "client_id": omgeving["WIJKSPIL_BROKER_CLIENT_ID"],
                        "secret": omgeving["WIJKSPIL_BROKER_CLIENT_SECRET"],
                        "settings": {"server_url": omgeving["WIJKSPIL_BROKER_URL"]},
                    }
                ],
            }
        },
    }
