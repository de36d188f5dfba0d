"""What can happen to a light signal (about nobody known until there is consent), an introduction and a life event."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("signaal.ontvangen", _("{door} legde een signaal uit de buurt vast."), "contact", voor_inwoner=False),
    G("signaal.opgevolgd", _("{door} volgde het signaal op: {hoe}."), "contact", voor_inwoner=False),
    G(
        "signaal.omgezet",
        _("Met toestemming werd het signaal een hulpvraag."),
        "contact",
        zin_inwoner=_("Iemand maakte zich zorgen om u. Met uw toestemming werd dat deze vraag."),
    ),
    G(
        "kennismaking.voorgesteld",
        _("{door} bracht de inwoner in contact met {aanbod} ({richting})."),
        "contact",
        zin_inwoner=_("{door} bracht u in contact met {aanbod}, zoals u graag wilde."),
    ),
    G(
        "kennismaking.gevolgd",
        _("{door} vroeg hoe de kennismaking gaat: {stand}."),
        "contact",
        zin_inwoner=_("{door} vroeg u hoe de kennismaking gaat."),
    ),
    G(
        "registerbestand.gelezen",
        _("{door} gaf een bestand: {regels} regels, {taken} taken."),
        voor_inwoner=False,
    ),
    G(
        "levensgebeurtenis.ontvangen",
        _("{door} meldde: {soort}. Iemand kijkt wat dit voor de hulp betekent."),
        voor_inwoner=False,  # who died or moved is not ours to tell
    ),
    G(
        "levensgebeurtenis.bekeken",
        _("{door} keek wat dit voor de hulp betekent ({soort})."),
        zin_inwoner=_("{door} keek of uw hulp nog past, omdat er iets is veranderd."),
    ),
)
