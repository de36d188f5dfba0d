"""The access played ahead: replications per second, beside SimPy on the same model in the same run, and the distance to Erlang C.

Run from the checkout: ``python bench/bench_simulatie.py [replications]``. Needs no database; SimPy comes with the development tools.
Processor time, since others may use the machine. Not a timed test; the figures are for people. Both must give the same share of late investigations, or the bench stops.
"""

from __future__ import annotations

import os
import platform
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import simpy

from wijkspil.sturing.vooruit.erlang import gemiddelde_wachttijd, kans_langer_dan
from wijkspil.sturing.vooruit.toegang import WEEK, Toegang, speel
from wijkspil.sturing.vooruit.wachtrij import begin_van_bediening

ZAAD = 2026
KLEIN = Toegang(
    per_week=10,
    spoed=0.08,
    huishouden=0.45,
    onderzocht=0.8,
    consulenten=5,
    consulent_uren=18,
    onderzoek_uren=9.5,
)
GROOT = Toegang(per_week=103, spoed=0.08, huishouden=0.45, onderzocht=0.8, consulenten=45, consulent_uren=18, onderzoek_uren=8.5,
                triage_uren=42, besluit_uren_per_week=75)  # fmt: skip
MODELLEN = {"small town (10 reports a week)": KLEIN, "big town (103 a week)": GROOT}


def met_simpy(t: Toegang, toeval: random.Random) -> tuple[int, int]:
    """One replication of the same network as a discrete-event simulation: investigations that count, and those that are late."""
    omgeving = simpy.Environment()
    triage = simpy.Resource(omgeving, 1)
    mensen = simpy.PriorityResource(omgeving, t.consulenten)
    besluiten = simpy.Resource(omgeving, 1)
    eind = t.weken * WEEK
    telt, laat = 0, 0
    vorm = (t.wacht_dagen / t.wacht_spreiding) ** 2
    vorm_b = (t.besluit_wacht / t.besluit_spreiding) ** 2

    def vraag():  # type: ignore[no-untyped-def]
        nonlocal telt, laat
        gemeld = omgeving.now
        with triage.request() as beurt:
            yield beurt
            yield omgeving.timeout(toeval.expovariate(60 * t.triage_uren / t.triage_minuten / WEEK))
        if toeval.random() >= t.onderzocht:
            return
        telt += gemeld + t.termijn_onderzoek <= eind
        kort = toeval.random() < t.huishouden * t.verkort
        wacht = toeval.gammavariate(vorm, t.wacht_dagen / vorm)
        yield omgeving.timeout(wacht * (t.verkort_wacht / t.wacht_dagen if kort else 1))
        with mensen.request(priority=0 if toeval.random() < t.spoed else 1) as beurt:
            yield beurt
            uren = t.verkort_uren if kort else t.onderzoek_uren
            yield omgeving.timeout(toeval.expovariate(t.consulent_uren / uren / WEEK))
        if gemeld + t.termijn_onderzoek <= eind:
            laat += omgeving.now > gemeld + t.termijn_onderzoek
        if toeval.random() >= t.met_aanvraag:
            return
        with besluiten.request() as beurt:
            yield beurt
            yield omgeving.timeout(toeval.expovariate(t.besluit_uren_per_week / t.besluit_uren / WEEK))
        yield omgeving.timeout(toeval.gammavariate(vorm_b, t.besluit_wacht / vorm_b))

    def bron():  # type: ignore[no-untyped-def]
        while True:
            yield omgeving.timeout(toeval.expovariate(t.per_week / WEEK))
            if omgeving.now > eind:
                return
            omgeving.process(vraag())

    omgeving.process(bron())
    omgeving.run()
    return telt, laat


def vergelijk(naam: str, t: Toegang, herhalingen: int) -> None:
    speel(t, herhalingen=10, zaad=1)  # the first call loads
    begin = time.process_time()
    uit = speel(t, herhalingen=herhalingen, zaad=ZAAD)
    onze = herhalingen / (time.process_time() - begin)
    toeval = random.Random(ZAAD)  # quicker than NumPy for one number at a time
    begin, paren = time.process_time(), []
    while time.process_time() - begin < 8 or len(paren) < 20:
        paren.append(met_simpy(t, toeval))
    hun = len(paren) / (time.process_time() - begin)
    delen = np.array([laat / max(telt, 1) for telt, laat in paren])
    fout = np.hypot(delen.std(ddof=1) / len(delen) ** 0.5, uit.deel_te_laat.std(ddof=1) / herhalingen**0.5)
    verschil = abs(delen.mean() - uit.deel_te_laat.mean())
    if verschil > 4 * fout:
        raise SystemExit(f"{naam}: SimPy says {delen.mean():.4f} late, we say {uit.deel_te_laat.mean():.4f}")
    print(
        f"{naam:34}{herhalingen:8,}{onze:12,.0f}{len(paren):8,}{hun:9,.1f}{onze / hun:8,.0f}x"
        f"{uit.deel_te_laat.mean():9.2%}{delen.mean():9.2%}{fout:9.2%}"
    )


def erlang(bedienden: int, bezet: float) -> None:
    toeval = np.random.default_rng(ZAAD)
    vragen, herhalingen, inloop = 2500, 2000, 1000
    per_tijd = bedienden * bezet
    komst = toeval.exponential(1 / per_tijd, (vragen, herhalingen)).cumsum(0)
    (begin,) = begin_van_bediening([komst], [toeval.exponential(1.0, komst.shape)], bedienden)
    wacht = (begin - komst)[inloop:]
    for wat, per_herhaling, theorie in (
        ("mean wait", wacht.mean(0), gemiddelde_wachttijd(per_tijd, 1.0, bedienden)),
        ("P(wait > 1 service)", (wacht > 1).mean(0), kans_langer_dan(1.0, per_tijd, 1.0, bedienden)),
    ):
        fout = per_herhaling.std(ddof=1) / herhalingen**0.5
        gespeeld = per_herhaling.mean()
        print(
            f"M/M/{bedienden} at {bezet:.0%}  {wat:22}{theorie:10.4f}{gespeeld:10.4f}{gespeeld / theorie - 1:+9.2%}{(gespeeld - theorie) / fout:+8.1f}"
        )


def main() -> None:
    herhalingen = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    print(
        f"seed {ZAAD}, {platform.machine()}, {os.cpu_count()} cores (one used; processor time), Python {platform.python_version()}, NumPy {np.__version__}, SimPy {simpy.__version__}"
    )
    print(
        f"{'one quarter of the access':34}{'ours':>8}{'per second':>12}{'SimPy':>8}{'per s':>9}{'ratio':>9}{'late':>9}{'SimPy':>9}{'s.e.':>9}"
    )
    for naam, t in MODELLEN.items():
        vergelijk(naam, t, herhalingen if t.per_week < 50 else herhalingen // 4)
    print(f"\n{'against Erlang C':36}{'formula':>10}{'played':>10}{'off by':>9}{'in s.e.':>8}")
    for bedienden, bezet in ((1, 0.7), (5, 0.85), (20, 0.9)):
        erlang(bedienden, bezet)


if __name__ == "__main__":
    main()
