"""An address in, a Django entry out; a wrong address is explained without repeating the password."""

import subprocess
import sys
from pathlib import Path

import pytest

from wijkspil.opstart.fouten import OpstartFout
from wijkspil.opstart.omgeving import BASIS, bewaar_gecompileerd, parse_url, var_map


def test_een_volledig_adres_wordt_een_django_ingang() -> None:
    assert parse_url("postgresql://wijkspil_app:geheim@db.example:5433/wijkspil") == {
        "ENGINE": "wijkspil.core.postgres",
        "NAME": "wijkspil",
        "USER": "wijkspil_app",
        "PASSWORD": "geheim",
        "HOST": "db.example",
        "PORT": "5433",
        "OPTIONS": {},
    }


@pytest.mark.parametrize(
    ("url", "veld", "waarde"),
    [
        ("postgresql://u:p%40s%2Fs@h/d", "PASSWORD", "p@s/s"),
        ("postgres://u@h/d", "PASSWORD", ""),
        ("postgresql://u@[::1]:5432/d", "HOST", "::1"),
        ("postgresql://u@/d?host=/run/postgresql", "HOST", "/run/postgresql"),
        ("postgresql://u@h/d", "PORT", ""),
        ("postgresql://u@h/met%20spatie", "NAME", "met spatie"),
        ("postgresql://u@h/d?sslmode=verify-full", "OPTIONS", {"sslmode": "verify-full"}),
        ("postgresql://u@h/d?pool=8", "OPTIONS", {"pool": {"min_size": 1, "max_size": 8, "timeout": 10}}),
    ],
)
def test_bijzondere_delen_van_een_adres_komen_goed_over(url: str, veld: str, waarde: object) -> None:
    assert parse_url(url)[veld] == waarde


@pytest.mark.parametrize(
    ("url", "reden"),
    [
        ("mysql://u:geheim@h/d", "postgresql://"),
        ("postgresql://u:geheim@h", "naam van de database"),
        ("postgresql://u:geheim@h:veel/d", "poort"),
        ("postgresql://u:geheim@h/d?pool=0", "pool"),
        ("postgresql://u:geheim@h/d?pool=veel", "pool"),
    ],
)
def test_een_onbruikbaar_adres_wordt_uitgelegd_zonder_het_wachtwoord(url: str, reden: str) -> None:
    with pytest.raises(OpstartFout, match=reden) as fout:
        parse_url(url)
    assert "geheim" not in str(fout.value)
    assert "DATABASE_URL" in str(fout.value)


def test_een_gestart_proces_bewaart_wat_het_compileerde(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A machine that tells Python to keep nothing would make each process compile everything again."""
    (tmp_path / "module_van_ons.py").write_text("WAARDE = 1\n")
    monkeypatch.setenv("WIJKSPIL_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    bewaar_gecompileerd()
    subprocess.run([sys.executable, "-c", "import module_van_ons"], cwd=tmp_path, check=True)
    assert list((tmp_path / "var" / "pycache").rglob("module_van_ons*.pyc"))
    assert not (tmp_path / "__pycache__").exists()


def test_alles_wat_wijkspil_schrijft_staat_op_een_plek(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("WIJKSPIL_VAR", raising=False)
    assert var_map() == BASIS / "var"
    monkeypatch.setenv("WIJKSPIL_VAR", str(tmp_path / "elders"))
    assert var_map() == tmp_path / "elders"
