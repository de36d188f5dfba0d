"""Every word of the trade stands in docs/woordenlijst.md exactly once, with a gloss and a source."""

import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from django.apps import apps

from wijkspil.besluiten.models import Besluit
from wijkspil.core.door import Rol
from wijkspil.core.gebeurtenissen import alle
from wijkspil.core.grens import is_gemeentetabel
from wijkspil.regels.ladder import Trede
from wijkspil.toegang.models import Stap
from wijkspil.werkwijzen.assen import (
    Assen,
    Bekostigingswijze,
    Besluitinhoud,
    Leveringswijze,
    Onderzoeker,
    Rechtsvorm,
    Schaalniveau,
    Toegangswijze,
    Verantwoordingswijze,
)

LIJST = Path(__file__).resolve().parents[2] / "docs" / "woordenlijst.md"
KEUZES_OP_DE_ASSEN = (
    Besluitinhoud,
    Leveringswijze,
    Bekostigingswijze,
    Toegangswijze,
    Verantwoordingswijze,
    Schaalniveau,
    Onderzoeker,
    Rechtsvorm,
)


class Regel(NamedTuple):
    term: str
    uitleg: str
    gloss: str
    bron: str


def sleutel(woord: str) -> str:
    """Letters and digits only: `eigen_kracht`, "eigen kracht" and `EigenKracht` are the same word."""
    return re.sub(r"[^a-z0-9]", "", unicodedata.normalize("NFKD", woord.lower()))


def lees() -> list[Regel]:
    rijen = [regel for regel in LIJST.read_text(encoding="utf-8").splitlines() if regel.startswith("| ")]
    return [Regel(*(cel.strip() for cel in rij.strip("|").split("|"))) for rij in rijen[1:]]


REGELS = lees()


def _modellen() -> list[str]:
    return [model.__name__ for model in apps.get_models() if is_gemeentetabel(model)]


def _onderwerpen() -> list[str]:
    return sorted({soort.partition(".")[0] for soort in alle()})


@pytest.mark.parametrize(
    ("soort", "woorden"),
    [
        ("tabel van een gemeente", _modellen()),
        ("stap", [stap.value for stap in Stap]),
        ("rol", [rol.value for rol in Rol]),
        ("trede", [trede.value for trede in Trede]),
        ("soort besluit", [str(soort.label) for soort in Besluit.Soort]),
        ("onderwerp van een gebeurtenis", _onderwerpen()),
        ("as", list(Assen.model_fields)),
        ("keuze op een as", [keuze.value for as_ in KEUZES_OP_DE_ASSEN for keuze in as_]),
    ],
)
def test_elk_vakwoord_staat_er_precies_een_keer(soort: str, woorden: list[str]) -> None:
    assert woorden, f"geen enkele {soort} gevonden: dan bewijst deze test niets"
    geteld = Counter(sleutel(regel.term) for regel in REGELS)
    niet_goed = {woord: geteld[sleutel(woord)] for woord in woorden if geteld[sleutel(woord)] != 1}
    assert niet_goed == {}, f"zet elke {soort} één keer in docs/woordenlijst.md"


def test_geen_woord_staat_er_twee_keer_en_de_volgorde_is_die_van_het_alfabet() -> None:
    sleutels = [sleutel(regel.term) for regel in REGELS]
    assert [s for s, keer in Counter(sleutels).items() if keer > 1] == []
    assert sleutels == sorted(sleutels)


def test_elke_regel_is_een_zin_met_een_vertaling_en_een_bron() -> None:
    for regel in REGELS:
        assert all(regel), f"een lege plek bij {regel.term}"
        assert regel.uitleg[0].isupper() and regel.uitleg.endswith("."), regel.term
        assert len(regel.uitleg) < 140, f"te lang voor één gewone zin: {regel.term}"
