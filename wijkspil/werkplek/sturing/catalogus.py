"""The order of the catalogue: three levels (B45), within each from strategy to daily work; and what is not there, said aloud."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from wijkspil.sturing.indicatoren import ALLE
from wijkspil.sturing.indicatoren.basis import Laag, Niveau

WOORDEN = {
    Niveau.CLIENT: (_("De inwoner"), _("Wat vragen mensen, hoe lang duurt het en wat verandert er?")),
    Niveau.INSTELLING: (_("Teams en aanbieders"), _("Wie doet het werk, en hoe gaat dat?")),
    Niveau.VOORZIENING: (_("Voorzieningen en geld"), _("Welke hulp loopt er, en wat kost die?")),
}
NOG_NIET = (
    (
        _("Klachten"),
        _("Klachten worden niet in Wijkspil vastgelegd. Zolang dat zo is, kan er geen cijfer over zijn."),
    ),
    (
        _("Echte minuten per handeling"),
        _(
            "Wijkspil meet niet hoe lang iemand met een scherm bezig is. Bij “Papierwerk per vraag” staat een schatting, met de zekerheid erbij."
        ),
    ),
    (
        _("Preventie buiten de Wmo-hulp"),
        _("Subsidies voor buurthuizen en welzijn staan in de boekhouding en niet in Wijkspil."),
    ),
)


def niveaus() -> list[dict[str, Any]]:
    volgorde = list(Laag)
    return [
        {
            "sleutel": niveau.value,
            "naam": naam,
            "uitleg": uitleg,
            "indicatoren": sorted(
                (i for i in ALLE.values() if i.niveau is niveau), key=lambda i: volgorde.index(i.laag)
            ),
        }
        for niveau, (naam, uitleg) in WOORDEN.items()
    ]
