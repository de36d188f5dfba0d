"""Household help by two norm sets: the published numbers, the proportional rule, what isn't known, and the averages."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wijkspil.regels import normen
from wijkspil.regels.bedragen import minuten_per_week
from wijkspil.regels.normen import Huishouden, Inzet, Wie
from wijkspil.regels.normgemiddelden import gemiddelde
from wijkspil.regels.parameters import Onbekend, Zekerheid

ALLES = {a.code: Inzet(a.keer) for a in normen.activiteiten()}


def test_volledige_overname_is_honderdacht_uur_per_jaar() -> None:
    uitkomst = normen.bereken("kpmg-108", Huishouden(ALLES))
    assert uitkomst.minuten == 125 == minuten_per_week(108)
    assert uitkomst.zekerheid is Zekerheid.HOOG
    assert uitkomst.compleet


@pytest.mark.parametrize(
    ("factor", "uren_per_jaar"),
    [
        ("eigen_mogelijkheden", -23),
        ("beperking_enige", 26),
        ("beperking_veel", 52),
        ("extra_kamer", 16),
        ("extra_kamer_leeg", 4),
    ],
)
def test_elke_factor_is_zijn_uren_per_jaar(factor: str, uren_per_jaar: int) -> None:
    uitkomst = normen.bereken("kpmg-108", Huishouden(ALLES, factoren={factor: 1}))
    assert abs(uitkomst.minuten - 125 - Fraction(uren_per_jaar * 60, 52)) < 1


def test_het_oude_kader_telt_zwaar_en_licht_werk_apart() -> None:
    uitkomst = normen.bereken("ciz-2006", Huishouden(ALLES, gebieden={"was": 1}))
    assert {r.code: r.minuten for r in uitkomst.regels} == {"huis_zwaar": 90, "huis_licht": 60, "was": 60}
    assert uitkomst.zekerheid is Zekerheid.LAAG, "as sure as the least sure line"
    meer = normen.bereken("ciz-2006", Huishouden(ALLES, gebieden={"was": 1}, personen=2))
    assert meer.minuten == 180 + 60 + 90


def test_wat_niemand_kon_lezen_blijft_onbekend_en_telt_niet_mee() -> None:
    uitkomst = normen.bereken("kpmg-108", Huishouden(ALLES, factoren={"vervuiling": 1}))
    assert uitkomst.minuten == 125
    assert not uitkomst.compleet
    assert isinstance(uitkomst.regels[-1].minuten, Onbekend)
    nieuw = normen.bereken("hhm-2025", Huishouden(ALLES))
    assert not nieuw.compleet
    assert nieuw.minuten == 0


def test_eens_per_twee_weken_kent_het_nieuwste_kader_wel() -> None:
    halve = {a.code: Inzet(min(a.keer, 26)) for a in normen.activiteiten()}
    assert normen.bereken("hhm-2025", Huishouden(halve)).minuten == 75


def test_twee_kaders_naast_elkaar_verklaren_elk_verschil() -> None:
    zaak = Huishouden(ALLES, gebieden={"was": 1, "boodschappen": 1, "broodmaaltijd": 7})
    links, rechts = normen.bereken("hhm-2019", zaak), normen.bereken("ciz-2006", zaak)
    verschillen = {v.code: v for v in normen.vergelijk(links, rechts)}
    assert verschillen["huis"].minuten == 150 - 125
    assert verschillen["was"].minuten == 60 - 43
    assert verschillen["broodmaaltijd"].minuten == 7 * 15 - 7 * 20
    assert sum(v.minuten or 0 for v in verschillen.values()) == rechts.minuten - links.minuten
    assert all(v.uitleg for v in verschillen.values())


def test_wie_niets_overneemt_krijgt_niets() -> None:
    zelf = {a.code: Inzet(a.keer, Wie.ZELF) for a in normen.activiteiten()}
    for kader in normen.kaders():
        assert normen.bereken(kader, Huishouden(zelf)).minuten == 0


def test_een_onbekend_kader_noemt_de_keuze() -> None:
    with pytest.raises(normen.KaderOnbekend, match="hhm-2019"):
        normen.bereken("bestaat_niet", Huishouden(ALLES))


@given(
    st.dictionaries(st.sampled_from(sorted(ALLES)), st.integers(0, 60)),
    st.sampled_from(["hhm-2019", "ciz-2006"]),
)
def test_meer_keren_geven_nooit_minder_minuten(keren: dict[str, int], kader: str) -> None:
    minder = Huishouden({code: Inzet(keer) for code, keer in keren.items()})
    meer = Huishouden({code: Inzet(keer + 10) for code, keer in keren.items()})
    assert normen.bereken(kader, minder).minuten <= normen.bereken(kader, meer).minuten


@given(st.lists(st.tuples(st.integers(0, 600), st.integers(0, 600), st.booleans()), max_size=30))
def test_kleine_groepen_blijven_verborgen(paren: list[tuple[int, int, bool]]) -> None:
    uitkomst = gemiddelde(paren, 10)
    assert uitkomst.verborgen is (len(paren) < 10)
    if uitkomst.verborgen:
        assert uitkomst.n == 0
        assert uitkomst.verschil is None
    else:
        assert uitkomst.leidend == Fraction(sum(a for a, _, _ in paren), len(paren))
