"""Invented people: the same seed gives the same person, and nobody of them can be real."""

from collections import Counter
from datetime import date

from wijkspil.oefenstad.bevolking import LEEFTIJDEN, Bevolking
from wijkspil.regels.bsn import aantal_testnummers, is_geldig, is_testnummer

DAG = date(2026, 1, 1)


def bevolking(**anders: object) -> Bevolking:
    return Bevolking("land-van-cuijk", **({"zaad": 1, "peildag": DAG} | anders))  # type: ignore[arg-type]


def test_hetzelfde_zaad_geeft_dezelfde_mensen_in_elke_volgorde() -> None:
    een, twee = bevolking(), bevolking()
    assert [een.bewoner(n) for n in range(50)] == [twee.bewoner(n) for n in reversed(range(50))][::-1]
    assert een.bewoner(3) != bevolking(zaad=2).bewoner(3)


def test_elk_bsn_is_een_geldig_testnummer_en_komt_een_keer_voor() -> None:
    nummers = [bevolking().bsn(n) for n in range(aantal_testnummers())]
    assert all(n is not None and is_geldig(n) and is_testnummer(n) for n in nummers)
    assert len(set(nummers)) == aantal_testnummers()


def test_na_het_laatste_testnummer_is_er_geen_bsn_meer() -> None:
    laatste = aantal_testnummers() - 1
    assert bevolking().bewoner(laatste).nieuw.bsn is not None
    assert bevolking().bewoner(laatste + 1).nieuw.bsn is None
    assert bevolking(eerste_bsn=10).bsn(0) == bevolking().bsn(10)


def test_leeftijden_volgen_de_verdeling_van_de_bron() -> None:
    mensen = [bevolking().bewoner(n) for n in range(4000)]
    for grens, aandeel in ((18, 0.03), (65, 0.34), (80, 0.69)):
        jonger = sum(m.leeftijd < grens for m in mensen) / len(mensen)
        assert abs(jonger - aandeel) < 0.03, f"onder {grens}: {jonger:.2f}, verwacht ongeveer {aandeel}"
    assert round(sum(aandeel for *_, aandeel in LEEFTIJDEN), 6) == 1


def test_wijken_volgen_het_aantal_inwoners() -> None:
    b = bevolking()
    telling = Counter(b.bewoner(n).wijk for n in range(3000))
    for wijk in b.gegevens["wijken"]:
        verwacht = wijk["inwoners"] / sum(w["inwoners"] for w in b.gegevens["wijken"])
        assert abs(telling[wijk["code"]] / 3000 - verwacht) < 0.03


def test_adres_telefoon_en_namen_zijn_bruikbaar_en_verzonnen() -> None:
    for nummer in range(500):
        mens = bevolking().bewoner(nummer)
        assert mens.nieuw.telefoon.startswith("0600")  # outside every range that is handed out
        assert len(mens.nieuw.postcode) == 6
        assert "_" not in mens.nieuw.achternaam + mens.nieuw.voorvoegsel + mens.nieuw.voornamen
        assert "/" not in mens.nieuw.achternaam
        assert all(n.telefoon.startswith("0600") for n in mens.naasten)


def test_er_zijn_mensen_met_een_geheim_adres_een_tolk_en_een_mantelzorger() -> None:
    mensen = [bevolking().bewoner(n) for n in range(2000)]
    assert 4 <= sum(m.nieuw.geheim_adres for m in mensen) <= 40
    assert sum(m.tolk_nodig for m in mensen) >= 20
    assert sum(m.mantelzorger is not None for m in mensen) >= 500
