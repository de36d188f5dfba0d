"""The pages about what comes need the same small town with figures as those of steering."""

import pytest

from tests.werkplek.sturing.conftest import eigen_map, stad
from tests.wijk import Wijk

__all__ = ["eigen_map", "stad"]


@pytest.fixture
def vandaag(stad: Wijk, monkeypatch: pytest.MonkeyPatch) -> None:
    """The pages look from a day in the middle of the events of the game, whatever the calendar says."""
    from datetime import date

    monkeypatch.setattr("wijkspil.werkplek.vooruit.views._peildag", lambda stand: date(2026, 5, 1))
