"""The pages of steering need a town with figures; a small one will do."""

from pathlib import Path

import pytest

from tests.sturing.conftest import eigen_map, uitgevoerd, voer_een_keer_uit
from tests.wijk import Wijk

__all__ = ["eigen_map", "uitgevoerd"]


@pytest.fixture
def stad(lvc: Wijk, uitgevoerd: Path, eigen_map: Path, settings: object) -> Wijk:
    """Land van Cuijk with a hundred and fifty questions, exported."""
    return voer_een_keer_uit(lvc, uitgevoerd, settings, vragen=150)
