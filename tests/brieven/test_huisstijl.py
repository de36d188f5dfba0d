"""A letter looks as the municipality set its house style, and as its way of working says where it set none."""

from tests.brieven.plaatjes import SVG
from tests.wijk import Wijk
from wijkspil.brieven.aanzien import eigen_logo
from wijkspil.brieven.models import Brief
from wijkspil.core import uitbox
from wijkspil.gemeenten.huisstijl import bewaar_huisstijl, pak_huisstijl
from wijkspil.inwoners.models import Inwoner


def _brief(wijk: Wijk) -> Brief:
    bekend = Inwoner.objects.first()
    vraag = wijk.melding(wie=bekend) if bekend else wijk.melding()
    uitbox.leeg(wijk.gemeente.pk)
    return Brief.objects.get(hulpvraag=vraag)


def test_zonder_eigen_huisstijl_de_kleur_van_de_werkwijze(lvc: Wijk) -> None:
    assert _brief(lvc).gegevens["gemeente"]["kleur"] == "#1f5c4d"
    assert eigen_logo() == ""


def test_met_een_eigen_huisstijl_die_kleur_en_dat_logo(lvc: Wijk) -> None:
    zonder = _brief(lvc)
    huisstijl = pak_huisstijl(lvc.gemeente)
    huisstijl.merk, huisstijl.merk_donker = "#7a1f2b", "#4a0f18"
    bewaar_huisstijl(huisstijl, logo=SVG, door=lvc.als("Ada Willems"))
    assert eigen_logo() == SVG.decode()
    met = _brief(lvc)
    assert met.gegevens["gemeente"]["kleur"] == "#7a1f2b"
    assert (zonder.status, met.status) == (Brief.Status.KLAAR, Brief.Status.KLAAR)
    zonder.refresh_from_db()
    assert zonder.gegevens["gemeente"]["kleur"] == "#1f5c4d", "what was written keeps its look"
