"""What can happen in this room."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G(
        "aanbieder.aanname_gewijzigd",
        _("{door} hield bij of {aanbieder} mensen aanneemt: {stand}."),
        voor_inwoner=False,
    ),
    G("locatie.geopend", _("{aanbieder} werkt ook op {locatie}."), voor_inwoner=False),
    G("locatie.gesloten", _("{aanbieder} werkt niet meer op {locatie}."), voor_inwoner=False),
)
