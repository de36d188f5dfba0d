"""What a letter says about the own contribution: never more than we know.

The CAK decides and collects. An amount that is not known for a day stays "nog niet bekend"; a reason why somebody may pay
nothing is only named as settled when we know the facts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.inwoners.models import Inwoner
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.eigen_bijdrage import Situatie, Voorziening, maandbedrag, vrijstellingen
from wijkspil.regels.parameters import Onbekend, Zekerheid
from wijkspil.werkwijzen.assen import EigenBijdrage

from .onderdelen import bedrag_voluit

# Product categories (code list WMO020) outside the flat monthly amount.
_BUITEN_VAST_BEDRAG = {"15": Voorziening.BESCHERMD_WONEN, "16": Voorziening.OPVANG}


@dataclass(frozen=True, slots=True)
class Onderdeel:
    """One granted part: its product category and what the way of working says about a contribution."""

    categorie: str
    regel: EigenBijdrage


def bijdrage_in_brief(onderdelen: Sequence[Onderdeel], inwoner: Inwoner, op: date) -> dict[str, Any] | None:
    """The field `bijdrage` of a beschikking for support that begins on a day; None when nothing is granted."""
    if not onderdelen:
        return None
    met = [o for o in onderdelen if o.regel.geldt]
    if not met:
        gronden = "; ".join(dict.fromkeys(o.regel.grond for o in onderdelen))
        return {"verschuldigd": False, "uitleg": _("De reden: %(gronden)s.") % {"gronden": gronden}}
    if _onder_18(inwoner, op) and (vrij := vrijstellingen(Situatie(onder_18=True), op)):
        return {"verschuldigd": False, "uitleg": vrij[0].zin}
    if any(o.categorie in _BUITEN_VAST_BEDRAG for o in met):
        return {
            "verschuldigd": True,
            "uitleg": _(
                "Voor deze voorziening geldt het vaste maandbedrag niet. Het bedrag is nu nog niet bekend."
            ),
        }
    bedrag = maandbedrag(op)
    if isinstance(bedrag, Onbekend):
        begin = _("Het bedrag is nu nog niet bekend.")
        return {"verschuldigd": True, "uitleg": f"{begin} {bedrag.reden}"}
    uitleg = _(
        "Het is één bedrag voor uw hele huishouden. Het CAK kijkt ook of er een reden is waarom u niets betaalt, "
        "bijvoorbeeld omdat uw partner nog geen AOW-leeftijd heeft."
    )
    if bedrag.zekerheid is not Zekerheid.HOOG:
        uitleg += " " + _("Het CAK stelt het bedrag vast; het kan nog anders zijn dan hier staat.")
    return {"verschuldigd": True, "bedrag": str(Decimal(bedrag.cent) / 100), "uitleg": uitleg}


def bijdrage_bij_afspraak(onderdelen: Sequence[Onderdeel], inwoner: Inwoner, op: date) -> str | None:
    """The same for an agreement, as text; None when there is no product of the municipality in it."""
    gegevens = bijdrage_in_brief(onderdelen, inwoner, op)
    if gegevens is None:
        return None
    if not gegevens["verschuldigd"]:
        begin = _("U betaalt geen eigen bijdrage.")
    elif bedrag := gegevens.get("bedrag"):
        begin = _("U betaalt een eigen bijdrage: niet meer dan %(bedrag)s per maand.") % {
            "bedrag": bedrag_voluit(Decimal(bedrag))
        }
    else:
        begin = _("U betaalt een eigen bijdrage.")
    return f"{begin} {gegevens['uitleg']}"


def bijdrage_te_verwachten(op: date) -> str:
    """One paragraph for the account of the investigation, when nothing is decided yet."""
    bedrag = maandbedrag(op)
    hoogte = (
        _("Hoe hoog die is, is nu nog niet bekend: %(reden)s") % {"reden": bedrag.reden}
        if isinstance(bedrag, Onbekend)
        else _("Die is nu niet hoger dan %(bedrag)s per maand voor uw hele huishouden.") % {"bedrag": bedrag}
    )
    return (
        _("Voor maatwerk kan een eigen bijdrage gelden.")
        + f" {hoogte} "
        + _("In het besluit leest u of u een bijdrage betaalt. Het CAK rekent haar uit.")
    )


def _onder_18(inwoner: Inwoner, op: date) -> bool:
    return inwoner.geboortedatum is not None and op < plus_maanden(inwoner.geboortedatum, 12 * 18)
