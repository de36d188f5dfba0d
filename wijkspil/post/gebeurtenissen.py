"""What can happen in the post between a resident and the municipality."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("inwonerbericht.gestuurd", _("{door} stuurde een bericht."), "contact"),
    G("inwonerbericht.beantwoord", _("{door} beantwoordde een bericht."), "contact"),
    G(
        "inwonerbericht.afgehandeld",
        _("{door} las een bericht; een antwoord was niet nodig."),
        "contact",
    ),
    # What somebody hasn't sent yet is nobody's business.
    G("vraagconcept.bewaard", _("{door} bewaarde een vraag om later verder te gaan."), voor_inwoner=False),
    G(
        "vraagconcept.weggegooid",
        _("{door} gooide een vraag weg die nog niet verstuurd was."),
        voor_inwoner=False,
    ),
)
