"""Letters per event: from one case record, once, without BSN, without a protected address, held back or sent (L1, L3, A6, X2)."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from tests.besluiten.verhaal import bekend, concept, gebeurtenis, over, voor_afspraak, voor_besluit
from tests.brieven.lezen import alles, eigenschappen
from tests.plannen.verhaal import consulent
from tests.wijk import Wijk
from wijkspil.besluiten.actions import BekendmakingBlijft, maak_afspraak, maak_bekend, neem_besluit
from wijkspil.besluiten.models import Besluit
from wijkspil.brieven.actions import BriefNietMeerWaar, houd_tegen, pdf_van, verzend
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Uitgaand
from wijkspil.core.schrijven import schrijven_open
from wijkspil.inwoners.actions import NieuweInwoner, wijzig_inwoner
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.regels.onderzoek import Stap as Onderzoekstap
from wijkspil.toegang.actions import (
    leg_gesprek_vast,
    neem_terug,
    plan_gesprek,
    rond_gesprek_af,
    rond_onderzoek_af,
    sluit_af,
    start_onderzoek,
    vul_onderzoek_in,
)
from wijkspil.toegang.models import Hulpvraag, Klok, Stap

GEHEIM = NieuweInwoner(
    achternaam="Schuil",
    roepnaam="Ria",
    voornamen="Maria",
    bsn="999900006",
    straat="Verborgenlaan",
    huisnummer="7",
    postcode="5431AB",
    woonplaats="Cuijk",
    geheim_adres=True,
)


def melding(wijk: Wijk) -> Hulpvraag:
    return wijk.melding()


def uitnodiging(wijk: Wijk) -> Hulpvraag:
    hulpvraag = wijk.melding()
    plan_gesprek(hulpvraag, moment=timezone.now() + timedelta(days=3), plaats="thuis", door=consulent(wijk))
    return hulpvraag


def verslag(wijk: Wijk) -> Hulpvraag:
    hulpvraag, bram = wijk.melding(), consulent(wijk)
    gesprek = plan_gesprek(hulpvraag, moment=timezone.now(), plaats="thuis", door=bram)
    leg_gesprek_vast(gesprek, door=bram, identiteit_vastgesteld=True, pgb_uitgelegd=True)
    rond_gesprek_af(gesprek, door=bram)
    onderzoek = start_onderzoek(hulpvraag, door=bram)
    for stap in list(Onderzoekstap)[:4]:
        vul_onderzoek_in(onderzoek, stap=stap.value, tekst="Mevrouw kookt zelf.", door=bram)
    return rond_onderzoek_af(onderzoek, door=bram)


def besluit(wijk: Wijk) -> Hulpvraag:
    return bekend(wijk).hulpvraag


@pytest.mark.parametrize(
    ("verhaal", "sjabloon", "zin"),
    [
        (melding, "ontvangstbevestiging", "Wij bellen u uiterlijk"),
        (uitnodiging, "uitnodiging_gesprek", "bij u thuis"),
        (verslag, "onderzoeksverslag", "Mevrouw kookt zelf."),
        (besluit, "beschikking", "zes weken"),
    ],
)
def test_elke_gebeurtenis_geeft_een_brief_en_nooit_een_tweede(
    lvc: Wijk, verhaal: Callable[[Wijk], Hulpvraag], sjabloon: str, zin: str
) -> None:
    hulpvraag = verhaal(lvc)
    uitbox.leeg(lvc.gemeente.pk)
    for rij in Uitgaand.objects.filter(soort="brief"):  # a killed worker: everything comes by once more
        with schrijven_open():
            Uitgaand.objects.filter(pk=rij.pk).update(status=Uitgaand.Status.WACHT)
    uitbox.leeg(lvc.gemeente.pk)

    brief = Brief.objects.get(sjabloon=sjabloon)
    assert brief.status == Brief.Status.KLAAR
    assert brief.hulpvraag == hulpvraag
    tekst = alles(bytes(brief.pdf or b""))
    assert zin in tekst
    assert "C.M. de Wit" in tekst
    assert "Kerkstraat 12" in tekst
    assert brief.kenmerk in tekst
    assert f"van {brief.paginas}" in tekst
    assert "999900006" not in tekst + str(brief.gegevens) + eigenschappen(bytes(brief.pdf or b""))


def test_een_afspraak_wordt_bevestigd_met_het_recht_op_een_besluit(alphen: Wijk) -> None:
    plan = voor_afspraak(alphen)
    maak_afspraak(plan.hulpvraag, plan, tekst="Ik wil weer onder de mensen komen.", door=consulent(alphen))
    uitbox.leeg(alphen.gemeente.pk)
    tekst = alles(bytes(Brief.objects.get(sjabloon="afspraakbevestiging").pdf or b""))
    assert "Ik wil weer onder de mensen komen." in tekst
    assert "Dochter Anja" in tekst
    assert "U kunt altijd om een besluit vragen" in tekst


def test_wie_terugkomt_krijgt_weer_een_bevestiging(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), consulent(lvc)
    uitbox.leeg(lvc.gemeente.pk)
    sluit_af(hulpvraag, uitkomst="zelf_opgelost", door=bram)
    neem_terug(hulpvraag, door=bram)
    uitbox.leeg(lvc.gemeente.pk)
    assert Brief.objects.filter(sjabloon="ontvangstbevestiging").count() == 2


def test_een_onderzoek_zonder_gesprek_geeft_een_verslag_dat_dat_zegt(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), consulent(lvc)
    onderzoek = start_onderzoek(hulpvraag, door=bram)
    for stap in list(Onderzoekstap)[:4]:
        vul_onderzoek_in(onderzoek, stap=stap.value, tekst="Besproken.", door=bram)
    rond_onderzoek_af(onderzoek, door=bram)
    uitbox.leeg(lvc.gemeente.pk)
    assert (
        Uitgaand.objects.get(sleutel=f"onderzoeksverslag:{onderzoek.pk}").status == Uitgaand.Status.VERWERKT
    )
    tekst = alles(bytes(Brief.objects.get(sjabloon="onderzoeksverslag").pdf or b""))
    assert "was geen gesprek" in tekst
    assert "nog niet vastgesteld" in tekst
    pagina = lvc.browser("Bram Peeters").get(lvc.url(f"vraag/{hulpvraag.pk}/brieven/")).content.decode()
    assert "Een brief kan nog niet worden gemaakt" not in pagina


# -- protected address ----------------------------------------------------------------------------------------------------


def test_een_geheim_adres_staat_nergens(lvc: Wijk) -> None:
    lvc.melding(wie=GEHEIM, team_id=lvc.team("Sociaal Kernteam Cuijk").pk)
    uitbox.leeg(lvc.gemeente.pk)
    brief = Brief.objects.get()
    alle_tekst = alles(bytes(brief.pdf or b"")) + eigenschappen(bytes(brief.pdf or b"")) + str(brief.gegevens)
    assert "Verborgenlaan" not in alle_tekst
    assert "5431" not in alle_tekst.replace("5430", "")
    assert "Adres bekend bij de gemeente" in alle_tekst


def test_een_geheim_adres_in_de_woorden_houdt_de_brief_tegen(lvc: Wijk) -> None:
    lvc.melding(
        wie=GEHEIM,
        team_id=lvc.team("Sociaal Kernteam Cuijk").pk,
        vraag="Niemand mag weten dat ik in de Verborgenlaan woon.",
    )
    uitbox.leeg(lvc.gemeente.pk)
    assert not Brief.objects.exists()
    fout = Uitgaand.objects.get(soort="brief").fout
    assert "beschermd" in fout
    assert "Verborgenlaan" not in fout


def test_wordt_het_adres_later_geheim_dan_gaat_de_brief_zonder_adres(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    uitbox.leeg(lvc.gemeente.pk)
    wijzig_inwoner(hulpvraag.inwoner, geheim_adres=True, door=consulent(lvc))
    brief = Brief.objects.select_related("inwoner").get()
    assert "Kerkstraat" not in alles(pdf_van(brief))
    verzend(brief, door=consulent(lvc))
    assert "Kerkstraat" not in alles(bytes(Brief.objects.get().pdf or b""))


def test_een_bsn_in_de_redenen_houdt_de_bekendmaking_tegen(lvc: Wijk) -> None:
    besluit = concept(lvc, voor_besluit(lvc), motivering="Mevrouw (999900006) kan dit niet zelf.")
    neem_besluit(besluit, door=consulent(lvc))
    with pytest.raises(BriefFout, match="burgerservicenummer"), transaction.atomic():
        maak_bekend(besluit, door=consulent(lvc))
    assert Besluit.objects.get().status == Besluit.Status.GENOMEN
    assert not Brief.objects.filter(sjabloon="beschikking").exists()


# -- contents of the decision letter --------------------------------------------------------------------------------------


def test_uren_blijven_achter_het_resultaat(lvc: Wijk) -> None:
    besluit(lvc)
    uitbox.leeg(lvc.gemeente.pk)
    tekst = alles(bytes(Brief.objects.get(sjabloon="beschikking").pdf or b""))
    assert "Omvang" not in tekst
    assert "30 minuten" not in tekst


@pytest.mark.parametrize(
    ("begin", "zinnen"),
    [
        ("2026-12-01", ["niet meer dan € 21,80 per maand", "het kan nog anders zijn"]),
        ("2027-01-01", ["Het CAK vertelt u hoe hoog het bedrag is", "nog niet bekend"]),
    ],
)
def test_de_bijdrage_zegt_niet_meer_dan_we_weten(lvc: Wijk, begin: str, zinnen: list[str]) -> None:
    from datetime import date

    bekend(lvc, ingangsdatum=date.fromisoformat(begin))
    uitbox.leeg(lvc.gemeente.pk)
    tekst = alles(bytes(Brief.objects.get(sjabloon="beschikking").pdf or b""))
    assert all(zin in tekst for zin in zinnen), tekst


# -- sending and holding back ---------------------------------------------------------------------------------------------


def test_verzenden_gebeurt_een_keer_en_op_een_dag(lvc: Wijk) -> None:
    lvc.melding()
    uitbox.leeg(lvc.gemeente.pk)
    brief = verzend(Brief.objects.select_related("inwoner").get(), door=consulent(lvc))
    assert (brief.status, brief.verzonden_op) == (Brief.Status.VERZONDEN, vandaag())
    assert gebeurtenis("brief.verzonden").gegevens["sjabloon"] == "ontvangstbevestiging"


def test_een_besluit_gaat_weg_op_zijn_eigen_dag(lvc: Wijk) -> None:
    bekend(lvc)
    uitbox.leeg(lvc.gemeente.pk)
    brief = Brief.objects.select_related("inwoner").get(sjabloon="beschikking")
    with pytest.raises(BriefNietMeerWaar, match="stel hem opnieuw op"):
        verzend(brief, door=consulent(lvc), op=over(2))


def test_een_tegengehouden_besluit_is_niet_bekend_en_kan_opnieuw(lvc: Wijk) -> None:
    besluit, bram = bekend(lvc), consulent(lvc)
    uitbox.leeg(lvc.gemeente.pk)
    assert Toewijzing.objects.filter(status=Toewijzing.Status.OPGEDRAGEN).exists()

    houd_tegen(
        Brief.objects.get(sjabloon="beschikking"), reden="De naam van de aanbieder klopt niet.", door=bram
    )

    besluit = Besluit.objects.select_related("hulpvraag", "aanvraag", "plan").get()
    assert (besluit.status, besluit.bezwaar_tot) == (Besluit.Status.GENOMEN, None)
    assert besluit.hulpvraag.stap == Stap.BESLUIT
    assert Klok.objects.get(soort=Klok.Soort.BEZWAAR).status == Klok.Status.VERVALLEN
    assert Klok.objects.filter(soort=Klok.Soort.BESLUIT, status=Klok.Status.LOOPT).count() == 1
    assert not Toewijzing.objects.filter(besluit=besluit, status=Toewijzing.Status.OPGEDRAGEN).exists()

    maak_bekend(besluit, door=bram)
    uitbox.leeg(lvc.gemeente.pk)
    assert Brief.objects.filter(sjabloon="beschikking", status=Brief.Status.KLAAR).count() == 1


def test_terughalen_kan_niet_meer_als_de_hulp_is_begonnen(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    with schrijven_open():
        Hulpvraag.objects.filter(pk=besluit.hulpvraag.pk).update(stap=Stap.LEVERING)
    with pytest.raises(BekendmakingBlijft), transaction.atomic():
        houd_tegen(Brief.objects.get(sjabloon="beschikking"), reden="Te laat.", door=consulent(lvc))
