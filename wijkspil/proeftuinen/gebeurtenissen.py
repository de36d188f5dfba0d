"""What can happen to a pilot. Only taking part concerns a resident; the rest is about the pilot itself."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("proeftuin.gemaakt", _("{door} begon met de proeftuin {naam}."), voor_inwoner=False),
    G("proeftuin.gewijzigd", _("{door} werkte de proeftuin {naam} bij."), voor_inwoner=False),
    G("proeftuin.geregistreerd", _("{door} legde de proeftuin {naam} vast."), voor_inwoner=False),
    G("proeftuin.bijgesteld", _("{door} veranderde de proeftuin {naam} na het vastleggen: {waarom}."), voor_inwoner=False),
    G("proeftuin.bekeken", _("{door} keek voor het eerst naar de uitkomsten van {naam}."), voor_inwoner=False),
    G("proeftuin.geleerd", _("{door} schreef op wat er is geleerd in {naam}."), voor_inwoner=False),
    G("proeftuin.cijfers_opgenomen", _("{door} nam cijfers van elders op in {naam}."), voor_inwoner=False),
    G("proeftuin.afgerond", _("{door} rondde de proeftuin {naam} af."), voor_inwoner=False),
    G(
        "proeftuin.ingestapt",
        _("Deze vraag doet mee aan de proeftuin {naam}."),
        zin_inwoner=_("Uw vraag telt mee in {naam}. Daarmee leert de gemeente wat goed helpt. Aan uw hulp verandert dit niets."),
    ),
    G(
        "proeftuin.uitgestapt",
        _("Deze vraag doet niet meer mee aan de proeftuin {naam}."),
        zin_inwoner=_("Uw vraag telt niet meer mee in {naam}."),
    ),
)  # fmt: skip
