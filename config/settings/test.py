"""Tests: as strict as production where a promise is tested, fast where it is not. tests/conftest.py brings the database."""

import os
import tempfile
from pathlib import Path

os.environ.setdefault("WIJKSPIL_SECRET_KEY", "alleen-voor-de-tests")
os.environ.setdefault("DATABASE_URL", "postgresql://wijkspil_app@127.0.0.1:1/nog_niet")

from .base import *

ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
MFA_VERPLICHT = False
OEFENMODUS = True
_TIJDELIJK = Path(tempfile.mkdtemp(prefix="wijkspil-test-"))
STURING_MAP = _TIJDELIJK / "sturing"
UITWISSEL_MAP = _TIJDELIJK / "uitwisseling"
WHITENOISE_AUTOREFRESH = True
