"""Every shipped municipality has a practice town in which its way of working can be lived."""

from collections.abc import Iterator

import pytest

from tests.wijk import Wijk
from wijkspil.aanbieders.models import Aanbieder, Contract
from wijkspil.brieven import papier
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.gemeenten.models import Mandaat, Medewerker, Team
from wijkspil.gemeenten.routering import routeer
from wijkspil.oefenstad.inrichting import richt_in, stad, steden
from wijkspil.oefenstad.stadsboek import voorbeeldstad
from wijkspil.oefenstad.themas import THEMAS
from wijkspil.plannen.models import Arrangementregel
from wijkspil.werkplek.plan import keuzes
from wijkspil.werkwijzen.assen import Leveringswijze
from wijkspil.werkwijzen.kast import alle, laad_versie

ALLE = steden()


@pytest.fixture(params=ALLE)
def wijk(request: pytest.FixtureRequest, db: None) -> Iterator[Wijk]:
    gemeente = richt_in(request.param)
    with binnen(gemeente.pk):
        yield Wijk(gemeente)
    register.vergeet()


def test_elke_werkwijze_heeft_een_stad_en_briefpapier() -> None:
    slugs = {w.slug for w in alle()}
    assert slugs == set(ALLE) == {b.stem for b in papier.MAP.glob("*.yaml")}
    assert len(ALLE) == 5
    assert voorbeeldstad() in ALLE


def test_niemand_heet_in_twee_steden_hetzelfde() -> None:
    """One page lets somebody choose who to be, so a name must be enough."""
    namen = [m["naam"] for slug in ALLE for m in stad(slug)["mensen"]]
    assert len(namen) == len(set(namen))


def test_elke_postcode_vindt_een_team_met_een_behandelaar(wijk: Wijk) -> None:
    for w in stad(wijk.gemeente.slug)["wijken"]:
        for postcode in w["postcodes"]:
            route = routeer(postcode)
            assert route.team_id is not None, postcode
            leden = Medewerker.objects.filter(
                lidmaatschappen__team_id=route.team_id, rollen__contains=["consulent"]
            )
            assert leden.exists(), Team.objects.get(pk=route.team_id).naam


def test_wat_geleverd_moet_worden_heeft_iemand_die_levert(wijk: Wijk) -> None:
    """A product whose price is known can be bought of somebody, or own staff or the consortium does it."""
    werkwijze = laad_versie(wijk.werkwijze)
    dag = werkwijze.geldig_vanaf
    for product in werkwijze.producten:
        wijze = werkwijze.assen_voor(product.code).levering.keuze
        prijs_bekend = any(t.bedrag is not None for t in product.tarieven)
        if wijze is Leveringswijze.GECONTRACTEERD and prijs_bekend and not product.categorie.startswith("15"):
            rij = keuzes.producten_op(werkwijze, product.trede, dag)
            gekozen = next(p for p in rij if p.code == product.code)
            assert keuzes.aanbieders_voor(werkwijze, gekozen, dag).exists(), product.naam


def test_een_contract_betaalt_op_een_manier(wijk: Wijk) -> None:
    werkwijze = laad_versie(wijk.werkwijze)
    for contract in Contract.objects.prefetch_related("tarieven__product"):
        for tarief in contract.tarieven.all():
            assert werkwijze.assen_voor(tarief.product.code).bekostiging.keuze == contract.bekostiging


def test_iemand_mag_toekennen_en_iemand_mag_weigeren(wijk: Wijk) -> None:
    soorten = {soort for m in Mandaat.objects.all() for soort in m.besluitsoorten}
    assert soorten >= {"toekenning", "afwijzing", "bezwaar"}


def test_de_sociale_kaart_past_bij_de_vragen(wijk: Wijk) -> None:
    themas = {t for a in stad(wijk.gemeente.slug)["aanbod"] for t in a["themas"]}
    mist = [t.sleutel for t in THEMAS if not themas & set(t.aanbod)]
    assert set(mist) <= {"rolstoel"}, "a chair to measure is nothing for the neighbourhood"


def test_eigen_mensen_zijn_een_partij_met_een_budget(oirschot: Wijk) -> None:
    partij = Aanbieder.objects.get(soort=Aanbieder.Soort.EIGEN_TEAM)
    contract = partij.contracten.get()
    assert (contract.bekostiging, contract.plafond_cent) == ("lumpsum", 24_000_000)
    assert oirschot.melding().team.naam == "WIJzer"  # type: ignore[union-attr]


def test_in_oirschot_beslist_alleen_de_regionale_toegang(oirschot: Wijk) -> None:
    wie = {
        m.medewerker.naam: m.medewerker.organisatie
        for m in Mandaat.objects.select_related("medewerker")
        if m.medewerker
    }
    assert set(wie.values()) == {"Toegang de Kempen"}
    assert not Mandaat.objects.exclude(rol="").exists()


def test_in_oude_ijsselstreek_heeft_een_partner_mandaat(oude_ijsselstreek: Wijk) -> None:
    werkwijze = laad_versie(oude_ijsselstreek.werkwijze)
    assert werkwijze.aanbieder_mandaat is not None
    partners = Mandaat.objects.exclude(organisatie="")
    assert {m.organisatie for m in partners} == set(werkwijze.aanbieder_mandaat.aanbieders)
    assert all(m.ook_eigen_levering is werkwijze.aanbieder_mandaat.ook_eigen_levering for m in partners)
    assert all("art. 2.6.3" in m.grondslag for m in partners)


def test_in_haarlem_heeft_elke_aanbieder_een_geldkader(haarlem: Wijk) -> None:
    hoofd = Contract.objects.exclude(nummer__regex=r"[A-Z]$")
    assert hoofd.exists()
    assert all(c.plafond_cent for c in hoofd)
    assert set(Contract.objects.values_list("bekostiging", flat=True)) == {"pxq", "periodetarief"}
    assert not Arrangementregel.objects.exists()
