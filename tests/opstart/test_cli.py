"""The command line speaks plain Dutch, passes on what isn't its own, and finds a free port."""

import socket
import sys
from pathlib import Path

import pytest

from wijkspil.opstart import cli, demo, opdrachten, processen, vertaal, voorkant
from wijkspil.opstart.fouten import OpstartFout


def test_elke_opdracht_heeft_uitleg(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as klaar:
        cli.main(["--help"])
    assert klaar.value.code == 0
    uitleg = capsys.readouterr().out
    for opdracht in (
        "demo",
        "stop",
        "migreer",
        "speel",
        "werk",
        "web",
        "test",
        "voorkant",
        "vertaal",
        "rollen",
    ):
        assert f"\n    {opdracht} " in uitleg


def test_wat_niet_van_ons_is_gaat_door(monkeypatch: pytest.MonkeyPatch) -> None:
    gekregen: list[list[str]] = []
    monkeypatch.setattr(voorkant, "zet_klaar", lambda _opslag: False)
    monkeypatch.setattr(vertaal, "compileer", lambda: [])
    monkeypatch.setattr(opdrachten, "word", lambda opdracht, _omgeving: gekregen.append(opdracht))
    with pytest.raises(SystemExit):
        cli.main(["test", "-k", "termijn", "--lf", "--help"])
    assert gekregen == [[sys.executable, "-m", "pytest", "-k", "termijn", "--lf", "--help"]]


def test_een_tikfout_in_een_eigen_opdracht_wordt_niet_doorgegeven(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as klaar:
        cli.main(["stop", "--snel"])
    assert klaar.value.code == 2
    assert "--snel" in capsys.readouterr().err


def test_zonder_adres_van_de_eigenaar_legt_migreer_uit_waarom(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://wijkspil_app:geheim@db.example/wijkspil")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    with pytest.raises(SystemExit) as klaar:
        cli.main(["migreer"])
    assert klaar.value.code == 1
    fout = capsys.readouterr().err
    assert "DATABASE_OWNER_URL ontbreekt" in fout
    assert "geheim" not in fout


def test_de_website_en_de_werker_krijgen_het_adres_van_de_eigenaar_niet(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://wijkspil_app:a@db.example/wijkspil")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://wijkspil_eigenaar:b@db.example/wijkspil")
    gewoon = opdrachten.omgeving(pool=8)
    assert gewoon["DATABASE_URL"] == "postgresql://wijkspil_app:a@db.example/wijkspil?pool=8"
    assert not [waarde for waarde in gewoon.values() if "wijkspil_eigenaar:" in waarde]
    assert opdrachten.omgeving(als_eigenaar=True)["DATABASE_URL"].startswith(
        "postgresql://wijkspil_eigenaar:b@"
    )


def test_rollen_toont_de_sql_met_de_wachtwoorden_uit_de_adressen(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://wijkspil_app:appgeheim@db.example/wijkspil")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://wijkspil_eigenaar:eiggeheim@db.example/wijkspil")
    with pytest.raises(SystemExit):
        cli.main(["rollen"])
    tekst = capsys.readouterr().out
    assert "PASSWORD 'appgeheim'" in tekst
    assert "PASSWORD 'eiggeheim'" in tekst
    assert 'CREATE DATABASE "wijkspil" OWNER wijkspil_eigenaar;' in tekst


def test_een_bezette_poort_wordt_overgeslagen() -> None:
    with socket.socket() as bezet:
        bezet.bind(("127.0.0.1", 0))
        bezet.listen()
        poort = bezet.getsockname()[1]
        assert demo.vrije_poort(poort) > poort


def test_stoppen_raakt_een_vreemd_proces_met_hetzelfde_nummer_niet(tmp_path: Path) -> None:
    slaap = [sys.executable, "-c", "import time; time.sleep(60)"]
    proces = processen.begin(
        "slaper", slaap, kenmerk="time.sleep", logboek=tmp_path / "log", omgeving={}, werkmap=tmp_path
    )
    vreemd = processen.Proces("web", proces.pid, "granian", str(tmp_path / "log"))
    processen.beeindig([vreemd])
    assert proces.leeft()
    assert not vreemd.leeft()
    processen.bewaar(tmp_path / "demo.json", [proces], "http://127.0.0.1:1/")
    adres, gelezen = processen.lees(tmp_path / "demo.json")
    assert (adres, gelezen) == ("http://127.0.0.1:1/", [proces])
    processen.beeindig(gelezen)
    assert not proces.leeft()


def test_een_genoemde_database_krijgt_nooit_de_oefeninstellingen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DJANGO_SETTINGS_MODULE", raising=False)
    monkeypatch.setenv("DATABASE_URL", "postgresql://wijkspil_app:x@db.example/wijkspil")
    assert opdrachten.omgeving()["DJANGO_SETTINGS_MODULE"] == "config.settings.prod"


def test_productie_begint_nooit_met_een_eigen_lege_database(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "config.settings.prod")
    monkeypatch.delenv("DATABASE_URL", raising=False)
    with pytest.raises(OpstartFout, match="DATABASE_URL ontbreekt"):
        opdrachten.omgeving()
