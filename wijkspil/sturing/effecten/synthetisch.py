"""One pilot area, or two: a mixture of the others that moved as it did before, and chance judged by giving every other area its turn."""

import numpy as np

from .gebieden import Paneel, in_procenten
from .kansen import Getallen
from .uitslag import ZEKERHEID, Aanname, Reden, Uitslag, niet

RONDEN = 300
VOORAF_MINSTENS = 4
"""Periods before the pilot under which a mixture fits by accident."""
_AANNAMES = (Aanname.MENGSEL, Aanname.EEN_BEGINDAG, Aanname.GEEN_UITSTRALING)


def synthetisch(paneel: Paneel) -> Uitslag:
    """The change of the pilot areas against a mixture of the others, in percent.

    The interval needs nineteen other areas: with fewer, chance alone puts one first more often than once in twenty.
    `feiten` then still holds the difference, and how rare it is among the areas.
    """
    n1, n0 = paneel.aantallen
    if n0 < 2 or n1 == 0:
        return niet("synthetisch", Reden.GEEN_VERGELIJKING, n1, n0, aannames=_AANNAMES)
    if paneel.begin < VOORAF_MINSTENS or paneel.begin >= len(paneel.perioden):
        return niet("synthetisch", Reden.TE_KORT, n1, n0, aannames=_AANNAMES)
    log = np.log(paneel.waarden)
    log = log - log[:, : paneel.begin].mean(
        axis=1, keepdims=True
    )  # levels may differ; only the course counts
    proef, anderen = log[paneel.proef].mean(axis=0, keepdims=True), log[~paneel.proef]
    gewichten = _mengsels(np.vstack([proef, anderen]), anderen, paneel.begin)
    gaten = np.vstack([proef, anderen]) - gewichten @ anderen
    na = gaten[:, paneel.begin :].mean(axis=1) - gaten[:, : paneel.begin].mean(axis=1)
    waarde, beurten = float(na[0]), np.sort(np.abs(na[1:]))
    p = (1 + int((beurten >= abs(waarde)).sum())) / (n0 + 1)
    feiten = {
        "verschil": float(100 * np.expm1(waarde)),
        "p": p,
        "mengsel": {
            g: float(w)
            for g, w in zip(np.array(paneel.gebieden)[~paneel.proef], gewichten[0], strict=True)
            if w > 0.01
        },
    }
    plek = int(np.ceil(ZEKERHEID * (n0 + 1) - 1e-9))
    if plek > n0:
        return niet("synthetisch", Reden.GEEN_TOEVAL, n1, n0, aannames=_AANNAMES, feiten=feiten)
    breed = float(beurten[plek - 1])
    return in_procenten(
        Uitslag("synthetisch", n1, n0, waarde, waarde - breed, waarde + breed, p, None, _AANNAMES, feiten)
    )


def _mengsels(doelen: Getallen, anderen: Getallen, begin: int) -> Getallen:
    """Weights (not negative, together one) per target; target j+1 is the j-th other area and may not use itself.

    Accelerated projected gradient on all targets at once.
    """
    x, y = anderen[:, :begin], doelen[:, :begin]
    mag = np.ones((len(doelen), len(anderen)))
    mag[np.arange(1, len(doelen)), np.arange(len(anderen))] = 0
    kruis, doel = x @ x.T, y @ x.T
    stap = 1 / max(float(np.linalg.norm(kruis, 2)), 1e-12)
    w = mag / mag.sum(axis=1, keepdims=True)
    vooruit, t = w, 1.0
    for _ in range(RONDEN):
        nieuw = _op_het_vlak(vooruit - stap * (vooruit @ kruis - doel), mag)
        volgend = (1 + (1 + 4 * t * t) ** 0.5) / 2
        vooruit, w, t = nieuw + (t - 1) / volgend * (nieuw - w), nieuw, volgend
    return w


def _op_het_vlak(v: Getallen, mag: Getallen) -> Getallen:
    """The nearest weights that are allowed: not negative, together one, zero where `mag` is zero."""
    v = np.where(mag > 0, v, -1e9)
    gesorteerd = -np.sort(-v, axis=1)
    som = np.cumsum(gesorteerd, axis=1) - 1
    tel = np.arange(1, v.shape[1] + 1)
    aantal = (gesorteerd - som / tel > 0).sum(axis=1)
    drempel = som[np.arange(len(v)), aantal - 1] / aantal
    uit: Getallen = np.maximum(v - drempel[:, None], 0)
    return uit
