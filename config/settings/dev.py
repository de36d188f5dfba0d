"""For one developer on one machine: the embedded database and no https."""

import os

os.environ.setdefault("WIJKSPIL_SECRET_KEY", "alleen-voor-ontwikkeling-op-deze-machine")
if "DATABASE_URL" not in os.environ:
    from wijkspil.opstart.omgeving import lokale_urls, var_map

    os.environ["DATABASE_URL"], os.environ["DATABASE_OWNER_URL"] = lokale_urls(var_map())

from .base import *

DEBUG = True
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]"]
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
MFA_VERPLICHT = False
OEFENMODUS = True
SESSION_COOKIE_AGE = 8 * 3600
