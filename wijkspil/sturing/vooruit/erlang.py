"""What theory says of a waiting line with random arrivals and services (M/M/c), to check the simulation against.

A. K. Erlang, 1917. Only for a line that has settled, with more capacity than work.
"""

from math import exp, inf


def kans_op_wachten(drukte: float, bedienden: int) -> float:
    """The chance that somebody who comes has to wait (Erlang C).

    Args:
        drukte: arrivals per unit of time times mean service time: the work in servers.
    """
    if drukte >= bedienden:
        return 1.0
    blok = 1.0  # Erlang B, by its recursion, that never overflows
    for n in range(1, bedienden + 1):
        blok = drukte * blok / (n + drukte * blok)
    return blok / (1 - drukte / bedienden * (1 - blok))


def gemiddelde_wachttijd(per_tijd: float, duur: float, bedienden: int) -> float:
    """Mean waiting time before service, in the unit of `duur`; infinite when there is more work than capacity."""
    drukte = per_tijd * duur
    if drukte >= bedienden:
        return inf
    return kans_op_wachten(drukte, bedienden) * duur / (bedienden - drukte)


def kans_langer_dan(grens: float, per_tijd: float, duur: float, bedienden: int) -> float:
    """The chance that somebody waits longer than `grens`, when who came first goes first."""
    drukte = per_tijd * duur
    if drukte >= bedienden:
        return 1.0
    return kans_op_wachten(drukte, bedienden) * exp(-(bedienden - drukte) * grens / duur)
