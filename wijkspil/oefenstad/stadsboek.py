"""The invented part of the practice municipalities, as written in `steden/`. Knows no database."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

STEDEN = Path(__file__).parent / "steden"


@cache
def stad(slug: str) -> dict[str, Any]:
    """The invented part of a municipality, as written in its file."""
    inhoud: dict[str, Any] = yaml.safe_load((STEDEN / f"{slug}.yaml").read_text(encoding="utf-8"))
    return inhoud


def steden() -> list[str]:
    """The practice municipalities, by name."""
    return sorted(bestand.stem for bestand in STEDEN.glob("*.yaml"))


def voorbeeldstad() -> str:
    """The municipality that is played and measured when nobody names one: the file that says `voorbeeld: true`."""
    return next(slug for slug in steden() if stad(slug).get("voorbeeld"))
