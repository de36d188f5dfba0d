"""Help per product and district: a few people with one product in one district can be recognised, so they are shown together or not."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wijkspil.sturing.indicatoren.stroom import OVERIG, VELDEN, kort_product, werk_af_product, zin_product
from wijkspil.sturing.kleine_groepen import KLEINSTE
from wijkspil.sturing.periode import Filter, Kwartaal

KWARTAAL = Kwartaal(2026, 1)
F = Filter.voor(KWARTAAL, date(2026, 7, 1))


def rij(product: str, wijk: str, begin: int, instroom: int = 0, uitstroom: int = 0) -> dict[str, object]:
    return {
        "product": product, "wijk": wijk, "begin": begin, "instroom": instroom, "doorstroom": begin, "uitstroom": uitstroom,
        "eind": begin + instroom - uitstroom,
    }  # fmt: skip


def test_een_kleine_wijk_gaat_samen_met_de_kleinste_andere() -> None:
    rijen = werk_af_product([rij("A", "noord", 30), rij("A", "oost", 12), rij("A", "zuid", 3)], F)
    assert [(r["wijk"], r["begin"]) for r in rijen] == [("noord", 30), (str(OVERIG), 15)]


def test_een_product_met_weinig_hulp_heeft_geen_getallen() -> None:
    rijen = werk_af_product([rij("A", "noord", 30), rij("B", "noord", 4), rij("B", "oost", 2)], F)
    assert [(r["product"], r["begin"]) for r in rijen] == [("A", 30), ("B", None)]
    assert [(r["product"], r["eind"]) for r in kort_product(rijen, F).rijen] == [("A", 30), ("B", None)]
    assert "genoeg" in zin_product(rijen, F)


def test_met_een_wijk_als_filter_is_niet_te_zien_wat_zonder_filter_verborgen_is() -> None:
    alles = [rij("A", "noord", 30), rij("A", "oost", 12), rij("A", "zuid", 3)]
    for wijk, verwacht in (("noord", 30), ("oost", None), ("zuid", None)):
        f = Filter.voor(KWARTAAL, date(2026, 7, 1), wijk)
        assert [(r["wijk"], r["begin"]) for r in werk_af_product(alles, f)] == [(wijk, verwacht)]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("AB"), st.sampled_from("nozw"), st.integers(0, 25), st.integers(0, 9)),
        unique_by=lambda r: r[:2],
    )
)
def test_niets_onder_de_tien_en_de_som_blijft_de_som(ruw: list[tuple[str, str, int, int]]) -> None:
    alles = [rij(*r) for r in ruw if r[2] + r[3]]
    rijen = werk_af_product(alles, F)
    for r in rijen:
        assert r["begin"] is None or r["begin"] + r["instroom"] >= KLEINSTE
    for product in "AB":
        getoond = [r for r in rijen if r["product"] == product]
        if getoond and all(r["begin"] is not None for r in getoond):
            for veld in VELDEN:
                assert sum(r[veld] for r in getoond) == sum(
                    int(str(r[veld])) for r in alles if r["product"] == product
                )
