"""The published worked examples of the shared reference, by id."""

from functools import cache
from typing import Any

import yaml

from tests.gedeeld import GEDEELD


@cache
def _alle() -> dict[str, dict[str, Any]]:
    assert GEDEELD is not None, "alleen aanroepen in tests met @met_gedeeld"
    tekst = (GEDEELD / "domain" / "data" / "acceptatie_voorbeelden.yaml").read_text(encoding="utf-8")
    return {geval["id"]: geval for geval in yaml.safe_load(tekst)["voorbeelden"]}


def voorbeeld(id_: str) -> dict[str, Any]:
    """Give one worked example: what is given and what is expected."""
    return _alle()[id_]
