"""The few distributions that intervals need, from their own definitions. NumPy has no quantiles and SciPy would weigh 100 MB."""

from functools import lru_cache
from math import erfc, exp, lgamma, log, log1p, pi, sqrt
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.float64]
NORMAAL = NormalDist()


def z_waarde(zekerheid: float) -> float:
    """The half width of a two-sided normal interval, in standard errors."""
    return NORMAAL.inv_cdf(0.5 + zekerheid / 2)


def normaal_p(z: float) -> float:
    """The two-sided chance of a value at least this far from 0."""
    return erfc(abs(z) / sqrt(2))


def t_p(t: float, vrijheid: float) -> float:
    """The two-sided chance under Student's distribution, through the incomplete beta function."""
    return _beta_deel(vrijheid / (vrijheid + t * t), vrijheid / 2, 0.5)


def t_waarde(zekerheid: float, vrijheid: float) -> float:
    """The half width of a two-sided Student interval, in standard errors. Degrees of freedom may be broken (Welch)."""
    return _t_waarde(zekerheid, round(min(vrijheid, 1e6), 2))


@lru_cache(maxsize=4096)
def _t_waarde(zekerheid: float, vrijheid: float) -> float:
    """Newton from the left: the chance falls in a curve that bends upwards, so a step never goes too far."""
    z = z_waarde(zekerheid)
    if vrijheid > 1e4:
        return z + (z**3 + z) / (4 * vrijheid)
    schaal = exp(lgamma((vrijheid + 1) / 2) - lgamma(vrijheid / 2)) / sqrt(vrijheid * pi)
    t = z
    for _ in range(60):
        dichtheid = schaal * (1 + t * t / vrijheid) ** (-(vrijheid + 1) / 2)
        stap = (t_p(t, vrijheid) - (1 - zekerheid)) / (2 * dichtheid)
        t += stap
        if abs(stap) < 1e-10 * t:
            break
    return t


def _beta_deel(x: float, a: float, b: float) -> float:
    """The regularised incomplete beta function, by its continued fraction on the side where that converges."""
    if x <= 0 or x >= 1:
        return 0.0 if x <= 0 else 1.0
    if x > (a + 1) / (a + b + 2):
        return 1 - _beta_deel(1 - x, b, a)
    voor = exp(lgamma(a + b) - lgamma(a) - lgamma(b) + a * log(x) + b * log1p(-x)) / a
    # Evaluated from the far end: 200 terms are plenty where x lies on this side.
    breuk = 0.0
    for m in range(200, 0, -1):
        even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
        oneven = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        breuk = even / (1 + oneven / (1 + breuk))
    eerste = -(a + b) * x / (a + 1)
    return voor / (1 + eerste / (1 + breuk))
