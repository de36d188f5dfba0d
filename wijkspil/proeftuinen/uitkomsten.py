"""What a pilot may look at, named before it begins. How each is computed stands in `wijkspil.sturing.effecten`."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One outcome. `beter` says which way is better: 1 up, -1 down, 0 neither; `per_mens` whether it is measured per person."""

    sleutel: str
    naam: str | Promise
    definitie: str | Promise
    eenheid: str | Promise
    beter: int
    per_mens: bool


_ALLE = (
    Uitkomst(
        "tevredenheid",
        _("Tevredenheid"),
        _("Het cijfer van 1 tot 10 dat de inwoner geeft, aan het eind van een eigen traject of op de eigen pagina. Het laatste telt."),
        _("cijfer"),
        1,
        True,
    ),
    Uitkomst(
        "kosten",
        _("Kosten per traject"),
        _("Wat hulp die klaar is heeft gekost: bij een aanbieder het maandbedrag maal de duur, bij het eigen team de tijd maal de uurprijs."),
        _("euro"),
        -1,
        True,
    ),
    Uitkomst(
        "duur",
        _("Duur van de hulp"),
        _("Dagen van de eerste tot de laatste dag hulp. Wat nog loopt, telt mee voor zolang het loopt."),
        _("dagen"),
        -1,
        True,
    ),
    Uitkomst(
        "clienten",
        _("Aantal cliënten"),
        _("Hoeveel mensen deze hulp hebben, per gemeente of wijk en per periode."),
        _("mensen"),
        0,
        False,
    ),
    Uitkomst(
        "uitgaven",
        _("Uitgaven"),
        _("Wat een gemeente of wijk aan deze hulp uitgeeft, per periode."),
        _("euro"),
        -1,
        False,
    ),
)  # fmt: skip
UITKOMSTEN: Mapping[str, Uitkomst] = {u.sleutel: u for u in _ALLE}
