"""Calibration: what the own events say about the access, and what they can't say.

Read from the events: how many meldingen come in, which part is urgent or about help in the house, how many come to an investigation
and a decision, how long those took, and what waits today. Not in any event: how many hours of work a question takes. That stays an
assumption that people can change, and the days that nobody can shorten are set so that the simulation gives the lead times that
were really seen.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from math import sqrt
from statistics import fmean, pstdev

import ibis
import ibis.expr.types as ir
import numpy as np
from ibis import _ as x

from .. import feiten as tabellen
from .. import lees
from ..lees import Feiten
from .toegang import Lopend, Toegang, speel

TERUG = 365
UITGERIJPT = 90
"""Days after which a melding has had its chance to become an investigation."""

GENOEG_MELDINGEN = 60
GENOEG_DUREN = 30
"""Fewer than these, and the figures say more about chance than about this municipality."""

VERONDERSTELDE_DRUKTE = 0.85
MINSTE_UREN = 8.0
"""Nobody keeps less than a day a week for a step: a small municipality does it in between."""

HUISHOUDEN = "huishouden"


@dataclass(frozen=True, slots=True)
class Waarneming:
    """What the events of the last year show. Days are calendar days."""

    peildag: date
    weken: float
    meldingen: int
    spoed: int
    huishouden: int
    rijp: int
    """Meldingen that are old enough to know what became of them, and of those: investigated, and with an application."""
    rijp_onderzocht: int
    rijp_aanvraag: int
    duren_onderzoek: tuple[int, ...]
    duren_besluit: tuple[int, ...]
    open_onderzoeken: tuple[Lopend, ...]
    open_besluiten: tuple[Lopend, ...]
    stil: int = 0
    """Open questions that wait longer than any finished one took. Nobody seems to work on them, so they don't play along."""

    @property
    def genoeg(self) -> bool:
        return self.meldingen >= GENOEG_MELDINGEN and len(self.duren_onderzoek) >= GENOEG_DUREN

    @property
    def per_week(self) -> float:
        return self.meldingen / self.weken if self.weken else 0.0


def waarneming(gemeente_id: int, versie: str, peildag: date) -> Waarneming:
    """What the events of a municipality show on a day; from memory when nothing changed."""
    return _waarneming(gemeente_id, versie, peildag)


@lru_cache(maxsize=64)
def _waarneming(gemeente_id: int, versie: str, peildag: date) -> Waarneming:
    rijen = lees.reken(gemeente_id, versie, lambda feiten: _reken(feiten, peildag))
    aantal: dict[str, int] = {}
    dagen: dict[str, list[int]] = {}
    for rij in rijen:
        aantal[rij["wat"]] = aantal.get(rij["wat"], 0) + rij["aantal"]
        if rij["dagen"] is not None:
            dagen.setdefault(rij["wat"], []).extend([max(0, rij["dagen"])] * rij["aantal"])
    eerste = max(dagen.get("eerste", [0]))
    langst = max(dagen.get("duur_onderzoek", [TERUG]))
    wachten = {wat: sorted(dagen.get(wat, ()), reverse=True) for wat in ("open_melding", "open_onderzoek")}
    return Waarneming(
        peildag=peildag,
        weken=min(TERUG, max(eerste, 1)) / 7,
        meldingen=aantal.get("melding", 0),
        spoed=aantal.get("spoed", 0),
        huishouden=aantal.get("huishouden", 0),
        rijp=aantal.get("rijp", 0),
        rijp_onderzocht=aantal.get("rijp_onderzocht", 0),
        rijp_aanvraag=aantal.get("rijp_aanvraag", 0),
        duren_onderzoek=tuple(dagen.get("duur_onderzoek", ())),
        duren_besluit=tuple(dagen.get("duur_besluit", ())),
        open_onderzoeken=(
            *(Lopend(d) for d in wachten["open_melding"] if d <= langst),
            *(Lopend(d, 0.5) for d in wachten["open_onderzoek"] if d <= langst),
        ),
        open_besluiten=tuple(
            Lopend(d)
            for d in sorted(dagen.get("open_besluit", ()), reverse=True)
            if d <= max(dagen.get("duur_besluit", [TERUG]))
        ),
        stil=sum(d > langst for lijst in wachten.values() for d in lijst),
    )


def _reken(feiten: Feiten, peildag: date) -> ir.Table:
    """One table of counts: what, after how many days (where that matters), how often."""
    nu = ibis.literal(peildag)
    vanaf = peildag - timedelta(days=TERUG - 1)
    v = feiten.vragen.filter(x.gemeld <= nu)
    recent = v.filter(x.gemeld >= vanaf)
    rijp = v.filter(
        x.gemeld.between(vanaf - timedelta(days=UITGERIJPT), peildag - timedelta(days=UITGERIJPT))
    )
    los = feiten.gebeurtenissen.filter(x.dag.between(vanaf, peildag))
    nu_open = tabellen.stand(feiten.stappen, nu)
    aanvraag = v.group_by("dossier").agg(aanvraag=x.aanvraag.max())
    bij_besluit = nu_open.filter(x.stap == "besluit").inner_join(aanvraag, "dossier")
    delen = [
        _tel("melding", recent),
        _tel("rijp", rijp),
        _tel("rijp_onderzocht", rijp.filter(x.onderzoek.notnull())),
        _tel("rijp_aanvraag", rijp.filter(x.onderzoek.notnull() & x.aanvraag.notnull())),
        _tel("spoed", los.filter((x.soort == "spoed.beoordeeld") & x.uren.notnull())),
        _tel("huishouden", los.filter(x.soort.isin(tabellen.BEGIN) & (x.thema == HUISHOUDEN))),
        _tel("eerste", v.filter(x.gemeld == x.gemeld.min()), tot=nu, van="gemeld"),
        _tel("duur_onderzoek", v.filter(x.onderzoek.between(vanaf, peildag)), tot="onderzoek", van="gemeld"),
        _tel(
            "duur_besluit",
            v.filter(x.besluit.between(vanaf, peildag) & x.aanvraag.notnull()),
            tot="besluit",
            van="aanvraag",
        ),
        _tel("open_melding", nu_open.filter(x.stap == "melding"), tot=nu, van="sinds"),
        _tel("open_onderzoek", nu_open.filter(x.stap == "onderzoek"), tot=nu, van="sinds"),
        _tel("open_besluit", bij_besluit.filter(x.aanvraag.notnull()), tot=nu, van="aanvraag"),
    ]
    return ibis.union(*delen)


def _tel(wat: str, tabel: ir.Table, *, van: str = "", tot: str | ir.Value = "") -> ir.Table:
    if not van:
        dagen: ir.Value = ibis.null("int64")
    else:
        eind = tabel[tot] if isinstance(tot, str) else tot
        dagen = eind.delta(tabel[van], unit="day").cast("int64")
    met = tabel.select(wat=ibis.literal(wat), dagen=dagen)
    return met.group_by("wat", "dagen").agg(aantal=x.count())


def deel(teller: int, noemer: int, anders: float) -> float:
    return min(1.0, teller / noemer) if noemer else anders


def uit_waarneming(w: Waarneming, *, consulenten: int, weken: int = 13) -> Toegang:
    """The access as the events show it, with the hours of work set so that the people have `VERONDERSTELDE_DRUKTE` of their time full."""
    per_week = max(w.per_week, 0.1)
    ruw = Toegang(
        per_week=per_week,
        gezien=float(w.meldingen),
        weken=weken,
        spoed=deel(w.spoed, w.meldingen, 0.0),
        huishouden=deel(w.huishouden, w.meldingen, 0.0),
        onderzocht=max(deel(w.rijp_onderzocht, w.rijp, 0.8), 0.05),
        met_aanvraag=deel(w.rijp_aanvraag, w.rijp_onderzocht, 0.5),
        consulenten=max(consulenten, 1),
        open_onderzoeken=w.open_onderzoeken,
        open_besluiten=w.open_besluiten,
    )
    onderzoeken = per_week * ruw.onderzocht
    uren = VERONDERSTELDE_DRUKTE * ruw.consulenten * ruw.consulent_uren / onderzoeken
    return ruw.met(
        onderzoek_uren=_net(uren),
        verkort_uren=_net(uren / 4),
        triage_uren=_net(max(per_week * ruw.triage_minuten / 60 / VERONDERSTELDE_DRUKTE, MINSTE_UREN)),
        besluit_uren_per_week=_net(
            max(onderzoeken * ruw.met_aanvraag * ruw.besluit_uren / VERONDERSTELDE_DRUKTE, MINSTE_UREN)
        ),
    )


def _net(waarde: float) -> float:
    """Rounded as people write it, never to nothing."""
    return max(round(waarde * 2) / 2 if waarde >= 5 else round(waarde, 1), 0.1)


@dataclass(frozen=True, slots=True)
class Passing:
    """How well the calibrated simulation gives back what was seen: days from melding to the end of the investigation."""

    gezien: float
    gespeeld: float
    past: bool
    """False when the work alone takes longer than people really waited: then the hours per question are too high."""


def stel_wachttijd_in(
    t: Toegang, w: Waarneming, *, herhalingen: int = 200, zaad: int = 1
) -> tuple[Toegang, Passing | None]:
    """Set the days that nobody can shorten so that the mean lead time is the one that was seen; None when too few were seen.

    Without those days the lines give some wait and its spread; what is missing from the real lead times is what is set. The line is
    played for a year without today's stock, so that it has settled.
    """
    if len(w.duren_onderzoek) < GENOEG_DUREN:
        return t, None
    gezien = fmean(w.duren_onderzoek)
    rustig = t.met(weken=52, open_onderzoeken=(), open_besluiten=(), gezien=0.0)
    kaal = speel(rustig.met(wacht_dagen=0.0), herhalingen=herhalingen, zaad=zaad)
    werk = float(np.nanmean(kaal.duur_gemiddeld))
    eigen = max(gezien - werk, 0.0)
    over = pstdev(w.duren_onderzoek) ** 2 - float(np.nanmean(kaal.duur_spreiding)) ** 2
    ingesteld = t.met(
        wacht_dagen=round(eigen, 1), wacht_spreiding=round(sqrt(max(over, (0.3 * eigen) ** 2)), 1)
    )
    gespeeld = speel(
        rustig.met(wacht_dagen=ingesteld.wacht_dagen, wacht_spreiding=ingesteld.wacht_spreiding),
        herhalingen=herhalingen,
        zaad=zaad,
    )
    na = float(np.nanmean(gespeeld.duur_gemiddeld))
    ingesteld = _stel_besluit_in(ingesteld, w)
    return ingesteld, Passing(gezien=gezien, gespeeld=na, past=abs(na - gezien) <= 0.15 * gezien + 1)


def _stel_besluit_in(t: Toegang, w: Waarneming) -> Toegang:
    """The same for the decision, where one line of hours with random work has a known mean stay (M/M/1)."""
    if len(w.duren_besluit) < GENOEG_DUREN or t.drukte["besluit"] >= 1:
        return t
    verblijf = t.besluit_uren / t.besluit_uren_per_week * 7 / (1 - t.drukte["besluit"])
    eigen = max(fmean(w.duren_besluit) - verblijf, 0.0)
    over = pstdev(w.duren_besluit) ** 2 - verblijf**2
    return t.met(
        besluit_wacht=round(eigen, 1), besluit_spreiding=round(sqrt(max(over, (0.3 * eigen) ** 2)), 1)
    )
