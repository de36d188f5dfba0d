"""What can happen in the register of policy. None of it is about a resident, so no resident sees it."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("registerregel.vastgelegd", _("{door} legde vast: {woord} van {op}."), voor_inwoner=False),
    G("registerregel.bijgewerkt", _("{door} werkte bij: {woord} van {op}."), voor_inwoner=False),
    G(
        "besparing.vastgesteld",
        _("{door} legde een voorgenomen besparing vast voor {jaar}."),
        voor_inwoner=False,
    ),
    G("besparing.bijgewerkt", _("{door} werkte een besparing bij: {stand}."), voor_inwoner=False),
    G(
        "peiling.ingelezen",
        _("{door} las een cliëntervaringsonderzoek in: {jaar}, {mensen} mensen."),
        voor_inwoner=False,
    ),
    G(
        "peiling.beantwoord",
        _("In het onderzoek van {jaar} gaven {aantal} mensen antwoord op vraag {vraag}."),
        voor_inwoner=False,
    ),
    G("verslag.begonnen", _("{door} begon een {woord} over {periode}."), voor_inwoner=False),
    G("verslag.bewaard", _("{door} bewaarde versie {versie} van een {woord}."), voor_inwoner=False),
    G("verslag.vastgesteld", _("{door} stelde een {woord} vast (versie {versie})."), voor_inwoner=False),
    G(
        "uitvoer.gemaakt",
        _("{door} nam een bestand mee: {woord} over {periode}, {rijen} regels."),
        voor_inwoner=False,
    ),
)
