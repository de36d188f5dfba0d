"""A claim by a provider: prefilled, from a file, judged line by line before anything is sent, sent once, answered per line."""

import random
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.aanbiedersportaal.verhaal import RAAM, Collega, collega, loopt, ook_bij
from tests.berichten.berichten_van_buiten import declaratie_bericht
from tests.wijk import Wijk
from wijkspil.aanbiedersportaal.bestand import MAX_BYTES, NietTeGebruiken, lees_bestand
from wijkspil.aanbiedersportaal.controle import UITLEG
from wijkspil.aanbiedersportaal.lijsten import vorige_maand
from wijkspil.aanbiedersportaal.regels import GeenRegels, lees_tekst, schrijf_tekst
from wijkspil.berichten.standaard import omschrijving
from wijkspil.core.klok import vandaag
from wijkspil.ondersteuning.actions import betaal_declaratie
from wijkspil.ondersteuning.grenzen import productperiode
from wijkspil.ondersteuning.models import Declaratie, Declaratieregel, Toewijzing

PAD = "declaraties/nieuw/"


def lees_in(wie: Collega, inhoud: bytes, naam: str = "x.csv") -> Any:
    return wie.post(PAD, knop="controleer", bestand=SimpleUploadedFile(naam, inhoud))


def test_wat_liep_staat_klaar_en_gaat_in_een_keer_weg(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    blad = puck.get(PAD).content.decode()
    assert t.inwoner.naam in blad
    assert f'name="v-{t.nummer}" value="1"' in blad, "a result by the month needs no counting"
    nagekeken = puck.post(PAD, knop="controleer", **{f"v-{t.nummer}": "1"})
    assert "Alle regels kloppen" in nagekeken.content.decode()
    assert not Declaratie.objects.exists(), "looking is not sending"
    verstuurd = puck.post(PAD, knop="verstuur", regels=f"opdracht;volume\n{t.nummer};1")
    d = Declaratie.objects.get()
    assert verstuurd["Location"].endswith(f"/declaraties/{d.pk}/")
    assert (d.ingediend_cent, d.toegekend_cent, d.status) == (31000, 31000, "beoordeeld")
    assert t.inwoner.naam not in puck.get(PAD).content.decode(), "claimed, so off the list"
    betaal_declaratie(d, door=lvc.als("Kees van Dongen"))
    assert f"{vandaag().day} " in puck.get(f"declaraties/{d.pk}/").content.decode()


def test_elke_regel_zegt_wat_er_mis_is_en_niets_raakt_weg(lvc: Wijk) -> None:
    t, daar, puck = loopt(lvc), None, collega(lvc)
    daar = ook_bij(lvc, t)
    regels = f"opdracht;volume;bedrag\n{t.nummer};2;\n{daar.nummer};1;\n{t.nummer};een;\n99999;1;31,005"
    blad = puck.post(PAD, knop="verstuur", regels=regels)
    tekst = blad.content.decode()
    assert blad.status_code == 422
    for deel in ("code 9321", "code 9338", "hoort een heel getal; er staat “een”", "is geen bedrag"):
        assert deel in tekst, deel
    assert f"{t.nummer};een;" in tekst
    assert not Declaratie.objects.exists()
    assert "Puck" not in tekst and daar.inwoner.naam in tekst, "the resident is known, by the own order"
    rik = collega(lvc, RAAM, "Rik Vos")
    assert (
        "code 9338"
        in rik.post(PAD, knop="controleer", regels=f"opdracht;volume\n{t.nummer};1").content.decode()
    )


def test_een_csv_en_een_bericht_geven_dezelfde_regels(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    van, tot = productperiode(t, vorige_maand(vandaag()))
    csv = f"Opdracht;Volume;Bedrag\r\n{t.nummer};1;310,00\r\n".encode("utf-8-sig")
    assert "Alle regels kloppen" in lees_in(puck, csv).content.decode()
    xml = declaratie_bericht(t, 7, cent=31000, volume=1, van=van, tot=tot)
    blad = lees_in(puck, xml, "heet.csv").content.decode()
    assert "Alle regels kloppen" in blad, "what it is follows from its bytes, not its name"
    anders = declaratie_bericht(t, 8, cent=31001, volume=1, van=van, tot=tot)
    assert "9346" in lees_in(puck, anders).content.decode()
    rik = collega(lvc, RAAM, "Rik Vos")
    assert "van een andere aanbieder" in lees_in(rik, xml).content.decode()


def test_een_bericht_dat_niet_klopt_noemt_de_regel(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    van, tot = productperiode(t, vorige_maand(vandaag()))
    xml = declaratie_bericht(t, 7, cent=31000, volume=1, van=van, tot=tot)
    fout = xml.replace(b"GeleverdVolume>1<", b"GeleverdVolume>veel<")
    blad = lees_in(puck, fout)
    assert blad.status_code == 422
    assert "Dit bericht klopt nog niet" in blad.content.decode()


@pytest.mark.parametrize(
    ("inhoud", "zegt"),
    [
        (b"PK\x03\x04rest", "geen CSV en geen XML"),
        (b"%PDF-1.7", "geen CSV en geen XML"),
        (b"", "geen CSV en geen XML"),
        (b"x" * (MAX_BYTES + 1), "groter dan 2 MB"),
        (b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "DOCTYPE"),
        (b"<html><script>alert(1)</script></html>", "niet lezen"),
    ],
)
def test_wat_geen_declaratie_is_komt_er_niet_in(inhoud: bytes, zegt: str) -> None:
    with pytest.raises(NietTeGebruiken, match=zegt):
        lees_bestand(inhoud, agb="42990003", cbs="1982")


def test_duizenden_verminkte_bestanden_laten_niets_vallen(lvc: Wijk) -> None:
    """Random bytes in a good file: read or refused in words, never a crash (U1)."""
    t = loopt(lvc)
    van, tot = productperiode(t, vorige_maand(vandaag()))
    goed = [
        declaratie_bericht(t, 7, cent=31000, volume=1, van=van, tot=tot),
        f"opdracht;volume;bedrag;van\n{t.nummer};1;310,00;01-11-2026\n".encode(),
    ]
    zaad = random.randrange(10**9)
    print(f"zaad {zaad}")
    kans, gelezen = random.Random(zaad), 0
    for nummer in range(2000):
        stuk = bytearray(goed[nummer % 2])
        for _keer in range(kans.randint(1, 6)):
            plek = kans.randrange(len(stuk))
            stuk[plek : plek + kans.randint(0, 3)] = kans.randbytes(kans.randint(0, 4))
        try:
            inhoud = lees_bestand(bytes(stuk), agb="42990003", cbs="1982")
            if not inhoud.fouten:
                lees_tekst(inhoud.tekst)
                gelezen += 1
        except (NietTeGebruiken, GeenRegels):
            continue
    assert gelezen > 50, "some survive, or this tests nothing"


def test_te_veel_regels_zegt_wat_kan() -> None:
    with pytest.raises(GeenRegels, match="323"):
        lees_tekst("opdracht;volume\n" + "1;1\n" * 2001)


def test_terugdraaien_en_opnieuw(lvc: Wijk) -> None:
    t, puck = loopt(lvc), collega(lvc)
    puck.post(PAD, knop="verstuur", regels=f"opdracht;volume;referentie\n{t.nummer};1;R1")
    regels = f"opdracht;volume;referentie;credit van\n{t.nummer};1;;R1\n{t.nummer};1;;"
    assert puck.post(PAD, knop="verstuur", regels=regels).status_code == 302
    assert Declaratie.objects.order_by("gemaakt_op").last().toegekend_cent == 0  # type: ignore[union-attr]
    assert Declaratieregel.objects.filter(goedgekeurd=True).count() == 3


def test_de_tekst_leest_terug_wat_hij_schrijft(lvc: Wijk) -> None:
    from tests.ondersteuning.test_declaratie import lijn

    t = loopt(lvc)
    lijnen = [lijn(t), lijn(t, "P2", cent=5), lijn(t, "P3", is_credit=True, vorige_referentie="P1")]
    rijen = lees_tekst(schrijf_tekst(lijnen))
    assert [r.cellen["bedrag"] for r in rijen] == ["310,00", "0,05", "310,00"]
    assert [r.cellen["credit van"] for r in rijen] == ["", "", "P1"]


def test_elke_uitleg_hoort_bij_een_code_van_de_standaard() -> None:
    for code in UITLEG:
        assert omschrijving("WJ001", code)


def test_na_een_maand_blijft_van_een_declaratie_het_nummer_over(lvc: Wijk) -> None:
    from tests.aanbiedersportaal.wandeling import maak_toneel

    toneel = maak_toneel(lvc)
    pad = f"declaraties/{toneel.overig['declaratie:id']}/"
    blad = toneel.puck.get(pad).content.decode()
    assert toneel.loopt.inwoner.naam in blad
    assert "afgekeurd" in blad
    assert toneel.rik.get(pad).status_code == 404
    from wijkspil.core.schrijven import schrijven_open

    with schrijven_open():
        Toewijzing.objects.filter(pk=toneel.loopt.pk).update(einde=date(2026, 10, 2))
    assert toneel.loopt.inwoner.naam not in toneel.puck.get(pad).content.decode()
