"""The own contribution follows delivery: what must go to the CAK, once, and nothing for what is a general provision (A8)."""

import csv
import io
from datetime import date, timedelta

import pytest

from tests.betalingen.geld import KEES
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.betalingen.actions.bijdrage import BijdrageKanNiet, maak_bijdragebestand
from wijkspil.betalingen.bijdrage import bericht_voor
from wijkspil.betalingen.models import Bijdragebestand, Bijdrageperiode
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.ondersteuning.actions import neem_start_terug, neem_stop_terug, start_levering, stop_levering
from wijkspil.regels.bijdrageperioden import Stuk, perioden, uiterlijk_gemeld

JAN, FEB, MRT, APR, MEI = (date(2026, m, 10) for m in range(1, 6))


@pytest.mark.parametrize(
    ("stukken", "overleden", "verwacht"),
    [
        ([], None, []),
        ([(JAN, None)], None, [(JAN, None)]),
        ([(JAN, FEB), (FEB, MRT)], None, [(JAN, MRT)]),
        ([(JAN, FEB), (date(2026, 2, 28), None)], None, [(JAN, None)]),  # no free month between them
        (
            [(JAN, FEB), (date(2026, 3, 1), None)],
            None,
            [(JAN, FEB), (date(2026, 3, 1), None)],
        ),  # March is free
        ([(JAN, None), (FEB, MRT)], None, [(JAN, None)]),  # one of two stops: the household still has help
        ([(FEB, MRT), (JAN, APR)], None, [(JAN, APR)]),
        ([(JAN, None)], MRT, [(JAN, MRT)]),
        ([(APR, None)], MRT, []),
        ([(JAN, FEB)], MRT, [(JAN, FEB)]),
    ],
)
def test_stukken_worden_perioden(
    stukken: list[tuple[date, date | None]], overleden: date | None, verwacht: list[tuple[date, date | None]]
) -> None:
    assert [(s.van, s.tot) for s in perioden((Stuk(*s) for s in stukken), overleden)] == verwacht


def test_binnen_een_maand_ook_aan_het_eind_van_een_maand() -> None:
    assert uiterlijk_gemeld(date(2026, 1, 31)) == date(2026, 2, 28)


def _regels(bestand: Bijdragebestand) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(bytes(bestand.inhoud).decode("utf-8-sig")), delimiter=";"))


def test_van_start_tot_stop_en_elk_nieuws_een_keer(lvc: Wijk) -> None:
    kees, t = lvc.als(KEES), opdracht(lvc)
    start_levering(t, op=t.ingang, door=kees)
    eerste = _regels(maak_bijdragebestand(door=kees))
    assert [(r["bericht"], r["soort"], r["bsn"]) for r in eerste] == [("405", "start", t.inwoner.bsn)]
    with pytest.raises(BijdrageKanNiet):
        maak_bijdragebestand(door=kees)

    weg, voorgoed = t.ingang + timedelta(days=40), t.ingang + timedelta(days=80)
    stop_levering(t, op=weg, reden="20", door=kees)  # for a while: nothing to tell
    assert not Bijdrageperiode.objects.get().te_melden
    stop_levering(t, op=voorgoed, reden="19", door=kees)
    tweede = _regels(maak_bijdragebestand(door=kees))
    assert [(r["soort"], r["einddatum"]) for r in tweede] == [("stop", voorgoed.isoformat())]

    neem_stop_terug(t, begon=t.ingang, op=voorgoed, reden="19", door=kees)
    assert [
        (r["soort"], r["einddatum"], r["was_einddatum"]) for r in _regels(maak_bijdragebestand(door=kees))
    ] == [("wijziging", "", voorgoed.isoformat())]


def test_een_start_die_er_nooit_was_vervalt_en_ongemeld_is_er_niets(lvc: Wijk) -> None:
    kees, een, twee = lvc.als(KEES), opdracht(lvc, 1), opdracht(lvc, 2)
    start_levering(een, op=een.ingang, door=kees)
    neem_start_terug(een, op=een.ingang, door=kees)  # before it was told to anybody
    with pytest.raises(BijdrageKanNiet):
        maak_bijdragebestand(door=kees)
    start_levering(twee, op=twee.ingang, door=kees)
    maak_bijdragebestand(door=kees)
    neem_start_terug(twee, op=twee.ingang, door=kees)
    assert [r["soort"] for r in _regels(maak_bijdragebestand(door=kees))] == ["vervalt"]


def test_na_overlijden_loopt_niets_door(lvc: Wijk) -> None:
    kees, t = lvc.als(KEES), opdracht(lvc)
    start_levering(t, op=t.ingang, door=kees)
    wijzig_inwoner(t.inwoner, overleden_op=t.ingang + timedelta(days=3), door=lvc.als("Bram Peeters"))
    assert Bijdrageperiode.objects.get().tot == t.ingang + timedelta(days=3)


def test_algemene_voorziening_en_rolstoel_melden_niets(lvc: Wijk) -> None:
    werkwijze = lvc.werkwijze
    assert bericht_voor(werkwijze, "02A16", "02") == "405"
    assert bericht_voor(werkwijze, "11A01", "11") == ""
    assert bericht_voor(werkwijze, "07V01", "07") == ""


def test_de_pagina_noemt_geen_namen_en_maakt_het_bestand(lvc: Wijk) -> None:
    t, browser = opdracht(lvc), lvc.browser(KEES)
    start_levering(t, op=t.ingang, door=lvc.als(KEES))
    url = lvc.url("betalingen/bijdragen/")
    tekst = browser.get(url).content.decode()
    assert t.hulpvraag.nummer in tekst and "Oefenaar" not in tekst and t.inwoner.bsn not in tekst
    assert "E2" in browser.post(url, follow=True).content.decode()
    bestand = Bijdragebestand.objects.get()
    assert t.inwoner.bsn in browser.get(f"{url}{bestand.pk}/").content.decode()
    assert lvc.browser("Fleur Jacobs").get(f"{url}{bestand.pk}/").status_code == 403
