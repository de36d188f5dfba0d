"""Four ends that are not a refusal: completed, left out of consideration, application withdrawn, decision withdrawn."""

from datetime import timedelta

import pytest

from tests.besluiten.verhaal import bekend, concept, voor_besluit
from tests.brieven.lezen import alles
from tests.plannen.verhaal import consulent
from tests.wijk import Wijk
from wijkspil.besluiten import actions
from wijkspil.besluiten.actions import AanvraagNietMogelijk
from wijkspil.besluiten.models import Aanvraag, Besluit
from wijkspil.brieven.models import Brief
from wijkspil.core import klok, uitbox
from wijkspil.core.klok import vandaag
from wijkspil.regels import wmo
from wijkspil.toegang.models import Klok, Stap


def met_aanvraag(wijk: Wijk) -> Aanvraag:
    plan = voor_besluit(wijk)
    return actions.neem_aanvraag_op(plan.hulpvraag, ontvangen_op=vandaag(), hoe="brief", door=consulent(wijk))


def brieftekst(wijk: Wijk, sjabloon: str) -> str:
    uitbox.leeg(wijk.gemeente.pk)
    brief = Brief.objects.get(sjabloon=sjabloon)
    assert brief.status == Brief.Status.KLAAR
    assert brief.pdf is not None
    return alles(bytes(brief.pdf))


def test_wie_aanvult_houdt_de_dagen_over_die_er_nog_waren(lvc: Wijk) -> None:
    aanvraag, door = met_aanvraag(lvc), consulent(lvc)
    actions.vraag_om_aanvulling(
        aanvraag, wat="Het verslag van uw huisarts.", tot=vandaag() + timedelta(days=14), door=door
    )
    assert aanvraag.hulpvraag.opgeschort
    assert "Het verslag van uw huisarts." in brieftekst(lvc, "aanvulling_gevraagd")
    actions.neem_aanvulling_aanvraag_op(aanvraag, op=vandaag(), door=door)
    assert not aanvraag.hulpvraag.opgeschort
    assert aanvraag.hulpvraag.uiterlijk == wmo.beslistermijn(vandaag()).laatste_dag
    assert "aangevuld" in actions.waarom_niet_buiten_behandeling(aanvraag)


def test_buiten_behandeling_kan_pas_na_een_kans_en_niet_na_vier_weken(
    lvc: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    aanvraag, door = met_aanvraag(lvc), consulent(lvc)
    assert "eerst" in actions.waarom_niet_buiten_behandeling(aanvraag)
    tot = vandaag() + timedelta(days=14)
    actions.vraag_om_aanvulling(aanvraag, wat="Het verslag.", tot=tot, door=door)
    assert "nog tot en met" in actions.waarom_niet_buiten_behandeling(aanvraag)
    monkeypatch.setattr("wijkspil.besluiten.actions.aanvullen.vandaag", lambda: tot + timedelta(days=1))
    assert actions.waarom_niet_buiten_behandeling(aanvraag) == ""
    monkeypatch.setattr("wijkspil.besluiten.actions.aanvullen.vandaag", lambda: tot + timedelta(days=29))
    assert "vier weken" in actions.waarom_niet_buiten_behandeling(aanvraag)
    with pytest.raises(AanvraagNietMogelijk, match="vier weken"):
        actions.laat_buiten_behandeling(aanvraag, redenen="Wij weten te weinig.", door=door)


def test_buiten_behandeling_is_een_besluit_met_een_eigen_brief(
    lvc: Wijk, monkeypatch: pytest.MonkeyPatch
) -> None:
    aanvraag, door, noor = met_aanvraag(lvc), consulent(lvc), lvc.als("Noor Verhoeven")
    actions.vraag_om_aanvulling(aanvraag, wat="Het verslag.", tot=vandaag() + timedelta(days=1), door=door)
    monkeypatch.setattr(
        "wijkspil.besluiten.actions.aanvullen.vandaag", lambda: klok.vandaag() + timedelta(days=2)
    )
    besluit = actions.laat_buiten_behandeling(aanvraag, redenen="Wij weten te weinig.", door=door)
    assert besluit.regels == []
    actions.neem_besluit(besluit, door=noor)
    actions.maak_bekend(besluit, door=noor)
    tekst = brieftekst(lvc, "buiten_behandeling")
    assert "Wij zeggen dus geen ja en geen nee" in tekst
    assert "Wij weten te weinig." in tekst
    assert "bezwaar maken" in tekst
    assert not Brief.objects.filter(sjabloon="beschikking").exists()


def test_een_ingetrokken_aanvraag_geeft_geen_besluit_en_de_vraag_gaat_verder(lvc: Wijk) -> None:
    aanvraag = met_aanvraag(lvc)
    actions.trek_aanvraag_in(aanvraag, reden="Mijn zus helpt nu.", door=consulent(lvc))
    assert aanvraag.hulpvraag.stap == Stap.ARRANGEMENT
    assert Klok.objects.get(soort=Klok.Soort.BESLUIT).status == Klok.Status.VERVALLEN
    assert "Mijn zus helpt nu." in brieftekst(lvc, "aanvraag_ingetrokken")
    assert not Besluit.objects.exists()


def test_met_een_concept_trekt_niemand_de_aanvraag_in(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc))
    with pytest.raises(AanvraagNietMogelijk, match="Trek dat eerst in"):
        actions.trek_aanvraag_in(besluit.aanvraag, reden="Mijn zus helpt nu.", door=consulent(lvc))


def test_een_bekend_besluit_intrekken_is_een_besluit_met_een_eigen_bezwaartermijn(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    actions.trek_besluit_in(besluit, reden="De verkeerde aanbieder.", door=lvc.als("Noor Verhoeven"))
    assert besluit.bezwaar_tot == wmo.bezwaartermijn(vandaag()).laatste_dag
    tekst = brieftekst(lvc, "intrekking")
    assert "De verkeerde aanbieder." in tekst
    bezwaar = actions.dien_bezwaar_in(
        lvc.als("Samira Bouzid"), besluit, gronden="Ik wil dat het blijft.", op=vandaag(), kanaal="balie"
    )
    assert bezwaar.op_tijd
    assert "Ik wil dat het blijft." in brieftekst(lvc, "bezwaar_ontvangen")


def test_het_antwoord_op_een_bezwaar_wijst_de_weg_naar_de_rechter(lvc: Wijk) -> None:
    besluit, noor = bekend(lvc), lvc.als("Noor Verhoeven")
    bezwaar = actions.dien_bezwaar_in(
        lvc.als("Samira Bouzid"), besluit, gronden="Te weinig.", op=vandaag(), kanaal="brief"
    )
    actions.hoor(bezwaar, op=vandaag(), verslag="Gesproken aan de keukentafel.", door=noor)
    actions.beslis_op_bezwaar(bezwaar, uitkomst="ongegrond", overwegingen="Twee keer past.", door=noor)
    tekst = brieftekst(lvc, "besluit_op_bezwaar")
    for stuk in ("Ons besluit blijft zoals het is", "Twee keer past.", "rechtbank", "Te weinig."):
        assert stuk in tekst
