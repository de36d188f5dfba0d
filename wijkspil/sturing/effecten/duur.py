"""How long help lasts when part of it is still running: Kaplan-Meier, mean days up to a limit, and the log-rank test (O10)."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from .gemiddelden import KLEINSTE
from .kansen import Getallen, normaal_p, z_waarde
from .uitslag import ZEKERHEID, Aanname, Reden, Uitslag, niet

KLAAR_MINSTENS = 5
"""Trajectories per group that must have ended before a duration means anything."""
KORTST = 60
"""Days that must have been watched in both groups."""


@dataclass(frozen=True, slots=True)
class Lijn:
    """The share that still has help: it drops on `dagen` to `deel`; `onder_risico` were still watched, `klaar` ended."""

    dagen: Getallen
    deel: Getallen
    onder_risico: Getallen
    klaar: Getallen

    def op(self, dag: float) -> float:
        """The share still running at the end of a day."""
        plek = int(np.searchsorted(self.dagen, dag, side="right"))
        return float(self.deel[plek - 1]) if plek else 1.0

    @property
    def mediaan(self) -> float | None:
        """The day on which half has ended; None when that isn't so yet."""
        onder = np.nonzero(self.deel <= 0.5 + 1e-12)[0]
        return float(self.dagen[onder[0]]) if len(onder) else None


def kaplan_meier(dagen: Getallen, klaar: Getallen) -> Lijn:
    """The line of one group.

    Args:
        dagen: days from start to end, or to today for what still runs.
        klaar: 1 when it ended, 0 when it still runs.
    """
    momenten, plek = np.unique(dagen, return_inverse=True)
    einden = np.bincount(plek, weights=klaar, minlength=len(momenten))
    weg = np.bincount(plek, minlength=len(momenten))
    risico = len(dagen) - np.concatenate([[0], np.cumsum(weg)[:-1]])
    telt = einden > 0
    deel = np.cumprod(1 - einden[telt] / risico[telt])
    return Lijn(momenten[telt].astype(float), deel, risico[telt].astype(float), einden[telt].astype(float))


def gemiddelde_duur(lijn: Lijn, tot: float) -> tuple[float, float]:
    """Mean days of help within the first `tot` days, and its variance (Greenwood)."""
    binnen = lijn.dagen < tot
    dagen, deel = lijn.dagen[binnen], lijn.deel[binnen]
    grenzen = np.concatenate([[0.0], dagen, [tot]])
    stukken = np.diff(grenzen) * np.concatenate([[1.0], deel])
    rest = np.cumsum(stukken[::-1])[::-1][1:]
    risico, klaar = lijn.onder_risico[binnen], lijn.klaar[binnen]
    over = np.maximum(risico * (risico - klaar), 1e-12)
    telt = risico > klaar
    return float(stukken.sum()), float((rest[telt] ** 2 * klaar[telt] / over[telt]).sum())


def log_rank(dagen1: Getallen, klaar1: Getallen, dagen0: Getallen, klaar0: Getallen) -> float:
    """The chance that two groups with the same duration differ at least this much."""
    momenten = np.unique(np.concatenate([dagen1[klaar1 > 0], dagen0[klaar0 > 0]]))
    risico1, risico0 = ((d[None, :] >= momenten[:, None]).sum(axis=1) for d in (dagen1, dagen0))
    einden1 = ((dagen1[None, :] == momenten[:, None]) & (klaar1[None, :] > 0)).sum(axis=1)
    einden = einden1 + ((dagen0[None, :] == momenten[:, None]) & (klaar0[None, :] > 0)).sum(axis=1)
    risico = risico1 + risico0
    verwacht = einden * risico1 / risico
    spreiding = einden * risico1 * risico0 * (risico - einden) / np.maximum(risico**2 * (risico - 1), 1)
    som = float(spreiding.sum())
    return normaal_p(float((einden1 - verwacht).sum()) / sqrt(som)) if som > 0 else 1.0


def duur(
    dagen1: Getallen,
    klaar1: Getallen,
    dagen0: Getallen,
    klaar0: Getallen,
    *,
    tot: float | None = None,
    kleinste: int = KLEINSTE,
) -> Uitslag:
    """The difference in mean days within the time that both groups were watched; negative is shorter in the pilot."""
    n1, n0 = len(dagen1), len(dagen0)
    aannames = (Aanname.NIET_GELOOT, Aanname.LOOPT_NOG_TOEVALLIG)
    if n0 == 0:
        return niet("duur", Reden.GEEN_VERGELIJKING, n1, n0, aannames=aannames)
    if min(n1, n0) < kleinste or min(klaar1.sum(), klaar0.sum()) < KLAAR_MINSTENS:
        return niet("duur", Reden.TE_WEINIG, n1, n0, aannames=aannames)
    gezien = float(min(dagen1.max(), dagen0.max()))
    grens = gezien if tot is None else min(tot, gezien)
    if grens < KORTST:
        return niet("duur", Reden.TE_KORT, n1, n0, aannames=aannames, feiten={"gezien": grens})
    lijn1, lijn0 = kaplan_meier(dagen1, klaar1), kaplan_meier(dagen0, klaar0)
    (m1, v1), (m0, v0) = gemiddelde_duur(lijn1, grens), gemiddelde_duur(lijn0, grens)
    breed = z_waarde(ZEKERHEID) * sqrt(v1 + v0)
    feiten = {
        "proef": m1,
        "vergelijk": m0,
        "tot": grens,
        "mediaan_proef": lijn1.mediaan,
        "mediaan_vergelijk": lijn0.mediaan,
    }
    if breed <= 0:
        return niet("duur", Reden.GEEN_SPREIDING, n1, n0, aannames=aannames)
    p = log_rank(dagen1, klaar1, dagen0, klaar0)
    return Uitslag(
        "duur", n1, n0, m1 - m0, m1 - m0 - breed, m1 - m0 + breed, p, aannames=aannames, feiten=feiten
    )
