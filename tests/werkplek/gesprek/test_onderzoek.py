"""The investigation page: tell once, in order, and finish with everything said."""

from django.test import Client

from tests.werkplek.gesprek.hulp import formulier, gesprek_van, pad
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.inwoners.actions_rondom import bied_clientondersteuning_aan
from wijkspil.toegang.actions import leg_gesprek_vast, start_onderzoek, vul_onderzoek_in
from wijkspil.toegang.models import Hulpvraag, Klok, Onderzoek

VIER = {
    "stap_hulpvraag": "Schoon huis", "stap_problemen": "Bukken lukt niet", "stap_aard_omvang": "Twee uur per week",
    "stap_eigen_mogelijkheden": "Dochter doet de was",
}  # fmt: skip


def open_pagina(wijk: Wijk, hulpvraag: Hulpvraag, wie: str = "Bram Peeters") -> tuple[Client, str, dict]:
    browser, adres = wijk.browser(wie), pad(wijk, hulpvraag, "onderzoek/")
    return browser, adres, formulier(browser.get(adres).content)


def na_gesprek(wijk: Wijk) -> Hulpvraag:
    gesprek = gesprek_van(wijk)
    leg_gesprek_vast(
        gesprek, wat_wil_ik="Weer zelf koken", wat_kan_ik="Zitten en snijden", leefgebieden={"wonen": "De trap is steil"},
        mantelzorg={"wie": "Anja", "belasting": 4, "wat_helpt": "Een middag vrij"}, door=wijk.als("Bram Peeters"),
    )  # fmt: skip
    return gesprek.hulpvraag


def bied_aan(wijk: Wijk, hulpvraag: Hulpvraag, **anders: object) -> None:
    velden: dict = {"antwoord": "nee", "op": vandaag(), "door": wijk.als("Bram Peeters")}
    bied_clientondersteuning_aan(hulpvraag.inwoner, hulpvraag=hulpvraag, **(velden | anders))


def test_zonder_aanbod_van_clientondersteuning_gaat_het_onderzoek_niet_dicht(lvc: Wijk) -> None:
    hulpvraag = na_gesprek(lvc)
    browser, adres, velden = open_pagina(lvc, hulpvraag)
    antwoord = browser.post(adres, velden | VIER | {"afronden": "ja"})
    assert antwoord.status_code == 422
    assert "Leg eerst vast dat u onafhankelijke cliëntondersteuning" in antwoord.content.decode()
    assert formulier(antwoord.content)["stap_problemen"] == "Bukken lukt niet"
    assert Hulpvraag.objects.get().stap == "onderzoek"


def test_wat_bekend_is_staat_klaar_en_wordt_niet_opnieuw_gevraagd(lvc: Wijk) -> None:
    browser, adres, velden = open_pagina(lvc, na_gesprek(lvc))
    inhoud = browser.get(adres).content.decode()
    assert "Het huis schoonhouden lukt niet meer" in inhoud
    assert "De trap is steil" in inhoud
    assert velden["onderwerp_a"] == "Weer zelf koken"
    assert velden["onderwerp_c"] == "Anja de Wit (mantelzorger)"
    assert velden["onderwerp_d"] == "Anja. Het is erg zwaar. Een middag vrij."
    assert "€" in velden["onderwerp_g"]
    assert not Onderzoek.objects.exists(), "a suggestion isn't a finding until somebody saves"


def test_bewaren_begint_het_onderzoek_en_stap_vijf_gaat_open_na_vier(lvc: Wijk) -> None:
    hulpvraag = na_gesprek(lvc)
    browser, adres, velden = open_pagina(lvc, hulpvraag)
    assert "stap_maatwerk" not in velden
    assert browser.post(adres, velden | VIER | {"bron_problemen": "huisbezoek"}).status_code == 302

    onderzoek = Onderzoek.objects.get()
    assert onderzoek.stappen["problemen"]["bron"] == "huisbezoek"
    assert onderzoek.onderwerpen["a"] == "Weer zelf koken"
    _browser, _adres, daarna = open_pagina(lvc, hulpvraag)
    assert daarna["stap_maatwerk"] == ""
    browser.post(adres, daarna | {"stap_maatwerk": "Hulp bij het huishouden"})
    assert Onderzoek.objects.get().stappen["maatwerk"]["tekst"] == "Hulp bij het huishouden"


def test_maatwerk_te_vroeg_wordt_uitgelegd_en_de_woorden_blijven(lvc: Wijk) -> None:
    browser, adres, velden = open_pagina(lvc, na_gesprek(lvc))
    antwoord = browser.post(adres, velden | {"stap_hulpvraag": "Schoon huis", "stap_maatwerk": "Alvast dit"})
    assert antwoord.status_code == 422
    assert "Maatwerk komt als laatste" in antwoord.content.decode()
    assert formulier(antwoord.content)["stap_maatwerk"] == "Alvast dit"
    assert not Onderzoek.objects.exists()


def test_afronden_noemt_de_stappen_die_ontbreken(lvc: Wijk) -> None:
    hulpvraag = na_gesprek(lvc)
    bied_aan(lvc, hulpvraag)
    browser, adres, velden = open_pagina(lvc, hulpvraag)
    antwoord = browser.post(adres, velden | {"stap_hulpvraag": "Schoon huis", "afronden": "ja"})
    assert antwoord.status_code == 422
    assert "Nog niet beantwoord: Waar loopt de inwoner tegenaan" in antwoord.content.decode()
    assert formulier(antwoord.content)["stap_hulpvraag"] == "Schoon huis"


def test_afronden_stopt_de_klok_en_maakt_het_onderzoek_vast(lvc: Wijk) -> None:
    hulpvraag = na_gesprek(lvc)
    bied_aan(lvc, hulpvraag)
    browser, adres, velden = open_pagina(lvc, hulpvraag)
    antwoord = browser.post(adres, velden | VIER | {"afronden": "ja"})
    assert antwoord.url == pad(lvc, hulpvraag)
    assert Hulpvraag.objects.get().stap == "plan"
    assert Klok.objects.get().status == "gehaald"
    assert Gebeurtenis.objects.filter(soort="onderzoek.afgerond").exists()

    inhoud = browser.get(adres).content.decode()
    assert "Dit onderzoek is afgerond" in inhoud
    assert "Bukken lukt niet" in inhoud
    assert "<textarea" not in inhoud
    assert browser.post(adres, velden | {"stap_problemen": "Toch anders"}).status_code in (302, 409)
    assert Onderzoek.objects.get().stappen["problemen"]["tekst"] == "Bukken lukt niet"


def test_een_collega_in_een_andere_stap_wordt_niet_overschreven(lvc: Wijk) -> None:
    hulpvraag = na_gesprek(lvc)
    browser, adres, velden = open_pagina(lvc, hulpvraag)
    onderzoek = start_onderzoek(hulpvraag, door=lvc.als("Noor Verhoeven"))
    vul_onderzoek_in(onderzoek, stap="problemen", tekst="Van Noor", door=lvc.als("Noor Verhoeven"))
    assert browser.post(adres, velden | {"stap_hulpvraag": "Van Bram"}).status_code == 302
    stappen = Onderzoek.objects.get().stappen
    assert (stappen["problemen"]["tekst"], stappen["hulpvraag"]["tekst"]) == ("Van Noor", "Van Bram")


def test_dezelfde_stap_vraagt_om_een_keuze(lvc: Wijk) -> None:
    hulpvraag = na_gesprek(lvc)
    browser, adres, velden = open_pagina(lvc, hulpvraag)
    onderzoek = start_onderzoek(hulpvraag, door=lvc.als("Noor Verhoeven"))
    vul_onderzoek_in(onderzoek, stap="problemen", tekst="Van Noor", door=lvc.als("Noor Verhoeven"))

    velden |= {"stap_problemen": "Van Bram"}
    antwoord = browser.post(adres, velden)
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Noor Verhoeven heeft dit intussen veranderd" in inhoud
    assert "Van Noor" in inhoud
    assert formulier(antwoord.content)["stap_problemen"] == "Van Bram"
    assert Onderzoek.objects.get().stappen["problemen"]["tekst"] == "Van Noor"

    assert browser.post(adres, velden | {"overschrijf": str(Onderzoek.objects.get().rev)}).status_code == 302
    assert Onderzoek.objects.get().stappen["problemen"]["tekst"] == "Van Bram"
