"""The commands that are one step: migrate, the worker, the web server, the tests. Each says as which role it runs.

The settings are those of DJANGO_SETTINGS_MODULE. Without it: production when DATABASE_URL names a database, else development.
"""

import os
import subprocess
import sys
from collections.abc import Mapping

import psycopg

from wijkspil.opstart import rollen
from wijkspil.opstart.fouten import OpstartFout
from wijkspil.opstart.omgeving import BASIS, parse_url, urls

PRODUCTIE = "config.settings.prod"
WEB_POOL = 8
WERKER_POOL = 6


def omgeving(*, settings: str | None = None, pool: int = 0, als_eigenaar: bool = False) -> dict[str, str]:
    """Return the environment for a process of Wijkspil: its database address, for the app role unless stated, and settings."""
    instellingen = settings or os.environ.get("DJANGO_SETTINGS_MODULE") or _standaard()
    if instellingen == PRODUCTIE and not os.environ.get("DATABASE_URL"):
        raise OpstartFout(
            "DATABASE_URL ontbreekt. In productie start Wijkspil nooit zelf een database: dan zou het met een lege beginnen.\n"
            "Geef DATABASE_URL het adres van uw PostgreSQL, voor de rol wijkspil_app."
        )
    app, eigenaar = urls()
    if als_eigenaar:
        if eigenaar is None:
            raise OpstartFout(
                f"DATABASE_OWNER_URL ontbreekt. Migraties draaien als {rollen.EIGENAAR}: de rol van de applicatie bezit niets,\n"
                "en dat houdt de gegevens van gemeenten gescheiden.\n"
                "Geef DATABASE_OWNER_URL, of maak de rollen eerst met `wijkspil rollen`."
            )
        app = eigenaar
    kaal = {naam: waarde for naam, waarde in os.environ.items() if naam != "DATABASE_OWNER_URL"}
    return {
        **kaal,
        "DATABASE_URL": _with_pool(app, pool),
        "DJANGO_SETTINGS_MODULE": instellingen,
        "PYTHONUNBUFFERED": "1",
    }


def _standaard() -> str:
    """Production for a database that somebody named, development for the embedded one: one-click sign-in never meets real data."""
    return PRODUCTIE if os.environ.get("DATABASE_URL") else "config.settings.dev"


def _with_pool(url: str, pool: int) -> str:
    if not pool or "pool=" in url:
        return url
    return f"{url}{'&' if '?' in url else '?'}pool={pool}"


def django(*opdracht: str) -> list[str]:
    """Return the command line for a management command."""
    return [sys.executable, str(BASIS / "manage.py"), *opdracht]


def web(poort: int, *, host: str = "127.0.0.1", workers: int = 2) -> list[str]:
    """Return the command line for the web server. Threads stay below the pool's size, so none waits for a connection."""
    basis = [sys.executable, "-m", "granian", "--interface", "wsgi", "config.wsgi:application", "--no-ws"]
    grootte = ["--workers", str(workers), "--blocking-threads", str(WEB_POOL // 2)]
    return [*basis, "--host", host, "--port", str(poort), *grootte, "--workers-kill-timeout", "10"]


def werker() -> list[str]:
    """Return the command line for the worker. It looks every 0.2 s: the next job of a lock isn't announced to it."""
    return django("procrastinate", "worker", "--concurrency", "4", "--fetch-job-polling-interval", "0.2")


def migreer(*argumenten: str, settings: str | None = None) -> None:
    """Bring the database up to date, as the owner. Raises OpstartFout when a migration fails."""
    proces = omgeving(settings=settings, als_eigenaar=True)
    eigenaar_url = proces["DATABASE_URL"]
    parse_url(eigenaar_url)
    try:
        with psycopg.connect(eigenaar_url, autocommit=True) as verbinding:
            rollen.richt_database_in(verbinding)
    except psycopg.Error as fout:
        raise OpstartFout(
            f"De database laat de eigenaar niet toe of is niet goed ingericht: {fout}\n"
            "Zonder migraties past de database niet bij deze versie van Wijkspil.\n"
            "Bestaan de rollen en de database? `wijkspil rollen` maakt ze, of toont wat een beheerder moet uitvoeren."
        ) from fout
    voer_uit(django("migrate", *argumenten), proces, "De database kon niet worden bijgewerkt")


def voer_uit(opdracht: list[str], proces: Mapping[str, str], misgegaan: str) -> None:
    """Run a command to its end with its output on the screen. Raises OpstartFout when it fails."""
    code = subprocess.run(opdracht, env=proces, cwd=BASIS, check=False).returncode
    if code:
        raise OpstartFout(
            f"{misgegaan} (code {code}).\nHierboven staat waarom. Herstel dat en geef de opdracht opnieuw."
        )


def word(opdracht: list[str], proces: dict[str, str]) -> None:
    """Become the command: signals and exit code are then its own."""
    os.chdir(BASIS)
    os.execvpe(opdracht[0], opdracht, proces)
