"""What can happen from the first contact to the end of the investigation."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("contact.vastgelegd", _("{door} legde een contact vast: {onderwerp}."), "contact"),
    G("melding.ontvangen", _("{door} nam uw vraag op als melding ({kanaal})."), "contact"),
    G("melding.teruggekeerd", _("De vraag kwam terug en is weer opgepakt door {door}."), "contact"),
    G("spoed.beoordeeld", _("{door} beoordeelde hoe snel dit moet: {oordeel}.")),
    G("spoed.opgepakt", _("{door} pakte de spoedvraag op."), "contact"),
    G("vraag.toegewezen", _("{door} gaf de vraag aan {naar}.")),
    G("gesprek.gepland", _("{door} maakte een afspraak voor een gesprek op {moment}."), "contact"),
    G("gesprek.bijgewerkt", _("{door} werkte het gespreksverslag bij.")),
    G("gesprek.gevoerd", _("{door} voerde het gesprek op {moment}."), "contact"),
    G("gesprek.vervallen", _("Het gesprek van {moment} ging niet door: {reden}."), "contact"),
    G("onderzoek.gestart", _("{door} begon met het onderzoek.")),
    G("onderzoek.bijgewerkt", _("{door} vulde het onderzoek aan: {stap}.")),
    G("onderzoek.afgerond", _("{door} rondde het onderzoek af.")),
    G("zrm.gemeten", _("{door} vulde de zelfredzaamheid-matrix in ({soort}).")),
    G("termijn.opgeschort", _("De termijn staat stil: {reden}."), "besluit"),
    G("termijn.hervat", _("De termijn loopt weer; uiterlijk {uiterlijk}."), "besluit"),
    G("termijn.verlengd", _("De termijn is verlengd tot {uiterlijk}: {reden}."), "besluit"),
    G("vraag.afgesloten", _("{door} sloot de vraag af: {uitkomst}."), "besluit"),
)
