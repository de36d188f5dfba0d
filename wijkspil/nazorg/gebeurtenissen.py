"""What can happen after the help."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("nazorg.gepland", _("{door} maakte een afspraak om na te bellen op {op}."), "contact"),
    G("nazorg.gebeld", _("{door} belde na om te vragen hoe het gaat."), "contact"),
    G("nazorg.niet_bereikt", _("{door} probeerde na te bellen, maar kreeg geen gehoor."), "contact"),
    G("ervaring.gegeven", _("{door} vertelde hoe het gaat."), "contact"),
)
