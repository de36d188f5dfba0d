"""Many events through the indicators: seconds cold and warm, beside SQL written by hand for the same DuckDB; memory; and one day more.

Run from the checkout: ``python bench/bench_sturing.py [events]``; a million by default, thirty million for a big city over ten years.
Needs no database: the events come from the game of the tests, multiplied month by month straight into Parquet.
Not a timed test; the figures are for people. The hand-written SQL must give the same rows, or the bench stops. All seconds are processor
time of both cores, since others may use the machine.
"""

from __future__ import annotations

import json
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")

import django

django.setup()

import duckdb
import pyarrow as pa
from django.conf import settings

from tests.sturing.spel import Spel
from wijkspil.sturing import cijfers, export, velden
from wijkspil.sturing.indicatoren import ALLE
from wijkspil.sturing.periode import Filter, Kwartaal
from wijkspil.sturing.stand import (
    Stand,
    lees_stand,
    maandbestanden,
    map_van,
    schrijf_stand,
    sleutelmerk,
    versie_van,
)

ZAAD, GEMEENTE, VRAGEN = 2026, 1, 4000
WIJKEN = [f"{n:08d}-0000-4000-8000-000000000000" for n in range(5)]
NU = Filter.voor(Kwartaal(2026, 1), date(2026, 8, 1))
EERDER = Filter.voor(Kwartaal(2025, 4), date(2026, 8, 1))

RONDE = """WITH l AS (SELECT *, max(CASE WHEN soort IN ('melding.ontvangen', 'melding.teruggekeerd') THEN ronde END)
    OVER (PARTITION BY dossier ORDER BY id ROWS UNBOUNDED PRECEDING) AS r FROM g)"""
MET_DE_HAND = {
    "meldingen": """SELECT date_trunc('month', dag)::DATE AS maand, sum(1)::INT FROM g WHERE soort IN ('melding.ontvangen', 'melding.teruggekeerd')
        AND dag BETWEEN '2025-04-01' AND '2026-03-31' GROUP BY 1 ORDER BY 1""",
    "eerste_hulp": RONDE
    + """, v AS (SELECT min(dag) FILTER (WHERE soort LIKE 'melding%') AS gemeld,
            min(dag) FILTER (WHERE soort IN ('levering.gestart', 'hulp.begonnen')) AS hulp FROM l WHERE r IS NOT NULL GROUP BY dossier, r)
        SELECT count(*), median(greatest(hulp - gemeld, 0)) FROM v WHERE hulp BETWEEN '2026-01-01' AND '2026-03-31'""",
    "besluitvorm": """SELECT count(*) FILTER (WHERE soort = 'besluit.verzocht'), count(*) FILTER (WHERE soort = 'afspraak.gemaakt') FROM g
        WHERE dag BETWEEN '2026-01-01' AND '2026-03-31'""",
}


def als_blok(rij: Any, id_: int, kolommen: dict[str, velden.Soort]) -> dict[str, str | None]:
    """One event as PostgreSQL would hand it over."""
    feiten = {veld.kolom: rij.gegevens.get(veld.bron) for veld in velden.VELDEN.get(rij.soort, ())}
    moment = rij.moment.astimezone(UTC)
    vast = {
        "id": str(id_),
        "soort": rij.soort,
        "moment": f"{moment:%Y-%m-%d %H:%M:%S}",
        "dag": str(rij.dag),
        "dossier": str(rij.dossier_id),
    }
    vast |= {
        "inwoner": str(rij.inwoner_id),
        "onderwerp": str(rij.onderwerp_id),
        "door_soort": rij.door_soort,
        "werkwijze": rij.werkwijze,
    }
    vrij = {
        naam: None
        if feiten.get(naam) is None
        else str(feiten[naam]).lower()
        if isinstance(feiten[naam], bool)
        else str(feiten[naam])
        for naam in kolommen
    }
    lijst = {
        "regels": rij.gegevens.get("regels") if rij.soort == velden.LIJST else None,
        "scores": rij.gegevens.get("scores"),
    }
    return {
        **vast,
        **vrij,
        **{naam: json.dumps(waarde) if waarde else None for naam, waarde in lijst.items()},
    }


def bouw(aantal: int) -> int:
    """Write the files of one municipality with about `aantal` events; returns how many there are."""
    kolommen = velden.kolommen()
    rijen = [rij for rij in Spel(ZAAD, VRAGEN, WIJKEN).gebeurtenissen(GEMEENTE) if rij.soort in velden.VELDEN]
    tabel = pa.Table.from_pylist([als_blok(rij, n, kolommen) for n, rij in enumerate(rijen, 1)])
    tabel = tabel.cast(pa.schema([(naam, pa.string()) for naam in tabel.column_names]))
    duck = export._duckdb()
    duck.execute(f"CREATE TABLE een ({export._tabelkop(kolommen)})")
    duck.register("blok", tabel)
    duck.execute(
        f"INSERT INTO een SELECT {export._keuze(kolommen)} FROM blok",
        {"sleutel": "bench", "gemeente": GEMEENTE},
    )
    keer = max(1, round(aantal / len(rijen)))
    duck.execute(f"SET temp_directory = '{map_van(GEMEENTE)}/tijdelijk'")
    anders = "id * $keer + k AS id, dossier + k * 1000003 AS dossier, inwoner + k * 1000003 AS inwoner, onderwerp + k * 1000003 AS onderwerp, regel + k * 1000003 AS regel"
    map_van(GEMEENTE).mkdir(parents=True)
    maanden = duck.execute("SELECT DISTINCT strftime(moment, '%Y-%m') FROM een ORDER BY 1").fetchall()
    for (maand,) in maanden:
        vragen = f"""SELECT * EXCLUDE (k) REPLACE ({anders}) FROM een, range($keer) AS t(k)
            WHERE strftime(moment, '%Y-%m') = $maand ORDER BY id"""
        duck.sql(vragen, params={"keer": keer, "maand": maand}).write_parquet(
            str(map_van(GEMEENTE) / f"{maand}.parquet"), compression="zstd"
        )
    totaal = len(rijen) * keer
    duck.close()
    schrijf_stand(
        Stand(
            GEMEENTE,
            velden.VERSIE,
            sleutelmerk(GEMEENTE),
            totaal,
            totaal,
            datetime(2026, 8, 1, tzinfo=UTC),
            versie_van(GEMEENTE),
        )
    )
    return totaal


def een_dag_erbij(aantal: int, totaal: int) -> float:
    """Seconds of processor time to write one day of new events beside what is there, as a run of the export does."""
    duck = export._duckdb()
    laatste = maandbestanden(GEMEENTE)[-1]
    duck.execute(
        f"CREATE TABLE nieuw AS SELECT * REPLACE (id + {10 * totaal} AS id) FROM read_parquet($b) LIMIT {aantal}",
        {"b": str(laatste)},
    )
    begin = time.process_time()
    export._schrijf(duck, GEMEENTE, opnieuw=False)
    duur = time.process_time() - begin
    duck.close()
    return duur


def klok(doe: Callable[[], Any]) -> tuple[float, Any]:
    begin = time.process_time()
    uit = doe()
    return time.process_time() - begin, uit


def met_de_hand(sleutel: str) -> tuple[float, float, Any]:
    """Seconds for the hand-written query, first and second time, each on a DuckDB that opened the files just now or before."""
    duck = duckdb.connect(config={"threads": 2})
    duck.read_parquet([str(b) for b in maandbestanden(GEMEENTE)]).create_view("g")
    koud, _ = klok(lambda: duck.execute(MET_DE_HAND[sleutel]).fetchall())
    warm, uit = klok(lambda: duck.execute(MET_DE_HAND[sleutel]).fetchall())
    duck.close()
    return koud, warm, uit


def zelfde(sleutel: str, rijen: Any, hand: Any) -> bool:
    if sleutel == "meldingen":
        som: dict[date, int] = {}
        for rij in rijen:
            som[rij["maand"]] = som.get(rij["maand"], 0) + rij["aantal"]
        return sorted(som.items()) == hand
    laatste = rijen[-1]
    velden_ = ("aantal", "mediaan") if sleutel == "eerste_hulp" else ("op_verzoek", "afspraken")
    return [tuple(laatste[v] for v in velden_)] == hand


def main() -> None:
    aantal = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as map_:
        settings.STURING_MAP = Path(map_)
        bouwtijd, totaal = klok(lambda: bouw(aantal))
        stand = lees_stand(GEMEENTE)
        assert stand is not None
        cijfers.huidige_gemeente = lambda: GEMEENTE  # type: ignore[attr-defined]  # no database here, so no border to ask
        print(
            f"{totaal:,} events, seed {ZAAD}, {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        )
        print(f"files made in {bouwtijd:.1f} s; from PostgreSQL it takes longer (see the export)\n")
        print(
            f"{'indicator':22}{'first':>9}{'other quarter':>15}{'remembered':>12}{'by hand':>10}{'ratio':>8}"
        )
        som = [0.0, 0.0]
        for sleutel in ALLE:
            eerste, rijen = klok(lambda s=sleutel: cijfers.rijen_van(stand, s, NU))
            ander, _ = klok(lambda s=sleutel: cijfers.rijen_van(stand, s, EERDER))
            geheugen, _ = klok(lambda s=sleutel: cijfers.rijen_van(stand, s, NU))
            som[0], som[1] = som[0] + eerste, som[1] + ander
            hand = ""
            if sleutel in MET_DE_HAND:
                _koud, warm, uit = met_de_hand(sleutel)
                if not zelfde(sleutel, rijen, uit):
                    raise SystemExit(f"{sleutel}: the hand-written SQL gives something else: {uit[:3]}")
                hand = f"{warm:10.3f}{ander / warm:8.1f}"
            print(f"{sleutel:22}{eerste:9.3f}{ander:15.3f}{geheugen:12.6f}{hand}")
        print(f"{'all':22}{som[0]:9.3f}{som[1]:15.3f}")
        piek = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        per_dag = max(1, totaal // 560)
        duur = een_dag_erbij(per_dag, totaal)
        print(f"\npeak memory {piek:,.0f} MB; one day more ({per_dag:,} events) written in {duur:.2f} s")


if __name__ == "__main__":
    main()
