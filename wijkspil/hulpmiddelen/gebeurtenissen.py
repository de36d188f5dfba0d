"""What can happen to shared aids and to a home that is adapted."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("hulpmiddel.opgenomen", _("{door} zette een {soort} in de pool bij {plek}."), voor_inwoner=False),
    G("hulpmiddel.gewijzigd", _("{door} meldde: {soort} {nummer} is {stand}."), voor_inwoner=False),
    G("reservering.gemaakt", _("{soort} {nummer} is gereserveerd vanaf {van}."), voor_inwoner=False),
    G("reservering.gewijzigd", _("{soort} {nummer}: {stand}."), voor_inwoner=False),
    G("woningaanpassing.begonnen", _("{door} begon met een aanpassing van de woning: {wat}.")),
    G("woningaanpassing.verder", _("De aanpassing van de woning ({wat}) is verder: {stand}.")),
)
