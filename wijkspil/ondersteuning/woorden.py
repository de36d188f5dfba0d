"""Codes of an assignment in plain words."""

from datetime import date

from django.utils.formats import date_format
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
    return in_woorden(t.volume, t.eenheid, t.frequentie)


def in_woorden(volume: int, eenheid_code: str, frequentie: str) -> str:
    """An extent by the codes of the standard; an unknown code stands as it is."""
    try:
        keer: str = Frequentie(frequentie).label
        eenheid = Eenheid(eenheid_code) if eenheid_code else None
    except ValueError:
        return f"{volume} {eenheid_code} {frequentie}".strip()
    if eenheid in (None, Eenheid.STUKS_OUTPUT) and volume == 1:
        return _("resultaat, %(keer)s") % {"keer": keer}
    return f"{volume} {eenheid.label if eenheid else ''} {keer}".replace("  ", " ")


def periode(van: date, tot: date | None) -> str:
    """From when till when."""
    begin = _("vanaf %(dag)s") % {"dag": datum(van)}
    return (
        f"{begin} {_('tot en met %(dag)s') % {'dag': datum(tot)}}"
        if tot
        else f"{begin}, {_('zonder einddatum')}"
    )


def datum(dag: date) -> str:
    return date_format(dag, "j F Y")
