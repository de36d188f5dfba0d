"""How much of an assignment may be claimed: in one product period, and over its whole duration (TR321, TR322, IV077)."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from wijkspil.berichten.standaard.over_berichten.stand import Toewijzing
from wijkspil.regels.bedragen import (
    Eenheid,
    Frequentie,
    Maand,
    max_inspanning_maand,
    max_inspanning_totaal,
    max_output_maand,
)

_OUTPUT = (Eenheid.STUKS_OUTPUT, Eenheid.EURO)


def maanden(t: Toewijzing) -> list[Maand]:
    """The months that an assignment with an end touches."""
    if t.einde is None:
        return []
    lijst, maand = [], Maand.van(t.ingang)
    while maand.eerste_dag <= t.einde:
        lijst.append(maand)
        maand = maand.volgende
    return lijst


def productperioden(t: Toewijzing) -> list[tuple[date, date]]:
    """The periods in which an assignment with an end is claimed: the months, cut to the assignment (IV089)."""
    return [
        (max(t.ingang, maand.eerste_dag), min(t.einde or maand.laatste_dag, maand.laatste_dag))
        for maand in maanden(t)
    ]


def in_periode(t: Toewijzing, maand: Maand) -> int | None:
    """The most for the product period in a month, in the unit of the assignment; None when there is no such limit."""
    if t.volume is None or t.frequentie is None:
        return None
    van, tot = max(t.ingang, maand.eerste_dag), min(t.einde or maand.laatste_dag, maand.laatste_dag)
    match Frequentie(t.frequentie):
        case Frequentie.PER_DAG:
            return t.volume * max(0, (tot - van).days + 1)
        case Frequentie.PER_WEEK if t.eenheid in _OUTPUT:
            return max_output_maand(maand, t.ingang, t.einde, t.volume)
        case Frequentie.PER_WEEK:
            return max_inspanning_maand(maand, t.ingang, t.einde, t.volume, t.categorie or "")
        case Frequentie.PER_MAAND:
            return t.volume if van <= tot else 0
        case _:
            return None


def over_het_geheel(t: Toewijzing) -> int | None:
    """The most over the whole duration; None without an end, unless it is a total."""
    if t.volume is None or t.frequentie is None:
        return None
    frequentie = Frequentie(t.frequentie)
    if frequentie == Frequentie.TOTAAL:
        return t.volume
    if t.einde is None:
        return None
    if frequentie == Frequentie.PER_WEEK and t.eenheid not in _OUTPUT:
        return max_inspanning_totaal(t.ingang, t.einde, t.volume)
    return sum(in_periode(t, maand) or 0 for maand in maanden(t))


def in_eenheid_van(t: Toewijzing, volume: int, eenheid: str) -> Fraction | None:
    """A claimed volume in the unit of the assignment; None when the units don't fit (TR341)."""
    if eenheid == t.eenheid:
        return Fraction(volume)
    if eenheid == Eenheid.MINUUT and t.eenheid == Eenheid.UUR:
        return Fraction(volume, 60)
    return None
