"""A town with events in it, exported. Each test gets its own folder, or shares one that nobody changes."""

from pathlib import Path

import pytest
from django.db import transaction

from tests.sturing.spel import Spel, speel
from tests.wijk import Wijk
from wijkspil.core.models import Gebeurtenis
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


@pytest.fixture(scope="session")
def uitgevoerd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where this worker keeps what it exported once, in a folder per number of questions."""
    return tmp_path_factory.mktemp("sturing")


def voer_een_keer_uit(wijk: Wijk, map_: Path, settings: object, *, vragen: int) -> Wijk:
    """Point steering at the files of a town with so many questions, made by the first test that asks; what DuckDB computed stays too.

    Only the files: the events themselves are not in the database. For tests that read figures and change nothing.
    """
    settings.STURING_MAP = map_ / str(vragen)  # type: ignore[attr-defined]
    if not settings.STURING_MAP.exists():  # type: ignore[attr-defined]
        with transaction.atomic():
            speel(wijk.gemeente.pk, [str(w.pk) for w in Gebied.objects.order_by("code")], vragen=vragen)
            ververs(wijk.gemeente.pk)
            transaction.set_rollback(True)
    return wijk


@pytest.fixture
def bestanden(lvc: Wijk, uitgevoerd: Path, eigen_map: Path, settings: object) -> Wijk:
    """The same town as `stad`, as files only."""
    return voer_een_keer_uit(lvc, uitgevoerd, settings, vragen=500)


def als_events(wijk: Wijk, *, vragen: int) -> list[Gebeurtenis]:
    """Play a town, export it, take the events out of the database again, and hand them over in the order of their ids."""
    spel = Spel(2027, vragen, [str(w.pk) for w in Gebied.objects.order_by("code")])
    events = list(spel.gebeurtenissen(wijk.gemeente.pk))
    with transaction.atomic():
        Gebeurtenis.objects.bulk_create(events, batch_size=2000)
        ververs(wijk.gemeente.pk)
        transaction.set_rollback(True)
    return events
