"""The way of working decides whether a resident sees the laws behind the help (J2)."""

from tests.overdrachten.verhaal import wetdeel
from tests.plannen.verhaal import consulent
from tests.portaal.verhaal import bewoner
from tests.wijk import Wijk
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen


def test_de_inwoner_ziet_de_wet_waar_de_werkwijze_dat_wil(lvc: Wijk) -> None:
    vraag = lvc.melding()
    wetdeel(vraag, consulent(lvc))
    pagina = bewoner(lvc, vraag.inwoner).get(f"vraag/{vraag.pk}/plan/").content.decode()
    assert "Wie waarover gaat" in pagina and "steunkousen aantrekken" in pagina
    assert "Zorgverzekeringswet" in pagina


def test_in_oude_ijsselstreek_merkt_de_inwoner_er_niets_van(oude_ijsselstreek: Wijk) -> None:
    wijk = oude_ijsselstreek
    with binnen(wijk.gemeente.pk):
        vraag = wijk.melding()
        wetdeel(vraag, wijk.als(wijk.met_rol(Rol.CONSULENT)))
        pagina = bewoner(wijk, vraag.inwoner).get(f"vraag/{vraag.pk}/plan/").content.decode()
    assert "Wie waarover gaat" not in pagina and "Zorgverzekeringswet" not in pagina
