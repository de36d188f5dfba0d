"""Every figure equals a recount: SQL written by hand, over the events in PostgreSQL, by another road than the indicator took."""

import json
from datetime import date
from typing import Any

import pytest
from django.db import connection

from tests.wijk import Wijk
from wijkspil.gemeenten.models import Wijk as Gebied
from wijkspil.regels.ladder import Trede
from wijkspil.sturing import cijfers
from wijkspil.sturing.indicatoren.stroom import OVERIG
from wijkspil.sturing.kleine_groepen import KLEINSTE
from wijkspil.sturing.periode import Filter, Kwartaal
from wijkspil.sturing.stand import Stand, lees_stand

VANDAAG = date(2026, 8, 20)
KWARTALEN = [Kwartaal(2025, 1), Kwartaal(2025, 3), Kwartaal(2026, 1), Kwartaal(2026, 3)]

MET_RONDE = """
CREATE TEMP TABLE wijken ON COMMIT DROP AS
SELECT dossier_id, max(nullif(gegevens->>'wijk', '')) AS wijk FROM core_gebeurtenis WHERE soort = 'melding.ontvangen' GROUP BY 1;

CREATE TEMP TABLE met_ronde ON COMMIT DROP AS
WITH begin AS (
    SELECT dossier_id, (gegevens->>'ronde')::int AS ronde, id, dag,
           lead(id) OVER (PARTITION BY dossier_id ORDER BY id) AS volgende
    FROM core_gebeurtenis WHERE soort IN ('melding.ontvangen', 'melding.teruggekeerd')
)
SELECT g.*, b.ronde, b.dag AS gemeld, w.wijk FROM core_gebeurtenis g
JOIN begin b ON b.dossier_id = g.dossier_id AND g.id >= b.id AND (b.volgende IS NULL OR g.id < b.volgende)
JOIN wijken w ON w.dossier_id = g.dossier_id
WHERE NOT EXISTS (SELECT 1 FROM core_gebeurtenis t WHERE g.soort = 'besluit.bekendgemaakt' AND t.soort = 'besluit.teruggehaald'
                  AND t.onderwerp_id = g.onderwerp_id AND t.id > g.id)
"""
"""Each event with the round it belongs to and the district of its question."""

KEUZE = """
WITH wijk AS (SELECT * FROM wijken), e AS (SELECT * FROM met_ronde WHERE %(wijk)s::text IS NULL OR wijk = %(wijk)s)
"""


def sql(vraag: str, f: Filter, **meer: Any) -> list[tuple[Any, ...]]:
    waarden = {"wijk": f.wijk, "van": f.kwartaal.begin, "tot": f.kwartaal.eind, "peil": f.peildag, **meer}
    with connection.cursor() as cursor:
        cursor.execute(KEUZE + vraag, waarden)
        return cursor.fetchall()


@pytest.fixture
def stand(stad: Wijk) -> Stand:
    gelezen = lees_stand(stad.gemeente.pk)
    assert gelezen is not None
    with connection.cursor() as cursor:
        cursor.execute(MET_RONDE)
    return gelezen


def filters() -> list[Filter]:
    wijken = [None, *(str(w.pk) for w in Gebied.objects.order_by("code")[:2])]
    return [Filter.voor(k, VANDAAG, w) for k in KWARTALEN for w in wijken]


def test_meldingen(stand: Stand) -> None:
    for f in filters():
        verwacht = sql(
            """SELECT date_trunc('month', g.dag)::date, w.wijk, g.gegevens->>'kanaal', count(*),
                      count(*) FILTER (WHERE g.soort = 'melding.teruggekeerd')
               FROM core_gebeurtenis g JOIN wijk w USING (dossier_id)
               WHERE g.soort IN ('melding.ontvangen', 'melding.teruggekeerd') AND g.dag BETWEEN %(jaar)s AND %(tot)s
                 AND (%(wijk)s::text IS NULL OR w.wijk = %(wijk)s) GROUP BY 1, 2, 3""",
            f,
            jaar=f.kwartaal.verder(-3).begin,
        )
        rijen = cijfers.rijen_van(stand, "meldingen", f)
        assert {(r["maand"], r["wijk"], r["kanaal"], r["aantal"], r["terug"]) for r in rijen} == set(verwacht)
    assert (
        sum(r["aantal"] for r in cijfers.rijen_van(stand, "meldingen", Filter.voor(KWARTALEN[2], VANDAAG)))
        > 200
    )


def test_voorraad(stand: Stand) -> None:
    """The step by replaying the events one by one in Python, the age by counting days."""
    for f in filters():
        per_vraag: dict[Any, list[Any]] = {}
        for dossier, soort, gegevens, dag, _wijk in sql(
            """SELECT g.dossier_id, g.soort, g.gegevens, g.dag, wijk.wijk FROM core_gebeurtenis g LEFT JOIN wijk USING (dossier_id)
               WHERE g.dag <= %(peil)s AND (%(wijk)s::text IS NULL OR wijk.wijk = %(wijk)s) ORDER BY g.id""",
            f,
        ):
            nu = per_vraag.setdefault(dossier, [None, None])
            _speel(nu, soort, gegevens if isinstance(gegevens, dict) else json.loads(gegevens), dag)
        verwacht: dict[tuple[str, str], int] = {}
        for stap, sinds in per_vraag.values():
            if stap not in (None, "afgesloten"):
                oud = (f.peildag - sinds).days
                klasse = "a" if oud < 14 else "b" if oud < 42 else "c" if oud < 84 else "d"
                verwacht[stap, klasse] = verwacht.get((stap, klasse), 0) + 1
        rijen = cijfers.rijen_van(stand, "voorraad", f)
        assert {(r["stap"], r["leeftijd"]): r["aantal"] for r in rijen if r["aantal"]} == verwacht
    assert sum(verwacht.values()) > 20


def _speel(nu: list[Any], soort: str, g: dict[str, Any], dag: date) -> None:
    """One event on [step, since]."""
    if soort == "contact.vastgelegd" and "deur" in g and nu[0] is None:
        nu[:] = ["contact", dag]
    elif soort in ("melding.ontvangen", "melding.teruggekeerd"):
        nu[:] = ["melding", dag]
    elif soort == "gesprek.gepland" and nu[0] == "melding":
        nu[0] = "onderzoek"
    elif soort == "arrangement.vastgesteld":
        nu[0] = "besluit" if g["besluit"] else "afspraak"
    elif soort in ("levering.gestart", "hulp.begonnen"):
        nu[0] = "levering" if g["eerste_van_vraag"] else nu[0]
    else:
        nu[0] = {
            "onderzoek.gestart": "onderzoek", "onderzoek.afgerond": "plan", "plan.vastgesteld": "arrangement", "plan.herzien": "plan",
            "besluit.bekendgemaakt": "opdracht", "afspraak.gemaakt": "opdracht", "besluit.verzocht": "besluit", "besluit.teruggehaald": "besluit", "aanvraag.ontvangen": "besluit",
            "nazorg.gepland": "nazorg", "vraag.afgesloten": "afgesloten",
        }.get(soort, nu[0])  # fmt: skip


MIJLPAAL = {
    "gemeld": "min(gemeld)",
    "contact": "min(dag) FILTER (WHERE soort IN ('contact.vastgelegd', 'gesprek.gepland', 'gesprek.gevoerd', 'spoed.opgepakt'))",
    "gesprek": "min((gegevens->>'moment')::date) FILTER (WHERE soort = 'gesprek.gevoerd')",
    "onderzoek": "min(dag) FILTER (WHERE soort = 'onderzoek.afgerond')",
    "aanvraag": "min(dag) FILTER (WHERE soort = 'aanvraag.ontvangen')",
    "besluit": "min(dag) FILTER (WHERE soort = 'besluit.bekendgemaakt')",
    "akkoord": "min(dag) FILTER (WHERE soort IN ('besluit.bekendgemaakt', 'afspraak.gemaakt'))",
    "opdracht": "min(dag) FILTER (WHERE soort = 'toewijzing.opgedragen')",
    "start": "min(dag) FILTER (WHERE soort = 'levering.gestart')",
}
OP_TIJD = {"besluit": "besluit.bekendgemaakt", "wet": "onderzoek.afgerond"}


def test_doorlooptijd(stand: Stand) -> None:
    from wijkspil.sturing.indicatoren.doorlooptijd import SEGMENTEN

    for f in filters():
        rijen = {r["segment"]: r for r in cijfers.rijen_van(stand, "doorlooptijd", f)}
        assert list(rijen) == [s.sleutel for s in SEGMENTEN]
        for s in SEGMENTEN:
            klok = OP_TIJD.get(s.sleutel)
            op_tijd = (
                f"avg((gegevens->>'op_tijd')::bool::int) FILTER (WHERE soort = '{klok}')"
                if klok
                else "NULL::float"
            )
            [(aantal, mediaan, p90, deel)] = sql(
                f""", v AS (SELECT dossier_id, ronde, {MIJLPAAL[s.van]} AS van, {MIJLPAAL[s.tot]} AS tot, {op_tijd} AS op_tijd
                            FROM e GROUP BY 1, 2)
                SELECT count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(tot - van, 0)),
                       percentile_cont(0.9) WITHIN GROUP (ORDER BY greatest(tot - van, 0)), avg(op_tijd)
                FROM v WHERE van IS NOT NULL AND tot BETWEEN %(van)s AND %(tot)s""",
                f,
            )
            rij = rijen[s.sleutel]
            assert (rij["aantal"], rij["mediaan"]) == (aantal, mediaan), (s.sleutel, f)
            assert rij["p90"] == pytest.approx(p90), (s.sleutel, f)
            assert rij["op_tijd"] == (None if deel is None else pytest.approx(float(deel))), (s.sleutel, f)
    assert rijen["alles"]["aantal"] == 0 or rijen["alles"]["mediaan"] is not None


def test_tijd_tot_de_eerste_hulp(stand: Stand) -> None:
    for f in filters():
        verwacht = sql(
            f""", v AS (SELECT dossier_id, ronde, {MIJLPAAL["gemeld"]} AS gemeld,
                        min(dag) FILTER (WHERE soort IN ('levering.gestart', 'hulp.begonnen')) AS hulp FROM e GROUP BY 1, 2)
            SELECT extract(quarter FROM hulp)::int || 'e ' || extract(year FROM hulp)::int, count(*),
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY hulp - gemeld), percentile_cont(0.9) WITHIN GROUP (ORDER BY hulp - gemeld)
            FROM v WHERE hulp BETWEEN %(eerste)s AND %(tot)s GROUP BY 1""",
            f,
            eerste=f.kwartaal.reeks()[0].begin,
        )
        rijen = [r for r in cijfers.rijen_van(stand, "eerste_hulp", f) if r["aantal"]]
        assert {(r["kwartaal"], r["aantal"], r["mediaan"], round(r["p90"], 6)) for r in rijen} == {
            (k, n, m, round(p, 6)) for k, n, m, p in verwacht
        }


def test_opgelost_per_trede(stand: Stand) -> None:
    for f in filters():
        vragen = dict.fromkeys((t.value for t in Trede), 0)
        regels = dict(vragen)
        laatste = sql(
            """SELECT DISTINCT ON (dossier_id, ronde) gegevens->'regels' FROM e
               WHERE soort = 'arrangement.vastgesteld' AND dag BETWEEN %(van)s AND %(tot)s ORDER BY dossier_id, ronde, id DESC""",
            f,
        )
        for (lijst,) in laatste:
            treden = [r["trede"] for r in (lijst if isinstance(lijst, list) else json.loads(lijst))]
            vragen[max(treden, key=lambda t: Trede(t).nummer)] += 1
            for trede in treden:
                regels[trede] += 1
        [(zelf,)] = sql(
            """SELECT count(*) FROM e WHERE soort = 'vraag.afgesloten' AND gegevens->>'code' = 'zelf_opgelost' AND dag BETWEEN %(van)s AND %(tot)s
               AND NOT EXISTS (SELECT 1 FROM e a WHERE (a.dossier_id, a.ronde) = (e.dossier_id, e.ronde) AND a.soort = 'arrangement.vastgesteld')""",
            f,
        )
        vragen["eigen_kracht"] += zelf
        rijen = cijfers.rijen_van(stand, "opgelost", f)
        assert {r["trede"]: r["vragen"] for r in rijen} == vragen
        assert {r["trede"]: r["regels"] for r in rijen} == regels
        if any(vragen.values()):
            assert sum(r["aandeel"] for r in rijen) == pytest.approx(1)


LOPEND = """, weg AS (
    SELECT id, onderwerp_id, dag, CASE soort WHEN 'levering.start_teruggenomen' THEN 'levering.gestart' ELSE 'levering.gestopt' END AS wat
    FROM core_gebeurtenis WHERE soort IN ('levering.start_teruggenomen', 'levering.stop_teruggenomen')
), telt AS (
    SELECT e.gegevens->>'regel' AS regel, e.gegevens->>'product' AS product, e.wijk, e.soort, e.dag, e.id FROM e
    WHERE (e.soort = 'levering.gestart' OR (e.soort = 'levering.gestopt' AND NOT (e.gegevens->>'tijdelijk')::bool))
      AND NOT EXISTS (SELECT 1 FROM weg WHERE weg.onderwerp_id = e.onderwerp_id AND weg.dag = e.dag AND weg.wat = e.soort AND weg.id > e.id)
)
SELECT regel, product, wijk, array_agg(soort ORDER BY dag, id), array_agg(dag ORDER BY dag, id) FROM telt GROUP BY 1, 2, 3"""


def lopend(f: Filter) -> list[tuple[str, str | None, list[tuple[date, date | None]]]]:
    """Product, district and stretches of help, first to last day, as a person would write them down from the list of events."""
    uit = []
    for _regel, product, wijk, soorten, dagen in sql(LOPEND, f):
        stukken: list[list[Any]] = []
        for soort, dag in zip(soorten, dagen, strict=True):
            loopt = bool(stukken) and stukken[-1][1] is None
            if soort == "levering.gestart" and not loopt:
                if stukken and (dag - stukken[-1][1]).days <= 1:
                    stukken[-1][1] = None
                else:
                    stukken.append([dag, None])
            elif soort == "levering.gestopt" and loopt:
                stukken[-1][1] = dag
        uit.append((product, wijk, [(a, b) for a, b in stukken]))
    return uit


def tel(stukken: list[tuple[date, date | None]], k: Kwartaal) -> dict[str, int]:
    begon = [s for s in stukken if k.begin <= s[0] <= k.eind]
    stopte = [s for s in stukken if s[1] and k.begin <= s[1] <= k.eind]
    aan_begin = [s for s in stukken if s[0] < k.begin and (s[1] is None or s[1] >= k.begin)]
    aan_eind = [s for s in stukken if s[0] <= k.eind and (s[1] is None or s[1] > k.eind)]
    door = [s for s in aan_begin if s in aan_eind]
    return {
        "begin": len(aan_begin),
        "instroom": len(begon),
        "doorstroom": len(door),
        "uitstroom": len(stopte),
        "eind": len(aan_eind),
    }


def test_in_door_en_uitstroom(stand: Stand) -> None:
    for f in filters():
        stukken = [s for _p, _w, lijst in lopend(f) for s in lijst]
        rijen = {r["kwartaal"]: r for r in cijfers.rijen_van(stand, "stroom", f)}
        for k in f.kwartaal.reeks():
            if k.kort in rijen:
                assert {veld: rijen[k.kort][veld] for veld in tel([], k)} == tel(stukken, k), (k, f)
            else:
                assert tel(stukken, k) == dict.fromkeys(tel([], k), 0)
    assert rijen[f.kwartaal.kort]["eind"] > 5


def test_hulp_per_product_en_wijk(stand: Stand) -> None:
    for f in filters():
        per: dict[tuple[str, str | None], dict[str, int]] = {}
        for product, wijk, stukken in lopend(f):
            som = per.setdefault((product, wijk), dict.fromkeys(tel([], f.kwartaal), 0))
            for veld, aantal in tel(stukken, f.kwartaal).items():
                som[veld] += aantal
        verwacht = {sleutel: som for sleutel, som in per.items() if any(som.values())}
        rijen = cijfers.rijen_van(stand, "stroom_per_product", f)
        los = [r for r in rijen if r["begin"] is not None and r["wijk"] != str(OVERIG)]
        assert all({v: r[v] for v in tel([], f.kwartaal)} == verwacht[r["product"], r["wijk"]] for r in los)
        assert all(r["begin"] is None or r["begin"] + r["instroom"] >= KLEINSTE for r in rijen)
        if f.wijk is None:  # what is shown together is the rest, to the last one
            for product in {
                r["product"] for r in rijen if r["wijk"] == str(OVERIG) and r["begin"] is not None
            }:
                som = sum(r["eind"] for r in rijen if r["product"] == product)
                assert som == sum(w["eind"] for (p, _w), w in verwacht.items() if p == product)


def test_besluiten_en_afspraken(stand: Stand) -> None:
    for f in filters():
        verwacht = sql(
            """SELECT extract(quarter FROM dag)::int || 'e ' || extract(year FROM dag)::int,
                   count(*) FILTER (WHERE soort = 'besluit.bekendgemaakt'),
                   count(*) FILTER (WHERE soort = 'besluit.bekendgemaakt' AND gegevens->>'code' = 'afwijzing'),
                   round(avg((gegevens->>'op_tijd')::bool::int) FILTER (WHERE soort = 'besluit.bekendgemaakt'), 8)::float,
                   count(*) FILTER (WHERE soort = 'afspraak.gemaakt'), count(*) FILTER (WHERE soort = 'besluit.verzocht')
               FROM e WHERE soort IN ('besluit.bekendgemaakt', 'afspraak.gemaakt', 'besluit.verzocht') AND dag BETWEEN %(eerste)s AND %(tot)s
               GROUP BY 1""",
            f,
            eerste=f.kwartaal.reeks()[0].begin,
        )
        rijen = cijfers.rijen_van(stand, "besluitvorm", f)
        gevonden = {
            (r["kwartaal"], r["besluiten"], r["afgewezen"], r["op_tijd"] if r["op_tijd"] is None else round(r["op_tijd"], 8), r["afspraken"], r["op_verzoek"])
            for r in rijen
            if r["besluiten"] or r["afspraken"] or r["op_verzoek"]
        }  # fmt: skip
        assert gevonden == set(verwacht)


def test_niet_gekregen(stand: Stand) -> None:
    bezwaren = 0
    for f in filters():
        verwacht = sql(
            """SELECT extract(quarter FROM dag)::int || 'e ' || extract(year FROM dag)::int,
                   count(*) FILTER (WHERE soort LIKE 'melding.%%'),
                   count(*) FILTER (WHERE gegevens->>'code' IN ('afwijzing', 'buiten_behandeling')),
                   count(*) FILTER (WHERE gegevens->>'code' = 'gedeeltelijk'), count(*) FILTER (WHERE gegevens->>'code' = 'beeindiging'),
                   count(*) FILTER (WHERE soort = 'bezwaar.ontvangen')
               FROM e WHERE soort IN ('melding.ontvangen', 'melding.teruggekeerd', 'bezwaar.ontvangen', 'besluit.bekendgemaakt')
                   AND dag BETWEEN %(eerste)s AND %(tot)s GROUP BY 1""",
            f,
            eerste=f.kwartaal.reeks()[0].begin,
        )
        velden = ("kwartaal", "meldingen", "niet", "deels", "gestopt", "bezwaren")
        rijen = {tuple(r[v] for v in velden) for r in cijfers.rijen_van(stand, "niet_gekregen", f)}
        assert {r for r in rijen if any(r[1:])} == {r for r in verwacht if any(r[1:])}
        bezwaren += sum(r[-1] for r in rijen)
    assert bezwaren > 5


def test_evaluaties(stand: Stand) -> None:
    for f in filters():
        verwacht = sql(
            """SELECT extract(quarter FROM dag)::int || 'e ' || extract(year FROM dag)::int, count(*),
                   count(*) FILTER (WHERE gegevens->>'richting' = 'afschalen'), count(*) FILTER (WHERE gegevens->>'richting' = 'gelijk'),
                   count(*) FILTER (WHERE gegevens->>'richting' = 'opschalen'),
                   round(sum((gegevens->>'doelen_behaald')::numeric) / sum((gegevens->>'doelen_bekeken')::numeric), 8)::float
               FROM e WHERE soort = 'plan.geevalueerd' AND dag BETWEEN %(eerste)s AND %(tot)s GROUP BY 1""",
            f,
            eerste=f.kwartaal.reeks()[0].begin,
        )
        rijen = [r for r in cijfers.rijen_van(stand, "evaluaties", f) if r["aantal"]]
        assert {
            (r["kwartaal"], r["aantal"], r["afschalen"], r["gelijk"], r["opschalen"], round(r["doelen"], 8))
            for r in rijen
        } == set(verwacht)


ZRM = """, m AS (
    SELECT dossier_id, ronde, wijk, id, dag, gegevens->>'code' AS code, s.key AS domein, s.value::int AS score
    FROM e, jsonb_each_text(gegevens->'scores') s WHERE soort = 'zrm.gemeten'
), na AS (
    SELECT DISTINCT ON (dossier_id, ronde, domein) * FROM m WHERE code <> 'begin' AND dag BETWEEN %(van)s AND %(tot)s
    ORDER BY dossier_id, ronde, domein, id DESC
), voor AS (
    SELECT DISTINCT ON (dossier_id, ronde, domein) * FROM m WHERE code = 'begin' ORDER BY dossier_id, ronde, domein, id
)
SELECT na.domein, count(*), avg(voor.score), avg(na.score) FROM na JOIN voor USING (dossier_id, ronde, domein) WHERE voor.id < na.id GROUP BY 1"""


def test_zelfredzaamheid(stand: Stand) -> None:
    getoond = 0
    for f in (Filter.voor(k, VANDAAG) for k in KWARTALEN):
        verwacht = {domein: (n, float(voor), float(na)) for domein, n, voor, na in sql(ZRM, f)}
        rijen = cijfers.rijen_van(stand, "zelfredzaamheid", f)
        assert {r["domein"] for r in rijen} == set(verwacht)
        for rij in rijen:
            aantal, voor, na = verwacht[rij["domein"]]
            if aantal < 10:
                assert rij == {
                    "domein": rij["domein"],
                    "aantal": None,
                    "voor": None,
                    "na": None,
                    "verandering": None,
                }
            else:
                getoond += 1
                assert (rij["aantal"], rij["voor"], rij["na"]) == (
                    aantal,
                    pytest.approx(voor),
                    pytest.approx(na),
                )
                assert rij["verandering"] == pytest.approx(na - voor)
    assert getoond > 5
