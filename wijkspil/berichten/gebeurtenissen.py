"""What can happen to a message."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer


def _bericht(sleutel: str, zin: Promise) -> G:
    return G(f"bericht.{sleutel}", zin, "bericht", voor_inwoner=False)


registreer(
    _bericht("klaargezet", _("Bericht {bericht} voor {wie} staat klaar.")),
    _bericht("verzonden", _("Bericht {bericht} ging naar {wie}.")),
    _bericht("ontvangen", _("Bericht {bericht} kwam binnen van {wie}.")),
    _bericht("dubbel", _("Bericht {bericht} van {wie} kwam nog een keer binnen en had geen tweede gevolg.")),
    _bericht("verwerkt", _("Bericht {bericht} van {wie} is verwerkt.")),
    _bericht("afgekeurd", _("Bericht {bericht} van {wie} is afgekeurd: {reden}.")),
    _bericht("bevestigd", _("{wie} bevestigde bericht {bericht}.")),
    _bericht("geweigerd", _("{wie} keurde bericht {bericht} af: {reden}.")),
    _bericht("voorgelegd", _("Bericht {bericht} van {wie} wacht op een medewerker.")),
    _bericht("afgehandeld", _("{door} handelde bericht {bericht} af: {reden}.")),
)
