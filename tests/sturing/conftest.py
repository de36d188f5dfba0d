"""A town with events in it, exported; each test gets its own folder."""

from pathlib import Path

import pytest

from tests.sturing.spel import speel
from tests.wijk import Wijk
from wijkspil.gemeenten.models import Wijk as Gebied
from wijkspil.sturing.export import ververs


@pytest.fixture(autouse=True)
def eigen_map(tmp_path: Path, settings: object) -> Path:
    settings.STURING_MAP = tmp_path / "sturing"  # type: ignore[attr-defined]
    return tmp_path / "sturing"


@pytest.fixture
def stad(lvc: Wijk) -> Wijk:
    """Land van Cuijk with five hundred questions, exported."""
    speel(lvc.gemeente.pk, [str(w.pk) for w in Gebied.objects.order_by("code")])
    ververs(lvc.gemeente.pk)
    return lvc
