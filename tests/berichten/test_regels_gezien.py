"""The rule book against what the official check was seen to find: 159 messages, every error and its place."""

from collections import Counter
from typing import Any

import pytest
import yaml

from tests.berichten.test_standaard_xsd import IWMO, geval, gevallen
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard import controleer, lees
from wijkspil.berichten.standaard.regels import plaats, regelboek, toets

# Of these the observed cases only hold messages that pass; test_regels_zelf.py breaks them.
ALLEEN_GOED_GEZIEN = {
    "CD009",
    "CD068",
    "CD080",
    "CD095",
    "CD096",
    "CS339",
    "TR018",
    "TR335",
    "TR380",
    "TR383",
}


def gevonden(naam: str) -> list[tuple[str, str]]:
    gelezen = lees(geval(naam))
    return [(een.regel, plaats(gelezen.inhoud, een.pad)) for een in toets(gelezen)]


@met_gedeeld
def test_every_file_gets_the_verdict_and_the_rules_that_were_observed() -> None:
    goed, mis = 0, {}
    for naam, feit in gevallen().items():
        geldig = not controleer(geval(naam))
        onze = Counter(regel for regel, _ in gevonden(naam)) if geldig else Counter()
        verwacht = Counter(een["rule"] for een in feit.get("rules", []))
        if geldig == (feit["xsd"] == "valid") and onze == verwacht:
            goed += 1
        else:
            mis[naam] = (onze, verwacht)
    print(f"cases/xslt: {goed} of {len(gevallen())} files right on structure and rules")
    assert mis == {}
    assert goed >= 159


@met_gedeeld
def test_every_error_is_reported_at_a_place_that_the_official_check_names() -> None:
    for naam, feit in gevallen().items():
        over = [(een["rule"], een["locations"]) for een in feit.get("rules", [])]
        for regel, plek in gevonden(naam) if feit["xsd"] == "valid" else []:
            paar = next((paar for paar in over if paar[0] == regel and plek in paar[1]), None)
            assert paar, f"{naam}: {regel} at {plek}, observed {over}"
            over.remove(paar)


@met_gedeeld
def test_each_rule_was_seen_broken_or_is_broken_by_ourselves() -> None:
    geraakt = {een["rule"] for feit in gevallen().values() for een in feit.get("rules", [])}
    assert regelboek().keys() - geraakt == ALLEEN_GOED_GEZIEN


@met_gedeeld
def test_all_rules_of_level_2_are_in_the_book_for_the_same_messages() -> None:
    regels: dict[str, Any] = yaml.safe_load((IWMO / "rules.yaml").read_text())["rules"]
    niveau2 = {nummer for nummer, feit in regels.items() if feit.get("level") == 2}
    assert niveau2 | {"TR319"} == regelboek(streng=True).keys()
    for nummer, regel in regelboek(streng=True).items():
        assert regel.berichten == {naam.removeprefix("WMO") for naam in regels[nummer]["applies_to"]}, nummer
        assert regel.retourcode == regels[nummer]["retour_code"]


@met_gedeeld
@pytest.mark.parametrize("naam", ["CS335-c"])
def test_for_what_we_send_the_text_counts(naam: str) -> None:
    assert toets(lees(geval(naam))) == []
    assert [een.regel for een in toets(lees(geval(naam)), streng=True)] == ["CS335"]
