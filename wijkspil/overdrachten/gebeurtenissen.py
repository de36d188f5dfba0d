"""What can happen to a hand-over, to the parts of a question under another law, and to money that bridges a dispute."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("partij.toegevoegd", _("{door} zette {naam} in de lijst van partijen."), voor_inwoner=False),
    G("partij.gewijzigd", _("{door} werkte de gegevens van {naam} bij."), voor_inwoner=False),
    G(
        "overdracht.aangeboden",
        _("{door} gaf “{onderdeel}” door aan {partij}, zoals u goed vond."),
        "contact",
    ),
    G("overdracht.nagevraagd", _("{door} vroeg bij {partij} na of het al is opgepakt."), "contact"),
    G("overdracht.bevestigd", _("{partij} pakt “{onderdeel}” op."), "contact"),
    G("overdracht.geweigerd", _("{partij} kan “{onderdeel}” niet oppakken. Wij zoeken verder."), "contact"),
    G("overdracht.teruggekomen", _("“{onderdeel}” kwam terug van {partij}. Wij zoeken verder."), "contact"),
    G("overdracht.zelf_gehouden", _("{door} helpt u zelf verder met “{onderdeel}”."), "contact"),
    G("partnermelding.opgenomen", _("{partij} gaf uw vraag aan ons door, met uw toestemming."), "contact"),
    G("wetdeel.toegevoegd", _("{door} zocht uit wie over “{deel}” gaat."), voor_inwoner=False),
    G("wetdeel.bijgewerkt", _("{door} hield bij hoe het staat met “{deel}”: {stand}.")),
    G("overbrugging.begonnen", _("{door} zorgde dat de hulp doorgaat zolang partijen het niet eens zijn.")),
    G("overbrugging.bijgewerkt", _("{door} werkte de overbrugging bij: {stand}."), voor_inwoner=False),
    G("arrangeur.aangewezen", _("{wie} is uw vaste gezicht over alle hulp heen."), "contact"),
)
