"""Ways on beside help: nothing on purpose with its way back, rest with a right of return, eighteen, Wlz and crisis."""

from datetime import timedelta
from typing import Any

from tests.ondersteuning.opdrachten import regel
from tests.plannen.verhaal import laatste, maatwerk, met_plan
from tests.wijk import Wijk
from wijkspil.core.klok import vandaag
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.ondersteuning.actions import draag_regel_op, start_levering
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.plannen.models import Planmoment, Vervolgweg
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.actions import neem_terug, sluit_af
from wijkspil.toegang.models import Hulpvraag, Stap


def pad(wijk: Wijk, hulpvraag: Hulpvraag, weg: str = "") -> str:
    return wijk.url(f"vraag/{hulpvraag.pk}/vervolg/" + (f"{weg}/" if weg else ""))


def over(dagen: int) -> str:
    return (vandaag() + timedelta(days=dagen)).isoformat()


def niets_doen(wijk: Wijk, **anders: Any) -> Hulpvraag:
    hulpvraag = wijk.melding()
    data = {
        "reden": "Zij wil het zelf proberen.",
        "inwoner_zegt": "Laat mij maar.",
        "doeldag": over(90),
        "besproken": "on",
    }
    antwoord = wijk.browser("Bram Peeters").post(pad(wijk, hulpvraag, "niets-doen"), data | anders)
    assert antwoord.status_code == 302, antwoord.content.decode()
    hulpvraag.refresh_from_db()
    return hulpvraag


def test_het_overzicht_legt_elke_weg_uit(lvc: Wijk) -> None:
    inhoud = lvc.browser("Bram Peeters").get(pad(lvc, lvc.melding())).content.decode()
    for naam in (
        "Verantwoord niets doen",
        "Rust met recht op terugkeer",
        "Van jeugdhulp naar volwassen",
        "Van Wmo naar Wlz",
        "Van crisis naar gewone hulp",
    ):
        assert naam in inhoud


def test_niets_doen_sluit_af_en_komt_op_de_lijst(lvc: Wijk) -> None:
    hulpvraag = niets_doen(lvc)
    assert (hulpvraag.stap, hulpvraag.uitkomst) == (Stap.AFGESLOTEN, Hulpvraag.Uitkomst.NIETS_DOEN)
    moment = Planmoment.objects.get()
    assert (moment.soort, moment.op) == ("terugkijken", hulpvraag.terugkijken_op)
    assert laatste("vervolgweg.begonnen").gegevens["soort"] == "niets_doen"
    assert (
        "Laat mij maar."
        in lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "niets-doen")).content.decode()
    )


def test_niets_doen_vraagt_een_reden_een_dag_en_een_gesprek(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    antwoord = lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag, "niets-doen"),
        {"reden": "Omdat zij het wil.", "doeldag": vandaag().isoformat(), "besproken": "on"},
    )
    inhoud = antwoord.content.decode()
    assert antwoord.status_code == 422
    assert "een dag die nog komt" in inhoud and "Omdat zij het wil." in inhoud
    zonder = lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag, "niets-doen"), {"reden": "", "doeldag": over(9)}
    )
    assert "Bespreek het met de inwoner" in zonder.content.decode()
    assert not Vervolgweg.objects.exists()


def test_overlast_brengt_de_vraag_alleen_terug_als_het_echt_is(lvc: Wijk) -> None:
    hulpvraag, bram = niets_doen(lvc), lvc.browser("Bram Peeters")
    bram.post(
        pad(lvc, hulpvraag, "niets-doen"), {"overlast": "ja", "wat": "De radio staat hard.", "ernstig": "nee"}
    )
    hulpvraag.refresh_from_db()
    assert hulpvraag.stap == Stap.AFGESLOTEN
    bram.post(
        pad(lvc, hulpvraag, "niets-doen"),
        {"overlast": "ja", "wat": "Ratten in het trapportaal.", "ernstig": "ja"},
    )
    hulpvraag.refresh_from_db()
    assert (hulpvraag.stap, hulpvraag.ronde) == (Stap.MELDING, 2)
    assert "Ratten in het trapportaal." in hulpvraag.vraag
    assert Vervolgweg.objects.get().status == Vervolgweg.Status.TERUG
    assert Planmoment.objects.get().status == Planmoment.Status.VERVALLEN


def test_makkelijk_terug_met_een_knop(lvc: Wijk) -> None:
    hulpvraag = niets_doen(lvc)
    lvc.browser("Bram Peeters").post(
        pad(lvc, hulpvraag, "niets-doen"), {"afloop": "Zij belt zelf weer.", "terug": "ja"}
    )
    hulpvraag.refresh_from_db()
    assert hulpvraag.stap == Stap.MELDING


def lopende_hulp(wijk: Wijk, code: str = "02T01") -> Toewijzing:
    """Alphen: help by the consortium, without messages, that began a month ago."""
    r = regel(wijk, code=code, trede="algemene_voorziening", van=vandaag() - timedelta(days=40))
    toewijzing = draag_regel_op(r.plan.hulpvraag, r, door=wijk.als("Tobias de Wit"))
    assert not toewijzing.met_berichten
    start_levering(toewijzing, op=vandaag() - timedelta(days=30), door=wijk.als("Tobias de Wit"))
    return toewijzing


def test_rust_laat_de_hulp_slapen_en_terugkeren_kan_zonder_besluit(alphen: Wijk) -> None:
    toewijzing = lopende_hulp(alphen)
    hulpvraag, tobias = toewijzing.hulpvraag, alphen.browser("Tobias de Wit")
    data = {"wat_rust": [str(toewijzing.pk)], "reden": "Probeert betaald werk.", "doeldag": over(180)}
    antwoord = tobias.post(pad(alphen, hulpvraag, "rust"), data)
    assert antwoord.status_code == 302, antwoord.content.decode()
    toewijzing.refresh_from_db()
    assert toewijzing.status == Toewijzing.Status.TIJDELIJK_GESTOPT

    # the same day can't hold a stop and a start; a return is later
    levering = toewijzing.leveringen.get()
    assert levering.reden_einde == "20"
    antwoord = tobias.post(pad(alphen, hulpvraag, "rust"), {"afloop": "Het werk lukte niet.", "terug": "ja"})
    assert antwoord.status_code == 302, antwoord.content.decode()
    toewijzing.refresh_from_db()
    assert toewijzing.status == Toewijzing.Status.GESTART
    assert Vervolgweg.objects.get().status == Vervolgweg.Status.TERUG


def jongere(wijk: Wijk, maanden_tot_18: int) -> Hulpvraag:
    hulpvraag = wijk.melding()
    geboren = plus_maanden(vandaag(), maanden_tot_18 - 216)
    wijzig_inwoner(hulpvraag.inwoner, geboortedatum=geboren, door=wijk.als("Bram Peeters"))
    return hulpvraag


def test_bijna_achttien_staat_op_de_lijst_tot_er_een_plan_is(lvc: Wijk) -> None:
    hulpvraag, bram = jongere(lvc, 5), lvc.browser("Bram Peeters")
    lijst = bram.get(lvc.url("bijna-18/")).content.decode()
    assert "Toos de Wit" in lijst and "nog niet, binnen een half jaar" in lijst
    pagina = bram.get(pad(lvc, hulpvraag, "naar-18")).content.decode()
    assert "niets: een gat" in pagina and "Individuele begeleiding" in pagina

    data = {
        "jeugdhulp": ["begeleiding", "behandeling"],
        "reden": "Bijna achttien",
        "doeldag": plus_maanden(vandaag(), 5).isoformat(),
    }
    assert bram.post(pad(lvc, hulpvraag, "naar-18"), data).status_code == 302
    momenten = list(Planmoment.objects.order_by("op"))
    assert len(momenten) == 2, "wat voorbij is, komt niet meer op de lijst"
    assert all(m.soort == "overgang" for m in momenten)
    assert "nog niet, binnen een half jaar" not in bram.get(lvc.url("bijna-18/")).content.decode()


def test_wie_te_jong_of_al_volwassen_is_staat_er_niet(lvc: Wijk) -> None:
    jongere(lvc, 25)
    assert (
        "Niemand van u of uw team" in lvc.browser("Bram Peeters").get(lvc.url("bijna-18/")).content.decode()
    )


def test_zonder_geboortedatum_zegt_de_pagina_wat_er_mist(lvc: Wijk) -> None:
    assert (
        "geboortedatum is nog niet bekend"
        in lvc.browser("Bram Peeters").get(pad(lvc, lvc.melding(), "naar-18")).content.decode()
    )


def test_naar_de_wlz_vraagt_of_de_hulp_blijft_en_vergelijkt_de_bijdrage(lvc: Wijk) -> None:
    plan = met_plan(lvc)
    maatwerk(plan, lvc, wie="Stap voor Stap")
    bram, adres = lvc.browser("Bram Peeters"), pad(lvc, plan.hulpvraag, "naar-wlz")
    eerst = bram.get(adres).content.decode()
    assert "Stap voor Stap" in eerst and "nog niet bekend" in eerst and "zekerheid:" in eerst
    data = {
        "blijft_0": "nee",
        "reden": "Dag en nacht toezicht nodig.",
        "doeldag": over(60),
        "bijdrage_straks": "201.80",
    }
    mist = bram.post(adres, data)
    assert mist.status_code == 422 and "Stap voor Stap kan niet blijven" in mist.content.decode()
    assert (
        bram.post(
            adres, data | {"reden_wissel": "Levert geen Wlz; de nieuwe loopt een maand mee."}
        ).status_code
        == 302
    )
    weg = Vervolgweg.objects.get()
    assert weg.feiten["bijdrage_straks_cent"] == 20180
    assert laatste("vervolgweg.begonnen").gegevens["wisselt"] == 1
    assert "€ 180,00" in bram.get(adres).content.decode().replace("\xa0", " ")


def test_na_een_crisis_blijft_wie_hielp(lvc: Wijk) -> None:
    hulpvraag, bram = lvc.melding(), lvc.browser("Bram Peeters")
    data = {
        "crisishulp": "Crisisdienst De Maas",
        "crisis_blijft": "ja",
        "reden": "De crisis is voorbij.",
        "doeldag": over(20),
    }
    assert bram.post(pad(lvc, hulpvraag, "na-crisis"), data).status_code == 302
    inhoud = bram.get(pad(lvc, hulpvraag, "na-crisis")).content.decode()
    assert "Crisisdienst De Maas" in inhoud and "kan blijven" in inhoud


def test_alleen_wie_er_iets_mee_te_maken_heeft(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    assert lvc.browser("Yusuf Demir").get(pad(lvc, hulpvraag, "rust")).status_code == 403
    assert lvc.browser("Bram Peeters").get(pad(lvc, hulpvraag, "zomaar")).status_code == 404
    assert lvc.browser("Bram Peeters").delete(pad(lvc, hulpvraag, "rust")).status_code == 405


def test_ook_wie_op_een_andere_plek_afsluit_houdt_de_belofte(lvc: Wijk) -> None:
    hulpvraag = lvc.melding()
    sluit_af(
        hulpvraag,
        uitkomst="niets_doen",
        reden="Zij wil het zo.",
        terugkijken_op=vandaag() + timedelta(days=60),
        door=lvc.als("Bram Peeters"),
    )
    moment = Planmoment.objects.get()
    assert (moment.soort, moment.op, moment.status) == ("terugkijken", vandaag() + timedelta(days=60), "open")
    neem_terug(hulpvraag, door=lvc.als("Samira Bouzid"), vraag="Het gaat niet meer.")
    moment.refresh_from_db()
    assert moment.status == "vervallen", "de vraag is al terug"


def test_terugnemen_langs_de_gewone_weg_maakt_een_einde_aan_niets_doen(lvc: Wijk) -> None:
    hulpvraag = niets_doen(lvc)
    neem_terug(hulpvraag, door=lvc.als("Samira Bouzid"))
    assert Vervolgweg.objects.get().status == Vervolgweg.Status.TERUG
