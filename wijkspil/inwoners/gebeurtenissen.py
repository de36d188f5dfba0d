"""What can happen to a resident's own data."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort, registreer

registreer(
    Gebeurtenissoort(
        "inwoner.gewijzigd",
        _("{door} wijzigde de gegevens: {wat}."),
        zin_inwoner=_("{door} paste uw gegevens aan."),
    ),
    Gebeurtenissoort(
        "relatie.toegevoegd",
        _("{door} zette {soort} in het netwerk."),
        zin_inwoner=_("{door} schreef op wie er om u heen staat."),
    ),
    Gebeurtenissoort(
        "relatie.beeindigd",
        _("{door} haalde iemand uit het netwerk."),
        zin_inwoner=_("{door} paste aan wie er om u heen staat."),
    ),
    Gebeurtenissoort(
        "inwoneraccount.gekoppeld", _("{door} opende een eigen account voor de inwoner."), voor_inwoner=False
    ),
    Gebeurtenissoort("machtiging.gegeven", _("{door} liet {wie} meekijken tot en met {tot} ({omvang}).")),
    Gebeurtenissoort("machtiging.ingetrokken", _("{door} stopte het meekijken van {wie}.")),
)
