"""The Jeugdwet messages 301, 305 and 307: another folder with data, the same codec, the same rules, no code of their own (A5)."""

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest

from tests.berichten.test_standaard_bouw import met
from wijkspil.berichten import standaard
from wijkspil.berichten.standaard import StructuurFout, bouw, kop, lees, retour
from wijkspil.berichten.standaard.oordeel import oordeel
from wijkspil.berichten.standaard.register import bericht

START = met(Client__StartProducten={"StartProduct": [
    {"ToewijzingNummer": 401, "Product": {"Categorie": "45", "Code": "45A04"}, "Begindatum": date(2025, 3, 1), "StatusAanlevering": "1"}
]})  # fmt: skip


def stop() -> dict[str, Any]:
    product = START["Client"]["StartProducten"]["StartProduct"][0]
    client = {naam: deel for naam, deel in START["Client"].items() if naam != "StartProducten"}
    einde = {"RedenBeeindiging": "32", "Einddatum": date(2025, 3, 2)}
    return {
        "Header": START["Header"],
        "Client": client | {"StopProducten": {"StopProduct": [product | einde]}},
    }


def toewijzing(**anders: Any) -> dict[str, Any]:
    client = {naam: deel for naam, deel in START["Client"].items() if naam != "StartProducten"}
    product = {
        "ToewijzingNummer": 401,
        "Product": {"Categorie": "45", "Code": "45A04"},
        "Toewijzingsdatum": date(2025, 3, 1),
        "Toewijzingstijd": time(9),
        "Ingangsdatum": date(2025, 3, 1),
        "Omvang": {"Volume": 3, "Eenheid": "04", "Frequentie": "4"},
    }
    contact = {
        "Soort": "02",
        "Telefoon": {"Telefoon01": {"Telefoonnummer": "0612345678", "Landnummer": "31"}},
    }
    extra = {
        "Naam": client["Naam"] | {"NaamGebruik": "1"},
        "Contactgegevens": {"Contact": [contact]},
        "ToegewezenProducten": {"ToegewezenProduct": [product | anders]},
    }
    partijen = {"Afzender": "0392", "Ontvanger": "42420001"}
    return {"Header": START["Header"] | partijen, "Client": client | extra}


@pytest.mark.parametrize(
    ("naam", "inhoud", "code", "terug"),
    [("JW301", toewijzing(), "436", "437"), ("JW305", START, "438", "439"), ("JW307", stop(), "440", "441")],
)
def test_a_jeugdwet_message_is_built_read_judged_and_answered(
    naam: str, inhoud: dict[str, Any], code: str, terug: str
) -> None:
    ruw = bouw(naam, inhoud)
    assert (kop(ruw).bericht, kop(ruw).code) == (naam, code)
    assert f"http://www.istandaarden.nl/ijw/3_2/{naam.lower()}/schema".encode() in ruw
    assert bouw(naam, lees(ruw).inhoud) == ruw
    een = oordeel(ruw)
    assert (een.bericht, een.fouten, een.bevindingen) == (naam, (), ())
    antwoord = lees(retour(lees(ruw), identificatie_retour="R1", dagtekening_retour=date(2025, 3, 4)))
    assert (antwoord.bericht, antwoord.inhoud["Header"]["BerichtCode"]) == (bericht(naam).retour, terug)


def test_the_same_rules_hold() -> None:
    een = oordeel(bouw("JW301", toewijzing(Omvang={"Volume": 3, "Eenheid": "04", "Frequentie": "2"})))
    assert [b.regel for b in een.bevindingen] == ["CD076"]
    assert een.vervolg == "JW302 met alleen de kop, retourcode 0001"


def test_each_law_has_its_own_products_and_reasons() -> None:
    with pytest.raises(StructuurFout, match="WMO020"):
        bouw("WMO305", START)
    with pytest.raises(StructuurFout, match="JZ020"):
        bouw("JW305", met())
    with pytest.raises(StructuurFout, match="WMO588"):
        bouw("WMO307", stop())


def test_no_line_of_code_knows_the_jeugdwet() -> None:
    map_ = Path(standaard.__file__).parent
    assert [
        pad.name for pad in map_.rglob("*.py") if "JW3" in pad.read_text() or "ijw32" in pad.read_text()
    ] == []
