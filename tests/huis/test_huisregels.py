"""House rules that a reader may count on, checked on the files themselves."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import call_command

from wijkspil.regels.bsn import is_geldig, is_testnummer

HUIS = Path(__file__).resolve().parents[2]
LANGST = 400


def _bestanden(*patronen: str) -> list[Path]:
    uit = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", *patronen],
        cwd=HUIS,
        capture_output=True,
        text=True,
        check=True,
    )
    return [HUIS / regel for regel in uit.stdout.splitlines() if (HUIS / regel).is_file()]


@pytest.mark.django_db
def test_geen_migratie_vergeten_en_django_ziet_geen_fouten() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
    call_command("check", fail_level="WARNING", verbosity=0)


def test_geen_echt_bsn_in_het_huis() -> None:
    """R2: every nine digits that pass the 11-test are from the test range."""
    verdacht = []
    for bestand in _bestanden(
        "*.py", "*.yaml", "*.md", "*.html", "*.json", "*.toml", "*.csv", "*.xml", "*.po"
    ):
        for getal in re.findall(
            r"(?<![\d.])\d{9}(?![\d.])", bestand.read_text(encoding="utf-8", errors="replace")
        ):
            if is_geldig(getal) and not is_testnummer(getal):
                verdacht.append(f"{bestand.relative_to(HUIS)}: {getal[:3]}……")
    assert verdacht == []


def test_niets_in_de_code_vraagt_welke_gemeente_het_is() -> None:
    """A difference between municipalities is a key in a file, never a branch on a name."""
    namen = re.compile(r"haarlem|alphen|oirschot|cuijk|oude.ijssel|boxmeer|0484|1982", re.IGNORECASE)
    gevonden = [
        f"{bestand.relative_to(HUIS)}:{regel}: {tekst}"
        for bestand in _bestanden("wijkspil/**/*.py", "config/**/*.py")
        for regel, tekst in _woorden_in_code(ast.parse(bestand.read_text(encoding="utf-8")))
        if namen.search(tekst)
    ]
    assert gevonden == []


def _woorden_in_code(boom: ast.AST) -> Iterator[tuple[int, str]]:
    """Names and texts that the program works with: no comments, no docstrings, no descriptions with an example."""
    uitleg = {
        id(knoop.value)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.Expr) and isinstance(knoop.value, ast.Constant)
    } | {
        id(deel)
        for knoop in ast.walk(boom)
        if isinstance(knoop, ast.keyword) and knoop.arg in ("help_text", "description")
        for deel in ast.walk(knoop.value)
    }
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str | int) and id(knoop) not in uitleg:
            yield knoop.lineno, str(knoop.value)
        elif isinstance(knoop, ast.Name):
            yield knoop.lineno, knoop.id


def test_elk_bestand_is_in_een_keer_te_lezen() -> None:
    te_lang = {
        str(bestand.relative_to(HUIS)): regels
        for bestand in _bestanden("wijkspil/**/*.py", "tests/**/*.py", "config/**/*.py")
        if "migrations" not in bestand.parts and (regels := len(bestand.read_text().splitlines())) > LANGST
    }
    assert te_lang == {}


def test_sjablonen_hebben_geen_stijl_of_script_in_de_regel() -> None:
    """A strict content security policy refuses them; this says where (I3)."""
    fout = re.compile(
        r"\sstyle=|<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|https?://(?!www\.w3\.org)", re.IGNORECASE
    )
    gevonden = [
        f"{bestand.relative_to(HUIS)}: {treffer.group()}"
        for bestand in _bestanden("wijkspil/templates/**/*.html")
        if (treffer := fout.search(bestand.read_text(encoding="utf-8")))
    ]
    assert gevonden == []


def test_niemand_vangt_alles_behalve_het_ene_tussenschot() -> None:
    """One documented place catches every error (docs/adr/0009): it logs, undoes and hands back."""
    alles = re.compile(
        r"except\s*\(?[^:\n]*\b(Base)?Exception\b|except\s*:|suppress\([^)\n]*\b(Base)?Exception\b"
    )
    gevonden = [
        str(bestand.relative_to(HUIS))
        for bestand in _bestanden("wijkspil/**/*.py", "config/**/*.py")
        if alles.search(bestand.read_text(encoding="utf-8"))
    ]
    assert gevonden == ["wijkspil/core/tussenschot.py"]
    for zin in (
        "except Exception as fout:",
        "except (ValueError, Exception):",
        "except:",
        "except BaseException:",
    ):
        assert alles.search(zin)
