"""Production. Refuses to start while something that keeps people safe is missing (trust I1, I3)."""

import os

from django.core.exceptions import ImproperlyConfigured

from .base import *

_NODIG = {
    "WIJKSPIL_SECRET_KEY": "a random text of at least 50 characters",
    "WIJKSPIL_HOSTS": "the host names on which this installation is reached, separated by commas",
    "DATABASE_URL": "the address of PostgreSQL for the role wijkspil_app",
}
for _naam, _uitleg in _NODIG.items():
    if not os.environ.get(_naam):
        raise ImproperlyConfigured(f"{_naam} is missing. Set it to {_uitleg}, then start again.")
if len(SECRET_KEY) < 50:
    raise ImproperlyConfigured("WIJKSPIL_SECRET_KEY is too short. Use at least 50 random characters.")

SECURE_SSL_REDIRECT = True
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_PRELOAD = True
OEFENMODUS = False
