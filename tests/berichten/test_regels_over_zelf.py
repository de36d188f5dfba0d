"""Rules across messages that the scenario cases never break: each broken here, in the same short notation."""

from typing import Any

import pytest

from tests.berichten.gevallen_over import bericht, stand
from wijkspil.berichten.standaard.over_berichten import beoordeel

UUR = {"nr": 100, "product": "02/02A04", "omvang": "3/04/2", "van": "2025-01-01", "tot": "2025-06-30"}
MAAND = UUR | {"omvang": "10/04/4"}
ALLEEN_CATEGORIE = {"nr": 200, "product": "02", "van": "2025-01-01", "tot": "2025-12-31"}
GELD = {"nr": 300, "budget": 600000, "van": "2025-01-01", "tot": "2025-12-31"}
START = {"nr": 100, "product": "02/02A04", "begin": "2025-01-06"}
STOP = START | {"reden": "20", "eind": "2025-02-02"}
REGEL = {
    "ref": "R2", "nr": 100, "product": "02/02A04", "van": "2025-04-01", "tot": "2025-04-30", "vol": 12, "eenheid": "04",
    "bedrag": 72000, "dc": "D", "tarief": 6000,
}  # fmt: skip
EERDER = {
    "ref": "R1",
    "nr": 100,
    "product": "02/02A04",
    "van": "2025-04-01",
    "tot": "2025-04-30",
    "vol": 5,
    "bedrag": 30000,
    "granted": True,
}


def start(**anders: Any) -> dict[str, Any]:
    return {"message": "WMO305", "start": START | {"status": "1"} | anders}


def stop(**anders: Any) -> dict[str, Any]:
    return {"message": "WMO307", "stop": STOP | {"status": "1"} | anders}


def claim(**anders: Any) -> dict[str, Any]:
    return {"message": "WMO323", "periode": "2025-04", "lines": [REGEL | anders]}


def vow(*wijzig: dict[str, Any], **anders: Any) -> dict[str, Any]:
    return {"message": "WMO317", "dagtekening": "2025-03-03", "ref": "V5", "change": list(wijzig)} | anders


def wijzig(nr: int = 100, **anders: Any) -> dict[str, Any]:
    return {"nr": nr, "ingang": "2025-04-01", "tot": "2025-06-30"} | anders


def antwoord(code: str) -> dict[str, Any]:
    return {"message": "WMO319", "ref": "V1", "antwoord": code}


VERZOEK = [{"message": "WMO317", "ref": "V1"}]
VANDAAG = {"today": "2025-03-03"}
GEVALLEN: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("TR019", {}, start()),
    ("TR074", {"assignments": [UUR], "starts": [START], "stops": [STOP]}, start()),
    ("TR326", {"assignments": [UUR], "starts": [START]}, start(begin="2025-02-03")),
    ("TR414", {"assignments": [UUR], "starts": [START], "stops": [STOP]}, stop(reden="19", eind="2025-02-01")),
    ("TR304", {"assignments": [UUR | {"client": "other"}]}, claim()),
    ("TR338", {"assignments": [UUR]}, claim(nr=999)),
    ("TR384", {"assignments": [UUR | {"reden_wijziging": "13"}]}, claim()),
    ("TR339", {"assignments": [ALLEEN_CATEGORIE]}, claim(nr=200, product="03/03A04")),
    ("TR340", {"assignments": [UUR]}, claim(product="02/02A05")),
    ("TR321", {"assignments": [MAAND]}, claim(vol=11, bedrag=66000)),
    ("TR322", {"assignments": [UUR | {"omvang": "80/04/6"}], "claims": [EERDER | {"vol": 75, "van": "2025-03-01"}]}, claim()),
    ("TR389", {"assignments": [UUR], "claims": [EERDER]}, claim()),
    ("TR390", {"assignments": [UUR], "claims": [EERDER | {"credited": True}]}, claim(dc="C", vorig="R1")),
    ("TR347", {"assignments": [UUR], "requests": [{"ref": "V5", "honoured": True}], **VANDAAG}, vow(wijzig(omvang="5/04/2"))),
    ("TR374", {"assignments": [UUR], "requests": VERZOEK, **VANDAAG}, vow(wijzig(omvang="5/04/2"))),
    ("TR350", {"assignments": [UUR], **VANDAAG}, vow(wijzig(omvang="5/04/2"), unchanged=[777])),
    ("TR361", {"assignments": [UUR], **VANDAAG}, vow(unchanged=[100], new=[{"product": "02/02A04", "ingang": "2025-06-30", "omvang": "1/04/4"}])),
    ("TR375", {"assignments": [GELD], **VANDAAG}, vow(wijzig(300, omvang="5/04/2"))),
    ("TR411", {"assignments": [UUR], **VANDAAG}, vow(wijzig())),
    ("TR412", {"assignments": [ALLEEN_CATEGORIE], **VANDAAG}, vow(wijzig(200, omvang="5/04/2"))),
    ("TR355", {}, antwoord("2")),
    ("TR359", {"requests": [{"ref": "V1", "honoured": True}]}, antwoord("2")),
    ("TR360", {"requests": VERZOEK, "answers": [{"ref": "V1", "antwoord": "2"}]}, antwoord("2")),
    ("TR365", {"requests": VERZOEK, "answers": [{"ref": "V1", "antwoord": "1"}]}, antwoord("1")),
    (
        "TR385",
        {"assignments": [UUR], "claims": [EERDER]},
        {"message": "WMO301", "products": [UUR | {"tot": "2025-01-01", "reden_wijziging": "13"}]},
    ),
]  # fmt: skip
MEE = {"TR304": {"TR338"}, "TR375": {"TR412"}}
"""What necessarily breaks with it."""


@pytest.mark.parametrize(("regel", "vooraf", "nu"), GEVALLEN, ids=[geval[0] for geval in GEVALLEN])
def test_one_step_too_far_breaks_one_rule(regel: str, vooraf: dict[str, Any], nu: dict[str, Any]) -> None:
    eerst = stand(vooraf)
    uitslag = beoordeel(nu["message"], bericht(nu, eerst.vandaag), eerst)
    assert {een.regel for een in uitslag.bevindingen} == {regel} | MEE.get(regel, set())


def test_the_header_is_judged_too() -> None:
    eerst = stand({"assignments": [UUR]})
    eerst = eerst.met(identificaties=frozenset({("WMO305", "N1")}))
    nu = start() | {"dagtekening": "2025-06-03"}  # the receiver lives on 2 June
    assert [een.regel for een in beoordeel("WMO305", bericht(nu, eerst.vandaag), eerst).bevindingen] == [
        "TR056",
        "TR135",
    ]


def test_a_claim_number_and_a_line_count_once() -> None:
    eerst = stand({"assignments": [UUR]}).met(declaratienummers=frozenset({"D1"}))
    assert [een.regel for een in beoordeel("WMO323", bericht(claim(), eerst.vandaag), eerst).bevindingen] == [
        "TR333"
    ]
    fris = stand({"assignments": [UUR]})
    na = beoordeel("WMO323", bericht(claim(), fris.vandaag), fris).stand
    nog_eens = bericht(claim(), fris.vandaag)
    (
        nog_eens["Declaratie"]["DeclaratieNummer"],
        nog_eens["Header"]["BerichtIdentificatie"]["Identificatie"],
    ) = "D2", "N2"
    assert {een.regel for een in beoordeel("WMO323", nog_eens, na).bevindingen} == {"TR314", "TR389"}


def test_an_answer_to_a_claim_repeats_what_was_claimed() -> None:
    fris = stand({"assignments": [UUR]})
    na = beoordeel("WMO323", bericht(claim(), fris.vandaag), fris).stand
    regel = bericht(claim(bedrag=1), fris.vandaag)["Declaratie"]["Clienten"]
    kop = bericht(antwoord("1"), fris.vandaag)["Header"] | {
        "DeclaratieIdentificatie": {"Identificatie": "ANDERS"}
    }
    terug = {"Header": kop, "DeclaratieAntwoord": {"DeclaratieNummer": "ANDERS", "Clienten": regel}}
    na = na.met(identificaties=frozenset())
    assert [een.regel for een in beoordeel("WMO325", terug, na).bevindingen] == ["TR337", "TR376", "TR367"]
