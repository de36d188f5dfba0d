"""What can happen between a municipality and those who deliver for it. None of it is about one resident."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from wijkspil.core.gebeurtenissen import Gebeurtenissoort, registreer

_ZINNEN: dict[str, str | Promise] = {
    "inkoopprocedure.geopend": _("{door} opende de procedure “{procedure}”."),
    "inschrijving.ontvangen": _("{aanbieder} schreef zich in voor “{procedure}”."),
    "bewijs.gezien": _("{door} zag van {aanbieder}: {bewijs}."),
    "eis.getoetst": _("{door} toetste {aanbieder} aan de eis “{eis}”."),
    "prijs.geboden": _("{aanbieder} bood een prijs voor {jaar}."),
    "panel.gestemd": _("Iemand uit het panel van inwoners gaf een oordeel over {aanbieder}."),
    "inschrijving.toegelaten": _("{door} liet {aanbieder} toe na “{procedure}”."),
    "inschrijving.afgewezen": _("{door} wees de inschrijving van {aanbieder} af."),
    "inschrijving.ingetrokken": _("{aanbieder} trok de inschrijving in."),
    "overleg.gepland": _("{door} plande een gesprek met {met}."),
    "overleg.verslagen": _("{door} schreef op wat er met {met} is besproken."),
    "overlegactie.afgesproken": _("Met {met} is een actie afgesproken."),
    "overlegactie.gedaan": _("Een actie uit het gesprek met {met} is gedaan."),
    "kennisgeving.gedaan": _("{door} stuurde {aanbieder} een kennisgeving: {soort}."),
    "kennisgeving.afgedaan": _("De kennisgeving aan {aanbieder} is afgedaan."),
    "onderaannemer.gemeld": _("{aanbieder} meldde een onderaannemer: {naam}."),
    "contract.eindigt": _("{door} legde vast dat het contract met {aanbieder} eindigt."),
    "uitkomst.afgesproken": _("{door} sprak met {aanbieder} een uitkomst af: {uitkomst}."),
    "uitkomst.gemeten": _("{door} legde vast hoe het staat met “{uitkomst}”."),
    "prijs.opgebouwd": _("{door} rekende een reële prijs uit voor {product}."),
    "beleidsstuk.vastgelegd": _("{door} zette “{stuk}” in de bibliotheek."),
    "raadpleging.vastgelegd": _("{door} legde vast wat {wie} vond van {product}."),
}
registreer(*(Gebeurtenissoort(sleutel, zin, voor_inwoner=False) for sleutel, zin in _ZINNEN.items()))
