"""The practice town: `make demo`. Invented people, one-click sign-in, only reachable from this machine."""

from .dev import *

DEBUG = False
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
