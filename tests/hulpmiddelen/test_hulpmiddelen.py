"""A shared aid is lent once at a time and needs no file (C6); a home is adapted step by step with the landlord (C14)."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from tests.ondersteuning.opdrachten import bewaar, opdracht
from tests.wijk import Wijk
from wijkspil.hulpmiddelen.actions import (
    PoolKanNiet,
    StapKanNiet,
    begin_aanpassing,
    neem_op,
    reserveer,
    verzet_reservering,
    zet_stand,
    zet_stap,
)
from wijkspil.hulpmiddelen.actions.woning import mogelijk
from wijkspil.hulpmiddelen.models import Hulpmiddel, Reservering

BRAM, NOOR = "Bram Peeters", "Noor Verhoeven"


def scootmobiel(wijk: Wijk, nummer: str = "S-1") -> Hulpmiddel:
    return neem_op(nummer=nummer, soort="Scootmobiel", plek="Weijerstate", telefoon="", door=wijk.als(NOOR))


def leen(wijk: Wijk, m: Hulpmiddel, van: int, tot: int) -> Reservering:
    return reserveer(
        m, wie="Toos", telefoon="", van=date(2026, 5, van), tot=date(2026, 5, tot), door=wijk.als(BRAM)
    )


def test_lenen_gaat_een_voor_een_en_terug_is_weer_vrij(lvc: Wijk) -> None:
    m = scootmobiel(lvc)
    eerste = leen(lvc, m, 1, 5)
    leen(lvc, m, 6, 9)
    with pytest.raises(PoolKanNiet, match="al vergeven"):
        leen(lvc, m, 5, 5)
    verzet_reservering(eerste, status="mee", door=lvc.als(BRAM))
    verzet_reservering(eerste, status="terug", door=lvc.als(BRAM))
    leen(lvc, m, 2, 3)
    with pytest.raises(PoolKanNiet, match="al teruggebracht"):
        verzet_reservering(eerste, status="vervallen", door=lvc.als(BRAM))


def test_ook_de_database_weigert_twee_op_dezelfde_dag(lvc: Wijk) -> None:
    m = scootmobiel(lvc)
    leen(lvc, m, 1, 5)
    dubbel = Reservering(hulpmiddel=m, wie="Ander", van=date(2026, 5, 5), tot=date(2026, 5, 6))
    with pytest.raises(IntegrityError, match="reservering_niet_dubbel"), transaction.atomic():
        bewaar(lvc, dubbel)


def test_wat_kapot_is_gaat_niet_mee(lvc: Wijk) -> None:
    m = zet_stand(scootmobiel(lvc), status="reparatie", opmerking="accu", door=lvc.als(NOOR))
    with pytest.raises(PoolKanNiet, match="in reparatie"):
        leen(lvc, m, 1, 2)


@pytest.mark.parametrize(
    ("verhuurder", "convenant", "na_opname"),
    [
        ("Mooiland", False, "toestemming"),
        ("Mooiland", True, "offerte"),
        ("", False, "offerte"),
        ("", True, "offerte"),
    ],
)
def test_de_verhuurder_wordt_alleen_gevraagd_als_het_moet(
    lvc: Wijk, verhuurder: str, convenant: bool, na_opname: str
) -> None:
    vraag = opdracht(lvc).hulpvraag
    a = begin_aanpassing(
        vraag, wat="drempels", verhuurder=verhuurder, onder_convenant=convenant, door=lvc.als(BRAM)
    )
    assert [s.value for s in mogelijk(a)] == [na_opname, "gestopt"]


def test_van_opname_tot_klaar_met_offerte_en_nooit_een_stap_te_ver(lvc: Wijk) -> None:
    bram, vraag = lvc.als(BRAM), opdracht(lvc).hulpvraag
    a = begin_aanpassing(vraag, wat="traplift", verhuurder="Mooiland", onder_convenant=False, door=bram)
    with pytest.raises(StapKanNiet):
        zet_stap(a, stap="uitvoering", door=bram)
    zet_stap(a, stap="toestemming", door=bram)
    zet_stap(a, stap="offerte", door=bram)
    with pytest.raises(StapKanNiet, match="bedrag van de offerte"):
        zet_stap(a, stap="akkoord", door=bram)
    zet_stap(a, stap="akkoord", offerte_cent=125_000, aannemer="Bouwbedrijf", door=bram)
    zet_stap(a, stap="uitvoering", door=bram)
    assert zet_stap(a, stap="klaar", door=bram).stap == "klaar" and mogelijk(a) == []


def test_op_het_scherm_reserveren_en_een_botsing_verliest_niets(lvc: Wijk) -> None:
    m, browser = scootmobiel(lvc), lvc.browser("Samira Bouzid")
    url = lvc.url(f"hulpmiddelen/{m.pk}/")
    velden = {"doe": "reserveer", "wie": "Mevrouw de Wit", "van": "2026-05-01", "tot": "2026-05-03"}
    assert browser.post(url, velden).status_code == 302
    nog_eens = browser.post(url, velden | {"wie": "Jan Bos"})
    assert nog_eens.status_code == 422
    assert "al vergeven" in nog_eens.content.decode() and "Jan Bos" in nog_eens.content.decode()
    assert "Weijerstate" in browser.get(lvc.url("hulpmiddelen/")).content.decode()
    assert (
        browser.post(lvc.url("hulpmiddelen/"), {"soort": "x", "nummer": "1", "plek": "y"}).status_code == 403
    )
