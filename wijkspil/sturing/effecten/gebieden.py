"""Areas over time: index series (O8), difference-in-differences and event study with one number per area.

With one start day and a full panel, clustering on the area comes down to comparing one change per area between both groups;
Welch's interval on those changes equals the cluster-robust one with the small-sample correction that few areas need (CR2 with
Bell-McCaffrey degrees of freedom). See docs/adr, and the check against a regression with dummies in the tests.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .gemiddelden import welch
from .kansen import Getallen
from .uitslag import ZEKERHEID, Aanname, Reden, Uitslag, met_t, niet

GEBIEDEN_MINSTENS = 4
"""Areas per group under which chance can't be judged by their spread: with three against nine, 95% was 93.9%."""
_AANNAMES = (Aanname.GELIJK_VERLOOP, Aanname.EEN_BEGINDAG, Aanname.GEEN_UITSTRALING)


@dataclass(frozen=True, slots=True)
class Paneel:
    """Areas by periods, without holes. `begin` is the place of the first period with the pilot."""

    gebieden: tuple[str, ...]
    perioden: tuple[str, ...]
    waarden: Getallen
    proef: NDArray[np.bool_]
    begin: int

    @classmethod
    def van(cls, punten: Iterable[Mapping[str, Any]], eerste_periode: str) -> "Paneel":
        """From points with gebied, periode, waarde and proef. Areas with a hole or a zero are left out.

        Args:
            eerste_periode: the first period in which the pilot runs, as 2020 or 2020-1.
        """
        rijen = list(punten)
        perioden = tuple(sorted({str(r["periode"]) for r in rijen}))
        per_gebied: dict[str, dict[str, float]] = {}
        proef: dict[str, bool] = {}
        for r in rijen:
            per_gebied.setdefault(str(r["gebied"]), {})[str(r["periode"])] = float(r["waarde"])
            proef[str(r["gebied"])] = bool(r["proef"])
        heel = [g for g, cijfers in per_gebied.items() if all(cijfers.get(p, 0) > 0 for p in perioden)]
        waarden = np.array([[per_gebied[g][p] for p in perioden] for g in heel], dtype=float).reshape(
            len(heel), len(perioden)
        )
        begin = sum(p < eerste_periode for p in perioden)
        return cls(tuple(heel), perioden, waarden, np.array([proef[g] for g in heel], dtype=bool), begin)

    @property
    def aantallen(self) -> tuple[int, int]:
        return int(self.proef.sum()), int((~self.proef).sum())

    @property
    def kan_voor_en_na(self) -> bool:
        return 0 < self.begin < len(self.perioden)


def indexreeksen(paneel: Paneel) -> list[dict[str, Any]]:
    """Per area and period the index, 100 in the last period before the pilot (the first one when there is none before)."""
    basis = max(paneel.begin - 1, 0)
    index = 100 * paneel.waarden / paneel.waarden[:, basis : basis + 1]
    return [
        {"gebied": gebied, "periode": periode, "index": float(index[g, p]), "proef": bool(paneel.proef[g])}
        for g, gebied in enumerate(paneel.gebieden)
        for p, periode in enumerate(paneel.perioden)
    ]


def groei(paneel: Paneel) -> dict[str, float | None]:
    """The mean growth in percent per group, from the base of the index to the last period (O8)."""
    basis = max(paneel.begin - 1, 0)
    per_gebied = 100 * (paneel.waarden[:, -1] / paneel.waarden[:, basis] - 1)
    return {
        naam: float(per_gebied[groep].mean()) if groep.any() else None
        for naam, groep in (("proef", paneel.proef), ("vergelijk", ~paneel.proef))
    }


def verschil_in_verschil(paneel: Paneel) -> Uitslag:
    """By how many percent the pilot areas changed more than the others, from before to after.

    Computed on logarithms, so an area of any size counts the same and the answer is a percentage.
    """
    n1, n0 = paneel.aantallen
    mag_niet = _waarom_niet(paneel)
    if mag_niet is not None:
        return niet("did", mag_niet, n1, n0, aannames=_AANNAMES)
    log = np.log(paneel.waarden)
    sprong = log[:, paneel.begin :].mean(axis=1) - log[:, : paneel.begin].mean(axis=1)
    feiten = {"verschil": _procent(float(sprong[paneel.proef].mean() - sprong[~paneel.proef].mean()))}
    if min(n1, n0) < GEBIEDEN_MINSTENS:
        return niet("did", Reden.TE_WEINIG, n1, n0, aannames=_AANNAMES, feiten=feiten)
    waarde, fout, vrijheid = welch(sprong[paneel.proef], sprong[~paneel.proef])
    return in_procenten(met_t("did", waarde, fout, vrijheid, n1, n0, aannames=_AANNAMES, feiten=feiten))


def per_periode(paneel: Paneel) -> list[Uitslag | None]:
    """The event study: per period the difference with the last period before, in percent. None for that period itself.

    Before the pilot these should lie around zero; `liep_gelijk` says whether they do.
    """
    n1, n0 = paneel.aantallen
    if _waarom_niet(paneel) is not None or min(n1, n0) < GEBIEDEN_MINSTENS:
        return []
    log = np.log(paneel.waarden)
    uit: list[Uitslag | None] = []
    for plek in range(len(paneel.perioden)):
        if plek == paneel.begin - 1:
            uit.append(None)
            continue
        sprong = log[:, plek] - log[:, paneel.begin - 1]
        waarde, fout, vrijheid = welch(sprong[paneel.proef], sprong[~paneel.proef])
        uit.append(in_procenten(met_t("periode", waarde, fout, vrijheid, n1, n0, aannames=_AANNAMES)))
    return uit


def liep_gelijk(uitslagen: Sequence[Uitslag | None], begin: int) -> bool | None:
    """Whether the groups moved alike before the pilot, all earlier periods together (Bonferroni); None when it can't be seen."""
    vooraf = [u for u in uitslagen[: max(begin - 1, 0)] if u is not None and u.p is not None]
    if not vooraf:
        return None
    return all(u.p is None or u.p * len(vooraf) > 1 - ZEKERHEID for u in vooraf)


def in_procenten(uitslag: Uitslag) -> Uitslag:
    """A difference of logarithms as a percentage."""
    if uitslag.waarde is None or uitslag.laag is None or uitslag.hoog is None:
        return uitslag
    return Uitslag(
        uitslag.methode, uitslag.aantal_proef, uitslag.aantal_vergelijk, _procent(uitslag.waarde), _procent(uitslag.laag),
        _procent(uitslag.hoog), uitslag.p, None, uitslag.aannames, uitslag.feiten,
    )  # fmt: skip


def _waarom_niet(paneel: Paneel) -> Reden | None:
    n1, n0 = paneel.aantallen
    if n0 == 0 or n1 == 0:
        return Reden.GEEN_VERGELIJKING
    return None if paneel.kan_voor_en_na else Reden.TE_KORT


def _procent(log: float) -> float:
    return 100 * float(np.expm1(log))


__all__ = [
    "Paneel",
    "groei",
    "in_procenten",
    "indexreeksen",
    "liep_gelijk",
    "per_periode",
    "verschil_in_verschil",
]
