"""What a provider sees of a resident, field by field, with two providers on one client (A7, A6, G1)."""

from datetime import date
from typing import Any

import pytest

from tests.aanbiedersportaal.verhaal import Collega
from tests.aanbiedersportaal.wandeling import TABEL, Toneel, maak_toneel
from tests.wijk import Wijk
from wijkspil.core.models import Auditregel
from wijkspil.core.schrijven import schrijven_open
from wijkspil.plannen.models import Doel

GEPLANT: dict[str, Any] = {
    "achternaam": "Zevenblad", "telefoon": "0698765432", "straat": "Dovenetelpad", "postcode": "5399ZZ", "email": "geheim@inwoner.example", "let_op": "Hond los",
    "talenten": "Speelt trombone", "wensen": "Naar Texel", "geboortedatum": date(1944, 7, 3),
}  # fmt: skip
# field of the resident -> seen by the provider whose help runs, by one who answers a new order, and when it is over
VELDEN: dict[str, tuple[str, bool]] = {
    "achternaam": ("Zevenblad", True), "telefoon": ("0698765432", True), "straat": ("Dovenetelpad", True), "let_op": ("Hond los", True),
    "geboortedatum": ("3 juli 1944", True), "bsn": ("", False), "email": ("geheim@inwoner.example", False),
    "talenten": ("Speelt trombone", False), "wensen": ("Naar Texel", False), "vraag": ("Wat zij vroeg staat hier", False),
}  # fmt: skip


@pytest.fixture
def toneel(lvc: Wijk) -> Toneel:
    gezet = maak_toneel(lvc)
    with schrijven_open():
        for naam, waarde in GEPLANT.items():
            setattr(gezet.loopt.inwoner, naam, waarde)
        gezet.loopt.inwoner.save()
        gezet.loopt.hulpvraag.vraag = "Wat zij vroeg staat hier"
        gezet.loopt.hulpvraag.save()
    return gezet


def _alles(wie: Collega, toneel: Toneel) -> dict[str, str]:
    """Every page that this provider can open, by address."""
    bladen = {}
    for t in (toneel.loopt, toneel.daar):
        for naam, url in toneel.adressen(t):
            if "GET" in TABEL[naam][1]:
                antwoord = wie.browser.get(url)
                if antwoord.status_code == 200:
                    bladen[url] = antwoord.content.decode()
    return bladen


def test_elk_veld_staat_er_of_nergens(toneel: Toneel) -> None:
    waarden = {n: (toneel.loopt.inwoner.bsn or "" if n == "bsn" else w, ja) for n, (w, ja) in VELDEN.items()}
    kaart = toneel.puck.get(f"opdracht/{toneel.loopt.pk}/").content.decode()
    assert {n for n, (w, _ja) in waarden.items() if w in kaart} == {
        n for n, (_w, ja) in waarden.items() if ja
    }
    for wie in (toneel.puck, toneel.rik):
        for url, blad in _alles(wie, toneel).items():
            for naam, (waarde, mag) in waarden.items():
                assert mag or waarde not in blad, f"{naam} on {url}"


def test_twee_aanbieders_zien_niets_van_elkaar(toneel: Toneel) -> None:
    """Neither the other's order number, product line, delivery, claim nor that the other is there."""
    for wie, ander in ((toneel.puck, toneel.daar), (toneel.rik, toneel.loopt)):
        for url, blad in _alles(wie, toneel).items():
            assert str(ander.pk) not in blad, url
            assert f"{ander.aanbieder}" not in blad, url
            assert f"opdracht {ander.nummer}<" not in blad, url


def test_een_beschermd_adres_staat_nergens(toneel: Toneel) -> None:
    with schrijven_open():
        toneel.loopt.inwoner.geheim_adres = True
        toneel.loopt.inwoner.save()
    for url, blad in _alles(toneel.puck, toneel).items():
        assert "Dovenetelpad" not in blad, url
        assert toneel.loopt.inwoner.postcode not in blad, url


def test_een_doel_zien_alleen_wie_eraan_werken(toneel: Toneel) -> None:
    for t, tekst in ((toneel.loopt, "Weer zelf naar de markt."), (toneel.daar, "Elke week naar het koor.")):
        doel = Doel(
            plan=t.regel.plan, tekst=tekst, eigenaar="zij", gemeente_id=t.gemeente_id, gemaakt_op=t.gemaakt_op
        )
        with schrijven_open():
            doel.save(force_insert=True)
            t.regel.doel = doel
            t.regel.save()
    puck, rik = (" ".join(_alles(wie, toneel).values()) for wie in (toneel.puck, toneel.rik))
    assert "naar de markt" in puck and "het koor" not in puck
    assert "het koor" in rik and "naar de markt" not in rik


def test_elk_blad_met_een_naam_laat_een_regel_achter(toneel: Toneel) -> None:
    def tel() -> int:
        return Auditregel.objects.filter(door_soort="aanbieder").count()

    kijk = toneel.puck.browser.get
    for naam, url in toneel.adressen(toneel.loopt):
        if "GET" in TABEL[naam][1]:
            eerder = tel()
            if "Zevenblad" in kijk(url).content.decode():
                assert tel() > eerder, f"{naam} shows a name and leaves no line"
