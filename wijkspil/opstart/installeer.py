"""Set up `.venv` on a machine that has only Python: `python3 -m wijkspil.opstart.installeer [--dev]`.

Uses the standard library alone, since nothing else is there yet. A stamp makes the second call cost nothing.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

BASIS = Path(__file__).resolve().parents[2]
OMGEVING = BASIS / ".venv"
_GEREEDSCHAP = OMGEVING / "gereedschap"  # apart, so that the lock file alone decides what the product sees


def installeer(*, dev: bool) -> bool:
    """Make `.venv` hold exactly what the lock file says, checked by hash. Returns False when it already did.

    `dev` takes the lock with tests and linters too; once there, they stay, so `make demo` after `make test` changes nothing.
    """
    stempels = {soort: OMGEVING / f"stempel-{soort}" for soort in ("runtime", "dev")}
    sloten = {"runtime": BASIS / "requirements.lock", "dev": BASIS / "requirements-dev.lock"}
    vinger = {soort: _fingerprint(slot) for soort, slot in sloten.items()}
    actueel = [s for s, stempel in stempels.items() if stempel.exists() and stempel.read_text() == vinger[s]]
    if "dev" in actueel or (not dev and actueel):
        return False
    soort = "dev" if dev or stempels["dev"].exists() else "runtime"
    python = OMGEVING / "bin" / "python"
    if not python.exists():
        _say("Ik maak een eigen Python-omgeving in .venv")
        venv.create(OMGEVING, with_pip=True, symlinks=True)
    _say("Ik haal de pakketten op en controleer ze (de eerste keer duurt dat even)")
    gereedschap = BASIS / "requirements-gereedschap.lock"
    pip: list[str | Path] = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    _run(*pip, "--require-hashes", "--upgrade", "--target", _GEREEDSCHAP, "-r", gereedschap)
    uv: list[str | Path] = [_GEREEDSCHAP / "bin" / "uv", "--quiet", "pip"]
    _run(*uv, "sync", "--python", python, "--require-hashes", sloten[soort])
    project: list[str | Path] = [
        "install",
        "--python",
        python,
        "--no-deps",
        "--no-build-isolation",
        "--editable",
        BASIS,
    ]
    _run(*uv, *project, PYTHONPATH=str(_GEREEDSCHAP))
    for stempel in stempels.values():
        stempel.unlink(missing_ok=True)
    stempels[soort].write_text(vinger[soort])
    return True


def _fingerprint(slot: Path) -> str:
    som = hashlib.sha256(
        f"{sys.version_info[:2]} {BASIS}".encode()
    )  # a moved checkout has stale paths in its scripts
    for bestand in (slot, BASIS / "pyproject.toml", BASIS / "requirements-gereedschap.lock"):
        som.update(bestand.read_bytes())
    return som.hexdigest()


def _run(*opdracht: str | Path, **omgeving: str) -> None:
    delen = [str(deel) for deel in opdracht]
    if subprocess.run(delen, env={**os.environ, **omgeving}, cwd=BASIS, check=False).returncode:
        _say(
            f"Dit ging mis: {' '.join(delen)}\n"
            "Zonder deze pakketten start Wijkspil niet. Meestal is er geen verbinding met een pakketbron (PyPI of een eigen spiegel).\n"
            "Herstel de verbinding en geef dezelfde opdracht opnieuw; wat al binnen is, blijft."
        )
        raise SystemExit(1)


def _say(zin: str) -> None:
    print(zin, file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python3 -m wijkspil.opstart.installeer", description="Zet .venv klaar."
    )
    parser.add_argument("--dev", action="store_true", help="ook alles om te testen en te controleren")
    if sys.version_info < (3, 11):  # noqa: UP036  this file runs on whatever Python there is
        _say(
            f"Wijkspil heeft Python 3.11 of nieuwer nodig; dit is {sys.version.split()[0]}.\nProbeer: make demo PYTHON=python3.11"
        )
        raise SystemExit(1)
    installeer(dev=parser.parse_args().dev)


if __name__ == "__main__":
    main()
