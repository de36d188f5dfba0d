"""The investigation goes in the order of case law, and ends with a clock that stops and a plan that may begin."""

import pytest
from django.db import transaction

from tests.wijk import Wijk
from wijkspil.core.door import Door, GeenRecht
from wijkspil.core.handeling import Botsing
from wijkspil.core.models import Gebeurtenis
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.toegang.actions import rond_onderzoek_af, start_onderzoek, vul_onderwerp_in, vul_onderzoek_in
from wijkspil.toegang.actions.onderzoek import OnderzoekNietCompleet
from wijkspil.toegang.models import Hulpvraag, Klok, Onderzoek

EERSTE_VIER = ("hulpvraag", "problemen", "aard_omvang", "eigen_mogelijkheden")


def vul_vier_stappen(onderzoek: Onderzoek, door: Door) -> None:
    for stap in EERSTE_VIER:
        vul_onderzoek_in(onderzoek, stap=stap, tekst=f"Over {stap}.", door=door)


def test_beginnen_mag_twee_keer_en_geeft_hetzelfde_onderzoek(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    onderzoek = start_onderzoek(hulpvraag, door=bram)

    assert start_onderzoek(hulpvraag, door=bram) == onderzoek
    assert Hulpvraag.objects.get().stap == "onderzoek"
    assert Gebeurtenis.objects.filter(soort="onderzoek.gestart").count() == 1


def test_een_stap_bewaart_wie_wanneer_en_waaruit(lvc: Wijk) -> None:
    onderzoek = start_onderzoek(lvc.melding(), door=lvc.als("Bram Peeters"))
    vul_onderzoek_in(
        onderzoek,
        stap="problemen",
        tekst="Traplopen lukt niet.",
        bron="huisbezoek",
        door=lvc.als("Bram Peeters"),
    )

    stap = Onderzoek.objects.get().stappen["problemen"]
    assert (stap["tekst"], stap["bron"], stap["door"]) == (
        "Traplopen lukt niet.",
        "huisbezoek",
        "Bram Peeters",
    )
    assert "Traplopen" not in str(Gebeurtenis.objects.get(soort="onderzoek.bijgewerkt").gegevens)


def test_maatwerk_wacht_op_de_vier_stappen_ervoor(lvc: Wijk) -> None:
    bram = lvc.als("Bram Peeters")
    onderzoek = start_onderzoek(lvc.melding(), door=bram)
    with pytest.raises(OnderzoekNietCompleet, match="Maatwerk komt als laatste"):
        vul_onderzoek_in(onderzoek, stap="maatwerk", tekst="Hulp bij het huishouden", door=bram)

    vul_vier_stappen(onderzoek, bram)
    vul_onderzoek_in(onderzoek, stap="maatwerk", tekst="Hulp bij het huishouden", door=bram)
    assert onderzoek.stappen["maatwerk"]["tekst"] == "Hulp bij het huishouden"


def test_onderwerpen_vullen_elkaar_aan(lvc: Wijk) -> None:
    bram = lvc.als("Bram Peeters")
    onderzoek = start_onderzoek(lvc.melding(), door=bram)
    vul_onderwerp_in(onderzoek, onderwerpen={"a": "Zelf koken"}, door=bram)
    vul_onderwerp_in(onderzoek, onderwerpen={"c": "Buurvrouw helpt"}, door=bram)
    assert Onderzoek.objects.get().onderwerpen == {"a": "Zelf koken", "c": "Buurvrouw helpt"}


def test_afronden_noemt_wat_ontbreekt_en_stopt_daarna_de_klok(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.als("Bram Peeters")
    onderzoek = start_onderzoek(hulpvraag, door=bram)
    vul_onderzoek_in(onderzoek, stap="hulpvraag", tekst="Schoon huis", door=bram)
    with pytest.raises(OnderzoekNietCompleet, match="Waar loopt de inwoner tegenaan"):
        rond_onderzoek_af(onderzoek, door=bram)

    vul_vier_stappen(onderzoek, bram)
    assert rond_onderzoek_af(onderzoek, door=bram).stap == "plan"

    assert Klok.objects.get().status == "gehaald"
    assert Hulpvraag.objects.get().uiterlijk is None
    assert Gebeurtenis.objects.get(soort="onderzoek.afgerond").gegevens == {"op_tijd": True}


def test_een_afgerond_onderzoek_verandert_niet_meer(lvc: Wijk) -> None:
    bram = lvc.als("Bram Peeters")
    onderzoek = start_onderzoek(lvc.melding(), door=bram)
    vul_vier_stappen(onderzoek, bram)
    rond_onderzoek_af(onderzoek, door=bram)

    with pytest.raises(StapNietMogelijk, match="afgerond"):
        vul_onderzoek_in(onderzoek, stap="problemen", tekst="Anders", door=bram)
    with pytest.raises(StapNietMogelijk, match="afgerond"):
        vul_onderwerp_in(onderzoek, onderwerpen={"a": "Anders"}, door=bram)
    with pytest.raises(StapNietMogelijk, match="afgerond"):
        rond_onderzoek_af(onderzoek, door=bram)


def test_twee_onderzoekers_zien_elkaars_werk(lvc: Wijk) -> None:
    onderzoek = start_onderzoek(lvc.melding(), door=lvc.als("Bram Peeters"))
    bij_noor = Onderzoek.objects.get()
    vul_onderzoek_in(onderzoek, stap="problemen", tekst="Trap", door=lvc.als("Bram Peeters"))
    with pytest.raises(Botsing), transaction.atomic():
        vul_onderzoek_in(bij_noor, stap="problemen", tekst="Bad", door=lvc.als("Noor Verhoeven"))


def test_onderzoek_is_werk_voor_een_consulent(lvc: Wijk) -> None:
    with pytest.raises(GeenRecht, match="consulent"):
        start_onderzoek(lvc.melding(), door=lvc.als("Samira Bouzid"))
