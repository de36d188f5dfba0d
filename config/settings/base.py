"""Settings shared by every way of running Wijkspil. Safe by default; `dev` and `demo` relax, nothing else does."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from wijkspil.opstart.omgeving import parse_url

from .broker import broker

BASIS = Path(__file__).resolve().parents[2]
VAR = Path(os.environ.get("WIJKSPIL_VAR", BASIS / "var"))

DEBUG = False
ALLOWED_HOSTS: list[str] = [h for h in os.environ.get("WIJKSPIL_HOSTS", "").split(",") if h]
SECRET_KEY = os.environ.get("WIJKSPIL_SECRET_KEY", "")
OEFENMODUS = False
REGISTERMAP = os.environ.get("WIJKSPIL_REGISTER", "")  # a folder per municipality, by its name in the address
"""True only for the practice town: one-click people, no real residents, a banner on every page."""

INSTALLED_APPS = [
    # doors
    "wijkspil.werkplek",
    "wijkspil.portaal",
    "wijkspil.aanbiedersportaal",
    # steering
    "wijkspil.sturing",
    # rooms
    "wijkspil.toegang",
    "wijkspil.plannen",
    "wijkspil.verkort",
    "wijkspil.besluiten",
    "wijkspil.sociale_kaart",
    "wijkspil.aanbieders",
    "wijkspil.inkoop",
    "wijkspil.ondersteuning",
    "wijkspil.betalingen",
    "wijkspil.hulpmiddelen",
    "wijkspil.berichten",
    "wijkspil.brieven",
    "wijkspil.overdrachten",
    "wijkspil.signalen",
    "wijkspil.beleid",
    "wijkspil.nazorg",
    "wijkspil.post",
    "wijkspil.proeftuinen",
    "wijkspil.voorspellingen",
    # ground
    "wijkspil.core",
    "wijkspil.inwoners",
    "wijkspil.gemeenten",
    # beside
    "wijkspil.oefenstad",
    # well-kept libraries
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

VERTROUWDE_PROXIES = [p for p in os.environ.get("WIJKSPIL_PROXIES", "").split(",") if p]
"""Addresses or ranges of our own web servers in front; only what they pass on about the visitor is believed. Default: none."""

MIDDLEWARE = [
    "wijkspil.gemeenten.herkomst.Herkomst",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "wijkspil.gemeenten.middleware.Gemeentegrens",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASIS / "wijkspil" / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    [
                        "django.template.loaders.filesystem.Loader",
                        "django.template.loaders.app_directories.Loader",
                    ],
                ),
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "wijkspil.werkplek.context.kader",
                "wijkspil.portaal.context.kader",
                "wijkspil.aanbiedersportaal.context.kader",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]

DATABASES = {"default": parse_url(os.environ.get("DATABASE_URL", "postgresql://localhost/wijkspil"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "gemeenten.Account"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 14},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "/aanmelden/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/aanmelden/"
ACCOUNT_ADAPTER = "wijkspil.gemeenten.aanmelden.Aanmeldadapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_VERPLICHT = True
"""Staff without a second factor see only the page on which they set one up (trust I1, BIO2 5.17.01)."""

globals().update(broker(os.environ, INSTALLED_APPS))
BROKER_CLAIM_BSN = os.environ.get("WIJKSPIL_BROKER_CLAIM_BSN", "bsn")
BROKER_CLAIM_NIVEAU = os.environ.get("WIJKSPIL_BROKER_CLAIM_NIVEAU", "acr")
BROKER_NIVEAUS = os.environ.get("WIJKSPIL_BROKER_NIVEAUS", "basis,midden,substantieel,hoog").split(",")
"""The broker's own words for how sure an identity is, from the lowest to the highest."""
BROKER_MINIMUM = os.environ.get("WIJKSPIL_BROKER_MINIMUM", "substantieel")
"""Residents below this level don't see their own pages; a level outside the list is never enough."""

SESSION_COOKIE_AGE = 30 * 60
SESSION_SAVE_EVERY_REQUEST = False
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = False
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "basis/geblokkeerd.html"
AXES_SENSITIVE_PARAMETERS = ["password", "login", "username"]
AXES_VERBOSE = False

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "frame-src": [SELF],
    }
}

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", "Nederlands"), ("en", "English")]
LOCALE_PATHS = [BASIS / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASIS / "wijkspil" / "static"]
WHITENOISE_USE_FINDERS = True
STURING_MAP = VAR / "sturing"
"""Where the pseudonymised Parquet files of steering lie, one folder per municipality."""
UITWISSEL_MAP = VAR / "uitwisseling"
"""Folder exchange with providers: <gemeente>/uit and <gemeente>/in."""
UITWISSEL_VORM = os.environ.get("WIJKSPIL_UITWISSEL_VORM", "mappen")
"""How messages lie in those folders: "mappen" (as they are) or "knooppunt" (in envelopes of the municipal hub)."""
GGK_325 = os.environ.get("WIJKSPIL_GGK_325", "Di01")
"""In which envelope the answer to a claim goes; the sources differ, so it is a setting (docs/adr/0014)."""

PROCRASTINATE_ON_APP_READY = None
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"zonder_persoon": {"()": "wijkspil.core.logboek.ZonderPersoonsgegevens"}},
    "formatters": {"regel": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "uit": {"class": "logging.StreamHandler", "formatter": "regel", "filters": ["zonder_persoon"]}
    },
    "root": {"handlers": ["uit"], "level": "INFO"},
    # Both tell every start and every sign-in in detail; what matters of it is in our own audit log.
    "loggers": {"procrastinate": {"level": "WARNING"}, "axes": {"level": "WARNING"}},
}
