"""What can happen to a hand-over, to the parts of a question under another law, and to money that bridges a dispute."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("partij.toegevoegd", _("{door} zette {naam} in de lijst van partijen."), voor_inwoner=False),
    G("partij.gewijzigd", _("{door} werkte de gegevens van {naam} bij."), voor_inwoner=False),
    G(
        "overdracht.aangeboden",
        _("{door} droeg “{onderdeel}” over aan {partij}; de inwoner vond dat goed."),
        "contact",
        zin_inwoner=_(
            "{door} gaf “{onderdeel}” door aan {partij}, zoals u goed vond. Wij kijken of zij het oppakken."
        ),
    ),
    G(
        "overdracht.nagevraagd",
        _("{door} vroeg bij {partij} na of “{onderdeel}” al is opgepakt."),
        "contact",
    ),
    G("overdracht.bevestigd", _("{partij} pakt “{onderdeel}” op."), "contact"),
    G(
        "overdracht.geweigerd",
        _("{partij} kan “{onderdeel}” niet oppakken; het is weer bij ons."),
        "contact",
        zin_inwoner=_("{partij} kan “{onderdeel}” niet oppakken. Wij zoeken verder; u hoeft niets te doen."),
    ),
    G(
        "overdracht.teruggekomen",
        _("“{onderdeel}” kwam terug van {partij}; het is weer bij ons."),
        "contact",
        zin_inwoner=_("“{onderdeel}” kwam terug van {partij}. Wij zoeken verder; u hoeft niets te doen."),
    ),
    G(
        "overdracht.zelf_gehouden",
        _("{door} houdt “{onderdeel}” bij de gemeente."),
        "contact",
        zin_inwoner=_("{door} helpt u zelf verder met “{onderdeel}”."),
    ),
    G(
        "partnermelding.opgenomen",
        _("{partij} nam deze vraag op, met toestemming van de inwoner."),
        "contact",
        zin_inwoner=_("{partij} gaf uw vraag aan ons door, met uw toestemming."),
    ),
    G("wetdeel.toegevoegd", _("{door} zocht uit wie over “{deel}” gaat."), voor_inwoner=False),
    G("wetdeel.bijgewerkt", _("{door} hield bij hoe het staat met “{deel}”: {stand}.")),
    G(
        "overbrugging.begonnen",
        _("{door} liet de hulp doorgaan zolang partijen het niet eens zijn wie betaalt."),
        zin_inwoner=_(
            "{door} zorgde dat uw hulp doorgaat. Wie betaalt zoeken wij uit; u merkt daar niets van."
        ),
    ),
    G("kasregel.geboekt", _("{door} boekte in {kas}: {soort}."), voor_inwoner=False),
    G("overbrugging.bijgewerkt", _("{door} werkte de overbrugging bij: {stand}."), voor_inwoner=False),
    G(
        "arrangeur.aangewezen",
        _("{door} wees {wie} aan als arrangeur."),
        "contact",
        zin_inwoner=_("{wie} is uw vaste gezicht over alle hulp heen."),
    ),
)
