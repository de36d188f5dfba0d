"""The ladder page: cards by form and keyboard, the social map beside it, one friendly question, and what follows."""

from typing import Any

import pytest

from tests.plannen.verhaal import (
    aanbieder,
    consulent,
    gratis,
    laatste,
    maatwerk,
    met_plan,
    tot_arrangement,
    tot_plan,
)
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.plannen.actions import stel_arrangement_vast, wijzig_regel
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.toegang.models import Hulpvraag, Stap


def pad(wijk: Wijk, hulpvraag: Hulpvraag, deel: str = "") -> str:
    return wijk.url(f"vraag/{hulpvraag.pk}/arrangement/{deel}")


def vrije_kaart(**anders: Any) -> dict[str, Any]:
    kaart = {
        "trede": "netwerk",
        "wat": "Samen koken",
        "wie": "Anja",
        "volume": 2,
        "frequentie": "week",
        "van": vandaag().isoformat(),
    }
    return kaart | anders


def productkaart(**anders: Any) -> dict[str, Any]:
    kaart = {
        "wat": "Begeleiding thuis",
        "trap": "midden",
        "resultaat": "Een vol te houden dagritme",
        "aanbieder": str(aanbieder("Stap voor Stap Begeleiding").pk),
        "keuze": "inwoner_koos",
        "van": vandaag().isoformat(),
    }
    return kaart | anders


def test_alle_treden_staan_er_in_de_woorden_van_de_gemeente(lvc: Wijk) -> None:
    hulpvraag = tot_plan(lvc)
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag)).content.decode()
    assert (
        inhoud.index("Wat u zelf kunt")
        < inhoud.index("Hulp van familie en vrienden")
        < inhoud.index("Maatwerk voor u")
    )
    assert "wsp-ladder__vraag" not in inhoud, "zonder maatwerk is er niets overgeslagen"
    assert "Vaststellen kan zodra het plan vaststaat." in inhoud


def test_een_vrije_kaart_erbij(lvc: Wijk) -> None:
    hulpvraag, browser = tot_plan(lvc), lvc.browser("Bram Peeters")
    formulier = browser.get(pad(lvc, hulpvraag, "nieuw/?trede=netwerk")).content.decode()
    assert 'name="wie"' in formulier and 'name="aanbieder"' not in formulier

    antwoord = browser.post(pad(lvc, hulpvraag, "nieuw/?trede=netwerk"), vrije_kaart(), follow=True)
    inhoud = antwoord.content.decode()
    assert "Samen koken" in inhoud and "2 keer per week" in inhoud and "gratis" in inhoud
    assert "100%" in inhoud


def test_een_halve_kaart_houdt_de_woorden(lvc: Wijk) -> None:
    hulpvraag = tot_plan(lvc)
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag, "nieuw/?trede=netwerk"), vrije_kaart(wie="", tot="2020-01-01")
    )
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "Samen koken" in inhoud
    assert "De laatste dag ligt voor de eerste" in inhoud
    assert not Plan.objects.exists()


def test_maatwerk_begint_met_een_product_en_een_neutrale_lijst(lvc: Wijk) -> None:
    hulpvraag, browser = tot_plan(lvc), lvc.browser("Bram Peeters")
    keuze = browser.get(pad(lvc, hulpvraag, "nieuw/?trede=maatwerk")).content.decode()
    assert "Individuele begeleiding" in keuze and "Maatschappelijk werk" not in keuze

    formulier = browser.get(pad(lvc, hulpvraag, "nieuw/?trede=maatwerk&product=02A16")).content.decode()
    volgorde = [formulier.index(n) for n in ("Brugwachters", "Stap voor Stap", "Zorggroep De Raam")]
    assert volgorde == sorted(volgorde), "op alfabet"
    assert "wachttijd 10 dagen" in formulier
    assert "Thuishulp De Maasheggen" not in formulier
    assert 'name="volume"' not in formulier, "bij een maandbedrag telt het aantal niet"

    browser.post(pad(lvc, hulpvraag, "nieuw/?trede=maatwerk&product=02A16"), productkaart())
    regel = Arrangementregel.objects.get()
    assert (regel.maand_cent, regel.wie, regel.trede) == (64_000, "Stap voor Stap Begeleiding", "maatwerk")
    assert laatste("arrangementregel.toegevoegd").gegevens["keuze"] == "inwoner_koos"


def test_een_onbekende_trede_of_product_bestaat_niet(lvc: Wijk) -> None:
    hulpvraag, browser = tot_plan(lvc), lvc.browser("Bram Peeters")
    assert browser.get(pad(lvc, hulpvraag, "nieuw/?trede=zomaar")).status_code == 404
    keuze = browser.get(pad(lvc, hulpvraag, "nieuw/?trede=maatwerk&product=99X99"))
    assert "Kies het product" in keuze.content.decode()


def test_de_consortiumpartij_staat_in_de_lijst(alphen: Wijk) -> None:
    hulpvraag, browser = tot_plan(alphen), alphen.browser("Tobias de Wit")
    formulier = browser.get(
        pad(alphen, hulpvraag, "nieuw/?trede=algemene_voorziening&product=02T01")
    ).content.decode()
    assert "Tom in de buurt" in formulier
    data = {
        "wat": "Begeleiding",
        "aanbieder": str(aanbieder("Tom in de buurt").pk),
        "volume": 1,
        "frequentie": "week",
        "van": vandaag().isoformat(),
    }
    inhoud = browser.post(
        pad(alphen, hulpvraag, "nieuw/?trede=algemene_voorziening&product=02T01"), data, follow=True
    ).content.decode()
    assert "uit de vaste som" in inhoud


def test_een_kaart_wijzigen_verplaatsen_en_weghalen(lvc: Wijk) -> None:
    plan, browser = met_plan(lvc), lvc.browser("Bram Peeters")
    regel = gratis(plan, lvc)
    browser.post(pad(lvc, plan.hulpvraag, f"{regel.pk}/"), vrije_kaart(rev=regel.rev, wat="Boodschappen"))
    regel.refresh_from_db()
    assert (regel.wat, regel.volume) == ("Boodschappen", 2)

    browser.post(
        pad(lvc, plan.hulpvraag, f"{regel.pk}/verplaats/"), {"trede": "vrijwilliger", "rev": regel.rev}
    )
    regel.refresh_from_db()
    assert regel.trede == "vrijwilliger"

    oud = browser.post(
        pad(lvc, plan.hulpvraag, f"{regel.pk}/verplaats/"), {"trede": "netwerk", "rev": 1}, follow=True
    )
    assert "intussen" in oud.content.decode()
    maat = browser.post(
        pad(lvc, plan.hulpvraag, f"{regel.pk}/verplaats/"),
        {"trede": "maatwerk", "rev": regel.rev},
        follow=True,
    )
    assert "welk product" in maat.content.decode()

    browser.post(pad(lvc, plan.hulpvraag, f"{regel.pk}/weg/"))
    assert not Arrangementregel.objects.exists()


def test_twee_mensen_wijzigen_dezelfde_kaart(lvc: Wijk) -> None:
    plan, browser = met_plan(lvc), lvc.browser("Bram Peeters")
    regel = gratis(plan, lvc)
    data = vrije_kaart(rev=regel.rev, wat="Mijn woorden")
    wijzig_regel(regel, wat="Haar woorden", door=lvc.als("Noor Verhoeven"))
    antwoord = browser.post(pad(lvc, plan.hulpvraag, f"{regel.pk}/"), data)
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Mijn woorden" in inhoud and "Haar woorden" in inhoud
    assert (
        browser.post(pad(lvc, plan.hulpvraag, f"{regel.pk}/"), data | {"rev": regel.rev}).status_code == 302
    )


def test_een_kaart_van_een_ander_dossier_bestaat_hier_niet(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    regel = gratis(plan, lvc)
    ander = lvc.melding(wie=plan.hulpvraag.inwoner)
    assert lvc.browser("Bram Peeters").get(pad(lvc, ander, f"{regel.pk}/")).status_code == 404


def test_kies_zet_aanbod_op_de_goede_trede_en_houdt_het_filter(lvc: Wijk) -> None:
    hulpvraag, browser = tot_plan(lvc), lvc.browser("Bram Peeters")
    maatje = Aanbod.objects.get(naam="Maatje voor een uur")
    antwoord = browser.post(
        pad(lvc, hulpvraag, "kies/"),
        {"aanbod": str(maatje.pk), "filter": "kaart=1&thema=ontmoeten&elders=https://x.example"},
    )
    assert antwoord["Location"] == pad(lvc, hulpvraag) + "?kaart=1&thema=ontmoeten"
    regel = Arrangementregel.objects.get()
    assert (regel.trede, regel.wie, regel.aanbod) == ("vrijwilliger", "Vrijwilligershuis", maatje)


@pytest.mark.parametrize("waarde", ["", "niets", "00000000-0000-0000-0000-000000000000"])
def test_kies_zonder_bestaand_aanbod_zegt_het(lvc: Wijk, waarde: str) -> None:
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, tot_plan(lvc), "kies/"), {"aanbod": waarde}, follow=True
    )
    assert "Kies iets anders" in antwoord.content.decode()


def test_de_kaart_begint_in_de_wijk_van_de_inwoner(lvc: Wijk) -> None:
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, tot_plan(lvc), "?kaart=1")).content.decode()
    assert "Koffie in het dorpshuis" in inhoud and "Eettafel" not in inhoud
    heel = (
        lvc.browser("Bram Peeters").get(pad(lvc, Hulpvraag.objects.get(), "?kaart=1&wijk=")).content.decode()
    )
    assert "Eettafel" in heel


def test_elke_overgeslagen_trede_stelt_haar_eigen_vraag(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    gratis(plan, lvc, "netwerk")
    maatwerk(plan, lvc, overgeslagen_reden="")
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, plan.hulpvraag)).content.decode()
    assert "Kan een vrijwilliger hier iets betekenen?" in inhoud
    assert "Houden zij het vol?" not in inhoud, "het netwerk doet al mee"
    assert inhoud.count("Waarom past iets lichters hier niet?") == 1


def test_vaststellen_vraagt_een_antwoord_en_neemt_elk_antwoord(lvc: Wijk) -> None:
    plan, browser = tot_arrangement(lvc), lvc.browser("Bram Peeters")
    maatwerk(plan, lvc, overgeslagen_reden="")
    leeg = browser.post(pad(lvc, plan.hulpvraag, "vaststellen/"), {"overgeslagen_reden": " "})
    assert leeg.status_code == 422
    assert "elk antwoord is goed" in leeg.content.decode()
    assert Hulpvraag.objects.get(pk=plan.hulpvraag_id).stap == Stap.ARRANGEMENT

    goed = browser.post(pad(lvc, plan.hulpvraag, "vaststellen/"), {"overgeslagen_reden": "Dat wil zij niet."})
    assert goed["Location"].endswith("/besluit/")
    assert Hulpvraag.objects.get(pk=plan.hulpvraag_id).stap == Stap.BESLUIT


def test_zonder_product_volgt_een_afspraak(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    gratis(plan, lvc)
    browser = lvc.browser("Bram Peeters")
    assert "Daarna volgt een afspraak" in browser.get(pad(lvc, plan.hulpvraag)).content.decode()
    assert browser.post(pad(lvc, plan.hulpvraag, "vaststellen/"))["Location"].endswith("/afspraak/")


def test_een_leeg_arrangement_kan_niet_vast(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    antwoord = lvc.browser("Bram Peeters").post(pad(lvc, plan.hulpvraag, "vaststellen/"))
    assert antwoord.status_code == 422
    assert "telt ook" in antwoord.content.decode()


def test_wat_vastligt_is_alleen_te_lezen(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    regel = gratis(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))
    browser = lvc.browser("Bram Peeters")
    inhoud = browser.get(pad(lvc, plan.hulpvraag)).content.decode()
    assert "Het arrangement ligt vast" in inhoud
    assert "nieuw/?trede" not in inhoud
    te_laat = browser.post(pad(lvc, plan.hulpvraag, f"{regel.pk}/"), vrije_kaart(rev=regel.rev))
    assert te_laat.status_code == 422
    assert "Herzie het plan" in te_laat.content.decode()
    weg = browser.post(pad(lvc, plan.hulpvraag, f"{regel.pk}/weg/"), follow=True)
    assert "Herzie het plan" in weg.content.decode()


def test_backoffice_leest_mee_na_het_vaststellen(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    maatwerk(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))
    assert lvc.browser("Kees van Dongen").get(pad(lvc, plan.hulpvraag)).status_code == 200
    assert lvc.browser("Kees van Dongen").post(pad(lvc, plan.hulpvraag, "vaststellen/")).status_code == 403
