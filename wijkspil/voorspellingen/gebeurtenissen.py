"""What can happen to a forecast: it is put on record. It is never changed; a better one is a new one."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(G("voorspelling.vastgelegd", _("{door} legde een voorspelling vast."), voor_inwoner=False))
