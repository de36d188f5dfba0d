"""Return messages against the observed ones."""

from datetime import date
from typing import Any

import pytest
from lxml import etree

from tests.berichten.test_standaard_bouw import START, met
from tests.berichten.test_standaard_xsd import geval, gevallen, xsd
from tests.gedeeld import GEDEELD, met_gedeeld
from wijkspil.berichten.standaard import GeenRetour, Gelezen, StructuurFout, bouw, lees, retour
from wijkspil.berichten.standaard.definitie import Klasse
from wijkspil.berichten.standaard.register import bericht

DAG = date(2025, 3, 12)


VOORBEELD = {
    "WMO301": "301-ok-two-products",
    "WMO305": "305-ok",
    "WMO307": "TR018-b",
    "WMO315": "315-ok",
    "WMO317": "317-ok",
    "WMO319": "319-ok-reject",
}


def zonder_codes(inhoud: Any, pad: str, codes: dict[str, list[str]]) -> Any:
    """Take the RetourCodes out of the classes of a return message, and note them by path."""
    if isinstance(inhoud, list):
        return [zonder_codes(deel, f"{pad}[{nummer}]", codes) for nummer, deel in enumerate(inhoud, start=1)]
    if not isinstance(inhoud, dict):
        return inhoud
    if "RetourCodes" in inhoud:
        codes[pad] = inhoud["RetourCodes"]["RetourCode"]
    return {
        naam: zonder_codes(deel, f"{pad}/{naam}", codes)
        for naam, deel in inhoud.items()
        if naam != "RetourCodes"
    }


@met_gedeeld
@pytest.mark.parametrize(
    "verwacht", sorted(naam for naam in gevallen() if naam.startswith("retour-")) if GEDEELD else []
)
def test_the_return_message_equals_the_observed_one(verwacht: str) -> None:
    """Undo an observed return message to the message it answers, and answer that one."""
    hun = lees(geval(verwacht))
    terug = bericht(hun.bericht)
    assert terug.heen
    header = hun.inhoud["Header"]
    codes: dict[str, list[str]] = {}
    inhoud = {naam: zonder_codes(deel, f"/Bericht/{naam}", codes) for naam, deel in hun.inhoud.items()}
    kop = bericht(terug.heen).wortel.elementen[0].inhoud
    assert isinstance(kop, Klasse)
    van_heen = {element.naam for element in kop.elementen}
    inhoud["Header"] = {naam: waarde for naam, waarde in header.items() if naam in van_heen - {"BerichtCode"}}
    in_kop = codes.pop("/Bericht/Header", [])
    if len(inhoud) == 1:  # header only: any body will do
        inhoud |= {
            naam: deel for naam, deel in lees(geval(VOORBEELD[terug.heen])).inhoud.items() if naam != "Header"
        }
    onze = retour(
        lees(bouw(terug.heen, inhoud)),
        codes_kop=[] if codes else in_kop,
        codes_per_klasse=codes,
        identificatie_retour=header["IdentificatieRetour"],
        dagtekening_retour=header["DagtekeningRetour"],
    )
    assert xsd(terug.naam).validate(etree.fromstring(onze))
    assert lees(onze).inhoud == hun.inhoud


def test_sender_and_receiver_are_not_swapped_and_nothing_is_said_when_all_is_well() -> None:
    ruw = retour(lees(bouw("WMO305", START)), identificatie_retour="R1", dagtekening_retour=DAG)
    gelezen = lees(ruw)
    assert gelezen.bericht == "WMO306"
    assert set(gelezen.inhoud) == {"Header"}
    header = gelezen.inhoud["Header"]
    assert (header["Afzender"], header["Ontvanger"], header["BerichtCode"]) == ("42420001", "0392", "419")
    assert "RetourCodes" not in header
    assert "XsltVersie" not in header


def test_classes_come_back_unchanged_down_to_the_leading_zero() -> None:
    inhoud = met()
    inhoud["Client"]["StartProducten"]["StartProduct"][0]["ToewijzingNummer"] = "00401"
    terug = retour(
        lees(bouw("WMO305", inhoud)),
        codes_per_klasse={
            "/Bericht/Client/StartProducten/StartProduct[1]": ["9019", "9074"],
            "/Bericht/Client": ["0233"],
        },
        identificatie_retour="R1",
        dagtekening_retour=DAG,
    )
    assert b">00401<" in terug
    client = lees(terug).inhoud["Client"]
    assert client["RetourCodes"] == {"RetourCode": ["0233"]}
    assert client["StartProducten"]["StartProduct"][0]["RetourCodes"] == {"RetourCode": ["9019", "9074"]}


def test_an_error_in_the_header_goes_before_errors_in_classes() -> None:
    terug = retour(
        lees(bouw("WMO305", START)),
        codes_kop=["8848"],
        codes_per_klasse={"Client": ["9019"]},
        identificatie_retour="R1",
        dagtekening_retour=DAG,
    )
    assert set(lees(terug).inhoud) == {"Header"}


def test_structural_failure_and_claims_get_no_return_message() -> None:
    kapot = lees(bouw("WMO305", START).replace(b">999940004<", b">99994<"))
    with pytest.raises(GeenRetour, match="transport"):
        retour(kapot, identificatie_retour="R1", dagtekening_retour=DAG)
    with pytest.raises(GeenRetour, match="WMO323"):
        retour(Gelezen("WMO323", {}, (), b""), identificatie_retour="R1", dagtekening_retour=DAG)


def test_a_path_or_code_that_does_not_exist_is_refused() -> None:
    gelezen = lees(bouw("WMO305", START))
    with pytest.raises(ValueError, match=r"Client/StartProducten/StartProduct"):
        retour(
            gelezen,
            codes_per_klasse={"Client/Naam": ["9019"]},
            identificatie_retour="R1",
            dagtekening_retour=DAG,
        )
    with pytest.raises(StructuurFout, match="WJ001"):
        retour(gelezen, codes_kop=["1234"], identificatie_retour="R1", dagtekening_retour=DAG)
