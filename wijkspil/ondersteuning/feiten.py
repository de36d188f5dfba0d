"""What an event about an assignment tells steering: always the same facts under the same names."""

from datetime import date
from typing import Any

from django.utils import timezone

from .models import Declaratie, Toewijzing


def van_toewijzing(t: Toewijzing) -> dict[str, Any]:
    """Plain values, no names of residents. Reads product, provider, team, contract and line; select them along."""
    return {
        "toewijzing": str(t.pk),
        "nummer": t.nummer,
        "regel": str(t.regel_id),
        "product": t.product.code,
        "product_naam": t.product.naam,
        "categorie": t.product.categorie,
        "trap": t.trap,
        "aanbieder": str(t.aanbieder_id or ""),
        "team": str(t.team_id or ""),
        "aanbieder_naam": uitvoerder(t),
        "contract": t.contract.nummer if t.contract else "",
        "bekostiging": t.contract.bekostiging if t.contract else "",
        "met_berichten": t.met_berichten,
        "besluit": str(t.besluit_id or ""),
        "afspraak": str(t.afspraak_id or ""),
        "ingang": t.ingang,
        "einde": t.einde,
        "volume": t.volume,
        "eenheid": t.eenheid,
        "frequentie": t.frequentie,
        "tarief_cent": t.tarief_cent,
        "maand_cent": t.regel.maand_cent,
    }


def uitvoerder(t: Toewijzing) -> str:
    """Who does it, by name: the provider, or else the own team."""
    if t.aanbieder is not None:
        return t.aanbieder.naam
    return t.team.naam if t.team is not None else ""


def wachten(t: Toewijzing, op: date) -> dict[str, Any]:
    """How long the resident waited until a day: since the order, and since the question of this round."""
    gemeld = t.hulpvraag.gemeld_op
    return {
        "dagen_sinds_opdracht": (op - timezone.localdate(t.toegewezen_op)).days,
        "dagen_sinds_melding": (op - gemeld).days if gemeld else None,
        "ronde": t.hulpvraag.ronde,
    }


def van_declaratie(d: Declaratie) -> dict[str, Any]:
    return {
        "declaratie": str(d.pk),
        "nummer": d.nummer,
        "aanbieder": str(d.aanbieder_id),
        "aanbieder_naam": d.aanbieder.naam,
        "periode": f"{d.periode:%Y-%m}",
        "ingediend_cent": d.ingediend_cent,
    }
