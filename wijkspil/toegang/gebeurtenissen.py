"""What can happen from the first contact to the end of the investigation."""

from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort as G
from wijkspil.core.gebeurtenissen import registreer

registreer(
    G("contact.vastgelegd", _("{door} legde een contact vast: {onderwerp}."), "contact"),
    G(
        "melding.ontvangen",
        _("{door} nam uw vraag op als melding ({kanaal})."),
        "contact",
        zin_inwoner=_("De gemeente ontving uw vraag."),
    ),
    G(
        "melding.teruggekeerd",
        _("De vraag kwam terug en is weer opgepakt door {door}."),
        "contact",
        zin_inwoner=_("Uw vraag staat weer open. Wij weten nog wat u eerder vertelde."),
    ),
    G("vraag.woorden_verbeterd", _("{door} verbeterde de woorden van de vraag: {reden}.")),
    G(
        "spoed.beoordeeld",
        _("{door} beoordeelde hoe snel dit moet: {oordeel}."),
        zin_inwoner=_("{door} bekeek hoe snel wij moeten helpen."),
    ),
    G("spoed.niet_opgepakt", _("De teamleider is gewaarschuwd: deze spoedvraag is nog niet opgepakt.")),
    G(
        "spoed.opgepakt",
        _("{door} pakte de spoedvraag op."),
        "contact",
        zin_inwoner=_("{door} begon meteen met uw vraag, omdat er haast bij is."),
    ),
    G(
        "vraag.toegewezen",
        _("{door} gaf de vraag aan {naar}."),
        zin_inwoner=_("Uw vraag is nu bij {naar}."),
    ),
    G("gesprek.gepland", _("{door} maakte een afspraak voor een gesprek op {moment}."), "contact"),
    G(
        "gesprek.bijgewerkt",
        _("{door} werkte het gespreksverslag bij."),
        zin_inwoner=_("{door} schreef op wat er in het gesprek is gezegd."),
    ),
    G("gesprek.gevoerd", _("{door} voerde het gesprek op {moment}."), "contact"),
    G("gesprek.verzet", _("{door} verzette het gesprek van {was} naar {moment}."), "contact"),
    G("gesprek.vervallen", _("Het gesprek van {moment} ging niet door: {reden}."), "contact"),
    G(
        "onderzoek.gestart",
        _("{door} begon met het onderzoek."),
        zin_inwoner=_("{door} begon uit te zoeken wat u nodig heeft."),
    ),
    G(
        "onderzoek.bijgewerkt",
        _("{door} vulde het onderzoek aan: {stap}."),
        zin_inwoner=_("{door} schreef op wat er is uitgezocht."),
    ),
    G(
        "onderzoek.afgerond",
        _("{door} rondde het onderzoek af."),
        zin_inwoner=_("{door} is klaar met uitzoeken. U krijgt het verslag."),
    ),
    G(
        "zrm.gemeten",
        _("{door} vulde de zelfredzaamheid-matrix in ({soort})."),
        zin_inwoner=_("{door} schreef op wat u zelf kunt, per onderwerp."),
    ),
    G(
        "termijn.opgeschort",
        _("De termijn staat stil: {reden}."),
        "besluit",
        zin_inwoner=_("De tijd staat even stil: {reden}."),
    ),
    G(
        "termijn.hervat",
        _("De termijn loopt weer; uiterlijk {uiterlijk}."),
        "besluit",
        zin_inwoner=_("De tijd loopt weer. Wij zijn uiterlijk {uiterlijk} klaar."),
    ),
    G(
        "termijn.verlengd",
        _("De termijn is verlengd tot {uiterlijk}: {reden}."),
        "besluit",
        zin_inwoner=_("Wij hebben meer tijd nodig, tot {uiterlijk}: {reden}."),
    ),
    G(
        "noodtoegang.geopend",
        _("{door} opende dit dossier met noodtoegang, tot {tot}: {reden}."),
        zin_inwoner=_(
            "{door} keek in uw gegevens omdat het niet kon wachten: {reden}. Een ander gaat na of dat terecht was."
        ),
    ),
    G(
        "noodtoegang.beoordeeld",
        _("{door} beoordeelde de noodtoegang van {wie}: {oordeel}."),
        zin_inwoner=_("{door} ging na of {wie} terecht in uw gegevens keek: {oordeel}."),
    ),
    G("noodtoegang.beeindigd", _("{door} sloot het dossier weer voor {wie}."), voor_inwoner=False),
    G(
        "ingebrekestelling.ontvangen",
        _("De inwoner stelde de gemeente in gebreke; vanaf {vanaf} kan een dwangsom lopen."),
        "besluit",
        zin_inwoner=_(
            "Wij kregen uw brief dat wij te laat zijn. Is er op {vanaf} nog geen besluit, dan krijgt u een bedrag per dag."
        ),
    ),
    G(
        "dwangsom.vastgesteld",
        _("{door} stelde de dwangsom vast: {dagen} dagen, {bedrag}."),
        "besluit",
        zin_inwoner=_("Wij waren te laat met uw besluit. Over {dagen} dagen krijgt u: {bedrag}."),
    ),
    G("vraag.afgesloten", _("{door} sloot de vraag af: {uitkomst}."), "besluit"),
    G(
        "vraag.andere_werkwijze",
        _("Voor deze vraag gelden vanaf nu de nieuwe afspraken van de gemeente (werkwijze {versie})."),
        zin_inwoner=_("Voor uw vraag gelden vanaf nu nieuwe afspraken van de gemeente."),
    ),
)
