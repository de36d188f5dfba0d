"""What can happen to a light signal. None of it is about a known person until there is consent."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("signaal.ontvangen", _("{door} legde een signaal uit de buurt vast."), "contact", voor_inwoner=False),
    G("signaal.opgevolgd", _("{door} volgde het signaal op: {hoe}."), "contact", voor_inwoner=False),
    G(
        "signaal.omgezet",
        _("Met toestemming werd het signaal een hulpvraag."),
        "contact",
        zin_inwoner=_("Iemand maakte zich zorgen om u. Met uw toestemming werd dat deze vraag."),
    ),
)
