"""Rules across messages against the scenario cases: who said what before, what comes in now, and what must be found."""

import time
from datetime import date
from functools import cache
from typing import Any

import pytest
import yaml

from tests.berichten.gevallen_over import bericht, dag, stand, toewijzing
from tests.berichten.test_standaard_xsd import IWMO
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard.over_berichten import Stand, Toewijzing, beoordeel, overboek
from wijkspil.berichten.standaard.over_berichten.grenzen import in_periode, over_het_geheel, productperioden
from wijkspil.regels.bedragen import Eenheid, Maand, minuuttarief, tarief_maal_volume, uren_uit_minuten

GOED = ("accepted", "granted")


@cache
def gevallen(naam: str) -> dict[str, Any]:
    return yaml.safe_load((IWMO / f"cases/{naam}.yaml").read_text())["cases"]  # type: ignore[no-any-return]


@met_gedeeld
def test_each_scenario_across_messages_gets_its_verdict() -> None:
    mis = {}
    for naam, geval in gevallen("level3").items():
        vooraf, dan = stand(geval["given"]), geval["then"]
        uitslag = beoordeel(geval["when"]["message"], bericht(geval["when"], vooraf.vandaag), vooraf)
        gevonden = {een.regel for een in uitslag.bevindingen}
        regels = dan.get("rule", [])
        verwacht = set() if dan["result"] in GOED else set([regels] if isinstance(regels, str) else regels)
        klassen = {een.pad.split("/")[-1].split("[")[0] for een in uitslag.bevindingen}
        op = str(dan.get("on", "")).split(" ")[0].replace("DeclaratieAntwoord", "Declaratie")
        codes = dan.get("code", [])
        if gevonden != verwacht or (op and klassen != {op}):
            mis[naam] = (gevonden, verwacht, klassen, op)
        elif verwacht:
            assert {een.retourcode for een in uitslag.bevindingen} == set(
                [codes] if isinstance(codes, str) else codes
            )
    aantal = len(gevallen("level3"))
    print(f"cases/level3: {aantal - len(mis)} of {aantal}")
    assert mis == {}
    assert aantal >= 41


@met_gedeeld
def test_a_rejected_message_leaves_the_stand_as_it_was() -> None:
    for geval in gevallen("level3").values():
        vooraf = stand(geval["given"])
        uitslag = beoordeel(geval["when"]["message"], bericht(geval["when"], vooraf.vandaag), vooraf)
        if uitslag.bevindingen and geval["when"]["message"] != "WMO323":
            assert uitslag.stand == vooraf
        elif not uitslag.bevindingen:
            assert uitslag.stand != vooraf


@met_gedeeld
def test_volumes_tariffs_and_periods() -> None:
    goed = 0
    for naam, geval in gevallen("volume").items():
        a = geval.get("assignment")
        t = a and Toewijzing(
            1,
            "",
            dag(a["van"]) or date.min,
            dag(a["tot"]),
            volume=a.get("volume"),
            eenheid=a.get("unit"),
            frequentie=a.get("frequency"),
        )
        for periode in geval.get("max_per_product_period", []):
            assert in_periode(t, Maand.van(date.fromisoformat(periode["van"]))) == periode["max"], (
                naam,
                periode,
            )
        if "max_per_product_period" in geval:
            eigen = [(p["van"], p["tot"]) for p in geval["max_per_product_period"]]
            alle = [(v.isoformat(), e.isoformat()) for v, e in productperioden(t)]
            assert alle == eigen or naam == "effort-broken-month"
        if "max_over_assignment" in geval:
            assert over_het_geheel(t) == geval["max_over_assignment"], naam
        if "claimed_hours" in geval:
            assert uren_uit_minuten(geval["minutes"]) == geval["claimed_hours"]
        if "hour_tariff" in geval:
            assert minuuttarief(geval["hour_tariff"]) == geval["shown_tariff"]
            assert (
                tarief_maal_volume(geval["hour_tariff"], geval["minutes"], Eenheid.MINUUT) == geval["amount"]
            )
        if "product_periods" in geval:
            lijst = geval.get("assignments") or [a or geval["delivered"]]
            perioden = [
                p
                for een in lijst
                for p in productperioden(Toewijzing(1, "", dag(een["van"]) or date.min, dag(een["tot"])))
            ]
            assert [f"{van}/{tot}" for van, tot in perioden] == geval["product_periods"], naam
        goed += 1
    print(f"cases/volume: {goed} of {len(gevallen('volume'))}")
    assert goed == len(gevallen("volume")) >= 12


@met_gedeeld
def test_the_rules_of_levels_3_and_4_and_what_they_send_back() -> None:
    regels = yaml.safe_load((IWMO / "rules.yaml").read_text())["rules"]
    hoger = {nummer for nummer, feit in regels.items() if feit.get("level") in (3, 4)}
    print(f"levels 3 and 4: {len(overboek())} functions; left: {sorted(hoger - overboek().keys())}")
    assert hoger - overboek().keys() == {
        "TR319",
        "TR371",
    }  # a rule inside one message; the version of the schema
    for nummer, regel in overboek().items():
        assert regel.retourcode == regels[nummer].get("retour_code", "")
        assert regel.berichten <= {naam.removeprefix("WMO") for naam in regels[nummer]["applies_to"]}


def grote_declaratie(aantal: int) -> tuple[dict[str, Any], Stand]:
    """A claim of one month with a line for each of so many clients, and the assignments that it is about."""
    clienten, toewijzingen = [], {}
    for n in range(1, aantal + 1):
        bsn = f"{n:09}"
        lijn = {
            "ref": f"R{n}",
            "nr": n,
            "product": "02/02A04",
            "van": "2025-04-01",
            "tot": "2025-04-30",
            "vol": 12,
        }
        geheel = bericht(
            {
                "message": "WMO323",
                "periode": "2025-04",
                "lines": [lijn | {"eenheid": "04", "bedrag": 72000, "dc": "D", "tarief": 6000}],
            },
            date(2025, 6, 2),
        )
        clienten.append(geheel["Declaratie"]["Clienten"]["Client"][0] | {"Bsn": bsn})
        toewijzingen[n] = Toewijzing(n, bsn, date(2025, 1, 1), date(2025, 6, 30), "02", "02A04", 3, "04", "2")
    geheel["Declaratie"]["Clienten"]["Client"] = clienten
    return geheel, Stand(date(2025, 6, 2), toewijzingen=toewijzingen)


def test_the_time_for_a_claim_grows_with_its_lines_and_not_faster() -> None:
    duur = []
    for aantal in (500, 2000):
        inhoud, vooraf = grote_declaratie(aantal)
        begin = time.process_time()
        assert beoordeel("WMO323", inhoud, vooraf).bevindingen == ()
        duur.append(time.process_time() - begin)
    assert duur[1] < 4 * duur[0] * 2.5 + 0.2, duur


@pytest.mark.parametrize(("code", "gevonden"), [("02A04", []), ("02Z99", ["TR381"])])
def test_a_code_belongs_to_its_category_when_a_list_is_used(code: str, gevonden: list[str]) -> None:
    vooraf = Stand(date(2025, 6, 2), productcodes={"02": frozenset({"02A04"})})
    nieuw = {"product": f"02/{code}", "ingang": "2025-07-01", "tot": "2025-12-31", "omvang": "5/04/4"}
    eigen = {"nr": 1, "product": "02/02A04", "van": "2025-01-01", "tot": "2025-06-30", "omvang": "5/04/4"}
    vooraf = vooraf.met(toewijzingen={1: toewijzing(eigen)})
    wens = {"message": "WMO317", "ref": "V1", "unchanged": [1], "new": [nieuw]}
    uitslag = beoordeel("WMO317", bericht(wens, vooraf.vandaag), vooraf)
    assert [een.regel for een in uitslag.bevindingen] == gevonden
