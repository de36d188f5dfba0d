"""Strict for everyone: a real PostgreSQL as the app role, no network, warnings are errors, random order with its seed printed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.db import connections
from django.test import TransactionTestCase

from tests.database import SLOT, Adressen, Testdatabase, alone, server_adressen, weiger_te_veel_rechten
from tests.netwerk import sluit_af
from wijkspil.opstart.omgeving import BASIS, parse_url, var_map

if TYPE_CHECKING:
    from tests.wijk import Wijk


VOLUIT = os.environ.get("WIJKSPIL_DRILLS") == "vol"

# Searching for examples goes on longer in `make drills`. How long one takes says nothing.
hypothesis.settings.register_profile("huis", deadline=None, max_examples=300 if VOLUIT else 100)
hypothesis.settings.load_profile("huis")


@pytest.fixture(scope="session", autouse=True)
def zonder_netwerk() -> Iterator[None]:
    """Only 127.0.0.1, ::1 and unix sockets can be reached from a test."""
    with pytest.MonkeyPatch.context() as patch:
        sluit_af(patch)
        yield


@pytest.fixture(scope="session")
def testdatabase(testrun_uid: str, worker_id: str) -> Iterator[Testdatabase]:
    """This worker's own migrated database. Its addresses are in the environment too, for processes that a test starts."""
    with alone(var_map() / SLOT):
        server = server_adressen()
        database = Testdatabase(server, f"wijkspil_test_{testrun_uid[:8]}_{worker_id}")
        database.maak(database.zorg_voor_template())
    weiger_te_veel_rechten(database.adressen.app)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DATABASE_URL", database.adressen.app)
        patch.setenv("DATABASE_OWNER_URL", database.adressen.eigenaar)
        yield database
    database.ruim_op()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment: None, testdatabase: Testdatabase) -> Iterator[None]:
    """Point Django at this worker's database as the app role, in place of pytest-django's own set-up.

    Tests that really commit (`transactional_db`, a live server) get a fresh copy afterwards: the app role may not
    TRUNCATE, and a copy also brings back the rows that migrations put in.
    """
    standaard = settings.DATABASES["default"]
    assert standaard is connections.settings["default"]
    standaard.update(parse_url(testdatabase.adressen.app, engine=standaard["ENGINE"]))

    def fresh_copy(zelf: TransactionTestCase) -> None:
        for verbinding in connections.all(initialized_only=True):
            verbinding.close()
        testdatabase.herstel()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", fresh_copy)
        yield
    connections.close_all()


@pytest.fixture(scope="session")
def adressen(testdatabase: Testdatabase) -> Adressen:
    """The addresses of this worker's database for app, owner and, on our own server, superuser."""
    return testdatabase.adressen


@pytest.fixture
def eigenaar(adressen: Adressen) -> Iterator[psycopg.Connection]:
    """A plain connection as the owner of the schema, for catalogue tests. It sees nothing of Django's transaction."""
    with psycopg.connect(adressen.eigenaar, autocommit=True) as verbinding:
        yield verbinding


@pytest.fixture
def beheerder(adressen: Adressen) -> Iterator[psycopg.Connection]:
    """A plain connection as superuser, for tests that play the intruder with every right (trust.md G3)."""
    if adressen.beheer is None:
        pytest.skip(
            "this PostgreSQL isn't ours; give WIJKSPIL_BEHEER_URL for the tests that need a superuser"
        )
    with psycopg.connect(adressen.beheer, autocommit=True) as verbinding:
        yield verbinding


_TEMPLATE = pytest.StashKey["subprocess.Popen[bytes]"]()


def pytest_configure(config: pytest.Config) -> None:
    """Have the migrated template made while the runners collect and do what needs no database."""
    if not hasattr(config, "workerinput") and getattr(config.option, "numprocesses", None):
        config.stash[_TEMPLATE] = subprocess.Popen([sys.executable, "-m", "tests.database"], cwd=BASIS)


def pytest_unconfigure(config: pytest.Config) -> None:
    if (maker := config.stash.get(_TEMPLATE, None)) is not None:
        maker.wait()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """First what needs no database, then what takes longest, then the rest; within each, the random order stays."""
    items.sort(key=_beurt)


def _beurt(item: pytest.Item) -> int:
    if not {"db", "transactional_db", "testdatabase"} & set(getattr(item, "fixturenames", ())):
        return 0 if item.get_closest_marker("django_db") is None else 3
    return 1 if item.get_closest_marker("browser") else 2 if item.get_closest_marker("traag") else 3


def pytest_report_header() -> str:
    bron = "DATABASE_URL" if os.environ.get("DATABASE_OWNER_URL") else "embedded, var/test-postgres"
    return f"PostgreSQL: {bron}"


@pytest.fixture
def lvc(db: None) -> Iterator["Wijk"]:
    """Land van Cuijk, set up and opened."""
    yield from _wijk("land-van-cuijk")


@pytest.fixture
def alphen(db: None) -> Iterator["Wijk"]:
    """Alphen aan den Rijn, set up and opened."""
    yield from _wijk("alphen")


@pytest.fixture
def haarlem(db: None) -> Iterator["Wijk"]:
    """Haarlem, set up and opened."""
    yield from _wijk("haarlem")


@pytest.fixture
def oirschot(db: None) -> Iterator["Wijk"]:
    """Oirschot, set up and opened."""
    yield from _wijk("oirschot")


@pytest.fixture
def oude_ijsselstreek(db: None) -> Iterator["Wijk"]:
    """Oude IJsselstreek, set up and opened."""
    yield from _wijk("oude-ijsselstreek")


def _wijk(slug: str) -> Iterator["Wijk"]:
    from tests.wijk import Wijk
    from wijkspil.core.grens import binnen
    from wijkspil.gemeenten import register
    from wijkspil.oefenstad.inrichting import richt_in

    gemeente = richt_in(slug)
    with binnen(gemeente.pk):
        yield Wijk(gemeente)
    register.vergeet()
