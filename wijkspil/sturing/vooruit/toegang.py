"""The access of a municipality as a network of waiting lines, played thousands of times side by side.

A melding waits for triage, then the days that nobody's hours can shorten (an appointment that suits the resident), then for
somebody with time for the investigation; part of them asks for a decision and waits for that. Three lines, one after the other:

    melding → triage (hours a week) → waiting for the resident → investigation (people) → application → decision (hours a week)

Times are calendar days from today; hours of work become days by the hours a week that there are. Urgent questions go first at the
investigation. The same seed gives the same meldingen and the same amounts of work in every scenario, so that a difference between
two scenarios comes from what was changed and not from chance.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from .wachtrij import Getallen, begin_van_bediening

Vlaggen = NDArray[np.bool_]
WEEK = 7.0


@dataclass(frozen=True, slots=True)
class Lopend:
    """A question that waits today: days since its melding (or application), and which part of the work is still to be done."""

    dagen: int
    nog_te_doen: float = 1.0


@dataclass(frozen=True, slots=True)
class Toegang:
    """Everything the simulation needs to know. Shares are between 0 and 1, `uren` are hours of work, `dagen` calendar days."""

    per_week: float
    """Meldingen a week."""
    gezien: float = 0.0
    """How many meldingen that number rests on; 0 when it is no measurement. Fewer makes the outcome less certain."""
    weken: int = 13
    spoed: float = 0.0
    huishouden: float = 0.0
    """The share of meldingen about help in the house."""
    onderzocht: float = 1.0
    """The share that comes to an investigation; the others are helped or withdrawn before."""
    met_aanvraag: float = 0.5
    """The share of investigations after which somebody applies for a decision."""
    triage_uren: float = 10.0
    triage_minuten: float = 20.0
    consulenten: int = 1
    consulent_uren: float = 18.0
    """Hours a week that one consulent has for investigations."""
    onderzoek_uren: float = 8.0
    wacht_dagen: float = 10.0
    """Days that pass whatever the staff: mean, and below the standard deviation."""
    wacht_spreiding: float = 6.0
    verkort: float = 0.0
    """The share of meldingen about help in the house that takes the shortened route (H15)."""
    verkort_uren: float = 2.0
    verkort_wacht: float = 5.0
    besluit_uren_per_week: float = 20.0
    besluit_uren: float = 1.5
    besluit_wacht: float = 3.0
    besluit_spreiding: float = 2.0
    spreiding: float = 1.0
    """How much the work differs from case to case: standard deviation as a share of the mean."""
    termijn_onderzoek: int = 42
    termijn_besluit: int = 14
    open_onderzoeken: tuple[Lopend, ...] = ()
    open_besluiten: tuple[Lopend, ...] = ()

    def met(self, **anders: Any) -> Self:
        return replace(self, **anders)

    @property
    def uren_per_onderzoek(self) -> float:
        """Mean hours per investigation, the shortened ones included."""
        kort = self.huishouden * self.verkort
        return (1 - kort) * self.onderzoek_uren + kort * self.verkort_uren

    @property
    def drukte(self) -> dict[str, float]:
        """Work that comes in as a share of the hours there are, per line; above 1 the line only grows."""
        onderzoeken = self.per_week * self.onderzocht
        return {
            "triage": self.per_week * self.triage_minuten / 60 / self.triage_uren,
            "onderzoek": onderzoeken * self.uren_per_onderzoek / (self.consulenten * self.consulent_uren),
            "besluit": onderzoeken * self.met_aanvraag * self.besluit_uren / self.besluit_uren_per_week,
        }


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """One number per replication. Only questions whose legal term ends within the weeks that were played count as on time or late.

    `duur_*` are days from melding to the end of the investigation; `nan` where a replication had none.
    """

    onderzoeken: Getallen
    onderzoek_te_laat: Getallen
    besluiten: Getallen
    besluit_te_laat: Getallen
    duur_mediaan: Getallen
    duur_gemiddeld: Getallen
    duur_spreiding: Getallen
    wacht_op_triage: Getallen

    @property
    def deel_te_laat(self) -> Getallen:
        return self.onderzoek_te_laat / np.maximum(self.onderzoeken, 1)

    @property
    def deel_besluit_te_laat(self) -> Getallen:
        return self.besluit_te_laat / np.maximum(self.besluiten, 1)


@dataclass(slots=True)
class _Vragen:
    """All questions of all replications: a row per question, a column per replication."""

    gemeld: Getallen
    triage_klaar: Getallen
    onderzocht: Vlaggen
    spoed: Vlaggen
    kort: Vlaggen
    werk: Getallen
    wacht: Getallen


def speel(t: Toegang, *, herhalingen: int = 1000, zaad: int = 1) -> Uitkomst:
    """Play the coming weeks `herhalingen` times.

    Raises:
        ValueError: nobody to do the work, or no hours for it.
    """
    if t.consulenten < 1 or min(t.consulent_uren, t.triage_uren, t.besluit_uren_per_week) <= 0:
        raise ValueError(
            "Zonder mensen of uren komt er niets af. Vul bij elke stap minstens iemand of een uur in."
        )
    reeksen = np.random.SeedSequence(zaad).spawn(-(-herhalingen // BLOK))
    delen = [
        _speel(t, min(BLOK, herhalingen - n * BLOK), [np.random.default_rng(r) for r in reeks.spawn(8)])
        for n, reeks in enumerate(reeksen)
    ]
    return Uitkomst(*(np.concatenate([getattr(d, f.name) for d in delen]) for f in fields(Uitkomst)))


BLOK = 500
"""Replications that are followed at once: enough for long vectors, few enough for the fast memory of a processor."""


def _speel(t: Toegang, herhalingen: int, toeval: list[np.random.Generator]) -> Uitkomst:
    v, wacht_op_triage = _komt_binnen(t, herhalingen, toeval)
    klaar = _onderzoek(t, v)
    eind = t.weken * WEEK
    grens = v.gemeld + t.termijn_onderzoek
    telt = v.onderzocht & (grens > 0) & (grens <= eind)
    telt_duur = v.onderzocht & (klaar <= eind) & (v.gemeld >= 0)
    duur = np.subtract(klaar, v.gemeld, out=np.full(klaar.shape, np.nan), where=telt_duur)
    besluiten, laat = _besluiten(t, v, klaar, eind, toeval)
    with _leeg_mag():
        return Uitkomst(
            onderzoeken=telt.sum(0).astype(float),
            onderzoek_te_laat=(telt & (klaar > grens)).sum(0).astype(float),
            besluiten=besluiten,
            besluit_te_laat=laat,
            duur_mediaan=np.nanmedian(duur, 0),
            duur_gemiddeld=np.nanmean(duur, 0),
            duur_spreiding=np.nanstd(duur, 0),
            wacht_op_triage=wacht_op_triage,
        )


@contextmanager
def _leeg_mag() -> Iterator[None]:
    """A replication in which nothing came is no reason to warn: its outcome is nan, and says so."""
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):
        warnings.filterwarnings(
            "ignore", "(Mean of empty slice|All-NaN slice|Degrees of freedom)", RuntimeWarning
        )
        yield


def _komt_binnen(t: Toegang, herhalingen: int, toeval: list[np.random.Generator]) -> tuple[_Vragen, Getallen]:
    """Today's open questions, and under them those that come; after triage."""
    tempo = np.full(herhalingen, t.per_week)
    if t.gezien:  # the pace was measured, so it isn't certain: as many as were seen, give or take
        tempo = t.per_week * toeval[0].gamma(t.gezien + 0.5, 1 / t.gezien, herhalingen)
    eind = t.weken * WEEK
    hoogstens = float(tempo.max()) * t.weken
    rijen = int(hoogstens + 6 * np.sqrt(hoogstens) + 3)
    gemeld = toeval[1].exponential(1.0, (rijen, herhalingen)).cumsum(0)
    gemeld *= WEEK / tempo
    gemeld[gemeld > eind] = np.inf
    rijen = int(np.isfinite(gemeld).sum(0).max()) or 1
    gemeld = gemeld[:rijen]
    werk = _werk(toeval[3], (rijen, herhalingen), t.spreiding)
    duur = werk * (t.triage_minuten / 60 / t.triage_uren * WEEK)
    (begin,) = begin_van_bediening([gemeld], [duur], 1)
    er_is = np.isfinite(gemeld)
    with _leeg_mag():
        wachtte = np.nanmean(np.where(er_is, begin - gemeld, np.nan), 0)
    lot = toeval[4].random((3, rijen, herhalingen), dtype=np.float32)
    kort = lot[0] < t.huishouden * t.verkort
    werk = _werk(toeval[5], (rijen, herhalingen), t.spreiding)
    nieuw = _Vragen(
        gemeld=gemeld,
        triage_klaar=begin + duur,
        onderzocht=er_is & (lot[1] < t.onderzocht),
        spoed=lot[2] < t.spoed,
        kort=kort,
        werk=werk * np.where(kort, t.verkort_uren, t.onderzoek_uren),
        wacht=_wachten(t.wacht_dagen, t.wacht_spreiding, toeval[6], (rijen, herhalingen))
        * np.where(kort, t.verkort_wacht / max(t.wacht_dagen, 0.1), 1.0),
    )
    return _met_wat_er_ligt(t, nieuw, toeval[7], herhalingen), wachtte


def _werk(toeval: np.random.Generator, vorm: tuple[int, int], spreiding: float) -> Getallen:
    """Amounts of work with mean 1."""
    if spreiding <= 0:
        return np.ones(vorm)
    if spreiding == 1:
        return toeval.standard_exponential(vorm, dtype=np.float32).astype(float)
    return toeval.standard_gamma(spreiding**-2, vorm, dtype=np.float32).astype(float) * spreiding**2


def _wachten(
    gemiddeld: float, spreiding: float, toeval: np.random.Generator, vorm: tuple[int, int]
) -> Getallen:
    """Days that pass whatever the staff, with this mean and standard deviation."""
    if gemiddeld <= 0 or spreiding <= 0:
        return np.full(vorm, max(gemiddeld, 0.0))
    k = (gemiddeld / spreiding) ** 2
    return toeval.standard_gamma(k, vorm, dtype=np.float32).astype(float) * (gemiddeld / k)


def _met_wat_er_ligt(t: Toegang, nieuw: _Vragen, toeval: np.random.Generator, herhalingen: int) -> _Vragen:
    """Put today's open investigations on top: their triage is behind them, and the days they waited count."""
    if not t.open_onderzoeken:
        return nieuw
    vorm = (len(t.open_onderzoeken), herhalingen)
    dagen = np.array([[float(o.dagen)] for o in t.open_onderzoeken])
    deel = np.array([[o.nog_te_doen] for o in t.open_onderzoeken])
    over = np.maximum(_wachten(t.wacht_dagen, t.wacht_spreiding, toeval, vorm) * deel - dagen, 0.0)
    # Whoever waited longest is first in line when several could be taken up today.
    over += np.argsort(np.argsort(-dagen[:, 0]))[:, None] * 1e-6
    ja, nee = np.ones(vorm, dtype=bool), np.zeros(vorm, dtype=bool)
    werk = _werk(toeval, vorm, t.spreiding) * t.onderzoek_uren * deel
    oud = _Vragen(np.broadcast_to(-dagen, vorm), np.zeros(vorm), ja, nee, nee, werk, over)
    return _Vragen(*(np.concatenate([getattr(oud, f.name), getattr(nieuw, f.name)]) for f in fields(_Vragen)))


def _onderzoek(t: Toegang, v: _Vragen) -> Getallen:
    """The moment at which each investigation is done; `inf` where there is none."""
    komst = v.triage_klaar + v.wacht
    duur = v.werk * (WEEK / t.consulent_uren)
    groepen = [v.onderzocht & v.spoed, v.onderzocht & ~v.spoed]
    rijen = [_op_rij(komst, duur, groep) for groep in groepen if groep.any()]
    klaar = np.full(komst.shape, np.inf)
    if not rijen:
        return klaar
    begin = begin_van_bediening([r[0] for r in rijen], [r[1] for r in rijen], t.consulenten)
    for (_komst, lang, plek), start in zip(rijen, begin, strict=True):
        eerder = np.take_along_axis(klaar, plek, 0)
        np.put_along_axis(klaar, plek, np.minimum(eerder, start + lang), 0)
    return klaar


def _op_rij(komst: Getallen, duur: Getallen, wie: Vlaggen) -> tuple[Getallen, Getallen, NDArray[np.intp]]:
    """The questions of one group in order of arrival, with no more rows than the fullest replication needs."""
    alleen = np.where(wie, komst, np.inf)
    plek = np.argsort(alleen, 0)[: int(np.isfinite(alleen).sum(0).max(initial=0))]
    return np.take_along_axis(alleen, plek, 0), np.take_along_axis(duur, plek, 0), plek


def _besluiten(
    t: Toegang, v: _Vragen, klaar: Getallen, eind: float, toeval: list[np.random.Generator]
) -> tuple[Getallen, Getallen]:
    """How many decisions have a term that ends within the weeks, and how many of those are late."""
    herhalingen = klaar.shape[1]
    lot = toeval[1].random(klaar.shape, dtype=np.float32)
    aangevraagd = np.where(np.isfinite(klaar) & (lot < t.met_aanvraag), klaar, np.inf)
    oud = np.array(sorted([-float(o.dagen)] for o in t.open_besluiten)).reshape(-1, 1)
    eerst = np.arange(len(oud))[:, None] * 1e-6  # who applied first is first in line today
    aangevraagd = np.concatenate([np.broadcast_to(oud, (len(oud), herhalingen)), aangevraagd])
    duur = _werk(toeval[2], aangevraagd.shape, t.spreiding) * (
        t.besluit_uren / t.besluit_uren_per_week * WEEK
    )
    vanaf = np.maximum(aangevraagd, 0.0)
    vanaf[: len(oud)] += eerst
    komst, lang, plek = _op_rij(vanaf, duur, np.isfinite(aangevraagd))
    if not len(komst):
        return np.zeros(herhalingen), np.zeros(herhalingen)
    (begin,) = begin_van_bediening([komst], [lang], 1)
    grens = np.take_along_axis(aangevraagd, plek, 0) + t.termijn_besluit
    bekend = begin + lang + _wachten(t.besluit_wacht, t.besluit_spreiding, toeval[3], komst.shape)
    telt = (grens > 0) & (grens <= eind)
    return telt.sum(0).astype(float), (telt & (bekend > grens)).sum(0).astype(float)
