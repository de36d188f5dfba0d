"""The in-tray: stored before understood, once and only once, and refused where the sender or the contents don't fit."""

from datetime import timedelta

import pytest

from tests.berichten.berichten_van_buiten import start_bericht, stop_bericht
from tests.berichten.post import alles_geldig, post
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.ontvangst import ontvang
from wijkspil.berichten.standaard import lees
from wijkspil.berichten.verwerking import verwerk
from wijkspil.core import klok
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis, Uitgaand
from wijkspil.ondersteuning.models import Levering, Toewijzing

S = Bericht.Status


def neem_aan(wijk: Wijk, ruw: bytes) -> Bericht:
    """Receive and process one message."""
    bericht = ontvang(ruw, gemeente_id=wijk.gemeente.pk)
    verwerk(bericht.pk, gemeente_id=wijk.gemeente.pk)
    return Bericht.objects.get(pk=bericht.pk)


def antwoord(bericht: Bericht) -> dict[str, object]:
    return lees(bytes(Bericht.objects.get(antwoord_op=bericht, richting="uit").ruw)).inhoud


def test_ontvangen_is_bewaard_voor_er_iets_mee_gebeurt(lvc: Wijk) -> None:
    ruw = start_bericht(opdracht(lvc), 1)
    bericht = ontvang(ruw, gemeente_id=lvc.gemeente.pk)

    assert bytes(Bericht.objects.get().ruw) == ruw
    assert (bericht.status, bericht.soort, bericht.afzender) == (S.ONTVANGEN, "WMO305", "42990003")
    assert bericht.uiterlijk is not None
    assert not Levering.objects.exists()


@pytest.mark.parametrize("volgorde", ["aab", "aba", "baaab"])
def test_drie_keer_dezelfde_in_welke_volgorde_ook_geeft_een_effect(lvc: Wijk, volgorde: str) -> None:
    twee = {"a": start_bericht(opdracht(lvc, 1), 1), "b": start_bericht(opdracht(lvc, 2), 2)}
    for letter in volgorde:
        neem_aan(lvc, twee[letter])

    assert Levering.objects.count() == len(set(volgorde))
    assert Bericht.objects.filter(soort="WMO305").count() == len(set(volgorde))
    assert Bericht.objects.filter(soort="WMO306").count() == len(set(volgorde))
    assert sum(Bericht.objects.filter(soort="WMO305").values_list("keren_ontvangen", flat=True)) == len(
        volgorde
    )


def test_een_herhaling_krijgt_hetzelfde_antwoord_nog_eens(lvc: Wijk) -> None:
    ruw = start_bericht(opdracht(lvc), 1)
    with post(lvc) as p:
        cbs = lvc.gemeente.cbs_code
        p.weg.lever_in(cbs, "een.xml", ruw)
        p.ronde()
        p.weg.lever_in(cbs, "twee.xml", ruw)
        p.ronde()
        antwoorden = [ruw for _naam, ruw in p.weg.uit[cbs] if b"wmo306" in ruw]
    assert len(antwoorden) == 2
    assert antwoorden[0] == antwoorden[1]
    assert Levering.objects.count() == 1


def test_een_gebruikte_identificatie_op_een_ander_bericht_krijgt_9056(lvc: Wijk) -> None:
    neem_aan(lvc, start_bericht(opdracht(lvc, 1), 1))
    tweede = neem_aan(lvc, start_bericht(opdracht(lvc, 2), 1))

    assert tweede.status == S.DUBBEL
    assert Levering.objects.count() == 1
    assert antwoord(tweede)["Header"]["RetourCodes"] == {"RetourCode": ["9056"]}  # type: ignore[index]


def test_onleesbaar_wordt_bewaard_en_houdt_niets_op(lvc: Wijk) -> None:
    for ruw in (b"geen xml", b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b""):
        bericht = neem_aan(lvc, ruw)
        assert bericht.status == S.ONLEESBAAR
        assert bericht.fouten[0]["uitleg"]
    assert not Bericht.objects.filter(richting="uit").exists()


def test_verkeerde_opbouw_geeft_geen_retourbericht_maar_een_fout_van_het_transport(lvc: Wijk) -> None:
    ruw = start_bericht(opdracht(lvc), 1).replace(
        b"<wmo305:StatusAanlevering>1</wmo305:StatusAanlevering>", b""
    )
    bericht = neem_aan(lvc, ruw)

    assert bericht.status == S.AFGEKEURD
    assert not Bericht.objects.filter(richting="uit").exists()
    assert Uitgaand.objects.filter(soort="transportfout").count() == 1


def test_regel_van_niveau_twee_geeft_alleen_een_kop_met_0001(lvc: Wijk) -> None:
    bericht = neem_aan(lvc, start_bericht(opdracht(lvc), 1, StatusAanlevering="2"))

    inhoud = antwoord(bericht)
    assert bericht.status == S.AFGEKEURD
    assert inhoud["Header"]["RetourCodes"] == {"RetourCode": ["0001"]}  # type: ignore[index]
    assert "Client" not in inhoud
    assert alles_geldig() == 2


def test_een_tweede_start_zonder_stop_wordt_afgekeurd_met_de_klasse_erbij(lvc: Wijk) -> None:
    t = opdracht(lvc)
    neem_aan(lvc, start_bericht(t, 1))
    with klok.op(klok.nu() + timedelta(days=1)):  # a start cannot be reported in advance (TR134)
        bericht = neem_aan(lvc, start_bericht(t, 2, op=vandaag()))

    assert bericht.status == S.AFGEKEURD
    assert [f["code"] for f in bericht.fouten] == ["9326"]
    assert Levering.objects.count() == 1
    assert antwoord(bericht)["Header"]["RetourCodes"] == {"RetourCode": ["0200"]}  # type: ignore[index]
    assert alles_geldig() == 4


def test_een_aanbieder_kan_niets_melden_over_de_opdracht_van_een_ander(lvc: Wijk) -> None:
    ruw = start_bericht(opdracht(lvc), 1).replace(b"42990003", b"42990004")
    bericht = neem_aan(lvc, ruw)

    assert bericht.status == S.AFGEKEURD
    assert [f["code"] for f in bericht.fouten] == ["9019"]
    assert not Levering.objects.exists()


@pytest.mark.parametrize(("agb", "waarom"), [("42999999", "geen aanbieder"), ("42990003", "voor gemeente")])
def test_een_onbekende_afzender_of_een_andere_gemeente_komt_er_niet_in(
    lvc: Wijk, agb: str, waarom: str
) -> None:
    ruw = start_bericht(opdracht(lvc), 1).replace(b"42990003", agb.encode())
    if waarom == "voor gemeente":
        ruw = ruw.replace(b":Ontvanger>1982<", b":Ontvanger>0484<")
    bericht = neem_aan(lvc, ruw)

    assert bericht.status == S.AFGEKEURD
    assert waarom in bericht.fouten[0]["uitleg"]
    assert not Levering.objects.exists()


def test_een_start_en_een_stop_terugnemen(lvc: Wijk) -> None:
    t, dag = opdracht(lvc), vandaag()
    neem_aan(lvc, start_bericht(t, 1))
    neem_aan(lvc, stop_bericht(t, 1, dag, dag))
    assert Toewijzing.objects.get().status == Toewijzing.Status.GESTOPT
    te_vroeg = neem_aan(lvc, start_bericht(t, 2, StatusAanlevering="3"))
    assert [f["code"] for f in te_vroeg.fouten] == ["9071"]

    neem_aan(lvc, stop_bericht(t, 2, dag, dag, StatusAanlevering="3"))
    neem_aan(lvc, start_bericht(t, 3, StatusAanlevering="3"))

    assert Toewijzing.objects.get().status == Toewijzing.Status.OPGEDRAGEN
    assert not Levering.objects.exists()
    assert Gebeurtenis.objects.filter(soort="levering.start_teruggenomen").exists()
