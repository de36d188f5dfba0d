"""Is this somebody we know? On number, on name with birth date, on address; never on a protected address."""

from datetime import date

import pytest

from tests.wijk import Wijk
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.models import Huishouden, Inwoner
from wijkspil.inwoners.zoeken import Gelijkenis, lijkt_op, zoek

RIET = NieuweInwoner(
    achternaam="Janssen",
    roepnaam="Riet",
    geboortedatum=date(1941, 3, 12),
    postcode="5431 AB",
    huisnummer="4 a",
)


def gelijk(**anders: object) -> list[Gelijkenis]:
    velden: dict[str, object] = {
        "achternaam": "Pietersen",
        "geboortedatum": None,
        "postcode": "",
        "huisnummer": "",
    }
    return lijkt_op(**(velden | anders))  # type: ignore[arg-type]


def test_naam_en_geboortedatum_is_zeker(lvc: Wijk) -> None:
    lvc.melding(wie=RIET)
    [treffer] = gelijk(achternaam="Jansen", geboortedatum=date(1941, 3, 12))
    assert treffer.zeker
    assert treffer.waarom == ("naam", "geboortedatum")


def test_dag_en_maand_verwisseld_is_dezelfde_dag(lvc: Wijk) -> None:
    lvc.melding(wie=RIET)
    assert gelijk(achternaam="Janse", geboortedatum=date(1941, 12, 3))[0].zeker
    assert gelijk(achternaam="Janse", geboortedatum=date(1941, 12, 4)) == []


def test_het_adres_is_een_hint_ook_anders_geschreven(lvc: Wijk) -> None:
    lvc.melding(wie=RIET)
    [treffer] = gelijk(postcode="5431ab", huisnummer="4A")
    assert not treffer.zeker
    assert treffer.waarom == ("adres",)


def test_een_geheim_adres_is_geen_hint(lvc: Wijk) -> None:
    lvc.melding(wie=NieuweInwoner(achternaam="Zwart", postcode="5431AB", huisnummer="4A", geheim_adres=True))
    assert gelijk(postcode="5431AB", huisnummer="4A") == []
    assert Inwoner.objects.get(achternaam="Zwart").huishouden is None


def test_wie_op_een_adres_woont_hoort_bij_een_huishouden(lvc: Wijk) -> None:
    lvc.melding(wie=RIET)
    lvc.melding(wie=NieuweInwoner(achternaam="Willems", postcode="5431ab", huisnummer="4A"))
    assert Huishouden.objects.count() == 1
    assert Huishouden.objects.get().bewoners.count() == 2


@pytest.mark.parametrize(
    ("term", "gevonden"),
    [
        ("jansen", True),
        ("Jans", True),
        ("Riet Janssen 1941", True),
        ("Janssen 1942", False),
        ("Janssen, 12-3-1941", True),
        ("12/3/1941", True),
        ("31-2-1941", False),
        ("ja", False),
    ],
)
def test_zoeken_op_naam_en_geboorte(lvc: Wijk, term: str, gevonden: bool) -> None:
    lvc.melding(wie=RIET)
    assert zoek(term).exists() is gevonden
