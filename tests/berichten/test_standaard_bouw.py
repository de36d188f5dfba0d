"""Building: plain values in, a message or one clear list of faults out. Needs no reference material."""

import copy
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
import yaml

from wijkspil.berichten.standaard import (
    Soort,
    StructuurFout,
    bouw,
    codelijst,
    controleer,
    kop,
    lees,
    omschrijving,
)
from wijkspil.berichten.standaard.codelijsten import Codelijst
from wijkspil.berichten.standaard.definitie import laad
from wijkspil.berichten.standaard.register import DATA, bericht

START: dict[str, Any] = {
    "Header": {
        "Afzender": "42420001",
        "Ontvanger": "0392",
        "BerichtIdentificatie": {"Identificatie": "S0001", "Dagtekening": date(2025, 3, 3)},
    },
    "Client": {
        "Bsn": "999940004",
        "Geboortedatum": {"Datum": date(1948, 6, 17)},
        "Geslacht": "2",
        "Naam": {"Geslachtsnaam": {"Achternaam": "Hoekstra & Zn <oud>"}},
        "StartProducten": {
            "StartProduct": [
                {"ToewijzingNummer": 401, "Product": {"Categorie": "01"}, "Begindatum": date(2025, 3, 1), "StatusAanlevering": "1"}
            ]
        },
    },
}  # fmt: skip


def met(**wijzigingen: Any) -> dict[str, Any]:
    """START with other values at paths written with __: Client__Bsn="1"."""
    inhoud = copy.deepcopy(START)
    for pad, waarde in wijzigingen.items():
        *weg, laatste = pad.split("__")
        doel = inhoud
        for stap in weg:
            doel = doel[stap]
        doel[laatste] = waarde
    return inhoud


def test_a_message_has_the_technical_form_of_the_standard() -> None:
    ruw = bouw("WMO305", START)
    assert ruw.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\r\n<wmo305:Bericht xmlns:iwmo="')
    assert ruw.count(b"\n") == ruw.count(b"\r\n") > 30
    assert b"Hoekstra &amp; Zn &lt;oud&gt;" in ruw
    assert controleer(ruw) == []


def test_fixed_codes_and_schema_versions_are_filled_in() -> None:
    header = lees(bouw("WMO305", START)).inhoud["Header"]
    assert (header["BerichtCode"], header["BerichtVersie"], header["BerichtSubversie"]) == ("418", 3, 2)
    assert header["XsdVersie"] == {"BasisschemaXsdVersie": "1.0.0", "BerichtXsdVersie": "1.0.0"}


def test_all_faults_are_listed_at_once_with_what_to_do() -> None:
    inhoud = met(Client__Bsn="12", Client__Geslacht="9", Client__Geslachtsnaam="x", Header__Afzender=None)
    inhoud["Client"]["StartProducten"]["StartProduct"] += [
        {"Begindatum": "2025-02-30", "StatusAanlevering": "1"}
    ]
    with pytest.raises(StructuurFout) as opgevangen:
        bouw("WMO305", inhoud)
    gevonden = {(fout.pad, fout.soort) for fout in opgevangen.value.fouten}
    assert gevonden == {
        ("/Bericht/Header/Afzender", Soort.ONTBREEKT),
        ("/Bericht/Client/Bsn", Soort.TEKST),
        ("/Bericht/Client/Geslacht", Soort.CODELIJST),
        ("/Bericht/Client/Geslachtsnaam", Soort.ONBEKEND),
        ("/Bericht/Client/StartProducten/StartProduct[2]/Begindatum", Soort.DATUM),
    }
    tekst = str(opgevangen.value)
    assert "COD046 (Geslacht): 0, 1, 2" in tekst
    assert "jjjj-mm-dd" in tekst
    assert "Vul dit element in." in tekst


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("Client__Bsn", 999940004),
        ("Client__Geboortedatum__Datum", datetime(2025, 1, 1, tzinfo=UTC)),
        ("Client__StartProducten__StartProduct", {"Begindatum": date(2025, 1, 1)}),
        ("Client__Naam", "Hoekstra"),
        ("Header__BerichtCode", 418),
    ],
)
def test_the_wrong_kind_of_value_is_a_fault_of_form(pad: str, waarde: Any) -> None:
    with pytest.raises(StructuurFout) as opgevangen:
        bouw("WMO305", met(**{pad: waarde}))
    assert [fout.soort for fout in opgevangen.value.fouten] == [Soort.VORM]


def test_times_with_a_zone_and_control_characters_are_refused() -> None:
    with pytest.raises(StructuurFout, match="stuurtekens"):
        bouw("WMO305", met(Client__Naam__Geslachtsnaam__Achternaam="Hoek\x07stra"))
    tijd = bericht("WMO301").wortel.element("Client")
    assert tijd is not None
    with pytest.raises(StructuurFout, match="zonder tijdzone"):
        bouw(
            "WMO301",
            {
                "Client": {
                    "ToegewezenProducten": {"ToegewezenProduct": [{"Toewijzingstijd": time(9, tzinfo=UTC)}]}
                }
            },
        )


def test_another_fixed_code_is_refused() -> None:
    with pytest.raises(StructuurFout, match="precies 418"):
        bouw("WMO305", met(Header__BerichtCode="414"))


def test_an_unknown_message_names_the_known_ones() -> None:
    with pytest.raises(LookupError, match="WMO301, WMO302"):
        bouw("WMO999", START)


def test_the_header_can_be_read_alone() -> None:
    gelezen = kop(bouw("WMO305", START)[:-200] + b"kapot")
    assert (gelezen.bericht, gelezen.code, gelezen.afzender, gelezen.ontvanger) == (
        "WMO305",
        "418",
        "42420001",
        "0392",
    )
    assert (gelezen.identificatie, gelezen.dagtekening) == ("S0001", date(2025, 3, 3))


def test_code_lists_speak_dutch() -> None:
    assert omschrijving("COD046", "2") == "Vrouwelijk"
    assert omschrijving("COD032", "NO") == "NOORWEGEN"
    lijst = codelijst("WMO588")
    assert isinstance(lijst, Codelijst)
    assert (lijst.naam, lijst.zekerheid, len(lijst.codes)) == ("Reden beeindiging", "officieel", 11)
    with pytest.raises(LookupError, match="0, 1, 2"):
        omschrijving("COD046", "7")
    with pytest.raises(LookupError, match="COD046"):
        codelijst("BESTAAT_NIET")


def test_a_second_standard_is_data_only(tmp_path: Path) -> None:
    """The Jeugdwet sister of the 305, with one more code list value: another folder, no code."""
    for bron in (DATA / "iwmo32").iterdir():
        (tmp_path / bron.name).write_text(bron.read_text().replace("wmo", "jw").replace("WMO3", "JW3"))
    berichten = yaml.safe_load((tmp_path / "berichten.yaml").read_text())
    berichten["berichten"] = {"JW305": {**berichten["berichten"]["JW305"], "code": "439"}}
    (tmp_path / "berichten.yaml").write_text(yaml.safe_dump(berichten, sort_keys=False))
    standaard = laad(tmp_path)
    assert set(standaard.berichten) == {"JW305", "JW306"}
    start = standaard.berichten["JW305"]
    assert (start.ruimte, start.nummer) == ("http://www.istandaarden.nl/ijw/3_2/jw305/schema", "305")
    assert standaard.berichten["JW306"].heen == "JW305"
