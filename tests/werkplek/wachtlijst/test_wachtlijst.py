"""What waits, what threatens to be too late, who was not helped in time, and what everybody may see."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from tests.wijk import Wijk
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.toegang.actions import beoordeel_spoed, pak_spoed_op, plan_gesprek, rond_gesprek_af, wijs_toe
from wijkspil.toegang.bewaking import escaleer_spoed
from wijkspil.toegang.models import Hulpvraag, Onderzoek, Triage
from wijkspil.toegang.wachttijd import duren, rijen


def _vraag(wijk: Wijk, naam: str, **anders: Any) -> Hulpvraag:
    wie = NieuweInwoner(achternaam=naam, postcode="5431AB", huisnummer="1")
    return wijk.melding(wie=wie, **anders)


def _klaar(wijk: Wijk, dagen: int, hoeveel: int) -> None:
    """Questions of the past of which the investigation took so many days; only the events count, as in the figures."""
    from wijkspil.core.handeling import handeling

    bram = wijk.als(wijk.met_rol(Rol.CONSULENT))
    with klok.op(nu() - timedelta(days=dagen + 10)):
        vragen = [_vraag(wijk, f"Eerder{dagen}x{n}") for n in range(hoeveel)]
    with klok.op(nu() - timedelta(days=10)):
        for vraag in vragen:
            with handeling("onderzoek.afgerond", door=bram) as h:
                h.over(h.maak(Onderzoek(hulpvraag=vraag)), dossier=vraag)


def test_de_rij_per_team_en_stap_telt_oudste_en_te_laat(lvc: Wijk) -> None:
    with klok.op(nu() - timedelta(days=60)):
        _vraag(lvc, "Oud")
    _vraag(lvc, "Nieuw")
    (rij,) = rijen(vandaag())
    assert (rij.team, rij.stap, rij.aantal, rij.te_laat, rij.van_niemand) == (
        "Sociaal Kernteam Cuijk",
        "melding",
        2,
        1,
        2,
    )
    assert rij.oudste == vandaag() - timedelta(days=60)
    pagina = lvc.browser("Noor Verhoeven").get(lvc.url("wachtlijst/")).content.decode()
    assert "Sociaal Kernteam Cuijk" in pagina and "1 te laat" in pagina


def test_de_doorlooptijd_telt_vanaf_de_laatste_melding(lvc: Wijk) -> None:
    _klaar(lvc, 30, 2)
    assert duren("onderzoek.afgerond", van=vandaag() - timedelta(days=20), tot=vandaag()) == [30, 30]
    assert duren("onderzoek.afgerond", van=vandaag() - timedelta(days=5), tot=vandaag()) == []


def test_een_gesprek_telt_een_keer_ook_na_een_tweede(lvc: Wijk) -> None:
    bram = lvc.als("Bram Peeters")
    with klok.op(nu() - timedelta(days=9)):
        vraag = _vraag(lvc, "Tweemaal")
    for dagen in (5, 2):
        with klok.op(nu() - timedelta(days=dagen)):
            rond_gesprek_af(plan_gesprek(vraag, moment=nu(), plaats="thuis", door=bram), door=bram)
    assert duren("gesprek.gevoerd", van=vandaag() - timedelta(days=30), tot=vandaag()) == [4]


def test_wat_dreigt_staat_er_met_de_telling(lvc: Wijk) -> None:
    _klaar(lvc, 50, 8)
    _klaar(lvc, 38, 7)
    with klok.op(nu() - timedelta(days=36)):
        vraag = _vraag(lvc, "Wacht")
    pagina = " ".join(lvc.browser("Bram Peeters").get(lvc.url("wachtlijst/")).content.decode().split())
    assert vraag.nummer in pagina
    assert "Van de 15 eerdere vragen die na 36 dagen ook nog open waren, werden er 8 te laat klaar." in pagina
    ander = lvc.browser("Yusuf Demir").get(lvc.url("wachtlijst/")).content.decode()
    assert vraag.nummer not in ander and "Sociaal Kernteam Cuijk" in ander, (
        "counts for all, people for who may"
    )


def test_met_te_weinig_eerdere_vragen_zegt_hij_niets(lvc: Wijk) -> None:
    _klaar(lvc, 50, 9)
    with klok.op(nu() - timedelta(days=36)):
        vraag = _vraag(lvc, "Wacht")
    assert vraag.nummer not in lvc.browser("Bram Peeters").get(lvc.url("wachtlijst/")).content.decode()


def _spoed(wijk: Wijk, uren_geleden: int, uren: int = 24) -> Hulpvraag:
    with klok.op(nu() - timedelta(hours=uren_geleden)):
        vraag = _vraag(wijk, f"Haast{uren_geleden}")
        beoordeel_spoed(
            vraag, antwoorden={}, advies="spoed", oordeel="spoed", uren=uren, door=wijk.als("Samira Bouzid")
        )
    return vraag


def test_spoed_die_niemand_oppakt_gaat_een_keer_naar_de_teamleider(lvc: Wijk) -> None:
    laat, op_tijd = _spoed(lvc, 30), _spoed(lvc, 3, uren=48)
    opgepakt = _spoed(lvc, 31)
    pak_spoed_op(opgepakt, door=lvc.als("Bram Peeters"))
    assert escaleer_spoed(lvc.gemeente.pk) == 1
    assert escaleer_spoed(lvc.gemeente.pk) == 0, "safe to run twice"
    gemeld = Gebeurtenis.objects.filter(soort="spoed.niet_opgepakt")
    assert [g.dossier_id for g in gemeld] == [laat.pk] and gemeld[0].door_naam == "Bewaking van spoed"
    assert Triage.objects.get(hulpvraag=laat).geescaleerd_op is not None
    pagina = lvc.browser("Noor Verhoeven").get(lvc.url("wachtlijst/")).content.decode()
    assert "Spoed die nog niemand oppakte" in pagina and "Haast30" in pagina
    assert f">{op_tijd.inwoner.naam}<" not in pagina
    with klok.op(nu() + timedelta(days=2)):
        assert escaleer_spoed(lvc.gemeente.pk) == 1, "the other one's clock has passed by then"


def test_spoed_die_bijna_te_laat_is_waarschuwt_na_de_uren_van_de_werkwijze(lvc: Wijk) -> None:
    """Here a level of 48 hours warns after 24 (H12)."""
    _spoed(lvc, 23, uren=48)
    _spoed(lvc, 25, uren=48)
    lijst = lvc.browser("Noor Verhoeven").get(lvc.url("wachtlijst/")).content.decode()
    assert "Haast25" in lijst and "nog 22 uur, pak dit op" in lijst
    assert "Haast23" not in lijst, "one hour too early"
    voorraad = lvc.browser("Samira Bouzid").get(lvc.url("")).content.decode()
    assert "nog 22 uur, pak dit op" in voorraad and "nog 24 uur, pak" not in voorraad


def test_de_taak_van_de_werker_loopt_alle_gemeenten_langs(lvc: Wijk) -> None:
    from wijkspil.toegang.tasks import bewaak_spoed

    _spoed(lvc, 30)
    bewaak_spoed(0)
    assert Gebeurtenis.objects.filter(soort="spoed.niet_opgepakt").count() == 1


def test_zieke_collega_alle_vragen_in_een_keer(lvc: Wijk) -> None:
    noor, bram = lvc.als("Noor Verhoeven"), lvc.medewerker("Bram Peeters")
    vragen = [wijs_toe(_vraag(lvc, f"Van Bram {n}"), behandelaar=bram, door=noor) for n in range(4)]
    browser, url = lvc.browser("Noor Verhoeven"), lvc.url("herverdelen/")
    assert "Van Bram 3" in browser.get(f"{url}?van={bram.pk}").content.decode()
    naar = lvc.medewerker("Lotte Hermans")
    wijs_toe(vragen[3], behandelaar=lvc.medewerker("Noor Verhoeven"), door=noor)
    wijs_toe(vragen[3], behandelaar=bram, door=noor)  # changed meanwhile: a newer version than on screen
    gezien = [f"{v.pk}_{v.rev}" for v in vragen[:3]] + [f"{vragen[3].pk}_{vragen[3].rev - 1}"]
    antwoord = browser.post(
        url, {"van": str(bram.pk), "vragen": gezien, "behandelaar": str(naar.pk)}, follow=True
    )
    pagina = antwoord.content.decode()
    assert "3 vragen zijn doorgegeven." in pagina and vragen[3].nummer in pagina
    assert Hulpvraag.objects.filter(behandelaar=naar).count() == 3
    assert Gebeurtenis.objects.filter(soort="vraag.toegewezen", dossier_id=vragen[0].pk).count() == 2


def test_herverdelen_vraagt_een_keuze_en_is_voor_de_teamleider_van_dat_team(lvc: Wijk) -> None:
    vraag, bram = _vraag(lvc, "Een"), lvc.medewerker("Bram Peeters")
    wijs_toe(vraag, behandelaar=bram, door=lvc.als("Noor Verhoeven"))
    url = lvc.url("herverdelen/")
    velden = {"van": str(bram.pk), "vragen": [f"{vraag.pk}_{vraag.rev}"]}
    fout = lvc.browser("Noor Verhoeven").post(url, velden)
    assert fout.status_code == 422 and "Kies een collega of een team" in fout.content.decode()
    assert "checked" in fout.content.decode(), "the tick stays"
    joost = lvc.browser("Joost van den Berg")
    assert "Een" not in joost.get(f"{url}?van={bram.pk}").content.decode().replace("Een ", "")
    assert joost.post(url, velden | {"behandelaar": str(bram.pk)}).status_code == 422
    assert lvc.browser("Bram Peeters").get(url).status_code == 403


def test_de_openbare_wachttijd_zonder_aanmelden_en_zonder_kleine_groepen(haarlem: Wijk) -> None:
    url = f"/{haarlem.gemeente.slug}/wachttijd/"
    _klaar(haarlem, 20, 9)
    pagina = Client().get(url)
    assert pagina.status_code == 200 and "Nog niet te zeggen" in pagina.content.decode()
    _klaar(haarlem, 30, 3)
    tekst = " ".join(Client().get(url).content.decode().split())
    assert "De helft was klaar binnen <strong>20 dagen</strong>." in tekst and "binnen 30 dagen" in tekst
    assert "Wmo 2015, artikel 2.3.2 lid 1" in tekst and "de afgelopen 90 dagen" in tekst
    assert Client().get("/bestaat-niet/wachttijd/").status_code == 404
    assert Client().post(url).status_code == 405
    assert haarlem.browser(haarlem.met_rol(Rol.CONSULENT)).get(url).status_code == 200


def test_wie_de_wachttijd_niet_openbaar_maakt_toont_geen_cijfer(lvc: Wijk) -> None:
    _klaar(lvc, 20, 12)
    tekst = Client().get(f"/{lvc.gemeente.slug}/wachttijd/").content.decode()
    assert "maakt de wachttijd nog niet openbaar" in tekst and "20 dagen" not in tekst


def test_de_buren_tellen_niet_mee(lvc: Wijk, haarlem: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        _klaar(lvc, 20, 12)
    assert "20 dagen" not in Client().get(f"/{haarlem.gemeente.slug}/wachttijd/").content.decode()


@pytest.mark.parametrize("wie", ["Bram Peeters", "Noor Verhoeven"])
def test_budget(lvc: Wijk, wie: str, django_assert_max_num_queries: Any) -> None:
    _klaar(lvc, 50, 12)
    with klok.op(nu() - timedelta(days=36)):
        for n in range(15):
            _vraag(lvc, f"Wacht{n}")
    _spoed(lvc, 30)
    browser = lvc.browser(wie)
    browser.get(lvc.url(""))  # the municipalities are in memory from here on
    with django_assert_max_num_queries(13):  # of which two are the test's own savepoint
        assert browser.get(lvc.url("wachtlijst/")).status_code == 200
    if wie == "Noor Verhoeven":
        with django_assert_max_num_queries(12):
            assert browser.get(lvc.url("herverdelen/?van=niemand")).status_code == 200


def test_een_zomertijdnacht_is_geen_dag_extra(lvc: Wijk) -> None:
    with klok.op(datetime(2026, 3, 28, 23, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        vraag = _vraag(lvc, "Zomertijd")
        bram = lvc.als("Bram Peeters")
    with klok.op(datetime(2026, 3, 29, 4, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))):
        rond_gesprek_af(plan_gesprek(vraag, moment=nu(), plaats="thuis", door=bram), door=bram)
        assert duren("gesprek.gevoerd", van=vandaag(), tot=vandaag()) == [1]
