"""From an address in the environment to a Django database entry, and a local server when there is no address.

`DATABASE_URL` is the address for the app role, `DATABASE_OWNER_URL` the one for the owner role, which only migrations use.
"""

import hashlib
import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import psycopg

from wijkspil.opstart import rollen
from wijkspil.opstart.fouten import OpstartFout
from wijkspil.opstart.postgres import BEHEERDER, Server

DATABASE = "wijkspil"
BASIS = Path(__file__).resolve().parents[2]


def var_map() -> Path:
    """Return the folder for everything that running Wijkspil writes: $WIJKSPIL_VAR, or `var` in the checkout."""
    return Path(os.environ.get("WIJKSPIL_VAR") or BASIS / "var").resolve()


def bewaar_gecompileerd() -> None:
    """Let the processes that this one starts keep what Python compiled, under `var/`; a folder that was chosen already stays.

    Without it every process compiles Django and all the rest again: 3 seconds for a worker, 10 for each runner of the tests.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(var_map() / "pycache"))


def parse_url(url: str, *, engine: str = "wijkspil.core.postgres") -> dict[str, Any]:
    """Return the Django DATABASES entry for `postgresql://user:password@host:port/name?option=value`.

    `?pool=8` switches on Django's connection pool with at most 8 connections: worker and web want it, commands don't.
    Other options go to libpq unchanged (`sslmode=verify-full`). Raises OpstartFout when the address can't be used.
    """
    delen = urlsplit(url)
    try:
        poort = delen.port
    except ValueError:
        raise _onbruikbaar("de poort is geen getal tussen 0 en 65535") from None
    if delen.scheme not in {"postgresql", "postgres"}:
        raise _onbruikbaar("het begint niet met postgresql://")
    naam = unquote(delen.path.removeprefix("/"))
    if not naam:
        raise _onbruikbaar("de naam van de database ontbreekt achter de laatste /")
    opties: dict[str, Any] = dict(parse_qsl(delen.query, keep_blank_values=True))
    host = opties.pop("host", unquote(delen.hostname or ""))
    pool = opties.pop("pool", "")
    if pool:
        if not pool.isdecimal() or int(pool) < 1:
            raise _onbruikbaar("pool is geen getal van 1 of hoger")
        opties["pool"] = {"min_size": 1, "max_size": int(pool), "timeout": 10}
    return {
        "ENGINE": engine,
        "NAME": naam,
        "USER": unquote(delen.username or ""),
        "PASSWORD": unquote(delen.password or ""),
        "HOST": host,
        "PORT": str(poort or ""),
        "OPTIONS": opties,
    }


def lokale_urls(var: Path) -> tuple[str, str]:
    """Start the embedded server under `var/postgres` when needed and return the addresses for app and owner."""
    server = Server(var / "postgres")
    server.start()
    richt_server_in(server)
    return server.url(rollen.APP, DATABASE), server.url(rollen.EIGENAAR, DATABASE)


def richt_server_in(server: Server) -> None:
    """Make roles and database on a running embedded server; done once per version of the roles."""
    merk = server.map / "ingericht"
    versie = hashlib.sha256(Path(rollen.__file__).read_bytes()).hexdigest()
    if merk.exists() and merk.read_text() == versie:
        return
    with psycopg.connect(server.url(BEHEERDER, "postgres"), autocommit=True) as beheer:
        beheer.execute("SELECT pg_advisory_lock(4711)")  # two first starts at once: one waits
        wachtwoorden = {rol: server.wachtwoord(rol) for rol in (rollen.EIGENAAR, rollen.APP)}
        rollen.maak_rollen(beheer, wachtwoorden=wachtwoorden, mag_databases_maken=True)
        rollen.maak_database(beheer, DATABASE)
        with psycopg.connect(server.url(BEHEERDER, DATABASE), autocommit=True) as verbinding:
            rollen.richt_database_in(verbinding)
    merk.write_text(versie)


def urls() -> tuple[str, str | None]:
    """Return the addresses for app and owner: from the environment, else from the embedded server."""
    if app := os.environ.get("DATABASE_URL"):
        return app, os.environ.get("DATABASE_OWNER_URL")
    return lokale_urls(var_map())


def _onbruikbaar(reden: str) -> OpstartFout:
    # the address itself stays out of the message: it holds a password
    return OpstartFout(
        f"Het adres van de database kan niet worden gebruikt: {reden}.\n"
        "Zonder goed adres vindt Wijkspil zijn gegevens niet.\n"
        "Geef DATABASE_URL als postgresql://gebruiker:wachtwoord@server:5432/database."
    )
