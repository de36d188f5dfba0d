"""Where a money frame per provider was agreed, coming near it is said in words, and nobody's help is held up by it (H21)."""

import pytest

from tests.ondersteuning.opdrachten import bewaar
from tests.wijk import Wijk
from wijkspil.aanbieders.models import Contract, Termijnbetaling
from wijkspil.core.door import Rol
from wijkspil.core.klok import vandaag
from wijkspil.core.schrijven import schrijven_open
from wijkspil.ondersteuning.standen import Contractstand


def _met_verwacht(wijk: Wijk, procent: int) -> Contract:
    """A contract with a frame of € 1,000, of which this share is expected this year."""
    contract = Contract.objects.exclude(bekostiging=Contract.Bekostiging.LUMPSUM).order_by("nummer")[0]
    with schrijven_open():
        Contract.objects.filter(pk=contract.pk).update(plafond_cent=100_000)
    bewaar(wijk, Termijnbetaling(contract=contract, periode=vandaag().replace(day=1), cent=procent * 1000))
    return contract


@pytest.mark.parametrize(
    ("procent", "zin"), [(84, ""), (85, "Bijna bij het kader"), (101, "Boven het kader")]
)
def test_haarlem_waarschuwt_vanaf_85_procent(haarlem: Wijk, procent: int, zin: str) -> None:
    contract = _met_verwacht(haarlem, procent)
    browser = haarlem.browser(haarlem.met_rol(Rol.CONTRACTBEHEER))
    pagina = browser.get(haarlem.url(f"contracten/{contract.pk}/")).content.decode()
    for kop in ("Bijna bij het kader", "Boven het kader"):
        assert (kop in pagina) is (kop == zin)
    if procent == 85:
        assert "vanaf 85% met de aanbieder te praten" in pagina and "houdt niemands hulp tegen" in pagina
    lijst = browser.get(haarlem.url("contracten/")).content.decode()
    assert f"{procent}% verwacht" in lijst


def test_zonder_kader_per_aanbieder_waarschuwt_niemand_vooraf(lvc: Wijk) -> None:
    contract = _met_verwacht(lvc, 95)
    pagina = lvc.browser("Kees van Dongen").get(lvc.url(f"contracten/{contract.pk}/")).content.decode()
    assert "Bijna bij het kader" not in pagina


def test_een_vaste_som_is_geen_kader_om_te_bewaken() -> None:
    vast = Contract(bekostiging=Contract.Bekostiging.LUMPSUM, plafond_cent=100)
    assert not Contractstand(vast, 90, 90, 90, 0, 0, None).nadert_kader(85)
