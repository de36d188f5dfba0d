"""Groups that differ before they begin: doubly robust adjustment, right when either the model of who joins or that of the outcome is (AIPW)."""

import numpy as np

from .gemiddelden import KLEINSTE
from .kansen import Getallen
from .uitslag import Aanname, Reden, Uitslag, met_t, niet

RAND = 0.05
"""A chance to be in the pilot group closer than this to 0 or 1 means: somebody without a counterpart."""
HOOGSTENS_OVER_DE_RAND = 0.1


def dubbel_robuust(
    y: Getallen, proef: Getallen, kenmerken: Getallen, *, kleinste: int = 2 * KLEINSTE
) -> Uitslag:
    """The mean difference that joining makes, adjusted for what was measured before.

    Args:
        y: the outcome per person.
        proef: 1 for the pilot group, 0 for the comparison group.
        kenmerken: one row per person, one column per thing that was known at the beginning.
    """
    ja = proef > 0.5
    n1, n0, n = int(ja.sum()), int((~ja).sum()), len(y)
    aannames = (Aanname.GEMETEN_VERSCHILLEN, Aanname.ANTWOORD_TOEVALLIG)
    x = _bruikbaar(kenmerken)
    if n0 == 0 or n1 == 0:
        return niet("dubbel", Reden.GEEN_VERGELIJKING, n1, n0, aannames=aannames)
    if min(n1, n0) < max(kleinste, 5 * x.shape[1]):
        return niet("dubbel", Reden.TE_WEINIG, n1, n0, aannames=aannames)
    kans = _logistisch(x, proef)
    over = float(np.mean((kans < RAND) | (kans > 1 - RAND)))
    if over > HOOGSTENS_OVER_DE_RAND:
        return niet(
            "dubbel", Reden.NIET_VERGELIJKBAAR, n1, n0, aannames=aannames, feiten={"over_de_rand": over}
        )
    kans = np.clip(kans, RAND / 2, 1 - RAND / 2)
    verwacht1, verwacht0 = x @ _rechte_lijn(x[ja], y[ja]), x @ _rechte_lijn(x[~ja], y[~ja])
    per_mens = (
        verwacht1 - verwacht0 + proef * (y - verwacht1) / kans - (1 - proef) * (y - verwacht0) / (1 - kans)
    )
    vrij = n - 2 * x.shape[1]
    fout = float(per_mens.std(ddof=1) / np.sqrt(n)) * np.sqrt(n / vrij)
    return met_t("dubbel", float(per_mens.mean()), float(fout), vrij, n1, n0, aannames=aannames)


def _bruikbaar(kenmerken: Getallen) -> Getallen:
    """A column of ones and the characteristics that differ between people, on one scale."""
    spreiding = kenmerken.std(axis=0)
    kolommen = kenmerken[:, spreiding > 1e-9]
    recht = (kolommen - kolommen.mean(axis=0)) / spreiding[spreiding > 1e-9]
    return np.column_stack([np.ones(len(kenmerken)), recht])


def _rechte_lijn(x: Getallen, y: Getallen) -> Getallen:
    return np.asarray(np.linalg.lstsq(x, y, rcond=None)[0], dtype=np.float64)


def _logistisch(x: Getallen, proef: Getallen) -> Getallen:
    """The chance to be in the pilot group, by logistic regression; a touch of shrinkage keeps separated groups finite."""
    beta: Getallen = np.zeros(x.shape[1])
    rem = np.diag([0.0] + [1e-3] * (x.shape[1] - 1))
    for _ in range(30):
        p = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
        gewicht = np.maximum(p * (1 - p), 1e-6)
        stap = np.linalg.solve(x.T @ (x * gewicht[:, None]) + rem, x.T @ (proef - p) - rem @ beta)
        beta = np.asarray(beta + stap, dtype=np.float64)
        if np.abs(stap).max() < 1e-8:
            break
    kans: Getallen = 1 / (1 + np.exp(-np.clip(x @ beta, -30, 30)))
    return kans
