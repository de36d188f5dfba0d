"""Search gives little, tells what may be opened, and leaves a line behind."""

from datetime import date

import pytest

from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.models import Auditregel
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.werkplek.zoeken.views import PER_KWARTIER

# A team is a place too, so the name of the district team stays away as well.
GEHEIM = NieuweInwoner(
    achternaam="Zwart",
    roepnaam="Els",
    geboortedatum=date(1980, 5, 1),
    straat="Maasdijk",
    huisnummer="9",
    postcode="5431AC",
    woonplaats="Cuijk",
    telefoon="0687654321",
    geheim_adres=True,
)


def zoek(wijk: Wijk, term: str, naam: str = "Samira Bouzid") -> str:
    return wijk.browser(naam).post(wijk.url("zoeken/"), {"q": term}, follow=True).content.decode()


@pytest.mark.parametrize(
    "term", ["wit", "de Wit", "Toos de Wit", "WITT", "999900006", "5431 AB", "5431ab 12"]
)
def test_een_inwoner_is_te_vinden_zoals_mensen_zoeken(lvc: Wijk, term: str) -> None:
    vraag = lvc.melding()
    tekst = zoek(lvc, term)
    assert "Toos de Wit" in tekst
    assert vraag.nummer in tekst
    assert "Kerkstraat" not in tekst
    assert "0612345678" not in tekst
    assert "schoonhouden" not in tekst


def test_op_nummer(lvc: Wijk) -> None:
    vraag = lvc.melding()
    assert "Toos de Wit" in zoek(lvc, vraag.nummer)
    assert "Niemand gevonden" in zoek(lvc, "2019-00001")


def test_wie_er_niets_mee_heeft_ziet_dat_de_vraag_er_is_maar_krijgt_geen_ingang(lvc: Wijk) -> None:
    vraag = lvc.melding()
    tekst = zoek(lvc, "wit", "Yusuf Demir")
    assert vraag.nummer in tekst
    assert "niet bij u in behandeling" in tekst
    assert f"vraag/{vraag.pk}/" not in tekst
    assert f"vraag/{vraag.pk}/" in zoek(lvc, "wit", "Bram Peeters")


@pytest.mark.parametrize("term", ["zwart", "Els Zwart 1980", "1-5-1980", "zwart, 01-05-1980"])
def test_een_geheim_adres_staat_nergens_en_is_op_adres_niet_te_vinden(lvc: Wijk, term: str) -> None:
    lvc.melding(wie=GEHEIM)
    tekst = zoek(lvc, term).split("<main")[1].split("</main>")[0]
    assert "Els Zwart" in tekst
    assert "geheim adres" in tekst
    for woord in ("Maasdijk", "5431AC", "Cuijk", "0687654321"):
        assert woord not in tekst
    for adres in ("5431AC", "5431 AC 9"):
        assert "Els Zwart" not in zoek(lvc, adres)


@pytest.mark.parametrize("term", ["", "w", " a "])
def test_te_kort_zoekt_niet(lvc: Wijk, term: str) -> None:
    lvc.melding()
    assert "Toos" not in zoek(lvc, term)
    assert not Auditregel.objects.filter(actie="inwoner.gezocht").exists()


@pytest.mark.parametrize("term", ["wi", "%", "%%%", "__", "w*", "' or 1=1"])
def test_het_register_is_niet_af_te_lopen(lvc: Wijk, term: str) -> None:
    lvc.melding()
    assert "Toos" not in zoek(lvc, term)


def test_hoogstens_twintig_en_zonder_totaal(lvc: Wijk) -> None:
    for n in range(23):
        lvc.melding(wie=NieuweInwoner(achternaam="Willems", roepnaam=f"P{n}"))
    tekst = zoek(lvc, "willems")
    assert tekst.count("geboortejaar onbekend") == 20
    assert "Er zijn er meer" in tekst
    assert "23 inwoners" not in tekst


def test_elke_zoekopdracht_is_een_auditregel_zonder_de_zoekterm(lvc: Wijk) -> None:
    vraag = lvc.melding()
    zoek(lvc, "999900006")
    regel = Auditregel.objects.get(actie="inwoner.gezocht")
    assert (regel.door_naam, regel.inwoner_id, regel.grond) == (
        "Samira Bouzid",
        vraag.inwoner_id,
        "zoekopdracht, 1 getoond",
    )
    assert "999900006" not in f"{regel.doel}{regel.grond}{regel.deel}"


def test_heel_vaak_zoeken_stopt_even(lvc: Wijk) -> None:
    lvc.melding()
    browser = lvc.browser("Samira Bouzid")
    for _keer in range(PER_KWARTIER):
        assert browser.get(lvc.url("zoeken/"), {"q": "wit"}).status_code == 200
    antwoord = browser.get(lvc.url("zoeken/"), {"q": "wit"})
    assert antwoord.status_code == 429
    assert "Toos" not in antwoord.content.decode()
    assert Auditregel.objects.filter(actie="inwoner.gezocht", resultaat="geweigerd").count() == 1


def test_een_andere_gemeente_vindt_deze_inwoner_niet(lvc: Wijk, alphen: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        lvc.melding()
    assert "Niemand gevonden" in zoek(alphen, "de Wit", "Marleen Kuiper")


def test_wie_niet_met_inwoners_werkt_zoekt_niet(lvc: Wijk) -> None:
    assert lvc.browser("Fleur Jacobs").get(lvc.url("zoeken/"), {"q": "wit"}).status_code == 403
    assert lvc.browser("Fleur Jacobs").post(lvc.url("zoeken/"), {"q": "999900006"}).status_code == 403
    assert lvc.browser("Samira Bouzid").put(lvc.url("zoeken/")).status_code == 405


def test_veel_treffers_kosten_evenveel_queries_als_een(
    lvc: Wijk, django_assert_max_num_queries: object
) -> None:
    for n in range(20):
        lvc.melding(wie=NieuweInwoner(achternaam="Willems", roepnaam=f"P{n}"))
    browser = lvc.browser("Samira Bouzid")
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        browser.get(lvc.url("zoeken/"), {"q": "willems"})
