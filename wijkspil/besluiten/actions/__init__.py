"""What people do between the arrangement and the start of support: apply, decide, announce, or agree without a decision."""

from .aanvraag import AanvraagNietMogelijk, neem_aanvraag_op, zet_om_in_aanvraag
from .afspraak import AfspraakNietMogelijk, alleen_met_besluit, maak_afspraak
from .nemen import (
    BekendmakingBlijft,
    GeenMandaat,
    beoordeel_mandaat,
    eis_compleet,
    haal_bekendmaking_terug,
    maak_bekend,
    neem_besluit,
    trek_besluit_in,
)
from .opstellen import jaarkosten, kosten_bekend, leg_voor_aan_tweede_lezer, stel_besluit_op, wijzig_besluit

__all__ = [
    "AanvraagNietMogelijk",
    "AfspraakNietMogelijk",
    "BekendmakingBlijft",
    "GeenMandaat",
    "alleen_met_besluit",
    "beoordeel_mandaat",
    "eis_compleet",
    "haal_bekendmaking_terug",
    "jaarkosten",
    "kosten_bekend",
    "leg_voor_aan_tweede_lezer",
    "maak_afspraak",
    "maak_bekend",
    "neem_aanvraag_op",
    "neem_besluit",
    "stel_besluit_op",
    "trek_besluit_in",
    "wijzig_besluit",
    "zet_om_in_aanvraag",
]
