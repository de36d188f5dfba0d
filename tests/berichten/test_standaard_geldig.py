"""Whatever valid contents we are given: the message that is built passes the schema, and reading it gives the contents back."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.berichten.test_standaard_xsd import IWMO, xsd
from tests.conftest import VOLUIT
from tests.gedeeld import met_gedeeld
from wijkspil.berichten.standaard import bouw, codelijst, controleer, lees
from wijkspil.berichten.standaard.definitie import Klasse
from wijkspil.berichten.standaard.fouten import Soort
from wijkspil.berichten.standaard.register import bericht, berichten
from wijkspil.berichten.standaard.waarden import WITRUIMTE, Waarde

HARD = ["WMO301", "WMO302", "WMO305", "WMO306", "WMO307", "WMO308", "WMO323", "WMO325"]
OVERIG = ["WMO315", "WMO316", "WMO317", "WMO318", "WMO319", "WMO320"]
_LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\ufffe\uffff"
)
_PATRONEN = {
    "LDT_AgbCode": "[0-9]{8}",
    "LDT_Gemeente": "[0-9]{4}",
    "LDT_BurgerServicenummer": "[0-9]{9}",
    "LDT_Telefoonnummer": "[0-9]{1,15}",
    "LDT_IdentificatieDeclaratieHeen": "[a-zA-Z0-9]{1,12}",
    "LDT_Voorletters": "[a-zA-ZÀ-ỳ]{1,6}",
    "LDT_Versie": "(0|[1-9][0-9]{0,3})[.](0|[1-9][0-9]{0,3})[.](0|[1-9][0-9]{0,3})",
}


def waarden(soort: Waarde) -> st.SearchStrategy[Any]:
    """Valid values of a type, the odd ones included: markup, accents, line ends, other scripts."""
    if soort.vast is not None:
        return st.just(soort.lees(soort.vast))
    if soort.lijst is not None:
        return st.sampled_from(sorted(codelijst(soort.lijst).codes))
    if soort.naam in _PATRONEN:
        return st.from_regex(f"\\A{_PATRONEN[soort.naam]}\\Z")
    match soort.soort:
        case Soort.GETAL:
            return st.integers(0, soort.grens or 0)
        case Soort.DATUM:
            return st.dates(date(1, 1, 1))
        case Soort.TIJD:
            return st.times()
    if soort.grens is None:
        return st.text(st.one_of(_LETTERS, st.sampled_from("\n\r\t&<>]'\"")), min_size=1, max_size=60).filter(
            lambda t: bool(t.strip(WITRUIMTE))
        )
    if soort.lees("\n") is not None:
        return st.text(st.one_of(_LETTERS, st.sampled_from("\n\r\t ")), min_size=1, max_size=soort.grens)
    return st.text(
        st.one_of(_LETTERS, st.sampled_from("&<>]\t ")), min_size=1, max_size=min(soort.grens, 40)
    ).filter(lambda t: bool(t.strip(WITRUIMTE)))


@st.composite
def inhoud_van(draw: st.DrawFn, klasse: Klasse) -> dict[str, Any]:
    """Valid contents of a class; optional elements come and go."""
    resultaat: dict[str, Any] = {}
    for element in klasse.elementen:
        if not element.verplicht and draw(st.booleans()):
            continue
        binnen = inhoud_van(element.inhoud) if isinstance(element.inhoud, Klasse) else waarden(element.inhoud)
        resultaat[element.naam] = draw(st.lists(binnen, min_size=1, max_size=2) if element.veel else binnen)
    return resultaat


def klopt(naam: str, inhoud: dict[str, Any]) -> None:
    ruw = bouw(naam, inhoud)
    schema = xsd(naam)
    assert schema.validate(etree.fromstring(ruw)), (schema.error_log, ruw)
    assert controleer(ruw) == []
    assert lees(ruw).inhoud == inhoud
    assert bouw(naam, lees(ruw).inhoud) == ruw


@met_gedeeld
@pytest.mark.parametrize("naam", HARD)
@settings(max_examples=200 if VOLUIT else 40, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_built_messages_are_valid_and_read_back_the_same(naam: str, data: st.DataObject) -> None:
    klopt(naam, data.draw(inhoud_van(bericht(naam).wortel)))


@met_gedeeld
@pytest.mark.parametrize("naam", OVERIG)
@settings(max_examples=100 if VOLUIT else 12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_other_messages_too(naam: str, data: st.DataObject) -> None:
    klopt(naam, data.draw(inhoud_van(bericht(naam).wortel)))


def test_all_messages_are_covered() -> None:
    assert sorted(HARD + OVERIG) == sorted(naam for naam in berichten() if naam.startswith("WMO"))


def _canoniek(ruw: bytes) -> bytes:
    """Canonical form without the white space between elements."""
    boom = etree.fromstring(
        ruw, etree.XMLParser(remove_blank_text=True, resolve_entities=False, no_network=True)
    )
    return etree.tostring(boom, method="c14n")


@met_gedeeld
def test_the_official_examples_are_rebuilt_equal() -> None:
    voorbeelden = sorted((IWMO / "official-3.2" / "examples").glob("*.xml"))
    assert len(voorbeelden) == 4
    for voorbeeld in voorbeelden:
        ruw = voorbeeld.read_bytes()
        gelezen = lees(ruw)
        assert gelezen.bericht == voorbeeld.stem
        assert gelezen.geldig
        assert _canoniek(bouw(gelezen.bericht, gelezen.inhoud)) == _canoniek(ruw)


@met_gedeeld
def test_values_come_as_plain_python() -> None:
    inhoud = lees((IWMO / "official-3.2/examples/WMO301.xml").read_bytes()).inhoud
    assert inhoud["Header"]["BerichtCode"] == "414"
    assert inhoud["Header"]["BerichtVersie"] == 3
    assert inhoud["Client"]["Geboortedatum"]["Datum"] == date(1967, 8, 13)
    product = inhoud["Client"]["ToegewezenProducten"]["ToegewezenProduct"][0]
    assert isinstance(product["Toewijzingstijd"], time)
    assert isinstance(product["ToewijzingNummer"], int)
