"""Writing, taking and announcing a decision: what it must say, who may, and which clocks run."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from tests.besluiten.verhaal import bekend, concept, gebeurtenis, over, voor_afspraak, voor_besluit
from tests.plannen.verhaal import consulent
from tests.wijk import Wijk
from wijkspil.besluiten.actions import (
    AanvraagNietMogelijk,
    AfspraakNietMogelijk,
    GeenMandaat,
    leg_voor_aan_tweede_lezer,
    maak_afspraak,
    maak_bekend,
    neem_aanvraag_op,
    neem_besluit,
    trek_besluit_in,
    wijzig_besluit,
    zet_om_in_aanvraag,
)
from wijkspil.besluiten.models import Aanvraag, Besluit
from wijkspil.besluiten.vorm import BesluitNietCompleet, activiteiten, omvang
from wijkspil.core import klok
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels.kalender import is_vrije_dag
from wijkspil.toegang.actions import sluit_af
from wijkspil.toegang.models import Klok, Stap


def maak_duur(besluit: Besluit, cent_per_maand: int) -> None:
    """Let the only product line cost this much per month, and write the draft again."""
    with schrijven_open():
        Arrangementregel.objects.filter(plan=besluit.plan, product__isnull=False).update(
            maand_cent=cent_per_maand
        )


# -- the application ------------------------------------------------------------------------------------------------------


def test_de_twee_weken_beginnen_de_dag_na_ontvangst(lvc: Wijk) -> None:
    plan = voor_besluit(lvc)
    neem_aanvraag_op(plan.hulpvraag, ontvangen_op=vandaag(), hoe="brief", door=consulent(lvc))
    lopend = Klok.objects.get(soort=Klok.Soort.BESLUIT)
    assert lopend.uiterlijk >= over(14)
    assert not is_vrije_dag(lopend.uiterlijk, ())
    assert plan.hulpvraag.uiterlijk == lopend.uiterlijk


def test_een_tweede_aanvraag_naast_een_open_een_kan_niet(lvc: Wijk) -> None:
    plan, bram = voor_besluit(lvc), consulent(lvc)
    neem_aanvraag_op(plan.hulpvraag, ontvangen_op=vandaag(), hoe="brief", door=bram)
    with pytest.raises(AanvraagNietMogelijk, match="loopt al een aanvraag"):
        neem_aanvraag_op(plan.hulpvraag, ontvangen_op=vandaag(), hoe="brief", door=bram)


def test_tijdens_het_onderzoek_is_een_aanvraag_te_vroeg_tot_de_zes_weken_om_zijn(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), consulent(lvc)
    with pytest.raises(AanvraagNietMogelijk, match=r"2\.3\.2 lid 9"):
        neem_aanvraag_op(hulpvraag, ontvangen_op=vandaag(), hoe="brief", door=bram)
    later = datetime.combine(over(60), datetime.min.time(), tzinfo=ZoneInfo("Europe/Amsterdam"))
    with klok.op(later):
        assert neem_aanvraag_op(hulpvraag, ontvangen_op=vandaag(), hoe="brief", door=bram).status == "open"


# -- what it must say -----------------------------------------------------------------------------------------------------


def test_een_resultaat_zonder_activiteiten_wordt_geweigerd(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc, activiteiten=""))
    with pytest.raises(BesluitNietCompleet, match="ECLI:NL:CRVB:2018:3241") as fout:
        neem_besluit(besluit, door=consulent(lvc))
    assert "Begeleiding thuis" in str(fout.value)
    assert fout.value.regel_id == besluit.regels[0]


def test_de_activiteiten_mogen_in_het_besluit_zelf_staan(lvc: Wijk) -> None:
    plan = voor_besluit(lvc, activiteiten="")
    regel = plan.regels.get(product__isnull=False)
    besluit = concept(lvc, plan, activiteiten={str(regel.pk): "samen plannen: elke week"})
    assert neem_besluit(besluit, door=consulent(lvc)).status == Besluit.Status.GENOMEN


@pytest.mark.parametrize(
    ("regel", "wat", "frequentie"),
    [
        ("ramen wassen: vier keer per jaar", "ramen wassen", "vier keer per jaar"),
        ("- bed verschonen - elke twee weken", "bed verschonen", "elke twee weken"),
        ("stofzuigen, dweilen en afnemen, elke week", "stofzuigen, dweilen en afnemen", "elke week"),
        ("samen koken", "samen koken", "per week"),
    ],
)
def test_een_activiteit_heeft_altijd_een_frequentie(regel: str, wat: str, frequentie: str) -> None:
    gevonden = activiteiten(Arrangementregel(activiteiten=regel, frequentie="week"), {})
    assert [(a.wat, a.frequentie) for a in gevonden] == [(wat, frequentie)]


@pytest.mark.parametrize(
    ("minuten", "woorden"),
    [(None, ""), (30, "30 minuten per week"), (120, "2 uur per week"), (150, "2 uur en 30 minuten per week")],
)
def test_de_omvang_in_woorden(minuten: int | None, woorden: str) -> None:
    assert omvang(Arrangementregel(minuten_per_week=minuten)) == woorden


@pytest.mark.parametrize(
    ("anders", "melding"),
    [
        ({"motivering": " "}, "De redenen ontbreken"),
        ({"soort": "afwijzing"}, "welke oplossing volgens u wel past"),
        ({"soort": "gedeeltelijk", "wel_passend": "Buurthulp"}, "U kent alles toe"),
        ({"regels": []}, "niets aangevinkt"),
    ],
)
def test_wat_ontbreekt_wordt_bij_naam_genoemd(lvc: Wijk, anders: dict[str, object], melding: str) -> None:
    besluit = concept(lvc, voor_besluit(lvc), **anders)
    with pytest.raises(BesluitNietCompleet, match=melding):
        neem_besluit(besluit, door=lvc.als("Noor Verhoeven"))


def test_het_spoor_noemt_onderzoek_plan_en_regels_met_bron(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc))
    assert {s["stap"] for s in besluit.onderbouwing} == {"onderzoek", "plan", "regel"}
    assert all(s["zin"] and s["bron"] for s in besluit.onderbouwing)
    assert any("Dochter Anja" in s["zin"] for s in besluit.onderbouwing)
    assert any("2.3.5" in s["bron"] for s in besluit.onderbouwing)
    assert besluit.vorm == "activiteiten_en_frequenties"
    assert besluit.jaarkosten_cent == 12 * 310_00


# -- mandate and four eyes ------------------------------------------------------------------------------------------------


def test_het_mandaat_staat_bij_het_besluit_en_in_de_gebeurtenis(lvc: Wijk) -> None:
    besluit = neem_besluit(concept(lvc, voor_besluit(lvc)), door=consulent(lvc))
    assert besluit.mandaat is not None
    feiten = gebeurtenis("besluit.genomen").gegevens
    assert feiten["mandaat"] == besluit.mandaat.grondslag
    assert feiten["vier_ogen"] is False
    assert feiten["vier_ogen_nodig"] is False


def test_boven_het_bedrag_neemt_een_ander_dan_de_schrijver(lvc: Wijk) -> None:
    noor = lvc.als("Noor Verhoeven")
    besluit = concept(lvc, voor_besluit(lvc), "Noor Verhoeven")
    maak_duur(besluit, 2_500_00)
    besluit = wijzig_besluit(besluit, soort="toekenning", motivering="Zwaar.", door=noor)

    with pytest.raises(GeenMandaat, match="vier ogen") as fout:
        neem_besluit(besluit, door=noor)
    assert "Joost van den Berg" in str(fout.value)

    leg_voor_aan_tweede_lezer(besluit, aan=lvc.medewerker("Joost van den Berg"), door=noor)
    neem_besluit(besluit, door=lvc.als("Joost van den Berg"))
    assert gebeurtenis("besluit.genomen").gegevens["vier_ogen"] is True


def test_wie_als_tweede_lezer_herschrijft_wordt_zelf_schrijver(lvc: Wijk) -> None:
    noor = lvc.als("Noor Verhoeven")
    besluit = concept(lvc, voor_besluit(lvc))
    maak_duur(besluit, 2_500_00)
    besluit = wijzig_besluit(besluit, soort="toekenning", motivering="Mijn eigen woorden.", door=noor)
    with pytest.raises(GeenMandaat, match="schreef dit besluit zelf"):
        neem_besluit(besluit, door=noor)


def test_de_schrijver_is_nooit_de_tweede_lezer(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc))
    with pytest.raises(BesluitNietCompleet, match="Kies een collega"):
        leg_voor_aan_tweede_lezer(besluit, aan=lvc.medewerker("Bram Peeters"), door=consulent(lvc))


def test_een_genomen_besluit_wijzigt_niet_meer(lvc: Wijk) -> None:
    besluit = neem_besluit(concept(lvc, voor_besluit(lvc)), door=consulent(lvc))
    with pytest.raises(StapNietMogelijk):
        wijzig_besluit(besluit, soort="toekenning", motivering="Toch anders.", door=consulent(lvc))


# -- announcing -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("bekend_op", "tot"),
    [
        (date(2026, 11, 23), date(2027, 1, 4)),  # six weeks later, a Monday
        (date(2026, 11, 20), date(2027, 1, 4)),  # New Year's Day is free, and so is the weekend after it
        (date(2026, 11, 13), date(2026, 12, 28)),  # Christmas, Boxing Day, Sunday
    ],
)
def test_de_bezwaartermijn_eindigt_nooit_op_een_vrije_dag(lvc: Wijk, bekend_op: date, tot: date) -> None:
    moment = datetime(bekend_op.year, bekend_op.month, bekend_op.day, 10, tzinfo=ZoneInfo("Europe/Amsterdam"))
    with klok.op(moment):
        besluit = bekend(lvc)
    assert besluit.bezwaar_tot == tot
    bezwaar = Klok.objects.get(soort=Klok.Soort.BEZWAAR)
    assert (bezwaar.uiterlijk, bezwaar.status) == (tot, Klok.Status.LOOPT)
    assert Klok.objects.get(soort=Klok.Soort.BESLUIT).status == Klok.Status.GEHAALD
    feiten = gebeurtenis("besluit.bekendgemaakt").gegevens
    assert feiten["bezwaar_tot"] == tot.isoformat()
    assert feiten["op_tijd"] is True


def test_te_laat_bekend_telt_als_te_laat(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc))
    later = datetime.combine(over(30), datetime.min.time(), tzinfo=ZoneInfo("Europe/Amsterdam"))
    with klok.op(later):
        neem_besluit(besluit, door=consulent(lvc))
        maak_bekend(besluit, door=consulent(lvc))
    assert gebeurtenis("besluit.bekendgemaakt").gegevens["op_tijd"] is False


def test_bekendmaken_voor_het_nemen_kan_niet(lvc: Wijk) -> None:
    besluit = neem_besluit(concept(lvc, voor_besluit(lvc)), door=consulent(lvc))
    with pytest.raises(BesluitNietCompleet, match="Kies een latere dag"):
        maak_bekend(besluit, door=consulent(lvc), op=over(-1))


def test_na_een_afwijzing_kan_de_vraag_dicht_als_afgewezen(lvc: Wijk) -> None:
    noor = lvc.als("Noor Verhoeven")
    besluit = concept(lvc, voor_besluit(lvc), soort="afwijzing", wel_passend="Koffie in het dorpshuis.")
    neem_besluit(besluit, door=noor)
    maak_bekend(besluit, door=noor)
    assert sluit_af(besluit.hulpvraag, uitkomst="afgewezen", door=noor).stap == Stap.AFGESLOTEN


def test_een_ingetrokken_besluit_opent_de_aanvraag_weer(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    trek_besluit_in(besluit, reden="Verkeerd adres van de aanbieder.", door=consulent(lvc))
    assert Aanvraag.objects.get().status == Aanvraag.Status.OPEN
    assert besluit.hulpvraag.stap == Stap.BESLUIT
    with pytest.raises(BesluitNietCompleet, match="waarom"):
        trek_besluit_in(concept_erbij(lvc, besluit), reden=" ", door=consulent(lvc))


def concept_erbij(wijk: Wijk, besluit: Besluit) -> Besluit:
    from wijkspil.besluiten.actions import stel_besluit_op

    return stel_besluit_op(
        besluit.aanvraag, besluit.plan, soort="toekenning", motivering="Nu goed.", door=consulent(wijk)
    )


# -- agreements -----------------------------------------------------------------------------------------------------------


def test_een_product_dat_altijd_een_besluit_vraagt_kan_geen_afspraak_worden(lvc: Wijk) -> None:
    plan = voor_besluit(lvc)
    with pytest.raises(AfspraakNietMogelijk, match="Begeleiding thuis is altijd een besluit nodig"):
        maak_afspraak(plan.hulpvraag, plan, tekst="Wij spreken af.", door=consulent(lvc))


def test_een_besluit_op_verzoek_kan_altijd_en_wordt_geteld(alphen: Wijk) -> None:
    plan, tobias = voor_afspraak(alphen), consulent(alphen)
    zet_om_in_aanvraag(plan.hulpvraag, door=tobias)
    assert plan.hulpvraag.stap == Stap.BESLUIT
    feiten = gebeurtenis("besluit.verzocht").gegevens
    assert feiten == {"stap": "afspraak", "met_afspraak": False}
