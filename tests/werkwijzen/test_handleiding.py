"""The guide for the functional administrator tells what the code does."""

from enum import StrEnum
from pathlib import Path

import pytest

from wijkspil.werkwijzen import assen

HANDLEIDING = (Path(__file__).parents[2] / "docs" / "werkwijze-schrijven.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("as_", "keuzes"),
    [
        ("levering", assen.Leveringswijze),
        ("bekostiging", assen.Bekostigingswijze),
        ("toegang", assen.Toegangswijze),
        ("verantwoording", assen.Verantwoordingswijze),
        ("schaal", assen.Schaalniveau),
        ("onderzoek", assen.Onderzoeker),
    ],
)
def test_de_handleiding_noemt_precies_de_keuzes_die_er_zijn(as_: str, keuzes: type[StrEnum]) -> None:
    assert f"| `{as_}` | {', '.join(keuzes)} |" in HANDLEIDING


def test_de_handleiding_noemt_alle_assen_en_besluitvormen() -> None:
    assert all(f"| `{as_}` |" in HANDLEIDING for as_ in assen.Assen.model_fields)
    assert f"`wanneer`: {', '.join(assen.Besluitmoment)}." in HANDLEIDING
    assert f"`inhoud`: {', '.join(assen.Besluitinhoud)} |" in HANDLEIDING
