"""A provider comes in: within the window, on proof that somebody saw, and never with a requirement left open."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Contract
from wijkspil.core.door import Door, GeenRecht
from wijkspil.core.klok import vandaag
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.inkoop import actions
from wijkspil.inkoop.aandacht import aandacht, verlopend
from wijkspil.inkoop.models import Inkoopprocedure, Inschrijving
from wijkspil.inkoop.workflow import INSCHRIJVING


@pytest.fixture
def fleur(lvc: Wijk) -> Door:
    return lvc.als("Fleur Jacobs")


@pytest.fixture
def procedure(lvc: Wijk, fleur: Door) -> Inkoopprocedure:
    return actions.open_procedure(
        naam="Begeleiding in de buurt",
        wijze="bestuurlijk",
        wetten=["wmo", "jeugdwet"],
        producten=["02A16"],
        bekostiging="maandbedrag",
        opent_op=vandaag() - timedelta(days=10),
        sluit_op=vandaag() + timedelta(days=20),
        contract_van=date(vandaag().year + 1, 1, 1),
        contract_tot=None,
        hoe_gekozen="Kwaliteit telt voor zestig procent.",
        eisen=[{"naam": "VOG", "geldig_maanden": 36}, {"naam": "Meldcode"}],
        door=fleur,
    )


@pytest.fixture
def inschrijving(procedure: Inkoopprocedure, fleur: Door) -> Inschrijving:
    aanbieder = Aanbieder.objects.filter(soort="aanbieder").order_by("naam")[0]
    return actions.neem_inschrijving_op(procedure, aanbieder, ontvangen_op=vandaag(), door=fleur)


def voldoe(inschrijving: Inschrijving, naam: str, door: Door) -> None:
    bewijs = actions.zie_bewijs(
        inschrijving.aanbieder, naam=naam, geldig_tot=vandaag() + timedelta(days=400), door=door
    )
    actions.toets_eis(
        inschrijving, inschrijving.procedure.eisen.get(naam=naam), voldoet=True, bewijs=bewijs, door=door
    )


def test_wie_aan_elke_eis_voldoet_krijgt_een_contract(inschrijving: Inschrijving, fleur: Door) -> None:
    for eis in ("VOG", "Meldcode"):
        voldoe(inschrijving, eis, fleur)
    contract = actions.laat_toe(inschrijving, door=fleur)
    assert Inschrijving.objects.get(pk=inschrijving.pk).status == "toegelaten"
    assert (contract.bekostiging, contract.van) == ("maandbedrag", inschrijving.procedure.contract_van)


def test_met_een_open_eis_wordt_niemand_toegelaten(inschrijving: Inschrijving, fleur: Door) -> None:
    voldoe(inschrijving, "VOG", fleur)
    voor = Contract.objects.count()
    with pytest.raises(actions.ToelatingKanNiet, match="Meldcode"):
        actions.laat_toe(inschrijving, door=fleur)
    assert Contract.objects.count() == voor


def test_een_oordeel_zonder_bewijs_of_reden_kan_niet(inschrijving: Inschrijving, fleur: Door) -> None:
    eis = inschrijving.procedure.eisen.get(naam="VOG")
    with pytest.raises(actions.ToelatingKanNiet, match="bewijs"):
        actions.toets_eis(inschrijving, eis, voldoet=True, door=fleur)
    with pytest.raises(actions.ToelatingKanNiet, match="ontbreekt"):
        actions.toets_eis(inschrijving, eis, voldoet=False, door=fleur)
    oud = actions.zie_bewijs(
        inschrijving.aanbieder, naam="VOG", geldig_tot=vandaag() - timedelta(days=1), door=fleur
    )
    with pytest.raises(actions.ToelatingKanNiet, match="nieuw bewijs"):
        actions.toets_eis(inschrijving, eis, voldoet=True, bewijs=oud, door=fleur)


@pytest.mark.parametrize(("dagen", "woord"), [(-11, "vanaf"), (21, "tot en met")])
def test_buiten_het_venster_kan_niemand_inschrijven(
    procedure: Inkoopprocedure, fleur: Door, dagen: int, woord: str
) -> None:
    aanbieder = Aanbieder.objects.order_by("naam")[0]
    with pytest.raises(actions.ToelatingKanNiet, match=woord):
        actions.neem_inschrijving_op(
            procedure, aanbieder, ontvangen_op=vandaag() + timedelta(days=dagen), door=fleur
        )


def test_een_aanbieder_schrijft_zich_een_keer_in_tot_er_is_besloten(
    inschrijving: Inschrijving, fleur: Door
) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        actions.neem_inschrijving_op(
            inschrijving.procedure, inschrijving.aanbieder, ontvangen_op=vandaag(), door=fleur
        )
    actions.wijs_af(inschrijving, reden="De verzekering ontbreekt.", door=fleur)
    weer = actions.neem_inschrijving_op(
        inschrijving.procedure, inschrijving.aanbieder, ontvangen_op=vandaag(), door=fleur
    )
    assert weer.status == "ontvangen"
    with pytest.raises(StapNietMogelijk):
        actions.wijs_af(inschrijving, reden="Nog eens.", door=fleur)
    with pytest.raises(actions.ToelatingKanNiet, match="al besloten"):
        actions.bied_prijs(inschrijving, jaar=2027, cent=6000, per="uur", door=fleur)


def test_elke_toestand_is_te_bereiken_en_alleen_een_einde_is_een_einde() -> None:
    bereikt = {INSCHRIJVING.begin} | {stap.naar for stap in INSCHRIJVING.stappen}
    assert bereikt == set(Inschrijving.Status.values)
    assert {s for s in Inschrijving.Status.values if not INSCHRIJVING.mogelijk(s)} == set(INSCHRIJVING.einde)


def test_een_bewijs_dat_verloopt_staat_op_de_lijst_tot_er_een_nieuw_is(
    inschrijving: Inschrijving, fleur: Door
) -> None:
    wie = inschrijving.aanbieder
    actions.zie_bewijs(wie, naam="VOG", geldig_tot=vandaag() + timedelta(days=30), door=fleur)
    actions.zie_bewijs(wie, naam="Polis", geldig_tot=vandaag() + timedelta(days=300), door=fleur)
    assert [b.naam for b in verlopend(vandaag(), wie)] == ["VOG"]
    assert wie in {b.aanbieder for b in aandacht(vandaag()).bewijzen}
    actions.zie_bewijs(wie, naam="VOG", geldig_tot=vandaag() + timedelta(days=900), door=fleur)
    assert not verlopend(vandaag(), wie)


def test_een_latere_prijs_en_stem_vervangen_de_eerdere(inschrijving: Inschrijving, fleur: Door) -> None:
    for cent in (6100, 5900):
        actions.bied_prijs(inschrijving, jaar=2027, cent=cent, per="uur", door=fleur)
    actions.bied_prijs(inschrijving, jaar=2028, cent=6000, per="uur", door=fleur)
    assert list(inschrijving.prijzen.order_by("jaar").values_list("jaar", "cent")) == [
        (2027, 5900),
        (2028, 6000),
    ]
    for cijfer in (4, 8):
        actions.geef_panelstem(
            inschrijving, wie="bewoner 1", cijfer=cijfer, waarom="Zij luisterden.", door=fleur
        )
    assert [s.cijfer for s in inschrijving.panelstemmen.all()] == [8]


def test_alleen_contractbeheer_koopt_in(lvc: Wijk, inschrijving: Inschrijving) -> None:
    for naam in ("Bram Peeters", "Kees van Dongen", "Pieter Smits"):
        with pytest.raises(GeenRecht):
            actions.wijs_af(inschrijving, reden="Nee.", door=lvc.als(naam))
