"""How much may be claimed when support is assigned per week, while claims go per month.

Effort-based (inspanningsgericht) counts the ISO week numbers that a month touches, so a week can count in two months and
the total over the assignment is a second limit. Output-based counts Sundays. Filling instructions IV076, IV077, IV079.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from wijkspil.regels.periode import Maand

HUISHOUDELIJKE_HULP = "01"
"""Product category whose monthly limit is always six times the weekly volume (IV077)."""

ZONDAG = 6


def weeknummers(van: date, tot: date) -> int:
    """Count the ISO weeks that a period touches, last day included; none when it ends before it begins."""
    if tot < van:
        return 0
    return (_maandag(tot) - _maandag(van)).days // 7 + 1


def zondagen(van: date, tot: date) -> int:
    """Count the Sundays in a period, last day included."""
    eerste = van + timedelta(days=(ZONDAG - van.weekday()) % 7)
    return (tot - eerste).days // 7 + 1 if eerste <= tot else 0


def max_inspanning_maand(
    maand: Maand, ingang: date, einde: date | None, weekvolume: int, categorie: str = ""
) -> int:
    """Give the most that an effort-based assignment allows in a month (IV077)."""
    van, tot = _binnen(maand, ingang, einde)
    if tot < van:
        return 0
    return weekvolume * (6 if categorie == HUISHOUDELIJKE_HULP else weeknummers(van, tot))


def max_inspanning_totaal(ingang: date, einde: date, weekvolume: int) -> int:
    """Give the most that an effort-based assignment allows over its whole duration (IV077)."""
    return weekvolume * weeknummers(ingang, einde)


def max_output_maand(maand: Maand, ingang: date, einde: date | None, weekvolume: int) -> int:
    """Give the most that an output-based assignment allows in a month (IV077): Sundays, and the broken last week."""
    van, tot = _binnen(maand, ingang, einde)
    if tot < van:
        return 0
    aantal = zondagen(van, tot)
    if einde is not None and einde.weekday() != ZONDAG and maand == _maand_van_gebroken_week(ingang, einde):
        aantal += 1
    return weekvolume * aantal


def productperiode_inspanning(geleverd_op: date) -> Maand:
    """Give the month in which effort is claimed: that of the day of delivery (IV076)."""
    return Maand.van(geleverd_op)


def productperiode_output(dag_in_week: date, ingang: date, einde: date | None) -> Maand:
    """Give the month in which a week of output is claimed: that of its Sunday.

    The last week of an assignment that does not end on a Sunday goes with the last Sunday of the assignment (IV076).
    """
    zondag = _maandag(dag_in_week) + timedelta(days=6)
    if einde is not None and zondag > einde:
        return _maand_van_gebroken_week(ingang, einde)
    return Maand.van(zondag)


def uren_uit_minuten(minuten: Iterable[int]) -> int:
    """Give the hours to claim: add up first, round once: under 30 minutes down, else up, at least one hour (IV079).

    Nothing delivered is nothing to claim: zero minutes give zero hours.
    """
    totaal = sum(minuten)
    return max(1, (totaal + 30) // 60) if totaal > 0 else 0


def _maandag(dag: date) -> date:
    return dag - timedelta(days=dag.weekday())


def _binnen(maand: Maand, ingang: date, einde: date | None) -> tuple[date, date]:
    return max(ingang, maand.eerste_dag), min(einde or maand.laatste_dag, maand.laatste_dag)


def _maand_van_gebroken_week(ingang: date, einde: date) -> Maand:
    """Give the month of the last Sunday; an assignment too short to hold a Sunday is claimed in the month it ends."""
    laatste_zondag = einde - timedelta(days=(einde.weekday() + 1) % 7)
    return Maand.van(laatste_zondag if laatste_zondag >= ingang else einde)
