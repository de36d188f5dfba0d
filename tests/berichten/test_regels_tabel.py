"""docs/iwmo-regels.md is complete and says what the code does."""

from pathlib import Path

import yaml

from tests.berichten.test_standaard_xsd import IWMO
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard.regels import regelboek
from wijkspil.berichten.standaard.regeltabel import feiten, rijen, tabel

WORTEL = Path(__file__).resolve().parents[2]


def test_the_page_is_what_the_command_prints() -> None:
    pagina = (WORTEL / "docs/iwmo-regels.md").read_text(encoding="utf-8")
    assert pagina == tabel(), "run: wijkspil iwmo regels > docs/iwmo-regels.md"


@met_gedeeld
def test_every_rule_of_the_standard_is_on_it_and_no_other() -> None:
    regels = yaml.safe_load((IWMO / "rules.yaml").read_text())["rules"]
    assert [rij.nummer for rij in rijen()] == sorted(regels)


def test_no_rule_is_both_a_function_and_an_excuse() -> None:
    assert regelboek(streng=True).keys() & feiten()["regels"].keys() == set()


def test_the_places_that_it_names_exist() -> None:
    for tekst in feiten()["plaatsen"].values():
        for pad in tekst.split("`")[1::2]:
            kandidaten = [WORTEL / "wijkspil" / pad, WORTEL / "wijkspil/berichten" / pad]
            assert any(een.exists() for een in kandidaten), pad
