"""Each comparison against numbers that can be checked by hand or in another way, and its "not measurable yet"."""

import numpy as np
import pytest

from wijkspil.sturing.effecten.dubbel import dubbel_robuust
from wijkspil.sturing.effecten.duur import duur, gemiddelde_duur, kaplan_meier, log_rank
from wijkspil.sturing.effecten.gebieden import (
    Paneel,
    groei,
    indexreeksen,
    liep_gelijk,
    per_periode,
    verschil_in_verschil,
)
from wijkspil.sturing.effecten.gemiddelden import Oordeel, kosten, niet_minder, verschil, welch
from wijkspil.sturing.effecten.kansen import normaal_p, t_p, t_waarde, z_waarde
from wijkspil.sturing.effecten.synthetisch import synthetisch
from wijkspil.sturing.effecten.uitslag import Reden


def test_de_verdelingen_zijn_die_uit_het_tabellenboek() -> None:
    boek = {1: 12.7062, 2: 4.3027, 5: 2.5706, 10: 2.2281, 30: 2.0423, 120: 1.9799, 1e5: 1.9600}
    assert {v: round(t_waarde(0.95, v), 4) for v in boek} == boek
    assert t_p(2.0, 7.5) == pytest.approx(0.0828, abs=0.0005)
    assert z_waarde(0.95) == pytest.approx(1.959964) and normaal_p(1.959964) == pytest.approx(0.05)


def _paneel(proef: int, anderen: int, perioden: int, begin: int, zaad: int = 7) -> Paneel:
    toeval = np.random.default_rng(zaad)
    waarden = np.exp(
        toeval.normal(4, 0.5, (proef + anderen, 1)) + toeval.normal(0, 0.05, (proef + anderen, perioden))
    )
    jaren = tuple(str(2010 + k) for k in range(perioden))
    return Paneel(
        tuple(f"g{k}" for k in range(proef + anderen)),
        jaren,
        waarden,
        np.arange(proef + anderen) < proef,
        begin,
    )


def test_verschil_in_verschil_is_de_regressie_met_een_streep_per_gebied_en_per_jaar() -> None:
    """The same estimate as two-way fixed effects, and the same error as the cluster-robust one with CR2."""
    p = _paneel(5, 7, 8, 4)
    g, t = p.waarden.shape
    y = np.log(p.waarden).ravel()
    wie, wanneer = np.repeat(np.arange(g), t), np.tile(np.arange(t), g)
    d = (p.proef[wie] & (wanneer >= p.begin)).astype(float)
    x = np.column_stack([d, np.eye(g)[wie], np.eye(t)[wanneer][:, 1:]])
    beta = np.linalg.lstsq(x, y, rcond=None)[0]
    u = verschil_in_verschil(p)
    assert u.waarde is not None and u.laag is not None and u.hoog is not None
    assert np.log1p(u.waarde / 100) == pytest.approx(beta[0])

    # CR2: residuals of each area are widened by (I - H)^(-1/2) before they are squared and summed
    rest, brood = y - x @ beta, np.linalg.pinv(x.T @ x)
    vlees = np.zeros((x.shape[1], x.shape[1]))
    for k in range(g):
        xk = x[wie == k]
        waarden, richting = np.linalg.eigh(np.eye(t) - xk @ brood @ xk.T)
        wortel = richting @ np.diag([w**-0.5 if w > 1e-8 else 0 for w in waarden]) @ richting.T
        score = xk.T @ (wortel @ rest[wie == k])
        vlees += np.outer(score, score)
    cr2 = float((brood @ vlees @ brood)[0, 0] ** 0.5)
    sprong = np.log(p.waarden)[:, 4:].mean(axis=1) - np.log(p.waarden)[:, :4].mean(axis=1)
    _, fout, vrijheid = welch(sprong[p.proef], sprong[~p.proef])
    assert fout == pytest.approx(cr2)
    breed = (np.log1p(u.hoog / 100) - np.log1p(u.laag / 100)) / 2
    assert breed == pytest.approx(t_waarde(0.95, vrijheid) * fout) and 4 < vrijheid < 10


def test_per_periode_is_voor_het_begin_rond_nul_en_de_laatste_ervoor_is_leeg() -> None:
    p = _paneel(6, 8, 8, 4, zaad=9)
    verloop = per_periode(p)
    assert len(verloop) == 8 and verloop[3] is None
    assert liep_gelijk(verloop, 4) is True
    scheef = np.log(p.waarden)
    scheef[p.proef] += 0.4 * np.arange(8)
    krom = Paneel(p.gebieden, p.perioden, np.exp(scheef), p.proef, 4)
    assert liep_gelijk(per_periode(krom), 4) is False
    assert liep_gelijk(per_periode(_paneel(6, 8, 3, 1)), 1) is None


def test_index_en_groei_tellen_vanaf_de_laatste_periode_ervoor_en_een_gat_telt_niet_mee() -> None:
    punten = [
        {"gebied": g, "periode": str(j), "waarde": w, "proef": g == "A"}
        for g, reeks in {"A": (90, 100, 99), "B": (80, 200, 260), "C": (10, 0, 12)}.items()
        for j, w in zip((2018, 2019, 2020), reeks, strict=True)
    ]
    p = Paneel.van(punten, "2020")
    assert p.gebieden == ("A", "B") and p.begin == 2
    assert groei(p) == {"proef": pytest.approx(-1), "vergelijk": pytest.approx(30)}
    assert [round(r["index"]) for r in indexreeksen(p)] == [90, 100, 99, 40, 100, 130]


@pytest.mark.parametrize(
    ("proef", "anderen", "begin", "reden"),
    [
        (4, 0, 3, Reden.GEEN_VERGELIJKING),
        (1, 4, 3, Reden.TE_WEINIG),
        (4, 4, 0, Reden.TE_KORT),
        (4, 4, 6, Reden.TE_KORT),
    ],
)
def test_gebieden_zeggen_waarom_het_nog_niet_kan(proef: int, anderen: int, begin: int, reden: Reden) -> None:
    u = verschil_in_verschil(_paneel(proef, anderen, 6, begin))
    assert u.reden is reden and u.waarde is None and u.stil


def test_een_mengsel_vindt_de_gebieden_waaruit_het_is_gemaakt() -> None:
    p = _paneel(1, 20, 14, 10)
    log = np.log(p.waarden)
    log[0] = 0.7 * log[3] + 0.3 * log[5] + 2
    log[0, 10:] += 0.2
    u = synthetisch(Paneel(p.gebieden, p.perioden, np.exp(log), p.proef, 10))
    assert u.waarde == pytest.approx(100 * np.expm1(0.2), abs=1.5)
    assert u.feiten["mengsel"] == {"g3": pytest.approx(0.7, abs=0.08), "g5": pytest.approx(0.3, abs=0.08)}
    assert u.p == pytest.approx(1 / 21) and u.laag is not None and u.laag > 0


def test_met_vier_andere_gemeenten_is_toeval_niet_uit_te_sluiten() -> None:
    u = synthetisch(_paneel(1, 4, 10, 6))
    assert u.reden is Reden.GEEN_TOEVAL and u.waarde is None and u.feiten["p"] >= 0.2
    assert synthetisch(_paneel(1, 30, 6, 3)).reden is Reden.TE_KORT


def test_kaplan_meier_met_de_hand() -> None:
    lijn = kaplan_meier(np.array([6.0, 6, 6, 7, 10, 6, 9]), np.array([1.0, 1, 1, 1, 1, 0, 0]))
    assert lijn.dagen.tolist() == [6, 7, 10] and lijn.deel == pytest.approx([4 / 7, 4 / 7 * 2 / 3, 0])
    assert (lijn.op(5), lijn.mediaan) == (1.0, 7.0)
    assert gemiddelde_duur(lijn, 10)[0] == pytest.approx(6 + 4 / 7 + 3 * 8 / 21)
    zonder, _ = gemiddelde_duur(kaplan_meier(np.array([2.0, 4, 6]), np.ones(3)), 100)
    assert zonder == pytest.approx(4), "without anybody who still runs it is the plain mean"
    niemand = kaplan_meier(np.array([5.0, 8]), np.zeros(2))
    assert niemand.mediaan is None and gemiddelde_duur(niemand, 8) == (8.0, 0.0)


def test_log_rank_kent_geen_verschil_tussen_dezelfde_groepen_en_wel_tussen_andere() -> None:
    toeval = np.random.default_rng(3)
    a = toeval.exponential(100, 80)
    assert log_rank(a, np.ones(80), a, np.ones(80)) == pytest.approx(1)
    assert log_rank(a, np.ones(80), a * 3, np.ones(80)) < 0.001


def test_duur_zegt_waarom_het_nog_niet_kan() -> None:
    dag, een = np.arange(1.0, 31), np.ones(30)
    assert duur(dag, een, dag[:0], een[:0]).reden is Reden.GEEN_VERGELIJKING
    assert duur(dag[:8], een[:8], dag, een).reden is Reden.TE_WEINIG
    assert duur(dag * 9, een * 0, dag * 9, een).reden is Reden.TE_WEINIG, "nothing has ended in the pilot"
    assert duur(dag, een, dag, een).reden is Reden.TE_KORT
    assert duur(dag * 9, een, dag * 30, een).richting == -1


def test_even_tevreden_vraagt_dat_het_hele_interval_boven_de_marge_ligt() -> None:
    toeval = np.random.default_rng(11)
    basis = toeval.normal(7.5, 1, 200)
    assert niet_minder(verschil(basis, basis + 0.0), 0.5) is Oordeel.NIET_MINDER
    assert niet_minder(verschil(basis - 1.5, basis), 0.5) is Oordeel.MINDER
    assert niet_minder(verschil(basis[:12] - 0.4, basis[:12]), 0.5) is Oordeel.ONBESLIST
    weinig = verschil(basis[:9], basis)
    assert weinig.reden is Reden.TE_WEINIG and niet_minder(weinig, 0.5) is Oordeel.ONBESLIST
    gelijk = verschil(np.full(20, 8.0), np.full(20, 8.0))
    assert gelijk.reden is Reden.GEEN_SPREIDING


def test_kosten_zijn_dezelfde_bij_hetzelfde_zaad_en_scheef_als_kosten_scheef_zijn() -> None:
    toeval = np.random.default_rng(5)
    a, b = toeval.lognormal(7, 1, 60), toeval.lognormal(7, 1, 60) + 1000
    u = kosten(a, b, zaad=4)
    assert u == kosten(a, b, zaad=4) and u.richting == -1
    assert u.laag is not None and u.hoog is not None and u.waarde is not None
    assert kosten(a, b[:0]).reden is Reden.GEEN_VERGELIJKING


def test_groepen_die_anders_beginnen_worden_gelijk_getrokken_of_geweigerd() -> None:
    toeval = np.random.default_rng(8)
    x = toeval.normal(0, 1, (400, 2))
    mee = (toeval.uniform(size=400) < 1 / (1 + np.exp(-1.2 * x[:, 0]))).astype(float)
    y = 5 + 2 * x[:, 0] + toeval.normal(0, 1, 400)  # joining does nothing at all
    ruw, recht = verschil(y[mee > 0], y[mee == 0]), dubbel_robuust(y, mee, x)
    assert ruw.richting == 1, "the groups differ, so a plain comparison claims an effect"
    assert recht.stil and recht.waarde is not None and abs(recht.waarde) < 0.35
    apart = (x[:, 0] > 0).astype(float)
    assert dubbel_robuust(y, apart, x).reden is Reden.NIET_VERGELIJKBAAR
    assert dubbel_robuust(y[:30], mee[:30], x[:30]).reden is Reden.TE_WEINIG
