"""Where the files of a municipality lie and how fresh they are. The only place that turns a municipality into a path (T5)."""

import hashlib
import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

STAND = "stand.json"


@dataclass(frozen=True, slots=True)
class Stand:
    """The state of one municipality's files.

    `versie` is made from the files themselves: it changes when a figure may have changed, and stays when nothing new happened.
    """

    gemeente: int
    veldenversie: int
    sleutelmerk: str
    laatste_id: int
    rijen: int
    bijgewerkt: datetime
    versie: str


def map_van(gemeente_id: int) -> Path:
    """The folder of one municipality, by its four-digit CBS code."""
    return Path(settings.STURING_MAP) / f"{gemeente_id:04d}"


def maandbestanden(gemeente_id: int, maand: str = "[0-9][0-9][0-9][0-9]-[0-9][0-9]") -> list[Path]:
    """All files, or those of one month: the month itself (2026-05.parquet) and what came since it was built (2026-05.<id>.parquet)."""
    map_ = map_van(gemeente_id)
    return sorted([*map_.glob(f"{maand}.parquet"), *map_.glob(f"{maand}.[0-9]*.parquet")])


def lees_stand(gemeente_id: int) -> Stand | None:
    """The state as last written, or None when this municipality was never exported."""
    try:
        ruw = json.loads((map_van(gemeente_id) / STAND).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    stand = Stand(**{**ruw, "bijgewerkt": datetime.fromisoformat(ruw["bijgewerkt"])})
    if stand.gemeente != gemeente_id:
        raise ValueError(
            f"De cijfers in {map_van(gemeente_id).name} zijn van gemeente {stand.gemeente:04d}. Bouw ze opnieuw op."
        )
    return stand


def schrijf_stand(stand: Stand) -> None:
    pad = map_van(stand.gemeente) / STAND
    nieuw = pad.with_suffix(".nieuw")
    nieuw.write_text(
        json.dumps(asdict(stand) | {"bijgewerkt": stand.bijgewerkt.isoformat()}), encoding="utf-8"
    )
    nieuw.replace(pad)


def versie_van(gemeente_id: int) -> str:
    """A fingerprint of the files: name, size and moment of writing."""
    som = hashlib.sha256()
    for bestand in maandbestanden(gemeente_id):
        feit = bestand.stat()
        som.update(f"{bestand.name}:{feit.st_size}:{feit.st_mtime_ns};".encode())
    return som.hexdigest()[:16]


def schijnsleutel(gemeente_id: int) -> str:
    """The secret with which ids become pseudonyms: of this installation and of one municipality.

    The same person in two municipalities has two pseudonyms, and without the secret nobody can go back.
    """
    return hmac.new(settings.SECRET_KEY.encode(), f"sturing:{gemeente_id:04d}".encode(), "sha256").hexdigest()


def sleutelmerk(gemeente_id: int) -> str:
    """A mark by which a changed secret is noticed; says nothing about the secret itself."""
    return hashlib.sha256(b"merk:" + schijnsleutel(gemeente_id).encode()).hexdigest()[:12]
