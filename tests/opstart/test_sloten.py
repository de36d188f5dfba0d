"""What we install is pinned and checked, says nothing about where it was fetched, and the demo doesn't need the test tools."""

import json
import re

import pytest

from wijkspil.opstart.omgeving import BASIS

SLOTEN = [
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-gereedschap.lock",
    "requirements-node.lock",
]


def versies(slot: str) -> dict[str, str]:
    """Return the pinned version per package and marker."""
    return dict(re.findall(r"^([a-z0-9][^=\s]*)==(.+?) \\$", (BASIS / slot).read_text(), re.MULTILINE))


@pytest.mark.parametrize("slot", [*SLOTEN, "package-lock.json"])
def test_een_slot_noemt_geen_pakketbron(slot: str) -> None:
    tekst = (BASIS / slot).read_text()
    assert '"resolved"' not in tekst
    assert "--index-url" not in tekst
    assert "--find-links" not in tekst
    assert not re.findall(r"(?:file|https?)://(?!github\.com/sponsors)\S+", tekst)


@pytest.mark.parametrize("slot", SLOTEN)
def test_elk_pakket_heeft_een_versie_en_een_hash(slot: str) -> None:
    blokken = re.split(r"^(?=[a-z0-9])", (BASIS / slot).read_text(), flags=re.MULTILINE)[1:]
    assert blokken
    assert [b.splitlines()[0] for b in blokken if "==" not in b or "--hash=sha256:" not in b] == []


def test_de_demo_heeft_het_testgereedschap_niet_nodig() -> None:
    runtime, dev = versies("requirements.lock"), versies("requirements-dev.lock")
    assert "django" in runtime
    assert not {"pytest", "playwright", "mypy", "ruff"} & runtime.keys()
    assert runtime.items() <= dev.items(), "test and demo must run on the same versions"


def test_package_json_en_zijn_slot_spreken_elkaar_niet_tegen() -> None:
    gevraagd = json.loads((BASIS / "package.json").read_text())["dependencies"]
    slot = json.loads((BASIS / "package-lock.json").read_text())["packages"]
    assert gevraagd == {naam: slot[f"node_modules/{naam}"]["version"] for naam in gevraagd}
    assert all("integrity" in pakket for naam, pakket in slot.items() if naam)
