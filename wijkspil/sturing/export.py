"""Events to Parquet: from PostgreSQL, pseudonymised, typed, one file per month. Reads only, never writes back.

PostgreSQL sends nothing but the permitted facts (`velden.py`), in blocks that stay in memory; DuckDB checks their shape, turns
ids into pseudonyms and writes the files. No real id touches the disk. A run takes what is new since the last one and puts it in a
file of its own beside the month, so its time follows from what is new and not from what was there. A full build, every night, makes
one file per month again and gives the same figures; it also happens by itself when the list of facts or the secret has changed.
"""

import fcntl
import io
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb
import pyarrow as pa
import pyarrow.csv as pc
from django.db import connection

from wijkspil.core import klok
from wijkspil.core.grens import binnen

from . import velden
from .stand import (
    Stand,
    lees_stand,
    maandbestanden,
    map_van,
    schijnsleutel,
    schrijf_stand,
    sleutelmerk,
    versie_van,
)
from .velden import VELDEN, Soort

BLOK = 200_000
MARGE = 10_000
"""How far a run looks back: a transaction that took a low id may have been committed after a higher one."""

DELEN = 48
"""With more files than this a month is written whole again: two days of runs every hour, should the nights fail."""

_VAST = ("id", "soort", "moment", "dag", "dossier", "inwoner", "onderwerp", "door_soort", "werkwijze")


def ververs(gemeente_id: int, *, volledig: bool = False) -> Stand:
    """Bring the files of one municipality up to date and return their new state. Safe to run twice, also at the same time.

    Args:
        volledig: build everything anew; a night job does this, so that nothing old can linger.
    """
    map_van(gemeente_id).mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alleen(gemeente_id):
        vorige = lees_stand(gemeente_id)
        if vorige is None or volledig or not _past(vorige):
            vorige = None
        duck = _duckdb()
        try:
            hoogste = _haal(duck, gemeente_id, na=max(0, vorige.laatste_id - MARGE) if vorige else 0)
            rijen = _schrijf(duck, gemeente_id, opnieuw=vorige is None)
        finally:
            duck.close()
        stand = Stand(
            gemeente=gemeente_id,
            veldenversie=velden.VERSIE,
            sleutelmerk=sleutelmerk(gemeente_id),
            laatste_id=max(hoogste, vorige.laatste_id if vorige else 0),
            rijen=rijen,
            bijgewerkt=klok.nu(),
            versie=versie_van(gemeente_id),
        )
        schrijf_stand(stand)
    return stand


def _past(stand: Stand) -> bool:
    return stand.veldenversie == velden.VERSIE and stand.sleutelmerk == sleutelmerk(stand.gemeente)


@contextmanager
def _alleen(gemeente_id: int) -> Iterator[None]:
    with (map_van(gemeente_id) / ".slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _duckdb() -> duckdb.DuckDBPyConnection:
    duck = duckdb.connect(config={"threads": 2, "autoinstall_known_extensions": False})
    duck.execute("SET TimeZone = 'UTC'")
    return duck


def _haal(duck: duckdb.DuckDBPyConnection, gemeente_id: int, *, na: int) -> int:
    """Read what PostgreSQL has after an id into the table `nieuw`; returns the highest id seen."""
    kolommen = velden.kolommen()
    duck.execute(f"CREATE TABLE nieuw ({_tabelkop(kolommen)})")
    invoegen = f"INSERT INTO nieuw SELECT {_keuze(kolommen)} FROM blok"
    sleutel = schijnsleutel(gemeente_id)
    with binnen(gemeente_id, lezen=True):
        while (blok := _blok(kolommen, na)) is not None:
            duck.register("blok", blok)
            duck.execute(invoegen, {"sleutel": sleutel, "gemeente": gemeente_id})
            duck.unregister("blok")
            na = int(blok.column("id")[-1].as_py())
    return na


def _blok(kolommen: dict[str, Soort], na: int) -> pa.Table | None:
    """The next block of permitted facts as text, or None when there is nothing more."""
    namen = [*_VAST, *kolommen, "regels", "scores"]
    buffer = io.BytesIO()
    with connection.cursor() as cursor, cursor.copy(_copy(kolommen), [na, BLOK]) as stroom:
        for stuk in stroom:
            buffer.write(stuk)
    if not buffer.tell():
        return None
    buffer.seek(0)
    return pc.read_csv(
        buffer,
        read_options=pc.ReadOptions(column_names=namen, block_size=8 << 20),
        parse_options=pc.ParseOptions(newlines_in_values=True),
        convert_options=pc.ConvertOptions(
            column_types={naam: pa.string() for naam in namen},
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            null_values=[""],
        ),
    )


def _copy(kolommen: dict[str, Soort]) -> str:
    """The reading query. Every name in it comes from `velden.py`, none from data."""
    feiten = []
    for kolom in kolommen:
        takken = [
            f"WHEN '{soort}' THEN gegevens->>'{veld.bron}'"
            for soort, lijst in VELDEN.items()
            for veld in lijst
            if veld.kolom == kolom
        ]
        feiten.append(f"CASE soort {' '.join(takken)} END")
    soorten = ", ".join(f"'{soort}'" for soort in VELDEN)
    return f"""COPY (
        SELECT id, soort, to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), dag, dossier_id, inwoner_id,
               onderwerp_id, door_soort, werkwijze, {", ".join(feiten)},
               CASE soort WHEN '{velden.LIJST}' THEN gegevens->'regels' END,
               CASE soort WHEN '{velden.SCORES}' THEN gegevens->'scores' END
        FROM core_gebeurtenis WHERE id > %s AND soort IN ({soorten}) ORDER BY id LIMIT %s
    ) TO STDOUT (FORMAT csv)"""


def _tabelkop(kolommen: dict[str, Soort]) -> str:
    return ", ".join(
        [
            "gemeente INTEGER, id BIGINT, soort VARCHAR, moment TIMESTAMP, dag DATE, dossier BIGINT, inwoner BIGINT, onderwerp BIGINT",
            "door_soort VARCHAR, werkwijze VARCHAR",
            *(f"{kolom} {velden.TYPE[soort]}" for kolom, soort in kolommen.items()),
            "regels STRUCT(trede VARCHAR, product VARCHAR, maand_cent BIGINT, vrij BOOLEAN)[]",
            "scores STRUCT(domein VARCHAR, score INTEGER)[]",
        ]
    )


def _keuze(kolommen: dict[str, Soort]) -> str:
    """Text to types: ids become pseudonyms, and a fact that doesn't look like its type becomes NULL."""
    treden = ", ".join(f"'{trede}'" for trede in velden.TREDEN)
    scores = ", ".join(
        f"{{'domein': '{domein}', 'score': TRY_CAST(json_extract_string(scores, '$.{domein}') AS INTEGER)}}"
        for domein in velden.DOMEINEN
    )
    lijst = """from_json(regels::JSON, '[{"trede":"VARCHAR","product":"VARCHAR","maand_cent":"BIGINT","vrij":"BOOLEAN"}]')"""
    return ", ".join(
        [
            "$gemeente, id::BIGINT, soort, moment::TIMESTAMP, dag::DATE",
            *(_schijnnaam(naam) for naam in ("dossier", "inwoner", "onderwerp")),
            f"door_soort, {_getoetst('werkwijze', Soort.SLEUTEL)}",
            *(_getoetst(kolom, soort) for kolom, soort in kolommen.items()),
            f"""list_transform({lijst}, lambda r: {{
                'trede': CASE WHEN r.trede IN ({treden}) THEN r.trede END,
                'product': CASE WHEN regexp_full_match(r.product, '{velden.VORM[Soort.CODE]}') THEN r.product END,
                'maand_cent': r.maand_cent, 'vrij': r.vrij}})""",
            f"CASE WHEN scores IS NOT NULL THEN list_filter([{scores}], lambda s: s.score BETWEEN 1 AND 5) END",
        ]
    )


def _getoetst(kolom: str, soort: Soort) -> str:
    waarde = _schijnnaam(kolom) if soort is Soort.SCHIJNNAAM else f"{kolom}::{velden.TYPE[soort]}"
    return f"CASE WHEN regexp_full_match({kolom}, '{velden.VORM[soort]}') THEN {waarde} END"


def _schijnnaam(kolom: str) -> str:
    """Sixty bits of a keyed hash: among a million people a clash has a chance of about one in two million."""
    return f"('0x' || substr(sha256($sleutel || {kolom}), 1, 15))::BIGINT"


def _schrijf(duck: duckdb.DuckDBPyConnection, gemeente_id: int, *, opnieuw: bool) -> int:
    """Write the months that changed, each file whole and at once; returns how many rows there are in all."""
    maanden = [
        m
        for (m,) in duck.execute("SELECT DISTINCT strftime(moment, '%Y-%m') FROM nieuw ORDER BY 1").fetchall()
    ]
    for maand in maanden:
        _schrijf_maand(duck, gemeente_id, maand, opnieuw)
    if opnieuw:
        for bestand in maandbestanden(gemeente_id):
            if bestand.name[:7] not in maanden:
                bestand.unlink()
    bestanden = [str(bestand) for bestand in maandbestanden(gemeente_id)]
    return _tel(duck, "read_parquet($b)", {"b": bestanden}) if bestanden else 0


def _schrijf_maand(duck: duckdb.DuckDBPyConnection, gemeente_id: int, maand: str, opnieuw: bool) -> None:
    """One file with what is new in a month, or the whole month in one file."""
    bron = "SELECT * FROM nieuw WHERE strftime(moment, '%Y-%m') = $maand"
    waarden: dict[str, object] = {"maand": maand}
    pad, weg = map_van(gemeente_id) / f"{maand}.parquet", maandbestanden(gemeente_id, maand)
    if weg and not opnieuw:
        # Only the end of what is there can hold what is taken again; the files say where their ids begin and end.
        [(eerste, laatste)] = duck.execute(f"SELECT min(id), max(id) FROM ({bron})", waarden).fetchall()
        waarden |= {"oud": [str(b) for b in weg], "eerste": eerste}
        bron += " AND id NOT IN (SELECT id FROM read_parquet($oud) WHERE id >= $eerste)"
        if not _tel(duck, f"({bron})", waarden):
            return
        if len(weg) < DELEN:
            pad, weg = pad.with_name(f"{maand}.{laatste:015d}.parquet"), []
        else:
            bron = f"SELECT * FROM read_parquet($oud) UNION ALL {bron}"
    nieuw = pad.with_suffix(".nieuw")
    duck.sql(f"SELECT * FROM ({bron}) ORDER BY id", params=waarden).write_parquet(
        str(nieuw), compression="zstd"
    )
    nieuw.chmod(0o600)
    for bestand in weg:
        if bestand != pad:
            bestand.unlink()
    nieuw.replace(pad)


def _tel(duck: duckdb.DuckDBPyConnection, bron: str, waarden: dict[str, object]) -> int:
    [(aantal,)] = duck.execute(f"SELECT count(*) FROM {bron}", waarden).fetchall()
    return int(aantal)
