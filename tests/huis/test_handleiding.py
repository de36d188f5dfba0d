"""The handbook names only what exists: menu pages per role, words on the screen, commands, files."""

import argparse
import re
from pathlib import Path

import pytest
from django.core.management import get_commands
from django.urls import NoReverseMatch, reverse

from wijkspil.core.door import Rol
from wijkspil.opstart.cli import parser
from wijkspil.werkplek.context import MENU

HUIS = Path(__file__).resolve().parents[2]
PAGINAS = sorted((HUIS / "docs" / "handleiding").glob("*.md"))
ROLLEN = {
    "frontoffice": Rol.FRONTOFFICE,
    "consulent": Rol.CONSULENT,
    "teamleider": Rol.TEAMLEIDER,
    "backoffice": Rol.BACKOFFICE,
    "contractbeheerder": Rol.CONTRACTBEHEER,
    "beleidsadviseur-en-controller": Rol.BELEID,
    "functioneel-beheerder": Rol.FUNCTIONEEL_BEHEER,
    "partner": Rol.PARTNER,
}


def _tekst(pagina: Path) -> str:
    return pagina.read_text(encoding="utf-8")


def _vlak(tekst: str) -> str:
    """On one line, so that a break in the source of a page hides nothing."""
    return re.sub(r"\s+", " ", tekst)


@pytest.fixture(scope="module")
def schermtekst() -> str:
    bronnen = [
        *(HUIS / "wijkspil" / "templates").rglob("*.html"),
        *(HUIS / "wijkspil").rglob("*.py"),
    ]
    return _vlak(" ".join(_tekst(bron) for bron in bronnen if "oefenstad" not in bron.parts)).lower()


def _menu(rol: Rol) -> list[str]:
    """The menu of a role, without pages that nobody made yet."""
    namen = []
    for naam, label, rollen in MENU:
        try:
            reverse(f"werk:{naam}", kwargs={"gemeente": "wijkspil"})
        except NoReverseMatch:
            continue
        if rol in rollen:
            namen.append(label)
    return namen


def test_elke_rol_heeft_een_pagina() -> None:
    assert set(ROLLEN.values()) == set(Rol)
    assert {pagina.stem for pagina in PAGINAS} == {
        *ROLLEN,
        "beheer-installatie",
        "inwoner",
        "betalingen",
        "aanbieder",
    }


@pytest.mark.parametrize("naam", ROLLEN)
def test_het_menu_in_de_handleiding_is_dat_van_de_rol(naam: str) -> None:
    gevonden = re.search(r"^Menu: (.+)$", _tekst(HUIS / "docs" / "handleiding" / f"{naam}.md"), re.MULTILINE)
    assert gevonden is not None
    verwacht = _menu(ROLLEN[naam])
    assert gevonden[1].split(" · ") == verwacht, (
        f"werk docs/handleiding/{naam}.md bij: vertel wat er bij kwam"
    )


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pagina: pagina.stem)
def test_woorden_tussen_aanhalingstekens_staan_echt_op_het_scherm(pagina: Path, schermtekst: str) -> None:
    onbekend = [
        woord for woord in re.findall(r"“([^”]+)”", _vlak(_tekst(pagina))) if woord.lower() not in schermtekst
    ]
    assert onbekend == []


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pagina: pagina.stem)
def test_elke_opdracht_en_elk_bestand_bestaat(pagina: Path) -> None:
    keuzes = next(
        actie.choices for actie in parser()._actions if isinstance(actie, argparse._SubParsersAction)
    )
    tekst = _tekst(pagina)
    opdrachten = set(re.findall(r"\.venv/bin/wijkspil (\w+)", tekst))
    assert opdrachten <= set(keuzes)
    assert set(re.findall(r"manage\.py (\w+)", tekst)) <= set(get_commands())
    for optie in re.findall(r"`--(\w+)`", tekst):
        bekend = " ".join(keuze.format_help() for keuze in keuzes.values())
        bronnen = " ".join(_tekst(bron) for bron in (HUIS / "wijkspil").glob("*/management/commands/*.py"))
        assert f"--{optie}" in bekend or f'"--{optie}"' in bronnen, f"--{optie} bestaat niet"
    for verwijzing in re.findall(r"\]\(([^)#]+)\)", tekst):
        assert (pagina.parent / verwijzing).is_file(), verwijzing


@pytest.mark.parametrize("pagina", PAGINAS, ids=lambda pagina: pagina.stem)
def test_een_pagina_is_kort(pagina: Path) -> None:
    assert len(_tekst(pagina).split()) < 800, f"{pagina.name} leest niemand in vijf minuten"
