"""The work list: what somebody may see and nothing else, in the order of the clocks, at the same price for 10 rows and 300."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.klok import nu, vandaag
from wijkspil.core.models import Auditregel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Zoekopdracht
from wijkspil.gemeenten.zoekopdrachten import MEEST
from wijkspil.inwoners.actions import NieuweInwoner
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.actions import beoordeel_spoed, wijs_toe
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.querysets import OPEN, Lijst, Plek, eerste, takken, tel

IEDEREEN = ("Samira Bouzid", "Bram Peeters", "Noor Verhoeven", "Kees van Dongen", "Yusuf Demir")


def veel(wijk: Wijk, aantal: int) -> list[Hulpvraag]:
    """Questions in every step, of all teams, with and without somebody on them."""
    voorbeeld = wijk.melding()
    teams = [wijk.team("Sociaal Kernteam Cuijk").pk, wijk.team("Sociaal Kernteam Grave").pk, None]
    mensen = [wijk.medewerker("Bram Peeters").pk, None, wijk.medewerker("Yusuf Demir").pk, None]
    stappen = [s for s in Stap if s is not Stap.AFGESLOTEN]
    rijen = [
        Hulpvraag(
            gemeente_id=wijk.gemeente.pk,
            gemaakt_op=nu(),
            nummer=f"2025-{n:05d}",
            inwoner=voorbeeld.inwoner,
            stap=stappen[n % len(stappen)],
            werkwijze=voorbeeld.werkwijze,
            deur="zorgbalie",
            kanaal="telefoon",
            vraag=f"Vraag {n}",
            gemeld_op=vandaag() - timedelta(days=20),
            uiterlijk=None if n % 7 == 6 else vandaag() + timedelta(days=n % 40 - 5),
            team_id=teams[n % 3],
            behandelaar_id=mensen[n % 4],
            opgenomen_door=wijk.medewerker("Samira Bouzid").pk if n % 5 == 0 else None,
        )
        for n in range(aantal)
    ]
    with schrijven_open():
        return Hulpvraag.objects.bulk_create(rijen)


def queries(wijk: Wijk, naam: str, pad: str = "") -> tuple[int, Any]:
    """SQL statements of one view, without the savepoint that stands in for a transaction here, and the answer."""
    browser = wijk.browser(naam)
    browser.get(wijk.url(pad))
    with CaptureQueriesContext(connection) as gevangen:
        antwoord = browser.get(wijk.url(pad))
    sql = [q["sql"] for q in gevangen.captured_queries]
    return sum(1 for q in sql if "SAVEPOINT" not in q), antwoord


@pytest.mark.parametrize("naam", IEDEREEN)
def test_de_takken_samen_zijn_precies_de_regel_van_toegang(lvc: Wijk, naam: str) -> None:
    veel(lvc, 60)
    door = lvc.als(naam)
    regel = set(Hulpvraag.objects.filter(OPEN & zichtbaar_voor(door)).values_list("pk", flat=True))
    assert set(eerste(Lijst(takken(door)), 500)) == regel
    assert tel({"alles": Lijst(takken(door))}) == {"alles": min(100, len(regel))}


def test_bladeren_toont_elke_vraag_een_keer_en_die_zonder_termijn_het_laatst(lvc: Wijk) -> None:
    veel(lvc, 60)
    lijst, gezien, plek = Lijst(takken(lvc.als("Noor Verhoeven"))), [], None
    while ids := eerste(lijst, 7, plek):
        gezien += ids
        laatste = Hulpvraag.objects.get(pk=ids[-1])
        plek = Plek(laatste.uiterlijk, laatste.pk)
    assert gezien == eerste(lijst, 500)
    dagen = [Hulpvraag.objects.get(pk=id).uiterlijk for id in gezien]
    assert dagen == sorted(dagen, key=lambda dag: (dag is None, dag or vandaag()))
    assert dagen[-1] is None


def test_een_telling_stopt_bij_honderd(lvc: Wijk) -> None:
    veel(lvc, 330)
    assert tel({"alles": Lijst(takken(lvc.als("Noor Verhoeven")))}) == {"alles": 100}
    antwoord = lvc.browser("Samira Bouzid").get(lvc.url("?lijst=alles"))
    assert "99+" in antwoord.content.decode()


def test_de_consulent_ziet_eigen_vraag_en_klok_en_een_ander_team_niet(lvc: Wijk) -> None:
    vraag = lvc.melding()
    wijs_toe(vraag, behandelaar=lvc.medewerker("Bram Peeters"), door=lvc.als("Bram Peeters"))

    eigen = lvc.browser("Bram Peeters").get(lvc.url()).content.decode()
    assert "Toos de Wit" in eigen
    assert vraag.nummer in eigen
    assert "nog 4" in eigen  # six weeks, in days
    ander = lvc.browser("Yusuf Demir").get(lvc.url("?lijst=alles")).content.decode()
    assert "Toos de Wit" not in ander


def test_een_filter_maakt_de_lijst_niet_wijder(lvc: Wijk) -> None:
    vraag = lvc.melding()
    for pad in (
        f"?lijst=alles&team={vraag.team_id}",
        f"?lijst=team&wijk={vraag.wijk_id}",
        "?lijst=onverdeeld&kanaal=telefoon",
    ):
        assert vraag.nummer not in lvc.browser("Yusuf Demir").get(lvc.url(pad)).content.decode()
        assert vraag.nummer in lvc.browser("Noor Verhoeven").get(lvc.url(pad)).content.decode()


def test_onzin_in_de_adresbalk_toont_gewoon_een_lijst(lvc: Wijk) -> None:
    pad = "?lijst=geheim&stap=%27--&team=abc&na=morgen_1&termijn=ooit"
    assert lvc.browser("Samira Bouzid").get(lvc.url(pad)).status_code == 200


def test_spoed_die_niemand_oppakte_staat_bovenaan(lvc: Wijk) -> None:
    veel(lvc, 20)
    vraag = lvc.melding(wie=NieuweInwoner(achternaam="Spoedeisend", postcode="5431AB"))
    beoordeel_spoed(
        vraag,
        antwoorden={"onveilig": True},
        advies="crisis",
        oordeel="crisis",
        uren=4,
        door=lvc.als("Samira Bouzid"),
    )
    antwoord = lvc.browser("Samira Bouzid").get(lvc.url())
    eerste_rij = antwoord.context["dringend"][0]
    assert eerste_rij.wie == "Spoedeisend"
    assert eerste_rij.spoed.woord in ("nog 4 uur", "nog 3 uur")
    assert "Crisis, vandaag nog" in antwoord.content.decode()


def test_een_lijst_bekijken_is_een_auditregel_met_het_aantal(lvc: Wijk) -> None:
    lvc.melding()
    lvc.browser("Samira Bouzid").get(lvc.url())
    regel = Auditregel.objects.get(actie="werkvoorraad.ingezien")
    assert (regel.door_naam, regel.deel, regel.grond) == (
        "Samira Bouzid",
        "werkvoorraad",
        "eigen werklijst, 1 vragen",
    )


def test_tien_en_driehonderd_rijen_kosten_evenveel_queries(lvc: Wijk) -> None:
    veel(lvc, 10)
    bij_tien, _ = queries(lvc, "Samira Bouzid", "?lijst=alles")
    veel_later = veel_meer(lvc, 300)
    bij_veel, antwoord = queries(lvc, "Samira Bouzid", "?lijst=alles")
    assert veel_later > 290
    assert bij_tien == bij_veel <= 12
    assert len(antwoord.context["rijen"]) == 100
    assert len(antwoord.content) < 200_000


def veel_meer(wijk: Wijk, aantal: int) -> int:
    inwoner = Hulpvraag.objects.first().inwoner
    with schrijven_open():
        Hulpvraag.objects.bulk_create(
            Hulpvraag(
                gemeente_id=wijk.gemeente.pk, gemaakt_op=nu(), nummer=f"2024-{n:05d}", inwoner=inwoner, stap="melding",
                werkwijze=wijk.werkwijze, deur="zorgbalie", kanaal="balie", vraag="Nog een vraag", gemeld_op=vandaag(),
                uiterlijk=vandaag(),
            )
            for n in range(aantal)
        )  # fmt: skip
    return Hulpvraag.objects.count()


def test_een_eigen_lijst_bewaren_tellen_en_weghalen(lvc: Wijk) -> None:
    lvc.melding()
    browser = lvc.browser("Samira Bouzid")
    bewaard = browser.post(
        lvc.url("lijst/"), {"naam": "Telefoon", "filter": "lijst=alles&kanaal=telefoon"}, follow=True
    )
    regel = next(lijst for lijst in bewaard.context["lijsten"] if lijst["label"] == "Telefoon")
    assert (regel["aantal"], regel["actief"]) == ("1", True)

    lijst = Zoekopdracht.objects.get()
    assert lvc.browser("Bram Peeters").post(lvc.url(f"lijst/{lijst.pk}/weg/")).status_code == 403
    assert browser.get(lvc.url(f"lijst/{lijst.pk}/weg/")).status_code == 405
    assert browser.post(lvc.url(f"lijst/{uuid4()}/weg/")).status_code == 404
    browser.post(lvc.url(f"lijst/{lijst.pk}/weg/"))
    assert not Zoekopdracht.objects.exists()


def test_een_lijst_zonder_naam_vraagt_erom_en_negen_lijsten_zijn_te_veel(lvc: Wijk) -> None:
    browser = lvc.browser("Samira Bouzid")
    antwoord = browser.post(lvc.url("lijst/"), {"naam": "", "filter": "lijst=alles"})
    assert antwoord.status_code == 422
    assert "dan vindt u hem terug" in antwoord.content.decode()
    for n in range(MEEST + 1):
        antwoord = browser.post(
            lvc.url("lijst/"), {"naam": f"Lijst {n}", "filter": "lijst=alles"}, follow=True
        )
    assert "Haal er eerst een weg" in antwoord.content.decode()
    assert Zoekopdracht.objects.count() == MEEST


def test_een_lege_lijst_zegt_wat_hier_komt(lvc: Wijk) -> None:
    assert "zodra u hem oppakt" in lvc.browser("Bram Peeters").get(lvc.url("?lijst=mijn")).content.decode()


def test_een_andere_gemeente_vindt_niets(lvc: Wijk, alphen: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        browser = lvc.browser("Samira Bouzid")
    assert browser.get(alphen.url()).status_code == 404
    assert browser.post(lvc.url()).status_code == 405
