"""The region: memberships, who is responsible from which day, local words, and one entry over separate municipalities."""

from datetime import date
from typing import Any

import pytest

from tests.wijk import Wijk
from wijkspil.core.grens import binnen
from wijkspil.core.klok import nu
from wijkspil.core.models import Auditregel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.models import Medewerker
from wijkspil.toegang.actions import wijs_toe
from wijkspil.werkplek.regio.views import stappen, taken
from wijkspil.werkwijzen.kast import laad

BRAM = "Bram Peeters"


@pytest.mark.parametrize(
    ("dag", "wie"),
    [(date(2019, 12, 31), "centrumgemeente Oss"), (date(2020, 1, 1), "de gemeente zelf, samen met de regio")],
)
def test_de_verantwoordelijkheid_verhuist_op_een_dag(dag: date, wie: str) -> None:
    werkwijze = laad("land-van-cuijk", date(2026, 1, 1))
    verantwoordelijk = werkwijze.verantwoordelijk_voor("15A01", dag)
    assert verantwoordelijk is not None and verantwoordelijk.wie == wie
    assert werkwijze.verantwoordelijk_voor("01A05", dag) is None, "the municipality itself"


def test_na_de_laatste_dag_is_het_niet_bekend_en_dat_staat_er(lvc: Wijk) -> None:
    werkwijze = laad("land-van-cuijk", date(2026, 1, 1))
    inkoop = next(t for t in taken(werkwijze, date(2026, 6, 1)) if t["taak"] == "Inkoop en contractbeheer")
    assert inkoop["nu"] is None
    browser = lvc.browser("Pieter Smits")
    pagina = browser.get(lvc.url("regio/?op=2026-06-01")).content.decode()
    assert "Voor deze dag is het nog niet bekend." in pagina and "Centrumgemeente:" in pagina
    assert "centrumgemeente Oss" in browser.get(lvc.url("regio/?op=2022-06-01")).content.decode()
    assert "Dit is geen dag" in browser.get(lvc.url("regio/?op=morgen")).content.decode()


def test_vaste_stappen_in_eigen_woorden_ook_per_deelgebied() -> None:
    rijen = stappen(laad("land-van-cuijk", date(2026, 1, 1)))
    assert [r["vast"] for r in rijen] == ["contact", "verhelderen", "oplossingen", "arrangement", "evaluatie"]
    assert any(r["lokaal"] for r in rijen)


def test_een_gemeente_hoort_bij_meer_regios_en_deelt_haar_toegang(oirschot: Wijk) -> None:
    naam = oirschot.medewerker(oirschot.met_rol("beleid")).naam  # type: ignore[arg-type]
    pagina = oirschot.browser(naam).get(oirschot.url("regio/")).content.decode()
    assert "Toegang de Kempen" in pagina and "per gemeente gescheiden" in pagina
    for regio in ("Samenwerking Kempengemeenten", "Zuidoost-Brabant", "GGD Brabant-Zuidoost"):
        assert regio in pagina


def _werkt_ook_in(wijk: Wijk, account: Any) -> Medewerker:
    """The same account as a case worker in another municipality, with an own row there."""
    with binnen(wijk.gemeente.pk), schrijven_open():
        rij = Medewerker(account=account, naam=BRAM, rollen=["consulent"])
        rij.gemeente_id, rij.gemaakt_op = wijk.gemeente.pk, nu()
        rij.save(force_insert=True)
    return rij


def test_een_ingang_over_gescheiden_gemeenten(lvc: Wijk, oirschot: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        browser, bram = lvc.browser(BRAM), lvc.medewerker(BRAM)
        account = bram.account
        wijs_toe(lvc.melding(), behandelaar=bram, door=lvc.als(BRAM))
    daar = _werkt_ook_in(oirschot, account)
    with binnen(oirschot.gemeente.pk):
        vraag = oirschot.melding()
        leider = oirschot.als(oirschot.met_rol("teamleider"))  # type: ignore[arg-type]
        wijs_toe(vraag, behandelaar=daar, door=leider)
    pagina = browser.get("/mijn-gemeenten/").content.decode()
    assert pagina.count("Toos de Wit") == 2
    assert lvc.gemeente.naam in pagina and oirschot.gemeente.naam in pagina
    for wijk in (lvc, oirschot):
        with binnen(wijk.gemeente.pk):
            assert Auditregel.objects.filter(doel="eigen werk over gemeenten bekijken").count() == 1


def test_wie_ergens_niet_meer_werkt_ziet_daar_niets_meer(lvc: Wijk, oirschot: Wijk) -> None:
    with binnen(lvc.gemeente.pk):
        browser, account = lvc.browser(BRAM), lvc.medewerker(BRAM).account
    daar = _werkt_ook_in(oirschot, account)
    with binnen(oirschot.gemeente.pk):
        leider = oirschot.als(oirschot.met_rol("teamleider"))  # type: ignore[arg-type]
        wijs_toe(oirschot.melding(), behandelaar=daar, door=leider)
        with schrijven_open():
            daar.actief = False
            daar.save()
    pagina = browser.get("/mijn-gemeenten/").content.decode()
    assert oirschot.gemeente.naam not in pagina and "Toos de Wit" not in pagina


def test_zonder_aanmelden_niets_en_een_collega_ziet_alleen_zijn_eigen_werk(lvc: Wijk, client: Any) -> None:
    wijs_toe(lvc.melding(), behandelaar=lvc.medewerker(BRAM), door=lvc.als(BRAM))
    assert client.get("/mijn-gemeenten/").status_code == 302
    assert "Toos de Wit" not in lvc.browser("Noor Verhoeven").get("/mijn-gemeenten/").content.decode()
    assert lvc.browser(BRAM).post("/mijn-gemeenten/").status_code == 405
