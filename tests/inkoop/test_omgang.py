"""Living with a contract: an end leaves nobody behind, a full frame holds nobody up, and a stop on new people says why."""

from datetime import timedelta

import pytest

from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.aanbieders.actions import AannameZonderReden, open_locatie, zet_aanname
from wijkspil.aanbieders.contracten import aanbieders_voor
from wijkspil.aanbieders.models import Aanbieder, Contract
from wijkspil.core.door import Door, GeenRecht, Soort
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.inkoop import actions
from wijkspil.inkoop.aandacht import aandacht, in_beeld, over_te_dragen
from wijkspil.ondersteuning.standen import contractstanden


def test_wie_na_het_einde_nog_hulp_krijgt_staat_op_de_lijst_om_over_te_dragen(lvc: Wijk) -> None:
    t = opdracht(lvc)
    contract = t.contract
    assert contract is not None
    assert over_te_dragen(contract) == []
    actions.beeindig_contract(contract, tot=vandaag() + timedelta(days=30), door=lvc.als("Fleur Jacobs"))
    assert [rij.nummer for rij in over_te_dragen(contract)] == [t.nummer]
    assert contract in aandacht(vandaag()).eindigend
    with schrijven_open():
        type(t).objects.filter(pk=t.pk).update(einde=contract.tot)
    assert over_te_dragen(contract) == []


def test_een_contract_eindigt_niet_in_het_verleden(lvc: Wijk) -> None:
    contract = Contract.objects.order_by("nummer")[0]
    with pytest.raises(actions.ToelatingKanNiet, match="verleden"):
        actions.beeindig_contract(contract, tot=vandaag() - timedelta(days=1), door=lvc.als("Fleur Jacobs"))


def test_ook_ver_boven_het_kader_kan_er_een_opdracht_bij(lvc: Wijk) -> None:
    """H21, B9: a frame warns; it never stands between somebody and help."""
    eerste = opdracht(lvc, 0, maand_cent=40_000)
    with schrijven_open():
        Contract.objects.filter(pk=eerste.contract_id).update(plafond_cent=1_00)
    tweede = opdracht(lvc, 1, maand_cent=40_000)
    assert tweede.contract_id == eerste.contract_id
    [stand] = contractstanden(vandaag().year, vandaag(), eerste.contract_id)
    assert stand.boven_kader
    assert stand.clienten + stand.wachten == 2


def test_een_stop_vraagt_een_reden_en_haalt_de_aanbieder_uit_de_keuze(lvc: Wijk) -> None:
    t, fleur = opdracht(lvc), lvc.als("Fleur Jacobs")
    aanbieder = t.aanbieder
    assert aanbieder is not None
    with pytest.raises(AannameZonderReden):
        zet_aanname(aanbieder, neemt_aan=False, wachttijd_dagen=40, door=fleur)
    zet_aanname(
        aanbieder, neemt_aan=False, wachttijd_dagen=40, reden="Twee collega's met verlof.", door=fleur
    )
    assert aanbieder not in aanbieders_voor(t.product, vandaag())
    zet_aanname(aanbieder, neemt_aan=True, wachttijd_dagen=3, door=fleur)
    vers = Aanbieder.objects.get(pk=aanbieder.pk)
    assert (vers.aanname_reden, vers.aanname_sinds) == ("", vandaag())


def test_een_aanbieder_houdt_alleen_zichzelf_bij(lvc: Wijk) -> None:
    een, ander = Aanbieder.objects.filter(soort="aanbieder").order_by("naam")[:2]
    zelf = Door(Soort.AANBIEDER, lvc.gemeente.pk, "Ria", aanbieder_id=een.pk)
    zet_aanname(een, neemt_aan=True, wachttijd_dagen=5, door=zelf)
    with pytest.raises(GeenRecht, match="andere organisatie"):
        zet_aanname(ander, neemt_aan=True, wachttijd_dagen=5, door=zelf)
    with pytest.raises(GeenRecht):
        open_locatie(een, naam="De Brink", plaats="Cuijk", van=vandaag(), door=lvc.als("Bram Peeters"))


def test_acties_en_kennisgevingen_blijven_op_de_lijst_tot_ze_klaar_zijn(lvc: Wijk) -> None:
    fleur, contract = lvc.als("Fleur Jacobs"), Contract.objects.order_by("nummer")[0]
    overleg = actions.plan_overleg(
        contract.aanbieder, soort="leverancier", op=vandaag(), agenda="Wachttijd", door=fleur
    )
    actie = actions.spreek_actie_af(
        overleg, wat="Plan voor de wachtlijst", wie="Ria", uiterlijk=vandaag(), door=fleur
    )
    brief = actions.doe_kennisgeving(
        contract, soort="verbeterplan", tekst="Graag een plan.", antwoord_voor=None, door=fleur
    )
    nu = aandacht(vandaag())
    assert (actie in nu.acties, brief in nu.kennisgevingen) == (True, True)
    actions.rond_actie_af(actie, door=fleur)
    actions.rond_kennisgeving_af(brief, door=fleur)
    straks = aandacht(vandaag())
    assert (actie in straks.acties, brief in straks.kennisgevingen) == (False, False)


def test_op_de_kaart_blijft_noord_boven_en_wie_geen_plek_heeft_staat_alleen_in_de_lijst() -> None:
    noord, zuid, nergens = in_beeld([(52.0, 5.9), (51.6, 5.9), (None, None)])
    assert nergens is None
    assert noord is not None
    assert zuid is not None
    assert noord[1] < zuid[1]
    assert all(
        0 <= as_ <= grens for punt in (noord, zuid) for as_, grens in zip(punt, (100, 60), strict=True)
    )
    assert in_beeld([(None, 5.9)]) == [None]
