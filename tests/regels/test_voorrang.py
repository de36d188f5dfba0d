"""Which law goes first: questions that advise, with an article behind each."""

import pytest

from wijkspil.regels import voorrang
from wijkspil.werkwijzen.basis import Wet


@pytest.mark.parametrize(
    ("ja", "wet"),
    [
        ((), "wmo"),
        (("verpleging",), "zvw"),
        (("blijvend_hele_dag",), "wlz"),
        (("blijvend_hele_dag", "verpleging"), "wlz"),
        (("jonger_dan_18", "verpleging"), "jeugdwet"),
        (("jonger_dan_18", "hulpmiddel"), "wmo"),
        (("wlz_besluit", "hulpmiddel"), "wmo"),
        (("wlz_besluit", "hulpmiddel", "verpleging"), "zvw"),
        (("werk",), "participatiewet"),
        (("werk", "schulden"), "participatiewet"),
        (("hulpmiddel",), "wmo"),
    ],
)
def test_het_eerste_ja_wijst_de_wet_aan(ja: tuple[str, ...], wet: str) -> None:
    assert voorrang.weeg(dict.fromkeys(ja, True)).wet == wet


def test_de_andere_redenen_blijven_staan() -> None:
    advies = voorrang.weeg({"blijvend_hele_dag": True, "verpleging": True, "werk": False})
    assert [r.wet for r in advies.redenen] == ["wlz", "zvw"]


def test_elke_vraag_heeft_een_artikel_een_bron_en_een_bekende_wet() -> None:
    for vraag in voorrang.vragen():
        assert vraag.artikel and vraag.bron and vraag.uitleg
        assert vraag.wet in {w.value for w in Wet}
        assert not vraag.behalve or vraag.behalve in voorrang.uitzonderingen()


def test_een_vreemd_antwoord_is_een_fout() -> None:
    with pytest.raises(KeyError, match="maan"):
        voorrang.weeg({"maan": True})
