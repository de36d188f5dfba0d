"""The pages about what comes need a town with a year and a half of figures, seen from a day in the middle."""

from datetime import date
from pathlib import Path

import pytest

from tests.sturing.conftest import eigen_map, uitgevoerd, voer_een_keer_uit
from tests.wijk import Wijk

__all__ = ["eigen_map", "uitgevoerd"]


@pytest.fixture
def stad(lvc: Wijk, uitgevoerd: Path, eigen_map: Path, settings: object) -> Wijk:
    """Land van Cuijk with five hundred questions, as files only."""
    return voer_een_keer_uit(lvc, uitgevoerd, settings, vragen=500)


@pytest.fixture
def vandaag(stad: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages look from a day in the middle of the events of the game, whatever the calendar says."""
    monkeypatch.setattr("wijkspil.werkplek.vooruit.views._peildag", lambda stand: date(2026, 5, 1))
