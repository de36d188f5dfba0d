"""One waiting line, in many replications at once: several servers, urgent cases first, first come first served within a class.

The line is followed from start of service to start of service. At each step every replication serves one case: the server that is
free first takes, of the cases that wait by then, the most urgent one that came first. A service is never broken off. So a step is a
handful of vector operations over all replications, and there is no loop per case and replication. This is the recursion of Kiefer
and Wolfowitz (1955), with classes of urgency.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[np.float64]


def begin_van_bediening(
    komst: Sequence[Getallen], duur: Sequence[Getallen], bedienden: int
) -> list[Getallen]:
    """The moment at which each case is taken up.

    Args:
        komst: per class, most urgent first, the moments of arrival: one row per case in order of arrival, one column per
            replication. A replication with fewer cases than another ends with `inf`.
        duur: of the same shapes, how long each service takes in the same unit of time.
        bedienden: how many serve at the same time, one or more.

    Returns:
        per class the moments of taking up, of the same shapes; `inf` where there is no case.

    Raises:
        ValueError: no servers, or shapes that differ.
    """
    if bedienden < 1:
        raise ValueError(f"Er zijn {bedienden} mensen om te helpen; dat moet er minstens een zijn.")
    if any(k.shape != d.shape for k, d in zip(komst, duur, strict=True)):
        raise ValueError("Aankomsten en duren hebben niet dezelfde vorm.")
    if bedienden == 1 and len(komst) == 1:
        return [_alleen(komst[0], duur[0])]
    herhalingen = komst[0].shape[1]
    # One flat row of cases: the classes below each other, each closed with a row in which nobody comes.
    leeg = np.full((1, herhalingen), np.inf)
    alle_komst = np.concatenate([deel for k in komst for deel in (k, leeg)]).ravel()
    alle_duur = np.concatenate([deel for d in duur for deel in (d, leeg)]).ravel()
    begin = np.full(alle_komst.shape, np.inf)
    rijen = [len(k) + 1 for k in komst]
    eerste = np.cumsum([0, *rijen[:-1]])
    kolom = np.arange(herhalingen)
    plek = [e * herhalingen + kolom for e in eerste]
    slot = [(e + r - 1) * herhalingen + kolom for e, r in zip(eerste, rijen, strict=True)]
    kop = [alle_komst[p] for p in plek]
    bezet = (_OpRij if bedienden <= WEINIG else _InRij)(bedienden, herhalingen)
    for _stap in range(sum(len(k) for k in komst)):
        vroegst = kop[0]
        for k in kop[1:]:
            vroegst = np.minimum(vroegst, k)
        moment = np.maximum(bezet.eerst_vrij(), vroegst)
        gekozen = plek[-1]
        nog_niet = None
        if len(kop) > 1:
            gekozen = gekozen.copy()
            nog_niet = np.ones(herhalingen, dtype=bool)
            for soort in range(len(kop)):
                neemt = nog_niet & (kop[soort] <= moment)
                np.copyto(gekozen, plek[soort], where=neemt)
                nog_niet &= ~neemt
                # A replication that has no more cases stays at the closing row.
                plek[soort] = np.minimum(plek[soort] + neemt * herhalingen, slot[soort])
                kop[soort] = alle_komst[plek[soort]]
        else:
            plek[0] = plek[0] + herhalingen
            kop[0] = alle_komst[plek[0]]
        begin[gekozen] = moment
        bezet.neem(moment + alle_duur[gekozen])
    return [
        begin[e * herhalingen : (e + len(k)) * herhalingen].reshape(k.shape)
        for e, k in zip(eerste, komst, strict=True)
    ]


def _alleen(komst: Getallen, duur: Getallen) -> Getallen:
    """One server and one class: Lindley's recursion (1952) has a closed form, so no step at all."""
    ervoor = duur.cumsum(0)
    ervoor -= duur
    return np.maximum.accumulate(komst - ervoor, 0) + ervoor


WEINIG = 8
"""Up to so many servers it is quicker to keep them in order than to look for the first; measured."""


class _OpRij:
    """When each server is free, kept in order in every replication: the first row is free first."""

    def __init__(self, bedienden: int, herhalingen: int) -> None:
        self.vrij = list(np.zeros((bedienden, herhalingen)))

    def eerst_vrij(self) -> Getallen:
        return self.vrij[0]

    def neem(self, klaar: Getallen) -> None:
        """The server that was free first is now free at `klaar`, which this method may change."""
        vrij = self.vrij
        for n in range(1, len(vrij)):
            np.minimum(klaar, vrij[n], out=vrij[n - 1])
            np.maximum(klaar, vrij[n], out=klaar)
        vrij[-1] = klaar


class _InRij:
    """The same without an order, for many servers: a row per replication, in which the first is looked for."""

    def __init__(self, bedienden: int, herhalingen: int) -> None:
        self.vrij = np.zeros((herhalingen, bedienden))
        self.plat = self.vrij.reshape(-1)
        self.begin = np.arange(herhalingen) * bedienden

    def eerst_vrij(self) -> Getallen:
        self.wie = self.vrij.argmin(1) + self.begin
        return self.plat[self.wie]

    def neem(self, klaar: Getallen) -> None:
        self.plat[self.wie] = klaar
