"""The guide for the functional administrator tells what the code does."""

from enum import StrEnum
from pathlib import Path

import pytest
from pydantic import BaseModel

from wijkspil.werkwijzen import aanpak, afspraken, assen, catalogus, samenwerking
from wijkspil.werkwijzen.werkwijze import Werkwijze

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


def test_de_handleiding_noemt_elk_blok_dat_weg_mag() -> None:
    binnen = {"consortium", "normenkaders", "proeven", "geldig_tot"}
    vrij = [n for n, veld in Werkwijze.model_fields.items() if not veld.is_required() and n not in binnen]
    assert len(vrij) > 10
    assert [naam for naam in vrij if f"| `{naam}` |" not in HANDLEIDING] == []


@pytest.mark.parametrize(
    "blok",
    [catalogus.VerkorteRoute, aanpak.EigenTraject, afspraken.Uitkomst, samenwerking.AanbiederMandaat],
)
def test_de_handleiding_noemt_de_sleutels_van_een_blok(blok: type[BaseModel]) -> None:
    elders = {"bron", "zekerheid", "sleutel", "label", "terugkijken_na_weken", "aanbieders"}
    assert [naam for naam in blok.model_fields if naam not in elders and f"`{naam}`" not in HANDLEIDING] == []
