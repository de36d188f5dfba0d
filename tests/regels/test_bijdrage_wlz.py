"""Before and after a move to the Wlz: what is due now, which contribution comes, and what nobody can compute here."""

from datetime import date

import pytest

from wijkspil.regels.bijdrage_wlz import Wlzsoort, Wlzvorm, vergelijk_wmo_wlz, wlz_soort
from wijkspil.regels.eigen_bijdrage import Situatie
from wijkspil.regels.parameters import Onbekend, Zekerheid


def test_nu_een_bekend_bedrag_en_straks_onbekend_met_de_reden() -> None:
    uitkomst = vergelijk_wmo_wlz(Situatie(), date(2025, 5, 1), vorm=Wlzvorm.THUIS)
    assert str(uitkomst.nu.bedrag) == "€ 21,00"
    assert isinstance(uitkomst.straks.bedrag, Onbekend)
    assert "CAK" in uitkomst.straks.bedrag.reden
    assert uitkomst.verschil is None
    assert uitkomst.straks.zekerheid is Zekerheid.LAAG
    assert any("twee keer" in punt for punt in uitkomst.punten)


def test_in_2027_is_ook_de_wmo_nog_niet_bekend() -> None:
    uitkomst = vergelijk_wmo_wlz(Situatie(), date(2027, 2, 1), vorm=Wlzvorm.THUIS)
    assert isinstance(uitkomst.nu.bedrag, Onbekend)
    assert "nog niet bekend" in uitkomst.nu.uitleg


def test_wie_nu_niets_betaalt_ziet_waarom() -> None:
    jonger = Situatie(aow_op=(date(2020, 1, 1), date(2030, 1, 1)))
    uitkomst = vergelijk_wmo_wlz(jonger, date(2026, 5, 1), vorm=Wlzvorm.THUIS)
    assert uitkomst.nu.is_nul
    assert uitkomst.nu.redenen_nul[0].code == "meerpersoons_niet_aow"


@pytest.mark.parametrize(
    ("vorm", "partner", "maanden", "soort"),
    [
        (Wlzvorm.THUIS, False, 0, Wlzsoort.LAAG),
        (Wlzvorm.INSTELLING, False, 0, Wlzsoort.LAAG),
        (Wlzvorm.INSTELLING, False, 4, Wlzsoort.HOOG),
        (Wlzvorm.INSTELLING, True, 12, Wlzsoort.LAAG),
    ],
)
def test_welke_bijdrage(vorm: Wlzvorm, partner: bool, maanden: int, soort: Wlzsoort) -> None:
    assert wlz_soort(vorm, partner_thuis=partner, maanden_in_instelling=maanden) is soort
