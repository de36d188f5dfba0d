"""What can happen to a plan after it was made, and on the ways beside it."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("eigenplan.gewogen", _("{door} schreef op wat er met het eigen plan is gedaan."), "contact"),
    G("regierol.belegd", _("{soort}: {wie}."), zin_inwoner=_("Wie het overzicht houdt: {wie}.")),
    G(
        "regeltaak.gegeven",
        _("{door} schreef een taak op voor {rol}."),
        zin_inwoner=_("{door} schreef op wie wat doet in het plan."),
    ),
    G(
        "regeltaak.gedaan",
        _("Een taak is gedaan, door {rol}."),
        "contact",
        zin_inwoner=_("Een taak uit uw plan is gedaan."),
    ),
    G(
        "regeltaak.weggehaald",
        _("{door} haalde een taak weg die niet klopte."),
        zin_inwoner=_("{door} paste aan wie wat doet in het plan."),
    ),
    G(
        "planmoment.gepland",
        _("{door} sprak een moment af op {op}: {woord}."),
        "contact",
        zin_inwoner=_("{door} sprak af om op {op} weer te kijken hoe het gaat."),
    ),
    G("planmoment.gedaan", _("{woord} door {door}: {uitkomst}."), "contact"),
    G(
        "planmoment.vervallen",
        _("Een afgesproken moment vervalt: {woord}."),
        zin_inwoner=_("Een afspraak om weer te kijken is niet meer nodig."),
    ),
    G(
        "arrangementregel.bijgesteld",
        _("{door} stelde een afspraak bij van {was} naar {wordt}, binnen de afgesproken ruimte."),
        "besluit",
    ),
    G("vervolgweg.begonnen", _("{door} legde vast: {woord}, tot {doeldag}."), "besluit"),
    G("vervolgweg.afgerond", _("{woord} is klaar: {afloop}."), "besluit"),
    G("overlast.gemeld", _("{door} noteerde een melding van overlast: {vervolg}."), "contact"),
    G("eigentraject.begonnen", _("{door} begon een eigen traject."), "besluit"),
    G("eigentraject.bijgewerkt", _("{door} werkte het eigen traject bij.")),
    G("eigentraject.geeindigd", _("Het eigen traject is klaar: {einde}."), "besluit"),
    G("steekproef.getrokken", _("{door} trok een steekproef van {aantal} plannen."), voor_inwoner=False),
    G("plan.nagelezen", _("Een collega las dit plan na voor de kwaliteit."), voor_inwoner=False),
    G("werkaantekening.bewaard", _("{door} bewaarde een eigen werkaantekening."), voor_inwoner=False),
    G("werkaantekening.verwijderd", _("{door} gooide een eigen werkaantekening weg."), voor_inwoner=False),
)
