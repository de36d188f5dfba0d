"""The resident's own plan with its seven days, four parts, two roles of direction, and room without a new decision."""

from datetime import timedelta
from typing import Any

import pytest

from tests.ondersteuning.opdrachten import bewaar, regel
from tests.plannen.verhaal import consulent, gratis, laatste, maatwerk, met_plan, tot_arrangement
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen.actions import stel_arrangement_vast
from wijkspil.plannen.actions.band import leg_band_vast, stel_bij_binnen_band
from wijkspil.plannen.actions.eigen_plan import schrijf_eigen_plan
from wijkspil.plannen.models import Arrangementregel, EigenPlan, Regierol
from wijkspil.regels.bandbreedte import BuitenDeBand
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie


def pad(wijk: Wijk, hulpvraag: Hulpvraag, rest: str) -> str:
    return wijk.url(f"vraag/{hulpvraag.pk}/{rest}")


PLAN = {
    "via": "papier",
    "wat_wil_ik": "Ik wil in mijn huis blijven.",
    "wat_doe_ik": "Mijn zus kookt op zondag.",
    "wat_vraag_ik": "",
}


def test_de_zeven_dagen_staan_er_met_uitleg(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "eigen-plan/")).content.decode()
    assert "Waarom deze datum?" in inhoud and "binnen zeven dagen na de melding" in inhoud


def test_een_plan_op_papier_wordt_een_document_en_het_onderzoek_weegt_het(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    adres = pad(lvc, hulpvraag, "eigen-plan/")
    leeg = bram.post(adres, {"via": "papier", "wat_wil_ik": " "})
    assert leeg.status_code == 422 and "Het plan is nog leeg" in leeg.content.decode()
    assert bram.post(adres, PLAN).status_code == 302
    eigen = EigenPlan.objects.get()
    assert (eigen.ontvangen_op, eigen.via) == (vandaag(), "papier")
    assert laatste("eigenplan.ontvangen").gegevens["binnen_termijn"] is True
    inhoud = bram.get(adres).content.decode()
    assert "Mijn zus kookt op zondag." in inhoud and "binnen de zeven dagen" in inhoud
    assert "nog niet gewogen" in bram.get(pad(lvc, hulpvraag, "onderzoek/")).content.decode()

    oud = eigen.rev
    assert (
        bram.post(adres, {"rev": oud, "hoe_gebruikt": "Alles overgenomen, behalve de zondag."}).status_code
        == 302
    )
    eigen.refresh_from_db()
    assert (eigen.gewogen_door, eigen.gewogen_op) == ("Bram Peeters", vandaag())
    botst = bram.post(adres, {"rev": oud, "hoe_gebruikt": "Anders gezien."})
    assert botst.status_code == 409
    assert "behalve de zondag" in botst.content.decode() and "Anders gezien." in botst.content.decode()


def test_wie_nog_schrijft_wordt_niet_meegelezen(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    schrijf_eigen_plan(hulpvraag, door=consulent(lvc), wat_wil_ik="Nog geheim")
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "eigen-plan/")).content.decode()
    assert "nog aan het schrijven" in inhoud and "Nog geheim" not in inhoud


def test_het_plan_staat_in_vier_delen(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    gratis(plan, lvc, "netwerk")
    gratis(plan, lvc, "algemene_voorziening", wat="Koffieochtend", wie="Dorpshuis")
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, plan.hulpvraag, "plan/")).content.decode()
    assert [
        inhoud.index(f"<h4>{kop}") for kop in ("Eigen deel", "Informeel deel", "Eerste lijn", "Tweede lijn")
    ] == sorted(
        inhoud.index(f"<h4>{kop}") for kop in ("Eigen deel", "Informeel deel", "Eerste lijn", "Tweede lijn")
    )
    assert "Niets: een indicatie is niet nodig." in inhoud
    assert (
        inhoud.index("Informeel deel")
        < inhoud.index("Boodschappen doen")
        < inhoud.index("Eerste lijn")
        < inhoud.index("Koffieochtend")
    )


def test_regie_heeft_twee_rollen_of_een_reden(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    adres = pad(lvc, hulpvraag, "regie/")
    assert bram.post(adres, {"soort": "casus", "wie": "Anja de Wit"}).status_code == 302
    assert (
        bram.post(
            adres, {"soort": "proces", "ontbreekt": "partij_weigert", "toelichting": "De kliniek wil niet."}
        ).status_code
        == 302
    )
    beide = bram.post(adres, {"soort": "proces", "wie": "Noor", "ontbreekt": "niet_nodig"})
    assert (
        beide.status_code == 422
        and "Een van de twee" in beide.content.decode()
        and "Noor" in beide.content.decode()
    )
    assert bram.post(adres, {"soort": "casus", "wie": "Noor Verhoeven"}).status_code == 302
    inhoud = bram.get(adres).content.decode()
    assert "Noor Verhoeven" in inhoud and "Anja de Wit" in inhoud and "wil of kan niet" in inhoud
    assert Regierol.objects.filter(tot__isnull=True).count() == 2
    assert [
        g.gegevens["ontbreekt"] for g in Gebeurtenis.objects.filter(soort="regierol.belegd").order_by("id")
    ] == ["", "partij_weigert", ""]


def uren_regel(wijk: Wijk, **anders: Any) -> Arrangementregel:
    velden = {
        "eenheid": "04",
        "volume": 4,
        "frequentie": "week",
        "band_van": 3,
        "band_tot": 5,
        "status": "loopt",
    }
    return regel(wijk, **(velden | anders))


def test_binnen_de_band_kan_het_zonder_besluit(lvc: Wijk) -> None:
    r, bram = uren_regel(lvc), lvc.browser("Bram Peeters")
    adres = pad(lvc, r.plan.hulpvraag, f"arrangement/{r.pk}/bijstellen/")
    assert "van 3 tot en met 5" in bram.get(adres).content.decode()
    assert (
        bram.post(adres, {"volume": 5, "reden": "Het gaat even slechter.", "rev": r.rev}).status_code == 302
    )
    r.refresh_from_db()
    assert r.volume == 5
    gebeurd = laatste("arrangementregel.bijgesteld").gegevens
    assert (gebeurd["was"], gebeurd["wordt"], gebeurd["omhoog"]) == (4, 5, True)

    buiten = bram.post(adres, {"volume": 6, "reden": "Nog meer.", "rev": r.rev})
    assert buiten.status_code == 422 and "tot en met 5" in buiten.content.decode()
    oud = bram.post(adres, {"volume": 4, "reden": "Toch.", "rev": 1})
    assert oud.status_code == 409


def test_de_opdracht_en_het_bericht_gaan_mee(lvc: Wijk) -> None:
    r = uren_regel(lvc)
    opdracht = bewaar(
        lvc,
        Toewijzing(
            hulpvraag=r.plan.hulpvraag, inwoner=r.plan.inwoner, regel=r, aanbieder=r.aanbieder, product=r.product, nummer=901,
            met_berichten=True, toegewezen_op=r.gemaakt_op, ingang=vandaag() - timedelta(days=9), volume=4, eenheid="04", frequentie="2",
            status=Toewijzing.Status.GESTART,
        ),
    )  # fmt: skip
    stel_bij_binnen_band(r, volume=3, reden="Het gaat beter.", afgestemd=True, door=consulent(lvc))
    opdracht.refresh_from_db()
    nieuw = Toewijzing.objects.exclude(pk=opdracht.pk).get()
    assert opdracht.einde == vandaag() and (nieuw.volume, nieuw.ingang) == (3, vandaag() + timedelta(days=1))
    assert Gebeurtenis.objects.filter(soort="toewijzing.gewijzigd").exists()


def test_buiten_de_band_zegt_de_regel_het_ook(lvc: Wijk) -> None:
    r = uren_regel(lvc)
    with pytest.raises(BuitenDeBand, match="nieuw besluit"):
        stel_bij_binnen_band(r, volume=9, reden="Veel meer", door=consulent(lvc))


def test_de_band_komt_uit_de_werkwijze_bij_het_vaststellen(lvc: Wijk) -> None:
    werkwijze = laad_versie(lvc.werkwijze)
    ruim = werkwijze.model_copy(
        update={"bandbreedte": werkwijze.bandbreedte.model_copy(update={"omlaag": 50, "omhoog": 25})}
    )
    r = uren_regel(lvc, band_van=None, band_tot=None)
    leg_band_vast(r, ruim)
    assert (r.band_van, r.band_tot) == (2, 5)
    leg_band_vast(
        r,
        werkwijze.model_copy(
            update={"bandbreedte": werkwijze.bandbreedte.model_copy(update={"omlaag": 0, "omhoog": 0})}
        ),
    )
    assert r.band_van is None


def test_bij_een_vast_bedrag_voor_een_resultaat_is_er_geen_aantal(lvc: Wijk) -> None:
    plan = tot_arrangement(lvc)
    r = maatwerk(plan, lvc)
    stel_arrangement_vast(plan, door=consulent(lvc))
    r.refresh_from_db()
    assert r.band_van is None
    inhoud = (
        lvc.browser("Bram Peeters")
        .get(pad(lvc, plan.hulpvraag, f"arrangement/{r.pk}/bijstellen/"))
        .content.decode()
    )
    assert "zelf vaker of minder vaak" in inhoud


@pytest.mark.parametrize(
    "rest",
    [
        "eigen-plan/",
        "regie/",
        "momenten/",
        "huishouden/",
        "positieve-gezondheid/",
        "gesprekswijzer/",
        "clientondersteuning/",
    ],
)
def test_elke_bladzijde_is_er_alleen_voor_wie_er_iets_mee_te_maken_heeft(
    lvc: Wijk, rest: str, django_assert_max_num_queries: Any
) -> None:
    hulpvraag = met_plan(lvc).hulpvraag
    bram = lvc.browser("Bram Peeters")
    with django_assert_max_num_queries(20):
        assert bram.get(pad(lvc, hulpvraag, rest)).status_code == 200
    assert lvc.browser("Yusuf Demir").get(pad(lvc, hulpvraag, rest)).status_code == 403
    assert bram.delete(pad(lvc, hulpvraag, rest)).status_code == 405
