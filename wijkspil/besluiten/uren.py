"""The hours behind a decision (B61): frozen when it is taken, ready to show at an objection, never in a result's letter."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.assen import Besluitinhoud

from .models import Besluit
from .normen import laatste_berekeningen
from .vorm import BesluitNietCompleet, assen_van, in_uren, omvang

_EENHEDEN = {"01": _l("minuten"), "04": _l("uur"), "14": _l("etmalen"), "16": _l("dagdelen")}


def uren_achter(regels: Sequence[Arrangementregel]) -> list[dict[str, Any]]:
    """Per line its extent with its source: a calculation by a norm set, what the arrangement says, or its unit. One query."""
    berekend = laatste_berekeningen(regels)
    uren = []
    for regel in regels:
        bron, zekerheid, tekst = "", "", ""
        if (som := berekend.get(regel.pk)) is not None:
            bron = _("berekend met %(kader)s op %(dag)s") % {
                "kader": som.leidend,
                "dag": f"{som.op:%d-%m-%Y}",
            }
            tekst, zekerheid = in_uren(som.leidend_minuten), som.zekerheid
            if not som.compleet:
                bron += _(" (niet alle getallen zijn bekend)")
        elif tekst := omvang(regel):
            bron = _("zoals in het arrangement is afgesproken")
        elif regel.eenheid in _EENHEDEN:
            tekst = f"{regel.volume} {_EENHEDEN[regel.eenheid]} {regel.get_frequentie_display()}"
            bron = _("zoals in het arrangement is afgesproken")
        uren.append(
            {"regel": str(regel.pk), "wat": regel.wat, "omvang": tekst, "bron": bron, "zekerheid": zekerheid}
        )
    return uren


def eis_uren(
    hulpvraag: Hulpvraag, regels: Sequence[Arrangementregel], uren: Sequence[dict[str, Any]]
) -> None:
    """Refuse a result decision without hours behind it, where the way of working keeps them. Raises BesluitNietCompleet."""
    per_regel = {rij["regel"]: rij["omvang"] for rij in uren}
    for regel in regels:
        vorm = assen_van(hulpvraag, regel).besluitvorm
        if vorm.uren_intern and vorm.inhoud is not Besluitinhoud.UREN and not per_regel.get(str(regel.pk)):
            raise BesluitNietCompleet(
                _(
                    "Achter “%(wat)s” staan nog geen uren. Die komen niet in de brief, maar moeten er zijn als de inwoner "
                    "of de rechter ernaar vraagt. Bereken ze, of vul de minuten per week in bij het arrangement."
                )
                % {"wat": regel.wat},
                regel.pk,
            )


def bevries_uren(besluit: Besluit, regels: Sequence[Arrangementregel]) -> None:
    """Put the hours on the decision that is being taken; saving is the caller's. One query.

    Raises: BesluitNietCompleet when they must be there and aren't.
    """
    toegekend = [regel for regel in regels if regel.pk in besluit.regels]
    besluit.uren = uren_achter(toegekend)
    eis_uren(besluit.hulpvraag, toegekend, besluit.uren)
