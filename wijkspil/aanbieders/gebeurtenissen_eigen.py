"""What a provider does for itself on its own pages; nothing here is about a resident."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("collega.toegelaten", _("{door} gaf {wie} toegang namens {aanbieder_naam}."), voor_inwoner=False),
    G(
        "collega.gestopt",
        _("{door} stopte de toegang van {wie} namens {aanbieder_naam}."),
        voor_inwoner=False,
    ),
)
