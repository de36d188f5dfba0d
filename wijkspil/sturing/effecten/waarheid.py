"""The truth test: towns with an effect that we put there ourselves, and how often each method finds it and keeps silent without one."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from .dubbel import dubbel_robuust
from .duur import duur
from .gebieden import Paneel, per_periode, verschil_in_verschil
from .gemiddelden import kosten, verschil
from .synthetisch import synthetisch
from .uitslag import Uitslag

Proef = Callable[[np.random.Generator, float], Uitslag | None]


@dataclass(frozen=True, slots=True)
class Meting:
    """One line of the table: the mean error with its own uncertainty, and both shares."""

    naam: str
    waar: float
    herhalingen: int
    vertekening: float
    vertekening_fout: float
    dekking: float
    stilte: float

    @property
    def zuiver(self) -> bool:
        """Whether the mean error is within what chance gives over this many replications (3.5 standard errors)."""
        return abs(self.vertekening) <= 3.5 * self.vertekening_fout


def grenzen(herhalingen: int) -> tuple[float, float]:
    """Within which a share of 95% must lie: 93-97% from a thousand replications on, wider with fewer as chance is."""
    if herhalingen >= 1000:
        return 0.93, 0.97
    breed = 3.5 * (0.95 * 0.05 / herhalingen) ** 0.5
    return min(0.93, 0.95 - breed), min(1.0, max(0.97, 0.95 + breed))


def meet(naam: str, herhalingen: int, zaad: int) -> Meting:
    """Play one method `herhalingen` times with its effect and as often without."""
    proef, effect, waar = PROEVEN[naam]
    toeval = np.random.default_rng([zaad, sorted(PROEVEN).index(naam)])
    schattingen, raak, stil = [], 0, 0
    for _ in range(herhalingen):
        u = proef(toeval, effect)
        assert u is not None and u.waarde is not None and u.laag is not None and u.hoog is not None, naam
        schattingen.append(u.waarde)
        raak += u.laag <= waar <= u.hoog
        niets = proef(toeval, 0.0)
        assert niets is not None
        stil += niets.stil
    fouten = np.array(schattingen) - waar
    return Meting(
        naam, waar, herhalingen, float(fouten.mean()), float(fouten.std(ddof=1) / herhalingen**0.5),
        raak / herhalingen, stil / herhalingen,
    )  # fmt: skip


def tabel(metingen: list[Meting]) -> str:
    kop = (
        f"{'methode':<24}{'waar':>9}{'vertekening':>13}{'± toeval':>10}{'dekking':>9}{'stilte':>8}{'keer':>7}"
    )
    regels = [
        f"{m.naam:<24}{m.waar:>9.3f}{m.vertekening:>13.4f}{3.5 * m.vertekening_fout:>10.4f}{m.dekking:>9.1%}{m.stilte:>8.1%}{m.herhalingen:>7}"
        for m in metingen
    ]
    return "\n".join([kop, *regels])


def _paneel(
    toeval: np.random.Generator, effect: float, proef: int, anderen: int, voor: int, na: int
) -> Paneel:
    """Areas with their own level, shared shocks with their own weight, and errors that remember the year before."""
    g, t = proef + anderen, voor + na
    schok = np.cumsum(toeval.normal(0, 0.02, t))
    fout = np.zeros((g, t))
    fout[:, 0] = toeval.normal(0, 0.04, g)
    for k in range(1, t):
        fout[:, k] = 0.5 * fout[:, k - 1] + toeval.normal(0, 0.035, g)
    log = toeval.normal(5, 0.6, (g, 1)) + schok + fout
    log[:proef, voor:] += effect
    namen = tuple(f"g{k}" for k in range(g))
    return Paneel(namen, tuple(str(2000 + k) for k in range(t)), np.exp(log), np.arange(g) < proef, voor)


def _in_log(u: Uitslag | None) -> Uitslag | None:
    """Back to logarithms: there an estimate can be unbiased; a percentage of it is a curve."""
    if u is None or u.waarde is None or u.laag is None or u.hoog is None:
        return u
    w, laag, hoog = (float(np.log1p(x / 100)) for x in (u.waarde, u.laag, u.hoog))
    return Uitslag(u.methode, u.aantal_proef, u.aantal_vergelijk, w, laag, hoog, u.p)


def _did(toeval: np.random.Generator, effect: float) -> Uitslag | None:
    return _in_log(verschil_in_verschil(_paneel(toeval, effect, 8, 12, 5, 4)))


def _did_weinig(toeval: np.random.Generator, effect: float) -> Uitslag | None:
    return _in_log(verschil_in_verschil(_paneel(toeval, effect, 4, 12, 5, 4)))


def _periode(toeval: np.random.Generator, effect: float) -> Uitslag | None:
    return _in_log(per_periode(_paneel(toeval, effect, 8, 12, 5, 4))[7])


def _synthetisch(toeval: np.random.Generator, effect: float) -> Uitslag | None:
    return _in_log(synthetisch(_paneel(toeval, effect, 1, 39, 10, 4)))


def _duur(toeval: np.random.Generator, effect: float) -> Uitslag:
    def groep(gemiddeld: float) -> tuple[np.ndarray, np.ndarray]:
        echt, gezien = toeval.exponential(gemiddeld, 120), toeval.uniform(150, 700, 120)
        return np.minimum(echt, gezien), (echt <= gezien).astype(float)

    return duur(*groep(300 - effect), *groep(300), tot=365)


def _tevreden(toeval: np.random.Generator, effect: float) -> Uitslag:
    a, b = (np.clip(toeval.normal(7.2, 1.4, n), 1, 10) for n in (60, 80))
    return verschil(a + effect, b)


def _kosten(toeval: np.random.Generator, effect: float) -> Uitslag:
    a, b = (toeval.lognormal(7.5, 0.8, n) for n in (80, 100))
    return kosten(a + effect, b, zaad=int(toeval.integers(2**31)))


def _dubbel(toeval: np.random.Generator, effect: float) -> Uitslag:
    x = toeval.normal(0, 1, (300, 3))
    mee = (toeval.uniform(size=300) < 1 / (1 + np.exp(-(0.6 * x[:, 0] - 0.4 * x[:, 1])))).astype(float)
    return dubbel_robuust(
        2 + x @ np.array([1.0, 0.5, -0.5]) + effect * mee + toeval.normal(0, 1, 300), mee, x
    )


def _rmst(gemiddeld: float, tot: float) -> float:
    return float(gemiddeld * (1 - np.exp(-tot / gemiddeld)))


PROEVEN: dict[str, tuple[Proef, float, float]] = {
    "verschil in verschil": (_did, 0.08, 0.08),
    "idem, vier gebieden": (_did_weinig, 0.08, 0.08),
    "per periode": (_periode, 0.08, 0.08),
    "mengsel (synthetisch)": (_synthetisch, 0.08, 0.08),
    "duur": (_duur, 100.0, _rmst(200, 365) - _rmst(300, 365)),
    "tevredenheid": (_tevreden, 0.6, 0.6),
    "kosten": (_kosten, -700.0, -700.0),
    "dubbel robuust": (_dubbel, 0.5, 0.5),
}
"""Per method: how to play it, the effect to put in, and what the method should then find."""
