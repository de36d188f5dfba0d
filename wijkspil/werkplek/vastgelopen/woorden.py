"""Stuck work in words: what it is, and how it stands."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core.models import Uitgaand

BRIEVEN: dict[str, str | Promise] = {
    "ontvangstbevestiging": _l("Bevestiging van de melding"),
    "uitnodiging_gesprek": _l("Uitnodiging voor het gesprek"),
    "onderzoeksverslag": _l("Verslag van het onderzoek"),
    "afspraakbevestiging": _l("Bevestiging van de afspraak"),
    "beschikking": _l("Beschikking"),
}


def titel(rij: Uitgaand, sjabloon: str = "") -> str:
    """What this row is about to make or send; `sjabloon` is that of the letter it makes a PDF of."""
    if rij.soort == "brief":
        naam = rij.inhoud.get("sjabloon") or sjabloon
        return _("Brief: %(wat)s") % {"wat": BRIEVEN.get(naam, naam.replace("_", " ") or _("onbekend"))}
    if rij.soort == "bericht":
        return _("Bericht %(soort)s aan een aanbieder") % {"soort": rij.inhoud.get("bericht", "")}
    if rij.soort == "transportfout":
        return _("Foutmelding aan de afzender van een bericht")
    return rij.soort.replace("_", " ")
