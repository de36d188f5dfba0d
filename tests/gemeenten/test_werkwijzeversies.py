"""A municipality makes its own way of working: from draft to the day on which questions follow it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from tests.werkwijzen.papier import verander
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Product
from wijkspil.core import klok, uitbox
from wijkspil.core.door import GeenRecht
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import Botsing
from wijkspil.core.models import Gebeurtenis
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.concepten import (
    NietMeerTeWijzigen,
    haal_concept_terug,
    leg_concept_weg,
    maak_concept,
    neem_over,
    schrijf_concept,
)
from wijkspil.gemeenten.models import Mandaat, Team, Teamlid, Werkwijzeversie
from wijkspil.gemeenten.publicatie import geef_terug, leg_voor, publiceer
from wijkspil.gemeenten.werkwijzebron import EIGEN
from wijkspil.toegang.actions import plan_gesprek
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.controle import WerkwijzeOngeldig
from wijkspil.werkwijzen.kast import WerkwijzeNietGevonden, laad, laad_versie, tekst_van, versies

HOUDEN, VERPLAATSEN = Werkwijzeversie.Lopend.HOUDEN, Werkwijzeversie.Lopend.VERPLAATSEN


@pytest.fixture(autouse=True)
def niets_onthouden() -> Iterator[None]:
    EIGEN.vergeet()
    yield
    EIGEN.vergeet()


@pytest.fixture
def zonder_mandaat(lvc: Wijk) -> Wijk:
    """A register that doesn't name the way of working."""
    with schrijven_open():
        Mandaat.objects.filter(besluitsoorten__contains=["werkwijze"]).delete()
    return lvc


@pytest.fixture
def vier_ogen(zonder_mandaat: Wijk) -> Wijk:
    with schrijven_open():
        for rol in ("functioneel_beheer", "teamleider"):
            Mandaat(
                gemeente_id=zonder_mandaat.gemeente.pk, rol=rol, besluitsoorten=["werkwijze"], vier_ogen_vanaf_cent=0,
                geldig_van=date(2026, 1, 1), grondslag="Mandaatbesluit, onderdeel 9", gemaakt_op=timezone.now(),
            ).save()  # fmt: skip
    return zonder_mandaat


def concept(wijk: Wijk, *wijzigingen: tuple[str, str]) -> Werkwijzeversie:
    """A draft from the present version, with some words changed."""
    ada = wijk.als("Ada Willems")
    versie = maak_concept(naam="Nieuwe afspraken", kopie_van=wijk.werkwijze, door=ada)
    tekst = versie.tekst
    for oud, nieuw in wijzigingen:
        tekst = verander(tekst, oud, nieuw)
    if wijzigingen:
        schrijf_concept(versie, tekst=tekst, door=ada)
    return versie


def op_dag(dag: date) -> Any:
    return klok.op(timezone.make_aware(datetime(dag.year, dag.month, dag.day, 9)))


def test_een_gepubliceerde_versie_geldt_vanaf_haar_dag_en_geen_dag_eerder(zonder_mandaat: Wijk) -> None:
    wijk, morgen = zonder_mandaat, klok.vandaag() + timedelta(days=1)
    begin = wijk.werkwijze
    versie = concept(wijk, ("naam: Trajectplan", "naam: Samenplan"))
    publiceer(versie, vanaf=morgen, lopend=HOUDEN, door=wijk.als("Ada Willems"))

    assert laad("land-van-cuijk", klok.vandaag()).plan.naam == "Trajectplan"
    assert laad("land-van-cuijk", morgen).plan.naam == "Samenplan"
    assert laad_versie(versie.sleutel).sleutel == f"land-van-cuijk@{morgen}"
    assert laad_versie(begin).plan.naam == "Trajectplan", "a question that began earlier keeps its rules"
    assert tekst_van(versie.sleutel) == Werkwijzeversie.objects.get(pk=versie.pk).tekst
    assert morgen in versies("land-van-cuijk")


def test_wat_gepubliceerd_is_verandert_niet_meer_ook_niet_in_de_database(zonder_mandaat: Wijk) -> None:
    versie = concept(zonder_mandaat)
    ada = zonder_mandaat.als("Ada Willems")
    publiceer(versie, vanaf=klok.vandaag() + timedelta(days=3), lopend=HOUDEN, door=ada)
    with pytest.raises(NietMeerTeWijzigen, match="kopie"):
        schrijf_concept(versie, tekst="slug: x", door=ada)
    for opdracht in (
        "UPDATE gemeenten_werkwijzeversie SET tekst = 'x'",
        "DELETE FROM gemeenten_werkwijzeversie",
    ):
        with (
            pytest.raises(DatabaseError, match="is gepubliceerd"),
            transaction.atomic(),
            connection.cursor() as c,
        ):
            c.execute(opdracht)


def test_een_andere_gemeente_ziet_er_niets_van(zonder_mandaat: Wijk, alphen: Wijk) -> None:
    with binnen(zonder_mandaat.gemeente.pk):
        versie = concept(zonder_mandaat)
        publiceer(
            versie,
            vanaf=klok.vandaag() + timedelta(days=3),
            lopend=HOUDEN,
            door=zonder_mandaat.als("Ada Willems"),
        )
        assert laad_versie(versie.sleutel).slug == "land-van-cuijk"
    with binnen(alphen.gemeente.pk), pytest.raises(WerkwijzeNietGevonden):
        laad_versie(versie.sleutel)


def test_een_ander_proces_ziet_de_nieuwe_versie_zonder_herstart(
    zonder_mandaat: Wijk, django_assert_num_queries: Callable[..., Any]
) -> None:
    """What this process knew before is warm; the other one published in between."""
    wijk = zonder_mandaat
    begin = wijk.werkwijze
    laad_versie(begin)
    warm = dict(EIGEN._bekend)
    versie = concept(wijk, ("naam: Trajectplan", "naam: Samenplan"))
    publiceer(versie, vanaf=klok.vandaag() + timedelta(days=3), lopend=HOUDEN, door=wijk.als("Ada Willems"))
    EIGEN.vergeet()
    EIGEN._bekend.update(warm)  # as a process that was not there when it happened

    assert laad_versie(versie.sleutel).plan.naam == "Samenplan"
    with django_assert_num_queries(0):  # from now on a lookup
        assert laad_versie(versie.sleutel).plan.naam == "Samenplan"
        assert laad_versie(begin).plan.naam == "Trajectplan"
    with django_assert_num_queries(1):
        laad("land-van-cuijk", klok.vandaag())


def test_fouten_blijven_in_het_concept_en_houden_publiceren_tegen(zonder_mandaat: Wijk) -> None:
    wijk = zonder_mandaat
    versie = concept(wijk, ("keuze: maandbedrag", "keuze: zakgeld"))
    with pytest.raises(WerkwijzeOngeldig, match="zakgeld"):
        publiceer(versie, vanaf=klok.vandaag(), lopend=HOUDEN, door=wijk.als("Ada Willems"))
    versie.refresh_from_db()
    assert versie.status == "concept" and "zakgeld" in versie.tekst


@pytest.mark.parametrize(
    ("wijziging", "dag", "klacht"),
    [
        (("cbs_code: \"1982\"", "cbs_code: \"0484\""), 1, "die van een andere gemeente"),
        (("geldig_vanaf: 2026-01-01", "geldig_vanaf: 2026-01-01\ngeldig_tot: 2030-01-01"), 1, "geen werkwijze"),
        (("naam: Trajectplan", "naam: Samenplan"), -1, "voorbij"),
    ],
)  # fmt: skip
def test_wat_een_gemeente_zonder_werkwijze_zou_zetten_gaat_niet_door(
    zonder_mandaat: Wijk, wijziging: tuple[str, str], dag: int, klacht: str
) -> None:
    versie = concept(zonder_mandaat, wijziging)
    with pytest.raises(WerkwijzeOngeldig, match=klacht):
        publiceer(
            versie,
            vanaf=klok.vandaag() + timedelta(days=dag),
            lopend=HOUDEN,
            door=zonder_mandaat.als("Ada Willems"),
        )


def test_twee_versies_op_dezelfde_dag_kan_niet(zonder_mandaat: Wijk) -> None:
    ada, dag = zonder_mandaat.als("Ada Willems"), klok.vandaag() + timedelta(days=9)
    publiceer(concept(zonder_mandaat), vanaf=dag, lopend=HOUDEN, door=ada)
    with pytest.raises(WerkwijzeOngeldig, match="er al een versie"):
        publiceer(concept(zonder_mandaat), vanaf=dag, lopend=HOUDEN, door=ada)


def test_vier_ogen_als_het_mandaatregister_dat_vraagt(vier_ogen: Wijk) -> None:
    versie, dag = concept(vier_ogen), klok.vandaag() + timedelta(days=7)
    ada, noor = vier_ogen.als("Ada Willems"), vier_ogen.als("Noor Verhoeven")
    with pytest.raises(GeenRecht, match="Noor Verhoeven"):
        publiceer(versie, vanaf=dag, lopend=HOUDEN, door=ada)
    leg_voor(versie, vanaf=dag, lopend=VERPLAATSEN, door=ada)
    with pytest.raises(GeenRecht, match="een ander dan wie het voorlegt"):
        publiceer(versie, vanaf=dag, lopend=VERPLAATSEN, door=ada)
    with pytest.raises(GeenRecht, match="geen mandaat"):
        publiceer(versie, vanaf=dag, lopend=VERPLAATSEN, door=vier_ogen.als("Bram Peeters"))
    publiceer(versie, vanaf=dag, lopend=VERPLAATSEN, door=noor)
    assert (versie.voorgelegd_door, versie.gepubliceerd_door) == ("Ada Willems", "Noor Verhoeven")


def test_de_tweede_lezer_geeft_terug_met_een_reden(vier_ogen: Wijk) -> None:
    versie = concept(vier_ogen)
    leg_voor(
        versie, vanaf=klok.vandaag() + timedelta(days=7), lopend=HOUDEN, door=vier_ogen.als("Ada Willems")
    )
    geef_terug(versie, reden="de tarieven kloppen niet", door=vier_ogen.als("Noor Verhoeven"))
    assert versie.status == "concept" and "tarieven kloppen niet" in versie.toelichting


def test_wie_iets_wijzigt_haalt_het_weg_bij_de_tweede_lezer(vier_ogen: Wijk) -> None:
    versie, ada = concept(vier_ogen), vier_ogen.als("Ada Willems")
    leg_voor(versie, vanaf=klok.vandaag() + timedelta(days=7), lopend=HOUDEN, door=ada)
    schrijf_concept(versie, tekst=verander(versie.tekst, "naam: Trajectplan", "naam: Samenplan"), door=ada)
    assert (versie.status, versie.voorgelegd_door) == ("concept", "")


def test_twee_mensen_in_hetzelfde_concept_botsen(zonder_mandaat: Wijk) -> None:
    versie, ada = concept(zonder_mandaat), zonder_mandaat.als("Ada Willems")
    ander = Werkwijzeversie.objects.get(pk=versie.pk)
    schrijf_concept(versie, tekst=versie.tekst + "# eerst\n", door=ada)
    with pytest.raises(Botsing), transaction.atomic():
        schrijf_concept(ander, tekst=ander.tekst + "# daarna\n", door=ada)


def test_wegleggen_is_niet_weggooien(zonder_mandaat: Wijk) -> None:
    versie, ada = concept(zonder_mandaat), zonder_mandaat.als("Ada Willems")
    leg_concept_weg(versie, door=ada)
    with pytest.raises(NietMeerTeWijzigen):
        schrijf_concept(versie, tekst="x", door=ada)
    haal_concept_terug(versie, door=ada)
    schrijf_concept(versie, tekst=versie.tekst + "# verder\n", door=ada)
    assert versie.tekst.endswith("# verder\n")


def test_een_bestand_met_fouten_gaat_niet_verloren(zonder_mandaat: Wijk) -> None:
    ada = zonder_mandaat.als("Ada Willems")
    versie = neem_over(
        naam="Van de buren", tekst="slug: elders # van hen\r\nkapot: [\r\n", kopie_van="buren.yaml", door=ada
    )
    assert versie.tekst == "slug: land-van-cuijk # van hen\nkapot: [\n"


def test_alleen_functioneel_beheer_maakt_concepten(zonder_mandaat: Wijk) -> None:
    for naam in ("Noor Verhoeven", "Bram Peeters", "Pieter Smits"):
        with pytest.raises(GeenRecht):
            maak_concept(naam="x", kopie_van=zonder_mandaat.werkwijze, door=zonder_mandaat.als(naam))


def test_op_de_eerste_dag_gaan_teams_producten_en_lopende_vragen_mee(zonder_mandaat: Wijk) -> None:
    wijk, ada = zonder_mandaat, zonder_mandaat.als("Ada Willems")
    vers = wijk.melding()
    in_onderzoek = wijk.melding(wie=vers.inwoner)
    plan_gesprek(
        in_onderzoek, moment=klok.nu() + timedelta(days=1), plaats="thuis", door=wijk.als("Bram Peeters")
    )
    oud, dag = wijk.werkwijze, klok.vandaag() + timedelta(days=2)
    kern = Team.objects.get(naam="Sociaal Kernteam Cuijk")
    leden = set(Teamlid.objects.filter(team=kern).values_list("medewerker__naam", flat=True))
    versie = concept(
        wijk,
        ("naam: Sociaal Kernteam Cuijk", "naam: Team Cuijk"),
        ('  - code: "02A16"', '  - code: "02B77"'),
        ("naam: Individuele begeleiding", "naam: Begeleiding op maat"),
    )
    publiceer(versie, vanaf=dag, lopend=VERPLAATSEN, door=ada)
    uitbox.leeg(wijk.gemeente.pk)
    vers.refresh_from_db()
    assert vers.werkwijze == oud, "not before its day"

    with op_dag(dag):
        uitbox.leeg(wijk.gemeente.pk)
    kern.refresh_from_db()
    assert kern.naam == "Team Cuijk"
    assert leden == set(Teamlid.objects.filter(team=kern).values_list("medewerker__naam", flat=True))
    assert Product.objects.filter(code="02B77", naam="Begeleiding op maat").count() == 1
    assert set(Hulpvraag.objects.values_list("werkwijze", flat=True)) == {versie.sleutel}
    zinnen = Gebeurtenis.objects.filter(soort="vraag.andere_werkwijze", dossier_id=vers.pk)
    assert [g.gegevens["van"] for g in zinnen] == [oud]


def test_een_vraag_die_een_woord_zou_kwijtraken_blijft(zonder_mandaat: Wijk) -> None:
    wijk = zonder_mandaat
    vraag = wijk.melding(kanaal="signaal")
    vandaag = klok.vandaag()
    versie = concept(
        wijk,
        ("    - {sleutel: signaal, label: Signaal uit de buurt}\n", ""),
        ("huisarts, corporatie, signaal]", "huisarts, corporatie]"),
    )
    publiceer(versie, vanaf=vandaag, lopend=VERPLAATSEN, door=wijk.als("Ada Willems"))
    vraag.refresh_from_db()
    assert vraag.werkwijze != versie.sleutel
    assert laad("land-van-cuijk", vandaag).sleutel == versie.sleutel, "today's version works at once"
