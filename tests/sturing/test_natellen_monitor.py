"""The figures of the monitor equal a recount: SQL written by hand over the raw events, and help replayed line by line in Python."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from tests.sturing.dorp import maak_dorp
from tests.wijk import Wijk
from wijkspil.regels.ladder import Trede
from wijkspil.sturing import cijfers
from wijkspil.sturing.indicatoren import ALLE
from wijkspil.sturing.indicatoren.last import KETEN
from wijkspil.sturing.indicatoren.spreiding import GROEPEN
from wijkspil.sturing.indicatoren.tevredenheid import VRAGEN
from wijkspil.sturing.lees import Rij
from wijkspil.sturing.periode import Filter, Kwartaal
from wijkspil.sturing.stand import Stand

VANDAAG = date(2026, 8, 20)
FILTERS = [
    Filter.voor(k, VANDAAG)
    for k in (Kwartaal(2025, 2), Kwartaal(2025, 4), Kwartaal(2026, 2), Kwartaal(2026, 3))
]
K = "(quarter({0}) || 'e ' || year({0}))"
GEWOON = "dag BETWEEN $eerste AND $tot"

PER_KWARTAAL: dict[str, tuple[str, tuple[str, ...]]] = {
    "nieuw_en_terug": (
        f"""SELECT {K.format("dag")}, count(*) FILTER (soort = 'melding.ontvangen' AND NOT eerder), count(*) FILTER (soort = 'melding.ontvangen' AND eerder),
        count(*) FILTER (soort = 'melding.teruggekeerd') FROM (SELECT *, EXISTS (SELECT 1 FROM g v WHERE v.inwoner = g.inwoner AND v.id < g.id
        AND v.soort LIKE 'melding.%') AS eerder FROM g WHERE soort LIKE 'melding.%' AND {GEWOON}) GROUP BY 1""",
        ("nieuw", "bekend", "terug"),
    ),
    "herinstroom": (
        f"""SELECT {K.format("begin")}, count(*) FILTER (NOT eerder), count(*) FILTER (eerder AND liep = 0), count(*) FILTER (eerder AND liep > 0) FROM (
        SELECT h.begin, EXISTS (SELECT 1 FROM hulp o WHERE o.inwoner = h.inwoner AND o.begin < h.begin) AS eerder,
        (SELECT count(*) FROM hulp o WHERE o.inwoner = h.inwoner AND o.begin < h.begin AND (o.eind IS NULL OR o.eind >= h.begin)) AS liep
        FROM hulp h WHERE h.begin BETWEEN $eerste AND $tot) GROUP BY 1""",
        ("eerste", "herin", "erbij"),
    ),
    "einden": (
        f"""SELECT k, sum(v), sum(d), sum(o) FROM (
        SELECT {K.format("einde")} AS k, 1 AS v, 0 AS d, 0 AS o FROM (SELECT DISTINCT regel, einde FROM hulp) WHERE einde BETWEEN $eerste AND $tot
        UNION ALL SELECT {K.format("eind")}, 0, (eind <= $peil - 28)::int, (eind > $peil - 28)::int FROM hulp WHERE eind BETWEEN $eerste AND $tot) GROUP BY 1""",
        ("verwacht", "definitief", "voorlopig"),
    ),
    "wachten": (
        f"""WITH p AS (SELECT min(dag) FILTER (id = ronde) AS gemeld, min((d->>'moment')::date) FILTER (soort = 'gesprek.gevoerd') AS dag FROM e
            WHERE ronde IS NOT NULL GROUP BY dossier, ronde),
        b AS (SELECT min(begin) AS dag, min(opdracht) AS opdracht FROM hulp GROUP BY regel),
        s AS (SELECT dag, greatest(dag - gemeld, 0) AS p, NULL AS b FROM p WHERE dag IS NOT NULL UNION ALL SELECT dag, NULL, greatest(dag - opdracht, 0) FROM b)
        SELECT {K.format("dag")}, count(p), median(p), count(b), median(b) FROM s WHERE {GEWOON} GROUP BY 1""",
        ("gesprekken", "poort", "starts", "bij"),
    ),
    "te_laat": (
        f"""SELECT {K.format("dag")}, count(*) FILTER (soort = 'onderzoek.afgerond' AND d->>'op_tijd' = 'false'),
        count(*) FILTER (soort = 'besluit.bekendgemaakt' AND d->>'op_tijd' = 'false'), count(*) FILTER (soort = 'ingebrekestelling.ontvangen'),
        count(*) FILTER (soort = 'dwangsom.vastgesteld'), coalesce(sum((d->>'cent')::bigint) FILTER (soort = 'dwangsom.vastgesteld'), 0)
        FROM e WHERE {GEWOON} GROUP BY 1""",
        ("onderzoek_laat", "besluit_laat", "gebreke", "dwangsommen", "dwangsom_cent"),
    ),
    "bezwaren": (
        f"""SELECT {K.format("dag")}, count(*) FILTER (soort = 'bezwaar.ontvangen'), count(*) FILTER (soort = 'bezwaar.beslist'),
        avg((d->>'code' LIKE '%egrond' AND d->>'code' <> 'ongegrond')::int) FILTER (soort = 'bezwaar.beslist'),
        avg((d->>'op_tijd' = 'true')::int) FILTER (soort = 'bezwaar.beslist') FROM e WHERE soort LIKE 'bezwaar.%' AND {GEWOON} GROUP BY 1""",
        ("ontvangen", "beslist", "deel_gegrond", "op_tijd"),
    ),
    "route": (
        f"""SELECT {K.format("dag")}, count(*) FILTER (d->>'code' = 'verkort'), count(*) FILTER (d->>'code' = 'gewoon'), avg((d->>'code' = 'verkort')::int)
        FROM e WHERE soort = 'route.gekozen' AND {GEWOON} GROUP BY 1""",
        ("verkort", "gewoon", "deel"),
    ),
    "verschuiving": (
        f"""SELECT k, count(*), avg((nummer <= 3)::int), avg((nummer BETWEEN 4 AND 5)::int), avg((nummer BETWEEN 6 AND 8)::int), avg((nummer = 9)::int) FROM (
        SELECT DISTINCT ON (dossier, ronde, {K.format("dag")}) {K.format("dag")} AS k, nummer FROM hoog WHERE {GEWOON}
        ORDER BY dossier, ronde, {K.format("dag")}, id DESC) GROUP BY 1""",
        ("samen", "d_zelf", "d_buurt", "d_tussen", "d_maatwerk"),
    ),
    "vastgelegd": (
        f"""SELECT k, sum(v)::bigint, sum(g)::bigint FROM (
        SELECT {K.format("m")} AS k, coalesce(cent, 0) AS v, 0 AS g FROM hulp, (SELECT unnest(generate_series($eerste, least($tot, $peil), INTERVAL 1 MONTH))::date AS m)
            WHERE begin <= last_day(m) AND (eind IS NULL OR eind > last_day(m))
        UNION ALL SELECT {K.format("(d->>'periode' || '-01')::date")}, 0, coalesce((d->>'toegekend_cent')::bigint, (d->>'cent')::bigint) FROM g
            WHERE soort IN ('declaratie.beoordeeld', 'termijn.betaald') AND (d->>'periode' || '-01')::date BETWEEN $eerste AND $tot) GROUP BY 1""",
        ("vast", "gedaan"),
    ),
    "intensiteit": (
        f"""SELECT k, count(cent), round(avg(cent))::bigint, count(duur), median(duur) FROM (
        SELECT {K.format("m")} AS k, cent, NULL AS duur FROM hulp, (SELECT unnest(generate_series($eerste, least($tot, $peil), INTERVAL 3 MONTH))::date AS m)
            WHERE begin <= least(last_day(m + INTERVAL 2 MONTH), $peil) AND (eind IS NULL OR eind > least(last_day(m + INTERVAL 2 MONTH), $peil))
        UNION ALL SELECT {K.format("eind")}, NULL, eind - begin FROM hulp WHERE eind BETWEEN $eerste AND $tot) GROUP BY 1""",
        ("loopt", "gemiddeld", "gestopt", "duur"),
    ),
    "preventie": (
        f"""WITH l AS (SELECT dossier, ronde, {K.format("dag")} AS k, max(id) AS id FROM e WHERE soort = 'arrangement.vastgesteld' AND {GEWOON} GROUP BY ALL)
        SELECT k, count(*) FILTER (nummer NOT IN (7, 9)), count(*) FILTER (nummer NOT IN (7, 9) AND cent = 0), sum(cent) FILTER (nummer NOT IN (7, 9)),
        sum(cent) FILTER (nummer = 9) FROM a JOIN l USING (id) GROUP BY 1""",
        ("licht", "gratis", "licht_cent", "zwaar_cent"),
    ),
    "administratie": (
        f"""SELECT {K.format("dag")}, count(DISTINCT dossier) AS n, sum(m) / count(DISTINCT dossier), sum(v) / count(DISTINCT dossier),
        count(*) FILTER (soort = 'bericht.klaargezet') / count(DISTINCT dossier) FROM e LEFT JOIN werk USING (soort)
        WHERE (m IS NOT NULL OR soort = 'bericht.klaargezet') AND {GEWOON} GROUP BY 1""",
        ("vragen", "minuten", "velden", "berichten"),
    ),
}
"""Per indicator: quarter and values by hand, and the fields of the row in the same order."""


@pytest.fixture
def dorp(lvc: Wijk, eigen_map: Path) -> tuple[Stand, duckdb.DuckDBPyConnection]:
    return maak_dorp(lvc)


def _rond(waarde: Any) -> Any:
    return round(float(waarde), 6) if isinstance(waarde, float) else waarde


def test_elk_kwartaalcijfer_is_met_de_hand_na_te_tellen(
    dorp: tuple[Stand, duckdb.DuckDBPyConnection],
) -> None:
    stand, duck = dorp
    for sleutel, (sql, velden) in PER_KWARTAAL.items():
        gezien = 0
        for f in FILTERS:
            waarden = {"eerste": f.kwartaal.reeks()[0].begin, "tot": f.kwartaal.eind, "peil": f.peildag}
            verwacht = {
                r[0]: tuple(_rond(v) for v in r[1:])
                for r in duck.execute(sql, {n: w for n, w in waarden.items() if f"${n}" in sql}).fetchall()
                if any(r[1:])
            }
            rijen = cijfers.rijen_van(stand, sleutel, f)
            gevonden = {r["kwartaal"]: tuple(_rond(r[v]) for v in velden) for r in rijen}
            assert {k: v for k, v in gevonden.items() if any(v)} == verwacht, (sleutel, str(f.kwartaal))
            gezien += len(verwacht)
        assert gezien > 4, sleutel


def _overgangen(duck: Any, f: Filter) -> set[tuple[Any, ...]]:
    rijen = duck.execute(
        """WITH v AS (SELECT DISTINCT ON (dossier) * FROM hoog ORDER BY dossier, id),
        n AS (SELECT DISTINCT ON (dossier) * FROM hoog WHERE dag BETWEEN $van AND $tot ORDER BY dossier, id DESC)
        SELECT v.nummer, n.nummer, count(*), count(*) FILTER (n.cent < v.cent), count(*) FILTER (n.cent > v.cent) FROM v JOIN n USING (dossier)
        WHERE v.id < n.id GROUP BY 1, 2""",
        {"van": f.kwartaal.begin, "tot": f.kwartaal.eind},
    ).fetchall()
    treden = list(Trede)
    return {(treden[a - 1].value, treden[b - 1].value, *rest) for a, b, *rest in rijen}


def _aanbieders(duck: Any, f: Filter) -> set[tuple[Any, ...]]:
    return set(
        duck.execute(
            "SELECT aanbieder, count(DISTINCT inwoner) FROM hulp WHERE begin <= $p AND (eind IS NULL OR eind > $p) GROUP BY 1 HAVING count(DISTINCT inwoner) >= 5",
            {"p": f.peildag},
        ).fetchall()
    )


def _tien(duck: Any, f: Filter) -> float:
    """The share of the ten largest, by name or not."""
    [(deel,)] = duck.execute(
        """WITH a AS (SELECT aanbieder, count(DISTINCT inwoner) AS n FROM hulp WHERE begin <= $p AND (eind IS NULL OR eind > $p) GROUP BY 1)
        SELECT (SELECT sum(n) FROM (SELECT n FROM a ORDER BY n DESC LIMIT 10)) / (SELECT sum(n) FROM a)""",
        {"p": f.peildag},
    ).fetchall()
    return float(deel)


def _wachten(duck: Any, f: Filter) -> set[tuple[Any, ...]]:
    return set(
        duck.execute(
            """WITH o AS (SELECT d->>'regel' AS regel, d->>'aanbieder' AS aanbieder, min(dag) AS opdracht FROM g WHERE soort = 'toewijzing.opgedragen' GROUP BY 1, 2),
            s AS (SELECT o.*, (SELECT min(begin) FROM hulp h WHERE h.regel = o.regel) AS start FROM o)
            SELECT aanbieder, count(*) FILTER (start BETWEEN $van AND $tot) AS n,
                CASE WHEN n >= 10 THEN median(greatest(start - opdracht, 0)) FILTER (start BETWEEN $van AND $tot) END,
                count(*) FILTER (opdracht <= $p AND (start IS NULL OR start > $p)) AS w FROM s GROUP BY 1 HAVING n > 0 OR w > 0""",
            {"van": f.kwartaal.begin, "tot": f.kwartaal.eind, "p": f.peildag},
        ).fetchall()
    )


def _keten(duck: Any, f: Filter) -> set[tuple[Any, ...]]:
    uit = set()
    for naam, soorten in KETEN.items():
        [(nu, eerder)] = duck.execute(
            "SELECT count(*) FILTER (dag >= $van), count(*) FILTER (dag < $van) FROM g WHERE list_contains($s, soort) AND dag BETWEEN $eerder AND $tot",
            {
                "s": list(soorten),
                "van": f.kwartaal.begin,
                "eerder": f.kwartaal.verder(-1).begin,
                "tot": f.kwartaal.eind,
            },
        ).fetchall()
        uit.add((naam, nu, eerder))
    return uit


def _besparing(duck: Any, f: Filter) -> set[tuple[Any, ...]]:
    return set(
        duck.execute(
            """SELECT DISTINCT ON (d->>'sleutel') d->>'sleutel', (d->>'doel_cent')::bigint, (d->>'gerealiseerd_cent')::bigint, d->>'code' FROM g
            WHERE soort LIKE 'besparing.%' AND dag <= $tot ORDER BY d->>'sleutel', id DESC""",
            {"tot": f.kwartaal.eind},
        ).fetchall()
    )


def _caseload(duck: Any, f: Filter) -> set[tuple[Any, ...]]:
    """Who is open, with whom: the events of each question replayed up to the day."""
    stand: dict[str, list[Any]] = {}
    for soort, dossier, dag, ruw in duck.execute(
        "SELECT soort, dossier, dag, d FROM g WHERE dossier IS NOT NULL ORDER BY id"
    ).fetchall():
        d = json.loads(ruw)
        nu = stand.setdefault(dossier, [None, None, None])
        nu[1] = d.get("team") or nu[1]
        if dag <= f.peildag:
            if soort in ("contact.vastgelegd", "melding.ontvangen", "melding.teruggekeerd"):
                nu[0] = True
            elif soort == "vraag.afgesloten":
                nu[0] = False
            elif soort == "vraag.toegewezen":
                nu[2] = d["behandelaar"] or None
    uit: dict[Any, list[Any]] = {}
    for loopt, team, wie in stand.values():
        if loopt:
            rij = uit.setdefault(team, [0, set(), 0])
            rij[0] += 1
            rij[2] += wie is None
            if wie:
                rij[1].add(wie)
    return {(team, a, len(w), z) for team, (a, w, z) in uit.items()}


LOS: dict[str, tuple[Callable[[Any, Filter], set[tuple[Any, ...]]], tuple[str, ...]]] = {
    "overgangen": (_overgangen, ("van", "naar", "aantal", "minder", "meer")),
    "wachten_per_aanbieder": (_wachten, ("aanbieder", "starts", "mediaan", "wacht")),
    "keten": (_keten, ("schakel", "nu", "eerder")),
    "besparing": (_besparing, ("sleutel", "doel", "gedaan", "stand")),
    "caseload": (_caseload, ("team", "open", "mensen", "zonder")),
}


def test_elk_ander_cijfer_ook(dorp: tuple[Stand, duckdb.DuckDBPyConnection]) -> None:
    stand, duck = dorp
    for sleutel, (tel, velden) in LOS.items():
        for f in FILTERS[1:]:
            gevonden = {tuple(_rond(r[v]) for v in velden) for r in cijfers.rijen_van(stand, sleutel, f)}
            verwacht = {tuple(_rond(v) for v in r) for r in tel(duck, f)}
            assert gevonden == verwacht, (sleutel, str(f.kwartaal))
            assert verwacht
    for f in FILTERS[1:]:
        rijen = cijfers.rijen_van(stand, "concentratie", f)
        assert _aanbieders(duck, f) <= {(r["aanbieder"], r["clienten"]) for r in rijen}
        assert rijen[-1]["samen"] == 1
        assert rijen[0]["tien"] == pytest.approx(_tien(duck, f))
        _tel_leeftijd_na(duck, f, cijfers.rijen_van(stand, "leeftijd_product", f))
        _tel_tevredenheid_na(duck, f, cijfers.rijen_van(stand, "tevredenheid", f))
    _tel_onderzoek_na(duck, cijfers.rijen_van(stand, "clientervaring", FILTERS[-1]))


def _tel_leeftijd_na(duck: Any, f: Filter, rijen: tuple[Rij, ...]) -> None:
    telling = duck.execute(
        """SELECT m.d->>'leeftijd', h.categorie, count(DISTINCT h.regel) FROM hulp h JOIN g m ON m.dossier = h.dossier AND m.soort = 'melding.ontvangen'
        WHERE h.begin <= $p AND (h.eind IS NULL OR h.eind > $p) AND m.d->>'leeftijd' <> '' GROUP BY 1, 2""",
        {"p": f.peildag},
    ).fetchall()
    hier = [r for r in rijen if r["bron"] == "hier"]
    for lft in {r[0] for r in telling}:
        som = sum(n for leeftijd, _c, n in telling if leeftijd == lft)
        for naam, rij in zip([*GROEPEN, "anders"], hier, strict=True):
            if rij[lft] is None:
                assert (
                    som < 10 or sum(n for _l, _c, n in telling) < 200
                )  # too small itself, or hidden with a neighbour
            elif naam != "anders":
                assert som >= 10
                assert rij[lft] == pytest.approx(
                    sum(n for leeftijd, c, n in telling if leeftijd == lft and c in GROEPEN[naam]) / som
                )


def _tel_tevredenheid_na(duck: Any, f: Filter, rijen: tuple[Rij, ...]) -> None:
    [(aantal, gemiddeld)] = duck.execute(
        """SELECT count(w), avg(w) FROM (SELECT coalesce((d->>'cijfer')::int, (d->>'tevreden')::int) AS w FROM g
        WHERE soort IN ('ervaring.gegeven', 'plan.geevalueerd', 'nazorg.gebeld') AND dag BETWEEN $van AND $tot)""",
        {"van": f.kwartaal.verder(-3).begin, "tot": f.kwartaal.eind},
    ).fetchall()
    alles = rijen[-1]
    assert alles["vorm"] == "alles"
    assert (alles["aantal"], alles["gemiddeld"]) == (aantal, pytest.approx(gemiddeld))
    assert sum(r["aantal"] or 0 for r in rijen[:-1]) in {
        aantal,
        *range(aantal - 9),
    }  # what is missing is ten or more, or nothing


def _tel_onderzoek_na(duck: Any, rijen: tuple[Rij, ...]) -> None:
    telling = duck.execute(
        """SELECT DISTINCT ON (j, v) (d->>'jaar')::int AS j, (d->>'vraag')::int AS v, (d->>'eens')::int, (d->>'aantal')::int FROM g
        WHERE soort = 'peiling.beantwoord' ORDER BY j, v, id DESC"""
    ).fetchall()
    assert {r["jaar"] for r in rijen} == {"2025", "2026"}
    for rij in rijen:
        deze = [(e, n) for j, v, e, n in telling if str(j) == rij["jaar"] and VRAGEN[v] == rij["onderwerp"]]
        assert rij["eens"] == pytest.approx(sum(e for e, _n in deze) / sum(n for _e, n in deze))


def test_elk_cijfer_wordt_ergens_nageteld() -> None:
    from tests.sturing import test_natellen

    elders = {naam.removeprefix("test_") for naam in vars(test_natellen) if naam.startswith("test_")}
    hier = {*PER_KWARTAAL, *LOS, "concentratie", "leeftijd_product", "tevredenheid", "clientervaring"}
    andere_naam = {"stroom", "stroom_per_product", "opgelost", "eerste_hulp", "besluitvorm"}
    assert set(ALLE) - hier - elders - andere_naam == set()
