"""`wijkspil iwmo` as somebody types it: an own process, without a database or settings."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.berichten.test_standaard_bouw import START, met
from tests.berichten.test_standaard_xsd import IWMO, geval, gevallen
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard import bouw, lees
from wijkspil.opstart import iwmo
from wijkspil.opstart.fouten import OpstartFout


def wijkspil_iwmo(*argumenten: object, invoer: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    opdracht = [sys.executable, "-m", "wijkspil.opstart.cli", "iwmo", *map(str, argumenten)]
    return subprocess.run(opdracht, input=invoer, capture_output=True, env={"PATH": ""}, check=False)


def regels(uit: bytes) -> list[dict[str, Any]]:
    return [json.loads(regel) for regel in uit.decode().splitlines()]


@met_gedeeld
def test_controleer_judges_all_observed_files_in_one_go() -> None:
    bestanden = [IWMO / "cases/xslt" / feit["file"] for feit in gevallen().values()]
    klaar = wijkspil_iwmo("controleer", *bestanden, "--json")
    assert (klaar.returncode, klaar.stderr) == (0, b"")
    lijst = regels(klaar.stdout)
    assert [een["bestand"] for een in lijst] == [str(pad) for pad in bestanden]
    for een, feit in zip(lijst, gevallen().values(), strict=True):
        assert een.keys() == {"bestand", "bericht", "xsd", "regels", "vervolg"}
        assert een["xsd"] == (feit["xsd"] == "valid")
        assert een["bericht"] == (None if feit.get("first_error") == "unknown-root" else feit["message"])
        assert sorted(r["regel"] for r in een["regels"]) == sorted(r["rule"] for r in feit.get("rules", []))


@met_gedeeld
def test_vervolg_says_what_goes_back(tmp_path: Path) -> None:
    verwacht = {
        "go on to": "verder met de controles over berichten heen",
        "no return message; error": "geen retourbericht; de afzender krijgt een fout van het transport",
        "level 3 in": "WMO325 met 9319",
        "no return message exists": "op een WMO325 bestaat geen retourbericht",
    }
    for naam, feit in gevallen().items():
        pad = tmp_path / "bericht.xml"
        pad.write_bytes(geval(naam))
        vervolg = iwmo.oordeel(pad.read_bytes()).vervolg
        volgende = feit.get("next", "")
        for begin, ons in verwacht.items():
            if volgende.startswith(begin):
                assert vervolg.startswith(ons), naam
        if "header code 0001" in volgende:
            antwoord = volgende.split()[0].removeprefix("WMO")
            assert vervolg == f"WMO{antwoord} met alleen de kop, retourcode 0001", naam


def test_for_people_it_says_where_and_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bestand = tmp_path / "start.xml"
    bestand.write_bytes(bouw("WMO305", met(Client__Bsn="999940005")))
    assert iwmo.voer_uit(["controleer", str(bestand)]) == 0
    uit = capsys.readouterr().out
    assert "WMO305, opbouw goed, 1 regel geschonden" in uit
    assert "CS002  /Bericht/Client/Bsn" in uit
    assert "WMO306 met alleen de kop, retourcode 0001" in uit
    assert "999940005" not in uit.replace(str(tmp_path), "")


def test_what_cannot_be_opened_is_told_and_the_others_are_still_judged(tmp_path: Path) -> None:
    bestand = tmp_path / "start.xml"
    bestand.write_bytes(bouw("WMO305", START))
    klaar = wijkspil_iwmo("controleer", tmp_path / "weg.xml", bestand, tmp_path, "--json")
    assert klaar.returncode == 1
    assert [(een["bericht"], een["xsd"], een["regels"]) for een in regels(klaar.stdout)] == [
        ("WMO305", True, [])
    ]
    assert b"weg.xml kan niet worden geopend" in klaar.stderr


def test_lees_and_maak_are_each_others_mirror(tmp_path: Path) -> None:
    ruw = bouw("WMO305", START)
    bericht, json_, uit = tmp_path / "a.xml", tmp_path / "a.json", tmp_path / "b.xml"
    bericht.write_bytes(ruw)
    gelezen = wijkspil_iwmo("lees", bericht)
    assert gelezen.returncode == 0
    assert json.loads(gelezen.stdout)["inhoud"]["Client"]["Geboortedatum"] == {"Datum": "1948-06-17"}
    json_.write_bytes(gelezen.stdout)
    assert wijkspil_iwmo("maak", json_, "--uit", uit).returncode == 0
    assert uit.read_bytes() == ruw
    assert wijkspil_iwmo("maak", "-", invoer=gelezen.stdout).stdout == ruw


@met_gedeeld
def test_every_valid_case_survives_json() -> None:
    for naam, feit in gevallen().items():
        if feit["xsd"] == "valid":
            inhoud = lees(geval(naam)).inhoud
            plat = json.loads(json.dumps(inhoud, default=iwmo._plat))
            assert lees(bouw(feit["message"], plat)).inhoud == inhoud, naam


def test_maak_tells_what_the_receiver_will_refuse(tmp_path: Path) -> None:
    json_ = tmp_path / "a.json"
    json_.write_text(
        json.dumps({"bericht": "WMO305", "inhoud": met(Client__Bsn="999940005")}, default=iwmo._plat)
    )
    klaar = wijkspil_iwmo("maak", json_)
    assert (klaar.returncode, lees(klaar.stdout).bericht) == (1, "WMO305")
    assert b"CS002 /Bericht/Client/Bsn" in klaar.stderr


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("{", "geen goede JSON"),
        ("[]", "niet de goede vorm"),
        ('{"bericht": "WMO999", "inhoud": {}}', "WMO999"),
        ('{"bericht": "WMO305", "inhoud": {}}', "verplichte element Header"),
    ],
)
def test_maak_says_what_is_wrong_with_the_json(tmp_path: Path, tekst: str, zegt: str) -> None:
    bestand = tmp_path / "a.json"
    bestand.write_text(tekst)
    with pytest.raises(OpstartFout, match=zegt):
        iwmo.voer_uit(["maak", str(bestand)])


def test_lees_says_what_is_no_message(tmp_path: Path) -> None:
    bestand = tmp_path / "a.xml"
    bestand.write_text("<a/>")
    with pytest.raises(OpstartFout, match="niet te lezen"):
        iwmo.voer_uit(["lees", str(bestand)])
