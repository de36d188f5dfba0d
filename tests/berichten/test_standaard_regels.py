"""The rule book of level 2 against the observed outcomes."""

from datetime import timedelta

import pytest

from tests.berichten.test_standaard_bouw import START, met
from tests.berichten.test_standaard_xsd import geval, gevallen
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard import bouw, lees
from wijkspil.berichten.standaard.regels import regelboek, toets
from wijkspil.berichten.standaard.regels.register import regel
from wijkspil.berichten.standaard.register import bericht

# The text of CS335 forbids code 13 without an end date; the stylesheet lets it pass. We follow the text.
STRENGER = {"CS335-c"}
# Of these the observed cases only hold messages that pass; the breaking ones are below.
ALLEEN_GOED_GEZIEN = {"TR018", "CS339"}


@met_gedeeld
def test_our_rules_find_what_was_observed_and_nothing_else() -> None:
    onze_regels = regelboek().keys()
    vergeleken, geraakt = 0, set()
    for naam, feit in gevallen().items():
        if feit["xsd"] != "valid" or bericht(feit["message"]).heen or naam in STRENGER:
            continue
        onze = {bevinding.regel for bevinding in toets(lees(geval(naam)))}
        assert onze == {een["rule"] for een in feit["rules"]} & onze_regels, naam
        vergeleken += 1
        geraakt |= onze
    print(f"{len(onze_regels)} rules, {vergeleken} cases, each rule broken somewhere, all as observed")
    assert vergeleken > 100
    assert geraakt == onze_regels - ALLEEN_GOED_GEZIEN


@met_gedeeld
def test_cs335_follows_the_text_of_the_rule() -> None:
    assert [bevinding.regel for bevinding in toets(lees(geval("CS335-c")))] == ["CS335"]


@met_gedeeld
def test_a_stop_before_its_start_breaks_tr018() -> None:
    inhoud = lees(geval("TR018-b")).inhoud
    product = inhoud["Client"]["StopProducten"]["StopProduct"][0]
    product["Einddatum"] = product["Begindatum"] - timedelta(days=1)
    (bevinding,) = toets(lees(bouw("WMO307", inhoud)))
    assert (bevinding.regel, bevinding.pad) == (
        "TR018",
        "/Bericht/Client/StopProducten/StopProduct[1]/Einddatum",
    )


@met_gedeeld
def test_a_volume_in_euros_that_is_not_the_amount_breaks_cs339() -> None:
    inhoud = lees(geval("CS339-b")).inhoud
    prestaties = [
        lijn
        for client in inhoud["Declaratie"]["Clienten"]["Client"]
        for lijn in client["Prestaties"]["Prestatie"]
    ]
    (in_euros,) = [lijn for lijn in prestaties if lijn["Eenheid"] == "83"]
    in_euros["GeleverdVolume"] += 1
    assert [bevinding.regel for bevinding in toets(lees(bouw("WMO323", inhoud)))] == ["CS339"]


def test_a_finding_says_where_and_what_but_not_which_value() -> None:
    (bevinding,) = toets(lees(bouw("WMO305", met(Client__Bsn="999940005"))))
    assert (bevinding.regel, bevinding.retourcode, bevinding.pad) == ("CS002", "0001", "/Bericht/Client/Bsn")
    assert "elfproef" in bevinding.zegt
    assert "9999" not in str(bevinding)


def test_rules_come_after_structure() -> None:
    kapot = lees(bouw("WMO305", START).replace(b">999940004<", b">99994<"))
    with pytest.raises(ValueError, match="niveau 1"):
        toets(kapot)


def test_a_rule_number_has_one_function() -> None:
    with pytest.raises(ValueError, match="CS002"):
        regel("CS002", op="301", zegt="dubbel")(lambda inhoud: iter(()))
