"""What can happen between the decision or agreement and the payment."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("toewijzing.opgedragen", _("{aanbieder_naam} kreeg de opdracht voor {product_naam}, vanaf {ingang}.")),
    G(
        "toewijzing.gewijzigd",
        _("De opdracht voor {product_naam} aan {aanbieder_naam} is gewijzigd: {wijziging}."),
    ),
    G("toewijzing.ingetrokken", _("De opdracht voor {product_naam} aan {aanbieder_naam} is ingetrokken.")),
    G("opdracht.aangenomen", _("{aanbieder_naam} neemt de opdracht voor {product_naam} aan.")),
    G(
        "opdracht.geweigerd",
        _("{aanbieder_naam} kan de opdracht voor {product_naam} niet aannemen: {reden}."),
        zin_inwoner=_("{aanbieder_naam} kan {product_naam} nu niet geven. Wij zoeken verder."),
    ),
    G("verzoek.ontvangen", _("{aanbieder_naam} vroeg om {wat}.")),
    G(
        "verzoek.in_onderzoek",
        _("Het verzoek van {aanbieder_naam} om {wat} wordt onderzocht, uiterlijk {uiterlijk}."),
    ),
    G("verzoek.gehonoreerd", _("Het verzoek van {aanbieder_naam} om {wat} is toegekend.")),
    G("verzoek.afgewezen", _("Het verzoek van {aanbieder_naam} om {wat} is afgewezen: {reden_tekst}.")),
    G("hulp.begonnen", _("De afgesproken hulp zonder aanbieder loopt: {wat}.")),
    G("levering.gestart", _("{aanbieder_naam} begon met {product_naam} op {op}.")),
    G("levering.gestopt", _("{aanbieder_naam} stopte met {product_naam} op {op}: {reden_tekst}.")),
    G("levering.start_teruggenomen", _("{aanbieder_naam} nam de start van {product_naam} op {op} terug.")),
    G("levering.stop_teruggenomen", _("{aanbieder_naam} nam de stop van {product_naam} op {op} terug.")),
    G(
        "declaratie.ontvangen",
        _("{aanbieder_naam} declareerde over {periode}."),
        "bericht",
        voor_inwoner=False,
    ),
    G(
        "declaratie.beoordeeld",
        _("De declaratie van {aanbieder_naam} over {periode} is beoordeeld."),
        "bericht",
        voor_inwoner=False,
    ),
    G(
        "declaratie.betaald",
        _("De declaratie van {aanbieder_naam} over {periode} is betaald."),
        "bericht",
        voor_inwoner=False,
    ),
    G(
        "termijn.betaald",
        _("De termijn van {periode} is betaald aan {aanbieder_naam}."),
        "bericht",
        voor_inwoner=False,
    ),
    G(
        "betaling.teruggekomen",
        _("De betaling aan {aanbieder_naam} kwam terug van de bank: {reden}."),
        "bericht",
        voor_inwoner=False,
    ),
    G(
        "declaratie.verrekend",
        _("De declaratie van {aanbieder_naam} over {periode} is verrekend."),
        "bericht",
        voor_inwoner=False,
    ),
)
