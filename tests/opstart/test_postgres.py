"""A real server in a folder with a space in its name: it starts once, keeps strangers out, survives a crash, and stops."""

import importlib.util
import os
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from wijkspil.opstart.fouten import OpstartFout
from wijkspil.opstart.omgeving import lokale_urls
from wijkspil.opstart.postgres import BEHEERDER, Server


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    server = Server(tmp_path_factory.mktemp("een plek") / "postgres", duurzaam=False)
    server.start()
    yield server
    server.stop()


def test_tweemaal_starten_is_een_server(server: Server) -> None:
    pid = server.pid()
    assert server.start() == server.port()
    assert server.pid() == pid


def test_het_is_een_echte_postgresql_met_nederlandse_letters(server: Server) -> None:
    with psycopg.connect(server.url(BEHEERDER, "postgres")) as verbinding:
        rij = verbinding.execute("SELECT upper('één ĳsje'), current_setting('data_checksums')").fetchone()
    assert rij == ("ÉÉN ĲSJE", "on")


def test_wie_het_wachtwoord_niet_weet_komt_er_niet_in(server: Server) -> None:
    fout_wachtwoord = server.url(BEHEERDER, "postgres").replace(server.wachtwoord(BEHEERDER), "geraden")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(fout_wachtwoord)


def test_de_server_luistert_alleen_op_deze_machine(server: Server) -> None:
    with psycopg.connect(server.url(BEHEERDER, "postgres")) as verbinding:
        luistert = verbinding.execute(
            "SELECT current_setting('listen_addresses'), current_setting('unix_socket_directories')"
        ).fetchone()
    assert luistert == ("127.0.0.1", "")


def test_wachtwoorden_zijn_alleen_voor_onszelf_leesbaar(server: Server) -> None:
    bestanden = list((server.map / "wachtwoorden").iterdir())
    assert bestanden
    assert {stat.S_IMODE(b.stat().st_mode) for b in bestanden} == {0o600}
    assert not (server.map / "wachtwoord.initdb").exists()


def test_de_rij_die_een_fout_geeft_komt_niet_in_het_logboek(server: Server) -> None:
    """The log may not hold personal data (trust.md G6): neither the statement nor the DETAIL that quotes the row."""
    with psycopg.connect(server.url(BEHEERDER, "postgres"), autocommit=True) as verbinding:
        verbinding.execute("CREATE TEMP TABLE inwoner (bsn text PRIMARY KEY)")
        verbinding.execute("INSERT INTO inwoner VALUES ('999999011')")
        with pytest.raises(psycopg.errors.UniqueViolation):
            verbinding.execute("INSERT INTO inwoner VALUES ('999999011')")
    logboek = server.logboek.read_text()
    assert "duplicate key" in logboek
    assert "999999011" not in logboek


def test_na_een_crash_start_hij_weer_ook_als_zijn_nummer_van_een_ander_is(tmp_path: Path) -> None:
    server = Server(tmp_path / "postgres", duurzaam=False)
    server.start()
    pidfile = (server.data / "postmaster.pid").read_text().splitlines()
    server.stop()
    with subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"]) as vreemde:
        try:
            (server.data / "postmaster.pid").write_text("\n".join([str(vreemde.pid), *pidfile[1:]]) + "\n")
            assert server.port() is None
            assert server.stop() is False
            assert vreemde.poll() is None
            server.start()
            gecrasht = server.pid()
            assert gecrasht is not None
            os.kill(gecrasht, signal.SIGKILL)
            while server.pid() == gecrasht:
                time.sleep(0.02)
            assert server.port() is None
            server.start()
            assert server.pid() not in (None, gecrasht)
        finally:
            server.stop()
            vreemde.kill()
    assert server.port() is None


def test_een_afgebroken_aanmaak_wordt_overgedaan(tmp_path: Path) -> None:
    (tmp_path / "postgres" / "data.half" / "base").mkdir(parents=True)
    app, eigenaar = lokale_urls(tmp_path)
    try:
        assert lokale_urls(tmp_path) == (app, eigenaar)
        with psycopg.connect(app) as verbinding:
            assert verbinding.execute("SELECT current_user").fetchone() == ("wijkspil_app",)
    finally:
        Server(tmp_path / "postgres").stop()


def test_wie_het_pakket_mist_leest_wat_te_doen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _naam: None)
    with pytest.raises(OpstartFout, match="make demo"):
        Server(tmp_path).start()
