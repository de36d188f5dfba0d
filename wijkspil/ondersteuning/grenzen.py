"""How much an assignment allows: per month and over its whole duration, in the unit that was assigned (TR321, TR322)."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from wijkspil.regels.bedragen import (
    Eenheid,
    Frequentie,
    Maand,
    max_inspanning_maand,
    max_inspanning_totaal,
    max_output_maand,
)

from .models import Toewijzing


@dataclass(frozen=True, slots=True)
class Grens:
    """The most that may be claimed; None: no limit of this kind."""

    maand: int | None
    totaal: int | None


def grens(t: Toewijzing, maand: Maand) -> Grens:
    """The limits for one month of an assignment."""
    van, tot = productperiode(t, maand)
    match Frequentie(t.frequentie):
        case Frequentie.TOTAAL:
            return Grens(None, t.volume)
        case Frequentie.PER_MAAND:
            return Grens(t.volume if van <= tot else 0, None)
        case Frequentie.PER_DAG:
            return Grens(t.volume * max(0, (tot - van).days + 1), None)
        case Frequentie.PER_WEEK:
            if t.eenheid == Eenheid.STUKS_OUTPUT:
                return Grens(max_output_maand(maand, t.ingang, t.einde, t.volume), None)
            totaal = max_inspanning_totaal(t.ingang, t.einde, t.volume) if t.einde else None
            return Grens(
                max_inspanning_maand(maand, t.ingang, t.einde, t.volume, t.product.categorie), totaal
            )


def productperiode(t: Toewijzing, maand: Maand) -> tuple[date, date]:
    """The calendar month cut to the assignment, not to the real start or stop (TR387, TR388)."""
    return max(t.ingang, maand.eerste_dag), min(t.einde or maand.laatste_dag, maand.laatste_dag)


def in_eenheid_van(t: Toewijzing, volume: int, eenheid: str) -> Fraction | None:
    """A claimed volume in the unit of the assignment; None when the units don't fit (TR341)."""
    if eenheid == t.eenheid:
        return Fraction(volume)
    if eenheid == Eenheid.MINUUT and t.eenheid == Eenheid.UUR:
        return Fraction(volume, 60)
    return None
