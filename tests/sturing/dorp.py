"""A town for recounting: exported by the platform, and beside it the raw events in a DuckDB of our own, help replayed by hand."""

import json
from typing import Any

import duckdb
import pyarrow as pa

from tests.sturing.conftest import als_events
from tests.wijk import Wijk
from wijkspil.regels.ladder import Trede
from wijkspil.sturing.indicatoren.last import WERK
from wijkspil.sturing.stand import Stand, lees_stand

GEHEEL = """
CREATE TABLE e AS SELECT g.*, (
    SELECT max(b.id) FROM g b WHERE b.dossier = g.dossier AND b.id <= g.id AND b.soort IN ('melding.ontvangen', 'melding.teruggekeerd')
) AS ronde FROM g WHERE NOT EXISTS (
    SELECT 1 FROM g t WHERE g.soort = 'besluit.bekendgemaakt' AND t.soort = 'besluit.teruggehaald' AND t.onderwerp = g.onderwerp AND t.id > g.id);
CREATE TABLE a AS SELECT e.id, e.dossier, e.ronde, e.dag, l.trede, coalesce(l.maand_cent, 0) AS cent, list_position($treden, l.trede) AS nummer
FROM e, unnest(from_json(e.d->'regels', '[{"trede":"VARCHAR","maand_cent":"BIGINT"}]')) AS u(l) WHERE soort = 'arrangement.vastgesteld';
CREATE TABLE hoog AS SELECT id, dossier, ronde, dag, max(nummer) AS nummer, sum(cent) AS cent FROM a GROUP BY ALL;
"""

HULP = (
    "regel",
    "dossier",
    "inwoner",
    "categorie",
    "aanbieder",
    "cent",
    "einde",
    "opdracht",
    "vorm",
    "begin",
    "eind",
)


def maak_dorp(lvc: Wijk) -> tuple[Stand, duckdb.DuckDBPyConnection]:
    """One town for all recounts: exported, and beside it the raw events in a DuckDB of its own."""
    events = als_events(lvc, vragen=350)
    stand = lees_stand(lvc.gemeente.pk)
    assert stand is not None
    duck = duckdb.connect()
    ruw = pa.Table.from_pylist(
        [
            {
                "id": n, "soort": e.soort, "dag": e.dag, "dossier": _tekst(e.dossier_id), "inwoner": _tekst(e.inwoner_id),
                "onderwerp": _tekst(e.onderwerp_id), "d": json.dumps(e.gegevens),
            }
            for n, e in enumerate(events)
        ]
    )  # fmt: skip
    duck.register("ruw", ruw)
    duck.execute("CREATE TABLE g AS SELECT * REPLACE (d::JSON AS d) FROM ruw")
    for opdracht in GEHEEL.split(";\n"):
        if opdracht.strip():
            duck.execute(opdracht, {"treden": [t.value for t in Trede]} if "$treden" in opdracht else None)
    duck.execute("CREATE TABLE werk (soort VARCHAR, m DOUBLE, v DOUBLE)")
    duck.executemany("INSERT INTO werk VALUES (?, ?, ?)", [(s, m, v) for s, (m, v) in WERK.items()])
    duck.register(
        "stukken", pa.Table.from_pylist([dict(zip(HULP, stuk, strict=True)) for stuk in _hulp(duck)])
    )
    duck.execute("CREATE TABLE hulp AS SELECT * REPLACE (einde::DATE AS einde) FROM stukken")
    return stand, duck


def _tekst(waarde: object) -> str | None:
    return None if waarde is None else str(waarde)


def _hulp(duck: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """Stretches of help, first to last day, as somebody would write them down from the list of events."""
    per: dict[str, list[Any]] = {}
    weg = {
        (o, d, "levering.gestart" if s.startswith("levering.start_") else "levering.gestopt"): n
        for n, s, d, o in duck.execute(
            "SELECT id, soort, dag, onderwerp FROM g WHERE soort LIKE 'levering.%_teruggenomen' ORDER BY id"
        ).fetchall()
    }
    alles = duck.execute(
        """SELECT id, soort, dag, onderwerp, dossier, inwoner, d->>'regel', d FROM g WHERE soort IN ('toewijzing.opgedragen', 'levering.gestart', 'levering.gestopt')
        ORDER BY (soort <> 'toewijzing.opgedragen'), dag, id"""
    ).fetchall()
    for nummer, soort, dag, onderwerp, dossier, inwoner, regel, ruw in alles:
        d = json.loads(ruw)
        lijn = per.setdefault(regel, [dossier, inwoner, d, None, []])
        if soort == "toewijzing.opgedragen":
            lijn[3] = dag
        elif weg.get((onderwerp, dag, soort), -1) < nummer and not d.get("tijdelijk"):
            stukken = lijn[4]
            loopt = bool(stukken) and stukken[-1][1] is None
            if soort == "levering.gestart" and not loopt:
                if stukken and (dag - stukken[-1][1]).days <= 1:
                    stukken[-1][1] = None
                else:
                    stukken.append([dag, None])
            elif soort == "levering.gestopt" and loopt:
                stukken[-1][1] = dag
    return [
        (
            regel,
            dossier,
            inwoner,
            d["categorie"],
            d["aanbieder"],
            d["maand_cent"],
            d["einde"],
            opdracht,
            d["bekostiging"],
            van,
            tot,
        )
        for regel, (dossier, inwoner, d, opdracht, stukken) in per.items()
        for van, tot in stukken
    ]
