"""What can happen to the way of working and the house style of a municipality."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G(
        "gemeente.ingericht",
        _("{door} las een inrichtingsbestand in: {wijzigingen} wijzigingen."),
        voor_inwoner=False,
    ),
    G(
        "medewerker.toegang_beeindigd",
        _("{door} beëindigde de toegang van {wie}: {reden}."),
        voor_inwoner=False,
    ),
    G("medewerker.toegang_teruggegeven", _("{door} gaf {wie} weer toegang."), voor_inwoner=False),
    G("medewerker.gewijzigd", _("{door} wijzigde de rollen of teams van {wie}: {nu}."), voor_inwoner=False),
    G(
        "werkwijze.concept_gemaakt",
        _("{door} begon een concept van de werkwijze: {naam}."),
        voor_inwoner=False,
    ),
    G("werkwijze.concept_gewijzigd", _("{door} wijzigde het concept {naam}: {wat}."), voor_inwoner=False),
    G("werkwijze.concept_weggelegd", _("{door} legde het concept {naam} weg."), voor_inwoner=False),
    G("werkwijze.concept_teruggehaald", _("{door} haalde het concept {naam} terug."), voor_inwoner=False),
    G(
        "werkwijze.voorgelegd",
        _("{door} legde {naam} voor aan een tweede lezer, om in te gaan op {vanaf}."),
        voor_inwoner=False,
    ),
    G("werkwijze.teruggegeven", _("{door} gaf {naam} terug: {reden}."), voor_inwoner=False),
    G(
        "werkwijze.gepubliceerd",
        _("{door} publiceerde {naam}; die geldt vanaf {vanaf}: {lopend}."),
        voor_inwoner=False,
    ),
    G("werkwijze.ingegaan", _("De werkwijze {naam} ging in."), voor_inwoner=False),
    G("deskundigheid.toegevoegd", _("{door} weet iets van {onderwerp}."), voor_inwoner=False),
    G("deskundigheid.weggehaald", _("{door} haalde {onderwerp} van de eigen lijst."), voor_inwoner=False),
    G("scholing.vastgelegd", _("{door} legde scholing vast van {wie}: {soort}."), voor_inwoner=False),
    G("huisstijl.gewijzigd", _("{door} wijzigde de huisstijl."), voor_inwoner=False),
)
