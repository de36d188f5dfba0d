"""The inventory in docs/ names only pages and tests that exist, and each point once."""

import re
from collections import Counter
from pathlib import Path

import pytest

from wijkspil.aanbiedersportaal.urls import urlpatterns as van_aanbieders
from wijkspil.portaal.urls import urlpatterns as van_inwoners
from wijkspil.werkplek.urls import urlpatterns as van_medewerkers

HUIS = Path(__file__).resolve().parents[2]
RIJEN = [
    [cel.strip() for cel in regel.strip("|").split("|")]
    for regel in (HUIS / "docs" / "inventaris.md").read_text(encoding="utf-8").splitlines()
    if re.match(r"\| [A-Z]\d", regel)
]
PAGINAS = {str(p.name) for p in van_medewerkers} | {f"mijn:{p.name}" for p in van_inwoners}
PAGINAS |= {f"aanbieder:{p.name}" for p in van_aanbieders}


@pytest.mark.parametrize("rij", RIJEN, ids=[rij[0] for rij in RIJEN])
def test_een_punt_noemt_een_pagina_en_een_test_die_er_zijn(rij: list[str]) -> None:
    _punt, wat, pagina, test, stand = rij
    assert wat
    assert pagina.strip("`") in PAGINAS
    assert (HUIS / test.strip("`")).is_file()
    assert stand.startswith(("werkt", "deels: ")), "say what is missing, or that it works"


def test_elk_punt_staat_er_een_keer() -> None:
    assert [punt for punt, keer in Counter(rij[0] for rij in RIJEN).items() if keer > 1] == []
    assert len(RIJEN) > 70
