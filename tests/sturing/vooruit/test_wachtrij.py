"""The waiting line: counted by hand, against a plain loop, and against Erlang's formula of 1917."""

import heapq
from math import inf

import numpy as np
import pytest

from wijkspil.sturing.vooruit.erlang import gemiddelde_wachttijd, kans_langer_dan, kans_op_wachten
from wijkspil.sturing.vooruit.wachtrij import Getallen, begin_van_bediening


def kolom(*waarden: float) -> Getallen:
    return np.array([waarden], dtype=float).T


def test_one_server_by_hand() -> None:
    (begin,) = begin_van_bediening([kolom(0, 1, 2, 10)], [kolom(3, 3, 1, 1)], 1)
    assert begin[:, 0].tolist() == [0, 3, 6, 10]


def test_an_urgent_case_goes_first_but_breaks_nothing_off() -> None:
    """At 1 the ordinary second case came, at 2 the urgent one; the first is served until 5."""
    spoed, gewoon = begin_van_bediening([kolom(2), kolom(0, 1)], [kolom(4), kolom(5, 1)], 1)
    assert gewoon[:, 0].tolist() == [0, 9]
    assert spoed[:, 0].tolist() == [5]


def gewone_lus(komst: list[list[float]], duur: list[list[float]], bedienden: int) -> list[list[float]]:
    """The same line, one replication, as anybody would write it."""
    begin = [[inf] * len(k) for k in komst]
    wie, vrij = [0] * len(komst), [0.0] * bedienden
    while any(n < len(k) for n, k in zip(wie, komst, strict=True)):
        vroegst = min(k[n] for n, k in zip(wie, komst, strict=True) if n < len(k))
        moment = max(heapq.heappop(vrij), vroegst)
        soort = next(s for s, k in enumerate(komst) if wie[s] < len(k) and k[wie[s]] <= moment)
        begin[soort][wie[soort]] = moment
        heapq.heappush(vrij, moment + duur[soort][wie[soort]])
        wie[soort] += 1
    return begin


@pytest.mark.parametrize("bedienden", [1, 2, 5])
def test_every_replication_is_what_a_plain_loop_gives(bedienden: int) -> None:
    toeval = np.random.default_rng(11)
    herhalingen, hoogstens = 7, (6, 40, 25)
    aantal = [toeval.integers(0, n + 1, herhalingen) for n in hoogstens]
    komst = [
        np.sort(np.where(np.arange(n)[:, None] < a, toeval.uniform(0, 30, (n, herhalingen)), inf), 0)
        for n, a in zip(hoogstens, aantal, strict=True)
    ]
    duur = [toeval.exponential(bedienden * 0.6, k.shape) for k in komst]
    begin = begin_van_bediening(komst, duur, bedienden)
    for r in range(herhalingen):
        echt = [int(a[r]) for a in aantal]
        verwacht = gewone_lus(
            [k[:n, r].tolist() for k, n in zip(komst, echt, strict=True)],
            [d[:n, r].tolist() for d, n in zip(duur, echt, strict=True)],
            bedienden,
        )
        for b, v, n in zip(begin, verwacht, echt, strict=True):
            assert b[:n, r].tolist() == pytest.approx(v)
            assert np.isinf(b[n:, r]).all()


@pytest.mark.parametrize(("bedienden", "bezet"), [(1, 0.7), (3, 0.8), (8, 0.85)])
def test_the_mean_wait_is_that_of_erlang(bedienden: int, bezet: float) -> None:
    """600 replications after a run-in: the mean lies within three and a half standard errors of the formula, and so does the tail."""
    toeval = np.random.default_rng(1917)
    vragen, herhalingen, inloop = 900, 600, 400
    per_tijd = bedienden * bezet
    komst = toeval.exponential(1 / per_tijd, (vragen, herhalingen)).cumsum(0)
    duur = toeval.exponential(1.0, (vragen, herhalingen))
    (begin,) = begin_van_bediening([komst], [duur], bedienden)
    wacht = (begin - komst)[inloop:]
    for per_herhaling, theorie in (
        (wacht.mean(0), gemiddelde_wachttijd(per_tijd, 1.0, bedienden)),
        ((wacht > 1).mean(0), kans_langer_dan(1.0, per_tijd, 1.0, bedienden)),
    ):
        fout = per_herhaling.std(ddof=1) / herhalingen**0.5
        assert abs(per_herhaling.mean() - theorie) < 3.5 * fout
        assert fout < 0.05 * theorie, "too few replications to tell a right answer from a wrong one"


def test_erlang_itself_against_known_values() -> None:
    assert kans_op_wachten(0.5, 1) == pytest.approx(0.5)
    assert kans_op_wachten(2.0, 3) == pytest.approx(4 / 9)
    assert gemiddelde_wachttijd(0.5, 1.0, 1) == pytest.approx(1.0)
    assert gemiddelde_wachttijd(3.0, 1.0, 3) == inf


def test_nobody_to_serve_is_refused() -> None:
    with pytest.raises(ValueError, match="minstens een"):
        begin_van_bediening([kolom(0)], [kolom(1)], 0)
