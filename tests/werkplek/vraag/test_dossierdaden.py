"""What is done on a file: contact, melding, urgency, giving it away, closing, coming back."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.toegang.actions import beoordeel_spoed, neem_contact_op, sluit_af, wijs_toe
from wijkspil.toegang.models import Contactmoment, Hulpvraag

DADEN = ("melding", "contact", "woorden", "spoed", "toewijzen", "terugnemen", "afsluiten")


def post(wijk: Wijk, naam: str, vraag: Hulpvraag, daad: str, /, **velden: Any) -> Any:
    velden = {"rev": vraag.rev} | velden
    return wijk.browser(naam).post(wijk.url(f"vraag/{vraag.pk}/{daad}/"), velden)


@pytest.mark.parametrize("daad", DADEN)
def test_alleen_wie_iets_met_de_vraag_heeft_komt_erin(lvc: Wijk, alphen: Wijk, daad: str) -> None:
    with binnen(lvc.gemeente.pk):
        vraag = lvc.melding()
        pad = lvc.url(f"vraag/{vraag.pk}/{daad}/")
        assert lvc.browser("Samira Bouzid").get(pad).status_code == 200
        geweigerd = lvc.browser("Yusuf Demir").get(pad)
        assert geweigerd.status_code == 403
        assert vraag.inwoner.achternaam not in geweigerd.content.decode().split("<main")[1]
        assert lvc.browser("Samira Bouzid").delete(pad).status_code == 405
        assert lvc.browser("Samira Bouzid").get(lvc.url(f"vraag/{uuid4()}/{daad}/")).status_code == 404
    assert alphen.browser("Marleen Kuiper").get(alphen.url(f"vraag/{vraag.pk}/{daad}/")).status_code == 404


@pytest.mark.parametrize("daad", DADEN)
def test_een_dossierpagina_kost_hoogstens_twintig_queries(
    lvc: Wijk, daad: str, django_assert_max_num_queries: Any
) -> None:
    vraag = lvc.melding()
    browser = lvc.browser("Samira Bouzid")
    browser.get(lvc.url(f"vraag/{vraag.pk}/{daad}/"))
    with django_assert_max_num_queries(20):
        browser.get(lvc.url(f"vraag/{vraag.pk}/{daad}/"))


def test_van_contact_naar_melding(lvc: Wijk) -> None:
    samira = lvc.als("Samira Bouzid")
    wie = lvc.melding().inwoner
    vraag = neem_contact_op(
        wie,
        onderwerp="Waar kan ik eten?",
        werkwijze=lvc.werkwijze,
        deur="zorgbalie",
        kanaal="balie",
        door=samira,
    )
    assert post(lvc, "Samira Bouzid", vraag, "melding", kanaal="balie").status_code == 302
    vraag.refresh_from_db()
    assert (vraag.stap, vraag.gemeld_op) == ("melding", vandaag())


def test_een_contact_vastleggen_en_de_fout_houdt_de_woorden(lvc: Wijk) -> None:
    vraag = lvc.melding()
    fout = post(
        lvc,
        "Samira Bouzid",
        vraag,
        "contact",
        kanaal="telefoon",
        onderwerp="",
        verslag="Zij belt morgen weer.",
    )
    assert fout.status_code == 422
    assert "Zij belt morgen weer." in fout.content.decode()
    post(
        lvc,
        "Samira Bouzid",
        vraag,
        "contact",
        kanaal="telefoon",
        onderwerp="Teruggebeld",
        verslag="Geen gehoor",
    )
    assert Contactmoment.objects.get().onderwerp == "Teruggebeld"


def test_spoed_opnieuw_beoordelen_en_oppakken(lvc: Wijk) -> None:
    vraag = lvc.melding()
    assert post(lvc, "Samira Bouzid", vraag, "spoed", spoed=["zorg-valt-weg"]).status_code == 302
    vraag.refresh_from_db()
    assert vraag.urgentie == "spoed"
    assert vraag.spoed_uiterlijk is not None

    pagina = lvc.browser("Samira Bouzid").get(lvc.url(f"vraag/{vraag.pk}/spoed/")).content.decode()
    assert "Ik pak dit nu op" in pagina
    assert 'value="zorg-valt-weg"' in pagina
    assert "checked" in pagina  # told once, not asked again
    post(lvc, "Samira Bouzid", vraag, "spoed", doe="oppakken")
    vraag.refresh_from_db()
    assert vraag.spoed_uiterlijk is None


def test_twee_mensen_een_vraag_de_tweede_ziet_beide_versies(lvc: Wijk) -> None:
    vraag = lvc.melding()
    beoordeel_spoed(
        vraag, antwoorden={}, advies="gewoon", oordeel="gewoon", uren=None, door=lvc.als("Noor Verhoeven")
    )
    oud = {"rev": vraag.rev - 1}
    antwoord = post(
        lvc, "Samira Bouzid", vraag, "spoed", **oud, oordeel="crisis", reden="Er is ruzie in huis."
    )
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 409
    assert "Noor Verhoeven heeft dit intussen veranderd" in tekst
    assert "Er is ruzie in huis." in tekst
    vraag.refresh_from_db()
    assert vraag.urgentie == "gewoon"


def test_de_frontoffice_geeft_een_vraag_weg_en_ziet_hoe_druk_ieder_is(lvc: Wijk) -> None:
    eerder = lvc.melding()
    wijs_toe(eerder, behandelaar=lvc.medewerker("Bram Peeters"), door=lvc.als("Bram Peeters"))
    vraag = lvc.melding(wie=eerder.inwoner)
    pagina = lvc.browser("Noor Verhoeven").get(lvc.url(f"vraag/{vraag.pk}/toewijzen/"))
    assert {c.naam: c.open for c in pagina.context["collegas"]}["Bram Peeters"] == 1

    antwoord = post(
        lvc,
        "Samira Bouzid",
        vraag,
        "toewijzen",
        team=str(vraag.team_id),
        behandelaar=str(lvc.medewerker("Bram Peeters").pk),
    )
    assert antwoord.status_code == 302
    vraag.refresh_from_db()
    assert vraag.behandelaar == lvc.medewerker("Bram Peeters")


def test_een_consulent_pakt_zelf_op_maar_deelt_niet_uit(lvc: Wijk) -> None:
    vraag = lvc.melding()
    ander = str(lvc.medewerker("Yusuf Demir").pk)
    assert (
        post(lvc, "Bram Peeters", vraag, "toewijzen", team=str(vraag.team_id), behandelaar=ander).status_code
        == 422
    )
    assert post(lvc, "Bram Peeters", vraag, "toewijzen", doe="zelf").status_code == 302
    vraag.refresh_from_db()
    assert vraag.behandelaar == lvc.medewerker("Bram Peeters")
    assert vraag.team == lvc.team("Sociaal Kernteam Cuijk")


def test_verantwoord_niets_doen_vraagt_een_reden_en_een_dag(lvc: Wijk) -> None:
    vraag = lvc.melding()
    fout = post(lvc, "Samira Bouzid", vraag, "afsluiten", uitkomst="niets_doen")
    assert fout.status_code == 422
    assert "met een reden" in fout.content.decode()
    assert "dan wordt niets doen geen vergeten" in fout.content.decode()

    dag = vandaag() + timedelta(days=30)
    post(
        lvc,
        "Samira Bouzid",
        vraag,
        "afsluiten",
        uitkomst="niets_doen",
        reden="Zij wil eerst zelf.",
        terugkijken_op=str(dag),
    )
    vraag.refresh_from_db()
    assert (vraag.stap, vraag.uitkomst, vraag.terugkijken_op) == ("afgesloten", "niets_doen", dag)


def test_terugkomen_is_makkelijk(lvc: Wijk) -> None:
    vraag = lvc.melding()
    sluit_af(vraag, uitkomst="geholpen", door=lvc.als("Samira Bouzid"))
    post(lvc, "Samira Bouzid", vraag, "terugnemen", vraag="Het lukt toch weer niet.", kanaal="balie")
    assert Gebeurtenis.objects.get(soort="melding.teruggekeerd").gegevens["kanaal"] == "balie"
    vraag.refresh_from_db()
    assert (vraag.stap, vraag.ronde) == ("melding", 2)
    assert "Het lukt toch weer niet." in vraag.vraag
