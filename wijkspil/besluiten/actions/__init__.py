"""What people do between the arrangement and the start of support: apply, decide, announce, or agree without a decision."""

from .aanvraag import AanvraagNietMogelijk, neem_aanvraag_op, zet_om_in_aanvraag
from .aanvullen import (
    laat_buiten_behandeling,
    neem_aanvulling_aanvraag_op,
    trek_aanvraag_in,
    vraag_om_aanvulling,
    waarom_niet_buiten_behandeling,
)
from .afspraak import AfspraakNietMogelijk, alleen_met_besluit, maak_afspraak
from .bezwaar import BezwaarNietMogelijk, dien_bezwaar_in, is_op_tijd, trek_bezwaar_in
from .bezwaar_behandelen import (
    geef_bezwaar_aan,
    hoor,
    hoor_niet,
    neem_aanvulling_op,
    verdaag,
    vraag_aanvulling,
)
from .bezwaar_beslissen import beoordeel_bezwaarmandaat, beslis_op_bezwaar, eis_beslisbaar
from .nemen import (
    BekendmakingBlijft,
    GeenMandaat,
    beoordeel_mandaat,
    eis_compleet,
    haal_bekendmaking_terug,
    maak_bekend,
    mandaathouders,
    neem_besluit,
    trek_besluit_in,
)
from .normen import NormNietMogelijk, bereken_uren, leg_raadpleging_vast
from .opstellen import jaarkosten, kosten_bekend, leg_voor_aan_tweede_lezer, stel_besluit_op, wijzig_besluit

__all__ = [
    "AanvraagNietMogelijk",
    "AfspraakNietMogelijk",
    "BekendmakingBlijft",
    "BezwaarNietMogelijk",
    "GeenMandaat",
    "NormNietMogelijk",
    "alleen_met_besluit",
    "beoordeel_bezwaarmandaat",
    "beoordeel_mandaat",
    "bereken_uren",
    "beslis_op_bezwaar",
    "dien_bezwaar_in",
    "eis_beslisbaar",
    "eis_compleet",
    "geef_bezwaar_aan",
    "haal_bekendmaking_terug",
    "hoor",
    "hoor_niet",
    "is_op_tijd",
    "jaarkosten",
    "kosten_bekend",
    "laat_buiten_behandeling",
    "leg_raadpleging_vast",
    "leg_voor_aan_tweede_lezer",
    "maak_afspraak",
    "maak_bekend",
    "mandaathouders",
    "neem_aanvraag_op",
    "neem_aanvulling_aanvraag_op",
    "neem_aanvulling_op",
    "neem_besluit",
    "stel_besluit_op",
    "trek_aanvraag_in",
    "trek_besluit_in",
    "trek_bezwaar_in",
    "verdaag",
    "vraag_aanvulling",
    "vraag_om_aanvulling",
    "waarom_niet_buiten_behandeling",
    "wijzig_besluit",
    "zet_om_in_aanvraag",
]
