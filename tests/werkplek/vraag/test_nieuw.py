"""A new question by phone: quick when nobody resembles, a question back when somebody does, nothing typed is lost."""

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.wijk import Wijk
from wijkspil.core.models import Auditregel, Gebeurtenis
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.actions import sluit_af
from wijkspil.toegang.models import Contactmoment, Hulpvraag, Klok, Triage

JANSEN = NieuweInwoner(
    achternaam="Janssen",
    roepnaam="Riet",
    geboortedatum=date(1941, 3, 12),
    postcode="5431AB",
    huisnummer="4",
    woonplaats="Cuijk",
    straat="Kerkstraat",
)


def invoer(**anders: Any) -> dict[str, Any]:
    return {
        "vraag": "Ik kom de trap niet meer op.",
        "roepnaam": "Riet",
        "achternaam": "van den Berg",
        "geboortedatum": "1950-02-01",
        "postcode": "5431 ab",
        "huisnummer": "7",
        "ingang": "zorgbalie:telefoon",
        "doe": "melding",
    } | anders


@pytest.fixture
def samira(lvc: Wijk) -> Client:
    return lvc.browser("Samira Bouzid")


def neem_op(lvc: Wijk, browser: Client, **anders: Any) -> Any:
    return browser.post(lvc.url("vraag/nieuw/"), invoer(**anders))


def test_een_nieuwe_vraag_start_de_klok_en_opent_het_dossier(lvc: Wijk, samira: Client) -> None:
    antwoord = neem_op(lvc, samira, al_geprobeerd="De buurvrouw helpt al.")

    vraag = Hulpvraag.objects.get()
    assert antwoord.status_code == 302
    assert antwoord["Location"] == lvc.url(f"vraag/{vraag.pk}/")
    assert (vraag.stap, vraag.deur, vraag.kanaal) == ("melding", "zorgbalie", "telefoon")
    assert vraag.al_geprobeerd == "De buurvrouw helpt al."
    assert vraag.team == lvc.team("Sociaal Kernteam Cuijk")
    assert (vraag.inwoner.voorvoegsel, vraag.inwoner.achternaam, vraag.inwoner.postcode) == (
        "van den",
        "Berg",
        "5431AB",
    )
    assert Klok.objects.filter(hulpvraag=vraag, soort=Klok.Soort.ONDERZOEK).exists()
    assert vraag.urgentie == ""


def test_alleen_een_contact_heeft_geen_klok(lvc: Wijk, samira: Client) -> None:
    neem_op(lvc, samira, doe="contact")
    assert Hulpvraag.objects.get().stap == "contact"
    assert not Klok.objects.exists()


def test_deur_en_kanaal_staan_klaar_en_worden_onthouden(lvc: Wijk, samira: Client) -> None:
    begin = samira.get(lvc.url("vraag/nieuw/")).context["form"]
    assert begin["ingang"].value() == "zorgbalie:telefoon"
    neem_op(lvc, samira, ingang="zorgbalie:balie")
    assert samira.get(lvc.url("vraag/nieuw/")).context["form"]["ingang"].value() == "zorgbalie:balie"
    assert (
        lvc.browser("Bram Peeters").get(lvc.url("vraag/nieuw/")).context["form"]["ingang"].value()
        == "gebiedsteam:telefoon"
    )


def test_antwoorden_op_de_spoedvragen_zetten_een_eigen_klok(lvc: Wijk, samira: Client) -> None:
    neem_op(lvc, samira, spoed=["mantelzorger-op", "alleen"])
    vraag = Hulpvraag.objects.get()
    assert vraag.urgentie == "spoed"
    assert vraag.spoed_uiterlijk is not None
    triage = Triage.objects.get()
    assert triage.antwoorden["alleen"] is True
    assert triage.antwoorden["onveilig"] is False


def test_afwijken_van_het_advies_vraagt_een_reden_en_de_woorden_blijven_staan(
    lvc: Wijk, samira: Client
) -> None:
    antwoord = neem_op(lvc, samira, spoed=["onveilig"], oordeel="gewoon")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Afwijken mag" in tekst
    assert "Ik kom de trap niet meer op." in tekst
    assert not Hulpvraag.objects.exists()

    neem_op(lvc, samira, spoed=["onveilig"], oordeel="gewoon", reden="De politie is er al.")
    assert Triage.objects.get().oordeel == "gewoon"
    assert Triage.objects.get().advies == "crisis"


@pytest.mark.parametrize(
    ("veld", "waarde", "woorden"),
    [
        ("vraag", "", "Daarmee begint alles"),
        ("achternaam", "", "vinden wij de inwoner later niet terug"),
        ("geboortedatum", "31-02-1941", "Dit is geen datum"),
        ("postcode", "54 31", "vier cijfers en twee letters"),
        ("bsn", "123456789", "geen geldig BSN"),
    ],
)
def test_een_fout_zegt_wat_er_moet_gebeuren(
    lvc: Wijk, samira: Client, veld: str, waarde: str, woorden: str
) -> None:
    antwoord = neem_op(lvc, samira, **{veld: waarde})
    assert antwoord.status_code == 422
    assert woorden in antwoord.content.decode()
    assert 'value="zorgbalie:telefoon" selected' in antwoord.content.decode()


def test_jansen_met_dezelfde_geboortedatum_wordt_herkend_als_janssen(lvc: Wijk, samira: Client) -> None:
    bekend = lvc.melding(wie=JANSEN)
    antwoord = neem_op(lvc, samira, achternaam="Jansen", geboortedatum="1941-03-12", huisnummer="99")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "Kennen wij deze inwoner al?" in tekst
    assert "Riet Janssen" in tekst
    assert bekend.nummer in tekst
    assert "Kerkstraat" not in tekst
    assert Hulpvraag.objects.count() == 1
    regel = Auditregel.objects.get(actie="inwoner.gezocht")
    assert regel.inwoner_id == bekend.inwoner_id


def test_dezelfde_vraag_wordt_een_contact_en_geen_tweede_dossier(lvc: Wijk, samira: Client) -> None:
    bekend = lvc.melding(wie=JANSEN)
    antwoord = neem_op(lvc, samira, achternaam="Jansen", keuze=f"vraag:{bekend.pk}")
    assert antwoord.status_code == 302
    assert Hulpvraag.objects.count() == Inwoner.objects.count() == 1
    contact = Contactmoment.objects.get()
    assert (contact.hulpvraag_id, contact.verslag) == (bekend.pk, "Ik kom de trap niet meer op.")


def test_een_bekende_inwoner_met_een_andere_vraag_wordt_niet_dubbel_ingeschreven(
    lvc: Wijk, samira: Client
) -> None:
    bekend = lvc.melding(wie=JANSEN)
    neem_op(lvc, samira, achternaam="Jansen", keuze=f"inwoner:{bekend.inwoner_id}")
    assert Inwoner.objects.count() == 1
    assert Hulpvraag.objects.filter(inwoner=bekend.inwoner).count() == 2


def test_iemand_anders_met_dezelfde_naam_mag_gewoon(lvc: Wijk, samira: Client) -> None:
    lvc.melding(wie=JANSEN)
    neem_op(lvc, samira, achternaam="Jansen", geboortedatum="1941-03-12", keuze="nieuw")
    assert Inwoner.objects.count() == 2


def test_een_huisgenoot_met_een_lopende_vraag_wordt_genoemd(lvc: Wijk, samira: Client) -> None:
    bekend = lvc.melding(wie=JANSEN)
    adres = {"postcode": "5431 AB", "huisnummer": "4"}
    antwoord = neem_op(lvc, samira, achternaam="Willems", **adres)
    assert bekend.nummer in antwoord.content.decode()
    assert "zelfde adres" in antwoord.content.decode()

    sluit_af(bekend, uitkomst="geholpen", door=lvc.als("Samira Bouzid"))
    assert neem_op(lvc, samira, achternaam="Willems", **adres).status_code == 302
    willems = Inwoner.objects.get(achternaam="Willems")
    assert willems.huishouden_id == bekend.inwoner.huishouden_id


def test_een_bsn_dat_al_bekend_is_kan_geen_tweede_inwoner_worden(lvc: Wijk, samira: Client) -> None:
    lvc.melding()  # 999900006
    eerst = neem_op(lvc, samira, bsn="999900006")
    assert "zelfde burgerservicenummer" in eerst.content.decode()
    antwoord = neem_op(lvc, samira, bsn="999900006", keuze="nieuw")
    assert antwoord.status_code == 422
    assert "al bekend" in antwoord.content.decode()


def test_een_geheim_adres_verraadt_zich_niet_als_huisgenoot(lvc: Wijk, samira: Client) -> None:
    geheim = NieuweInwoner(
        achternaam="Zwart",
        postcode="5431AB",
        huisnummer="9",
        straat="Maasdijk",
        woonplaats="Cuijk",
        geheim_adres=True,
    )
    lvc.melding(wie=geheim)
    antwoord = neem_op(lvc, samira, huisnummer="9")
    assert antwoord.status_code == 302  # no question back: that would tell who lives there
    gelijk = neem_op(lvc, samira, achternaam="Zwart", geboortedatum="").content.decode()
    assert "geheim adres" in gelijk
    assert "Maasdijk" not in gelijk
    assert "zelfde adres" not in gelijk


def test_de_lopende_vraag_van_een_gekozen_inwoner_staat_erbij(lvc: Wijk, samira: Client) -> None:
    bekend = lvc.melding(wie=JANSEN)
    tekst = samira.get(lvc.url(f"vraag/nieuw/?inwoner={bekend.inwoner_id}")).content.decode()
    assert "Er loopt al een vraag" in tekst
    assert f'value="vraag:{bekend.pk}"' in tekst
    assert 'name="achternaam"' not in tekst


def test_onzin_als_keuze_bewaart_niets(lvc: Wijk, samira: Client) -> None:
    for keuze in ("inwoner:abc", "vraag:01a20241-c9e8-77c0-8450-ff68bcfa6b98", "vraag:"):
        assert neem_op(lvc, samira, keuze=keuze).status_code == 422
    assert not Hulpvraag.objects.exists()


def test_wie_de_vraag_niet_zelf_houdt_komt_op_de_werkvoorraad(lvc: Wijk) -> None:
    antwoord = lvc.browser("Yusuf Demir").post(
        lvc.url("vraag/nieuw/"), invoer(ingang="gebiedsteam:telefoon"), follow=True
    )
    assert antwoord.redirect_chain[-1][0] == lvc.url()
    assert "Sociaal Kernteam Cuijk gaat ermee verder" in antwoord.content.decode()


def test_wie_geen_vragen_opneemt_krijgt_uitleg(lvc: Wijk) -> None:
    assert lvc.browser("Fleur Jacobs").get(lvc.url("vraag/nieuw/")).status_code == 403
    assert lvc.browser("Samira Bouzid").put(lvc.url("vraag/nieuw/")).status_code == 405
    assert Client().get(lvc.url("vraag/nieuw/")).status_code == 302  # to sign in


def test_een_andere_gemeente_is_er_niet(lvc: Wijk, alphen: Wijk) -> None:
    from wijkspil.core.grens import binnen

    with binnen(lvc.gemeente.pk):
        samira = lvc.browser("Samira Bouzid")
    assert samira.post(alphen.url("vraag/nieuw/"), invoer(ingang="serviceplein:telefoon")).status_code == 404


@pytest.mark.parametrize(("spoed", "hoogstens"), [([], 12), (["onveilig"], 15)])
def test_een_vraag_opnemen_kost_weinig_queries(
    lvc: Wijk, samira: Client, spoed: list[str], hoogstens: int
) -> None:
    neem_op(lvc, samira)
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = neem_op(lvc, samira, achternaam="Xander", huisnummer="31", spoed=spoed)
    assert antwoord.status_code == 302
    sql = [q["sql"] for q in gevangen.captured_queries if "SAVEPOINT" not in q["sql"]]
    assert len(sql) - 1 <= hoogstens  # one restores the settings of the test's own transaction
    assert Gebeurtenis.objects.filter(soort="melding.ontvangen").count() == 2
