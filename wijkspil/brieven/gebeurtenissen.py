"""What can happen to a letter."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G(
        "brief.opgesteld",
        _("De woorden van de brief “{onderwerp}” staan vast."),
        "bericht",
        voor_inwoner=False,
    ),
    G("brief.gereed", _("De brief “{onderwerp}” is klaar om te verzenden."), "bericht", voor_inwoner=False),
    G("brief.verzonden", _("{door} verzond de brief “{onderwerp}”."), "bericht"),
    G(
        "brief.ingetrokken",
        _("{door} hield de brief “{onderwerp}” tegen: {reden}."),
        "bericht",
        voor_inwoner=False,
    ),
    G("brieftekst.bewaard", _("{door} wijzigde het concept van de brief “{titel}”."), voor_inwoner=False),
    G(
        "brieftekst.gepubliceerd",
        _("{door} publiceerde versie {nummer} van de brief “{titel}”."),
        voor_inwoner=False,
    ),
    G(
        "brieftekst.teruggezet",
        _("{door} zette de brief “{titel}” terug op de standaardtekst."),
        voor_inwoner=False,
    ),
)
