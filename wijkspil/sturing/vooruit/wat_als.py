"""What if: the same coming weeks under several choices, each compared with how it is now."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from .toegang import Toegang, Uitkomst, speel

ZAAD = 2026
NORM = 0.05
"""The share of investigations that may be late before we call it a problem; our own choice, and on the page a field."""

VRAGEN_SAMEN = 300_000
"""Questions times replications in one scenario: about half a second of work."""


@dataclass(frozen=True, slots=True)
class Beeld:
    """What a scenario gives: means over the replications, with the range in which 90 of 100 fall (`laag`, `hoog`). Shares are 0 to 1.

    `kans` is the chance that more than the norm is late. `scheelt` is how many fewer investigations are late than in the first
    scenario, in the same replication: mean and range.
    """

    sleutel: str
    onderzoeken: float
    te_laat: float
    laag: float
    hoog: float
    kans: float
    duur: float | None
    besluit_te_laat: float | None
    triage_dagen: float | None
    scheelt: float
    scheelt_laag: float
    scheelt_hoog: float
    drukte: float

    @property
    def loopt_vol(self) -> bool:
        return self.drukte > 1


def herhalingen_voor(t: Toegang) -> int:
    """Two hundred to a thousand replications: fewer for a big municipality, where each says more."""
    vragen = t.per_week * t.weken + len(t.open_onderzoeken) + 1
    return int(np.clip(VRAGEN_SAMEN / vragen, 200, 1000))


def vergelijk(scenarios: dict[str, Toegang], *, norm: float = NORM) -> list[Beeld]:
    """Play each scenario with the same chance. The first is what the others are compared with."""
    eerste = next(iter(scenarios.values()))
    herhalingen = herhalingen_voor(eerste)
    basis = _uitkomst(eerste, herhalingen)
    return [_beeld(sleutel, t, _uitkomst(t, herhalingen), basis, norm) for sleutel, t in scenarios.items()]


@lru_cache(maxsize=256)
def _uitkomst(t: Toegang, herhalingen: int) -> Uitkomst:
    return speel(t, herhalingen=herhalingen, zaad=ZAAD)


def _beeld(sleutel: str, t: Toegang, u: Uitkomst, basis: Uitkomst, norm: float) -> Beeld:
    deel = u.deel_te_laat
    laag, hoog = np.quantile(deel, (0.05, 0.95))
    scheelt = basis.onderzoek_te_laat - u.onderzoek_te_laat
    s_laag, s_hoog = np.quantile(scheelt, (0.05, 0.95))
    return Beeld(
        sleutel=sleutel,
        onderzoeken=float(u.onderzoeken.mean()),
        te_laat=float(deel.mean()),
        laag=float(laag),
        hoog=float(hoog),
        kans=float((deel > norm).mean()),
        duur=_gemiddeld(u.duur_mediaan),
        besluit_te_laat=float(u.deel_besluit_te_laat.mean()) if u.besluiten.any() else None,
        triage_dagen=_gemiddeld(u.wacht_op_triage),
        scheelt=float(scheelt.mean()),
        scheelt_laag=float(s_laag),
        scheelt_hoog=float(s_hoog),
        drukte=t.drukte["onderzoek"],
    )


def _gemiddeld(waarden: np.ndarray) -> float | None:
    bekend = waarden[np.isfinite(waarden)]
    return float(bekend.mean()) if bekend.size else None
