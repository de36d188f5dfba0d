"""The mandate register as a table: who may take which decision, up to what amount, with whose second pair of eyes (H9)."""

from datetime import date
from typing import Any

import pytest

from tests.wijk import Wijk
from wijkspil.core.door import Door
from wijkspil.core.klok import nu
from wijkspil.core.schrijven import schrijven_open
from wijkspil.gemeenten.mandaten import Mandaatoordeel, mandaat_voor
from wijkspil.gemeenten.models import Mandaat, Medewerker

OP = date(2026, 6, 1)
EURO = 100


# Land van Cuijk: consulent grants up to 12,000 a year; teamleider everything, four eyes from 25,000.
@pytest.mark.parametrize(
    ("wie", "soort", "euro", "mag", "vier_ogen"),
    [
        ("Bram Peeters", "toekenning", 0, True, False),
        ("Bram Peeters", "toekenning", 12_000, True, False),
        ("Bram Peeters", "toekenning", 12_001, False, False),
        ("Bram Peeters", "gedeeltelijk", 5_000, True, False),
        ("Bram Peeters", "afwijzing", 0, False, False),
        ("Bram Peeters", "beeindiging", 0, False, False),
        ("Noor Verhoeven", "toekenning", 5_000, True, False),
        ("Noor Verhoeven", "toekenning", 24_999, True, False),
        ("Noor Verhoeven", "toekenning", 25_000, True, True),
        ("Noor Verhoeven", "toekenning", None, True, True),
        ("Bram Peeters", "toekenning", None, False, False),
        ("Noor Verhoeven", "afwijzing", 0, True, False),
        ("Kees van Dongen", "toekenning", 100, False, False),
    ],
)
def test_de_tabel(lvc: Wijk, wie: str, soort: str, euro: int | None, mag: bool, vier_ogen: bool) -> None:
    cent = None if euro is None else euro * EURO
    oordeel = mandaat_voor(lvc.als(wie), soort=soort, categorieen={"02"}, jaarkosten_cent=cent, op=OP)
    assert (oordeel.mag, oordeel.vier_ogen) == (mag, vier_ogen), oordeel.uitleg


def test_wie_niet_mag_hoort_wie_wel(lvc: Wijk) -> None:
    oordeel = mandaat_voor(
        lvc.als("Bram Peeters"), soort="toekenning", categorieen={"02"}, jaarkosten_cent=20_000 * EURO, op=OP
    )
    assert any(naam.startswith("Noor Verhoeven") for naam in oordeel.wie_wel)
    assert not any("Bram" in naam for naam in oordeel.wie_wel)
    assert "€ 12.000,00" in oordeel.uitleg
    assert "Noor Verhoeven" in oordeel.uitleg


def test_niemand_met_mandaat_wijst_naar_het_register(lvc: Wijk) -> None:
    oordeel = mandaat_voor(
        lvc.als("Bram Peeters"), soort="dwangsom", categorieen=(), jaarkosten_cent=0, op=OP
    )
    assert not oordeel.mag
    assert "functioneel beheerder" in oordeel.uitleg


def test_een_lichter_mandaat_gaat_voor(lvc: Wijk) -> None:
    oordeel = mandaat_voor(
        lvc.als("Noor Verhoeven"), soort="toekenning", categorieen=(), jaarkosten_cent=5_000 * EURO, op=OP
    )
    assert oordeel.mandaat is not None
    assert oordeel.mandaat.rol == "consulent"


def test_mandaat_geldt_per_categorie_en_per_dag(lvc: Wijk) -> None:
    kees = lvc.als("Kees van Dongen")
    with schrijven_open():
        bestaand = Mandaat.objects.first()
        assert bestaand is not None
        Mandaat(
            gemeente_id=lvc.gemeente.pk,
            gemaakt_op=bestaand.gemaakt_op,
            medewerker=lvc.medewerker("Kees van Dongen"),
            besluitsoorten=["toekenning"],
            categorieen=["01"],
            geldig_van=date(2026, 5, 1),
            geldig_tot=date(2026, 6, 30),
            grondslag="Ondermandaat huishoudelijke ondersteuning",
        ).save(force_insert=True)

    def mag(categorieen: set[str], op: date) -> bool:
        return mandaat_voor(kees, soort="toekenning", categorieen=categorieen, jaarkosten_cent=1, op=op).mag

    assert mag({"01"}, OP)
    assert not mag({"01", "02"}, OP)
    assert mag({"01"}, date(2026, 6, 30))
    assert not mag({"01"}, date(2026, 7, 1))
    assert not mag({"01"}, date(2026, 4, 30))


def test_een_proces_beslist_nooit(lvc: Wijk) -> None:
    systeem = Door.systeem(lvc.gemeente.pk)
    assert not mandaat_voor(systeem, soort="toekenning", categorieen=(), jaarkosten_cent=0, op=OP).mag


def test_een_vraag_kost_een_query_en_een_weigering_twee(lvc: Wijk, django_assert_num_queries: object) -> None:
    bram = lvc.als("Bram Peeters")
    with django_assert_num_queries(1):  # type: ignore[operator]
        mandaat_voor(bram, soort="toekenning", categorieen=(), jaarkosten_cent=0, op=OP)
    with django_assert_num_queries(2):  # type: ignore[operator]
        mandaat_voor(bram, soort="afwijzing", categorieen=(), jaarkosten_cent=0, op=OP)


def mandaat_van(partij: str, lvc: Wijk, **anders: Any) -> None:
    velden: dict[str, Any] = {
        "organisatie": partij,
        "besluitsoorten": ["toekenning"],
        "geldig_van": OP,
        "grondslag": "Mandaat aan een aanbieder (Wmo 2015 art. 2.6.3)",
        "gemeente_id": lvc.gemeente.pk,
        "gemaakt_op": nu(),
    }
    with schrijven_open():
        Mandaat.objects.all().delete()
        Mandaat(**(velden | anders)).save()
        Medewerker.objects.filter(naam="Bram Peeters").update(organisatie="Stap voor Stap Begeleiding")


def vraag(lvc: Wijk, leverancier: str) -> Mandaatoordeel:
    return mandaat_voor(
        lvc.als("Bram Peeters"),
        soort="toekenning",
        categorieen={"02"},
        jaarkosten_cent=1000,
        op=OP,
        leveranciers={leverancier},
    )


def test_de_mensen_van_een_partij_met_mandaat_beslissen_maar_niet_over_eigen_hulp(lvc: Wijk) -> None:
    mandaat_van("Stap voor Stap Begeleiding", lvc)
    assert vraag(lvc, "Een ander").mag
    geweigerd = vraag(lvc, "Stap voor Stap Begeleiding")
    assert not geweigerd.mag
    assert "zelf geeft" in geweigerd.uitleg


def test_het_register_kan_ook_eigen_hulp_toestaan(lvc: Wijk) -> None:
    mandaat_van("Stap voor Stap Begeleiding", lvc, ook_eigen_levering=True)
    assert vraag(lvc, "Stap voor Stap Begeleiding").mag
