"""Answers in both directions against the schemas of the standard: a stop (307) with its 308, and a 302 that refuses."""

from datetime import timedelta

import pytest

from tests.berichten.berichten_van_buiten import start_bericht, stop_bericht
from tests.berichten.post import alles_geldig, post
from tests.berichten.test_standaard_xsd import xsd_oordeel
from tests.gedeeld import met_gedeeld
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.ontvangst import ontvang
from wijkspil.berichten.rondgang import rondgang
from wijkspil.berichten.standaard import lees, retour
from wijkspil.berichten.verwerking import verwerk
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.models import Levering, Toewijzing

S = Bericht.Status


def neem_aan(wijk: Wijk, ruw: bytes) -> Bericht:
    bericht = ontvang(ruw, gemeente_id=wijk.gemeente.pk)
    verwerk(bericht.pk, gemeente_id=wijk.gemeente.pk)
    return Bericht.objects.get(pk=bericht.pk)


def antwoord_op(bericht: Bericht) -> Bericht:
    return Bericht.objects.get(antwoord_op=bericht, richting="uit")


def gestart(wijk: Wijk) -> Toewijzing:
    t = opdracht(wijk)
    neem_aan(wijk, start_bericht(t, 1))
    return t


@met_gedeeld
def test_een_stop_en_ons_antwoord_zijn_geldig(lvc: Wijk) -> None:
    t = gestart(lvc)
    stop = neem_aan(lvc, stop_bericht(t, 2, t.ingang, t.ingang))
    terug = antwoord_op(stop)
    assert (stop.status, terug.soort) == (S.VERWERKT, "WMO308")
    assert Levering.objects.get().gestopt_op == t.ingang
    assert xsd_oordeel(bytes(stop.ruw)) and xsd_oordeel(bytes(terug.ruw))
    assert "RetourCodes" not in lees(bytes(terug.ruw)).inhoud["Header"]
    assert alles_geldig() == 4


@met_gedeeld
def test_ook_een_308_die_afkeurt_is_geldig(lvc: Wijk) -> None:
    t = opdracht(lvc)  # never started, so there is nothing to stop
    stop = neem_aan(lvc, stop_bericht(t, 1, t.ingang, vandaag()))
    terug = antwoord_op(stop)
    assert (stop.status, terug.soort) == (S.AFGEKEURD, "WMO308")
    codes = lees(bytes(terug.ruw)).inhoud["Header"]["RetourCodes"]["RetourCode"]
    assert codes, "the sender can see that it was refused"
    assert xsd_oordeel(bytes(terug.ruw))
    assert Levering.objects.count() == 0


@met_gedeeld
@pytest.mark.parametrize("waar", ["kop", "product"])
def test_een_302_die_weigert_is_geldig_en_legt_de_opdracht_terug(lvc: Wijk, waar: str) -> None:
    t = opdracht(lvc)
    with post(lvc):
        rondgang(lvc.gemeente.pk)
    heen = Bericht.objects.get(soort="WMO301")
    product = "/Bericht/Client/ToegewezenProducten/ToegewezenProduct[1]"
    ruw = retour(
        lees(bytes(heen.ruw)),
        codes_kop=["0001"] if waar == "kop" else (),
        codes_per_klasse={product: ["8001"]} if waar == "product" else None,
        identificatie_retour="R1",
        dagtekening_retour=vandaag(),
    )
    assert xsd_oordeel(bytes(heen.ruw)) and xsd_oordeel(ruw)
    antwoord = neem_aan(lvc, ruw)
    heen.refresh_from_db()
    assert (antwoord.status, heen.status) == (S.VERWERKT, S.GEWEIGERD)
    assert [f["code"] for f in heen.fouten] == (["0001"] if waar == "kop" else ["8001"])
    t.refresh_from_db()
    assert t.verzonden_versie < t.versie, "it counts as not sent (OP286)"
    pagina = lvc.browser("Kees van Dongen").get(lvc.url("berichten/?toon=vast")).content.decode()
    assert "Herstel wat de aanbieder noemt" in pagina


@met_gedeeld
def test_het_oordeel_kan_ook_nee_zijn(lvc: Wijk) -> None:
    """The judge itself is tested, so that the tests above can fail."""
    ruw = start_bericht(opdracht(lvc), 1)
    assert xsd_oordeel(ruw)
    assert not xsd_oordeel(ruw.replace(b"Begindatum", b"Beginddag"))


def test_dagen_tellen_vanaf_de_start(lvc: Wijk) -> None:
    """A stop before its start is refused and changes nothing."""
    t = gestart(lvc)
    stop = neem_aan(lvc, stop_bericht(t, 2, t.ingang, t.ingang - timedelta(days=1)))
    assert stop.status == S.AFGEKEURD
    assert Levering.objects.get().gestopt_op is None
