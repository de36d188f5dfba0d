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
    Gebeurtenissoort(
        "relatie.gekoppeld",
        _("{door} gaf {soort} een eigen dossier."),
        zin_inwoner=_("{door} helpt ook iemand die om u heen staat."),
    ),
    Gebeurtenissoort("relatie.gedeeld", _("Samen te zien met de ander: {stand}.")),
    Gebeurtenissoort(
        "clientondersteuning.aangeboden",
        _("{door} bood onafhankelijke cliëntondersteuning aan: {antwoord}."),
        "contact",
        zin_inwoner=_("{door} wees op gratis hulp van een onafhankelijk cliëntondersteuner: {antwoord}."),
    ),
    Gebeurtenissoort(
        "netwerk.gevraagd",
        _("{door} vroeg het netwerk om hulp: {uitkomst}."),
        zin_inwoner=_("{door} schreef op wat mensen om u heen kunnen doen: {uitkomst}."),
    ),
    Gebeurtenissoort(
        "welbevinden.gemeten",
        _("De inwoner gaf cijfers voor positieve gezondheid."),
        zin_inwoner=_("U gaf cijfers voor hoe het met u gaat."),
    ),
    Gebeurtenissoort(
        "mantelzorg.gewaardeerd",
        _("De mantelzorgwaardering voor {jaar}: {vorm}."),
        "contact",
        zin_inwoner=_("Wij bedankten iemand die voor u zorgt."),
    ),
    Gebeurtenissoort("machtiging.ingetrokken", _("{door} stopte het meekijken van {wie}.")),
)
