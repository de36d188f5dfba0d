"""What can happen on the shortened route."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("route.gekozen", _("{door} koos voor uw vraag de {route}.")),
    G(
        "onderzoek.uitbesteed",
        _(
            "{door} vroeg {aanbieder} om met u te praten, met uw toestemming. Het verslag komt uiterlijk {uiterlijk}."
        ),
    ),
    G("onderzoek.verslag_gedaan", _("{door} van {aanbieder} schreef op wat u samen heeft besproken.")),
    G(
        "onderzoek.teruggevraagd",
        _("{door} vroeg {aanbieder} om het verslag aan te vullen: {reden}."),
        voor_inwoner=False,
    ),
    G("onderzoek.overgenomen", _("{door} nam het verslag van {aanbieder} over in het onderzoek.")),
    G("onderzoek.teruggenomen", _("{door} nam het onderzoek terug van {aanbieder}: {reden}.")),
    G("steekproef.bekeken", _("{door} keek uw vraag nog een keer na: {uitkomst}."), voor_inwoner=False),
)
