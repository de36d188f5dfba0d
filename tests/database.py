"""The test database: migrated once by the owner, copied for each worker in a blink, used as the app role.

One server is shared by all workers and all runs, and stays up between runs (`make stop` stops it). What a run leaves
behind when it is killed, the next run clears away: every copy in use is marked with an advisory lock.
"""

import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from wijkspil.opstart import rollen
from wijkspil.opstart.omgeving import BASIS, richt_server_in, var_map
from wijkspil.opstart.postgres import BEHEERDER, Server

PREFIX = "wijkspil_test_"
SLOT = Path("test-postgres") / "tests.slot"
"""Held under `var/` by whoever makes or copies a template."""

_KEEP_TEMPLATES = 2
_DROP_TRIES = 100


@dataclass(frozen=True)
class Adressen:
    """The addresses of one server or database, per role. `beheer` (superuser) is None on a server that isn't ours."""

    app: str
    eigenaar: str
    beheer: str | None

    def van(self, database: str) -> "Adressen":
        """Return the same server's addresses for another database."""

        def ander(url: str) -> str:
            return urlsplit(url)._replace(path=f"/{database}").geturl()

        return Adressen(ander(self.app), ander(self.eigenaar), self.beheer and ander(self.beheer))


def server_adressen() -> Adressen:
    """Return the server to test on: the one from the environment when both addresses are given, else our own."""
    app, eigenaar = os.environ.get("DATABASE_URL"), os.environ.get("DATABASE_OWNER_URL")
    if app and eigenaar:
        return Adressen(app, eigenaar, os.environ.get("WIJKSPIL_BEHEER_URL"))
    server = Server(var_map() / "test-postgres", duurzaam=False)
    server.start()
    richt_server_in(server)
    return Adressen(*(server.url(rol, "wijkspil") for rol in (rollen.APP, rollen.EIGENAAR, BEHEERDER)))


@contextlib.contextmanager
def alone(slot: Path) -> Iterator[None]:
    """Let one process at a time through, across workers and runs."""
    slot.parent.mkdir(parents=True, exist_ok=True)
    with slot.open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield


def migratie_hash(extra: list[Path]) -> str:
    """Return a fingerprint of everything that decides what a migrated database looks like.

    That is each migration of each app (libraries too), how the ground talks to PostgreSQL, and the roles.
    """
    from django.apps import apps

    bestanden = [Path(rollen.__file__), *extra]
    for app in apps.get_app_configs():
        bestanden += (Path(app.path) / "migrations").rglob("*.py")
        bestanden += (Path(app.path) / "migrations").rglob("*.sql")
    som = hashlib.sha256()
    for bestand in sorted(set(bestanden)):
        som.update(str(bestand).encode() + b"\0" + bestand.read_bytes())
    return som.hexdigest()[:12]


class Testdatabase:
    """One worker's copy of the migrated template."""

    def __init__(self, server: Adressen, naam: str) -> None:
        self.server = server
        self.naam = naam
        self.adressen = server.van(naam)
        self._eigenaar = psycopg.connect(server.eigenaar, autocommit=True)
        self._eigenaar.execute(
            "SELECT pg_advisory_lock(hashtext(%s))", [naam]
        )  # "in use", as long as we live

    def maak(self, template: str) -> None:
        """Create the copy, afresh when it exists."""
        self._template = template
        self._drop(self.naam)
        self._eigenaar.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(
                sql.Identifier(self.naam), sql.Identifier(template)
            )
        )

    def herstel(self) -> None:
        """Put the copy back as the migrations left it, for after a test that really committed."""
        self.maak(self._template)

    def ruim_op(self) -> None:
        self._drop(self.naam)
        self._eigenaar.close()

    def zorg_voor_template(self) -> str:
        """Return the name of a migrated template, made now unless an earlier run made the same. Call this `alone`."""
        self._clear_leftovers()
        bronnen = [
            *(BASIS / "wijkspil" / "core" / "postgres").rglob("*.py"),
            *(BASIS / "wijkspil" / "werkwijzen" / "bestanden").rglob("*.yaml"),
            *(BASIS / "wijkspil" / "oefenstad" / "steden").glob("*.yaml"),
            BASIS / "wijkspil" / "oefenstad" / "inrichting.py",
        ]
        naam = f"{PREFIX}template_{migratie_hash(bronnen)}"
        if self._exists(naam):
            return naam
        half = (
            f"{naam}_half"  # renamed when finished: an interrupted migration is never mistaken for a template
        )
        self._drop(half)
        self._eigenaar.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(half)))
        adressen = self.server.van(half)
        with psycopg.connect(adressen.eigenaar, autocommit=True) as verbinding:
            rollen.richt_database_in(verbinding)
        migreer(adressen.eigenaar)
        richt_steden_in(adressen.app)
        self._eigenaar.execute(
            sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(half), sql.Identifier(naam))
        )
        return naam

    def _exists(self, naam: str) -> bool:
        return bool(self._eigenaar.execute("SELECT 1 FROM pg_database WHERE datname = %s", [naam]).fetchone())

    def _drop(self, naam: str) -> None:
        weg = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam))
        for _poging in range(_DROP_TRIES):
            try:
                self._eigenaar.execute(weg)
            except psycopg.errors.InsufficientPrivilege:  # autovacuum is at work there: not ours to stop
                time.sleep(0.1)
            else:
                return
        self._eigenaar.execute(weg)

    def _clear_leftovers(self) -> None:
        """Drop copies whose run is gone, and all but the youngest templates."""
        rijen = self._eigenaar.execute(
            "SELECT datname FROM pg_database WHERE starts_with(datname, %s) ORDER BY oid DESC", [PREFIX]
        ).fetchall()
        templates = [naam for (naam,) in rijen if naam.startswith(f"{PREFIX}template_")]
        for naam in templates[_KEEP_TEMPLATES:]:
            self._drop(naam)
        for naam in (naam for (naam,) in rijen if naam not in templates and naam != self.naam):
            with psycopg.connect(self.server.eigenaar, autocommit=True) as ander:
                vrij = ander.execute("SELECT pg_try_advisory_lock(hashtext(%s))", [naam]).fetchone()
                if vrij == (True,):
                    self._drop(naam)


def richt_steden_in(app: str) -> None:
    """Set up the practice municipalities once, as the app role; every test then begins in the same town."""
    opdracht = (
        "import django; django.setup()\n"
        "from wijkspil.oefenstad.inrichting import richt_in, steden\n"
        "for stad in steden(): richt_in(stad)"
    )
    subprocess.run(
        [sys.executable, "-c", opdracht],
        cwd=BASIS,
        env=os.environ | {"DATABASE_URL": app, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
        check=True,
        capture_output=True,
    )


def migreer(eigenaar_url: str) -> None:
    """Run all migrations as the owner, in a process of its own: this one keeps to the app role."""
    klaar = subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--skip-checks", "--verbosity=0"],
        env={
            **os.environ,
            "DATABASE_URL": eigenaar_url,
        },  # DJANGO_SETTINGS_MODULE is there: pytest-django set it
        cwd=BASIS,
        capture_output=True,
        text=True,
        check=False,
    )
    if klaar.returncode:
        raise RuntimeError(f"The migrations don't run on an empty database:\n{klaar.stdout}{klaar.stderr}")


def weiger_te_veel_rechten(app_url: str) -> None:
    """Raise unless `app_url` signs in as someone for whom row-level security really holds (trust.md T1)."""
    with psycopg.connect(app_url) as verbinding:
        rij = verbinding.execute(
            """SELECT rolname, rolsuper, rolbypassrls, pg_has_role(current_user, %s, 'MEMBER'),
                      EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid)
                 FROM pg_roles WHERE rolname = current_user""",
            [rollen.EIGENAAR],
        ).fetchone()
    if rij is None or any(rij[1:]):
        raise RuntimeError(
            "The tests refuse to run as a role that row-level security doesn't hold for "
            f"(name, superuser, bypassrls, is owner, owns tables: {rij}). Give DATABASE_URL for {rollen.APP}."
        )


def bereid_voor() -> None:
    """Make the template when it isn't there yet. Runs beside the collecting of the tests (see conftest)."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()
    with alone(var_map() / SLOT):
        database = Testdatabase(server_adressen(), f"{PREFIX}voorbereiding_{os.getpid()}")
        database.zorg_voor_template()
        database.ruim_op()


if __name__ == "__main__":
    bereid_voor()
