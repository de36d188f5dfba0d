"""Every event that an action reports is registered, has a sentence, and has a place on the page of the journey."""

import re
import string
from pathlib import Path

import pytest
from django.utils.translation import override

from wijkspil import reis
from wijkspil.core import gebeurtenissen
from wijkspil.core.gebeurtenissen import OnbekendeGebeurtenis
from wijkspil.toegang.models import Stap
from wijkspil.toegang.workflow import HULPVRAAG

WORTEL = Path(__file__).resolve().parents[2] / "wijkspil"


def _gemeld() -> dict[str, str]:
    """Event -> file, for every `handeling("...")` in the code."""
    return {
        soort: str(bestand.relative_to(WORTEL))
        for bestand in WORTEL.rglob("*.py")
        for soort in re.findall(r'\bhandeling\(\s*"([a-z_.]+)"', bestand.read_text(encoding="utf-8"))
    }


def test_elke_gemelde_gebeurtenis_staat_in_het_register() -> None:
    onbekend = {soort: waar for soort, waar in _gemeld().items() if soort not in gebeurtenissen.alle()}
    assert onbekend == {}


def test_geen_gebeurtenis_zonder_handeling() -> None:
    assert set(gebeurtenissen.alle()) - set(_gemeld()) == set()


def test_elke_gebeurtenis_heeft_een_plek_in_de_reis() -> None:
    assert set(gebeurtenissen.alle()) - set(reis.VERDER) == set(), "say on reis.py what follows"
    assert set(reis.VERDER) - set(gebeurtenissen.alle()) == set(), (
        "reis.py names an event that does not exist"
    )
    assert set(reis.BIJ) | set(reis.NA) <= set(gebeurtenissen.alle())


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_elke_gebeurtenis_is_een_zin_in_twee_talen(taal: str) -> None:
    with override(taal):
        for soort in gebeurtenissen.alle().values():
            velden = {veld for _, veld, _, _ in string.Formatter().parse(str(soort.zin)) if veld}
            zin = gebeurtenissen.zin(soort.sleutel, "Samira", {veld: "iets" for veld in velden})
            assert zin.endswith(".") and "{" not in zin, soort.sleutel
            assert soort.groep in ("contact", "besluit", "bericht", "werk"), soort.sleutel


def test_een_onbekende_gebeurtenis_zegt_wat_te_doen() -> None:
    with pytest.raises(OnbekendeGebeurtenis, match=r"gebeurtenissen\.py"):
        gebeurtenissen.soort("bestaat.niet")


def test_elke_stap_is_te_bereiken_en_nooit_een_doodlopende_weg() -> None:
    bereikt = {HULPVRAAG.begin}
    for _ in Stap:
        bereikt |= {s.naar for s in HULPVRAAG.stappen if bereikt & set(s.van)}
    assert bereikt == {s.value for s in Stap}
    for stap in Stap:
        assert HULPVRAAG.mogelijk(stap), f"uit {stap} is geen weg"
        assert stap in reis.DADEN, f"{stap} heeft geen volgende daad"
    assert all(stap.grondslag for stap in HULPVRAAG.stappen)
