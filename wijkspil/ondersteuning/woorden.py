"""Codes of an assignment in plain words."""

from django.utils.translation import gettext as _

from wijkspil.regels.bedragen import Eenheid, Frequentie

from .models import Toewijzing

TOESTAND = {
    Toewijzing.Status.OPGEDRAGEN: "let-op",
    Toewijzing.Status.GESTART: "goed",
    Toewijzing.Status.TIJDELIJK_GESTOPT: "pauze",
    Toewijzing.Status.GESTOPT: "rust",
    Toewijzing.Status.VERWIJDERD: "rust",
}


def omvang(t: Toewijzing) -> str:
    """Such as "2 uur per week"; a result with a monthly amount is "per maand"."""
    keer = Frequentie(t.frequentie).label
    eenheid = Eenheid(t.eenheid) if t.eenheid else None
    if eenheid in (None, Eenheid.STUKS_OUTPUT) and t.volume == 1:
        return _("resultaat, %(keer)s") % {"keer": keer}
    return f"{t.volume} {eenheid.label if eenheid else ''} {keer}".replace("  ", " ")
