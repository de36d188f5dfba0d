"""What can happen to money: a batch, a transfer, a bank account, a reclaim."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer


def _intern(sleutel: str, zin: object) -> G:
    return G(sleutel, zin, "bericht", voor_inwoner=False)  # type: ignore[arg-type]


registreer(
    _intern("betaalbatch.opgesteld", _("{door} stelde betaalbatch {nummer} op: {aantal} betalingen.")),
    _intern("betaalbatch.vrijgegeven", _("{door} gaf betaalbatch {nummer} vrij.")),
    _intern("betaalbatch.ingetrokken", _("{door} trok betaalbatch {nummer} in: {reden}.")),
    _intern("betaalbatch.verzonden", _("{door} bracht betaalbatch {nummer} naar de bank.")),
    _intern(
        "betaalopdracht.uitgenomen", _("{door} haalde {aanbieder_naam} uit betaalbatch {nummer}: {reden}.")
    ),
    _intern("betaalopdracht.betaald", _("De bank betaalde {aanbieder_naam} uit betaalbatch {nummer}.")),
    _intern(
        "betaalopdracht.teruggekomen",
        _("De betaling aan {aanbieder_naam} uit betaalbatch {nummer} kwam terug: {reden}."),
    ),
    _intern("bankantwoord.ontvangen", _("{door} las het antwoord van de bank op betaalbatch {nummer}.")),
    _intern("bankantwoord.verwerkt", _("Het antwoord van de bank op betaalbatch {nummer} is verwerkt.")),
    _intern("rekening.voorgesteld", _("{door} stelde een rekening voor van {aanbieder_naam}: {rekening}.")),
    _intern("rekening.bevestigd", _("{door} bevestigde de rekening van {aanbieder_naam}: {rekening}.")),
    _intern("rekening.afgewezen", _("{door} wees de rekening van {aanbieder_naam} af: {reden}.")),
    _intern("rekening.geblokkeerd", _("De rekening van {aanbieder_naam} is geblokkeerd: {reden}.")),
    G(
        "bijdrageperiode.bijgewerkt",
        _("De periode voor de eigen bijdrage is bijgewerkt: vanaf {van}."),
        "bericht",
        zin_inwoner=_(
            "Wij melden aan het CAK dat u hulp hebt vanaf {van}. Het CAK stuurt de rekening voor de eigen bijdrage."
        ),
    ),
    _intern("bijdragebestand.gemaakt", _("{door} maakte bestand {nummer} voor het CAK: {aantal} meldingen.")),
    _intern("terugvordering.vastgelegd", _("{aanbieder_naam} moet iets terugbetalen ({nummer}): {reden}.")),
    _intern("terugvordering.ontvangen", _("{aanbieder_naam} betaalde terug op {nummer}.")),
    _intern(
        "terugvordering.kwijtgescholden", _("{door} vraagt {nummer} van {aanbieder_naam} niet meer: {reden}.")
    ),
)
