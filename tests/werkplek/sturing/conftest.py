"""The pages of steering need a town with figures; a small one will do."""

import pytest

from tests.sturing.conftest import eigen_map
from tests.sturing.spel import speel
from tests.wijk import Wijk
from wijkspil.gemeenten.models import Wijk as Gebied
from wijkspil.sturing.export import ververs

__all__ = ["eigen_map"]


@pytest.fixture
def stad(lvc: Wijk) -> Wijk:
    """Land van Cuijk with a hundred and fifty questions, exported."""
    speel(lvc.gemeente.pk, [str(w.pk) for w in Gebied.objects.order_by("code")], vragen=150)
    ververs(lvc.gemeente.pk)
    return lvc
