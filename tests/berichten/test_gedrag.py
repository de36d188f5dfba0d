"""A provider of the practice town can be told to be late, wrong, doubled or out of order, and the product shows what got stuck."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.berichten.post import post
from tests.ondersteuning.opdrachten import opdracht, per_week
from tests.wijk import Wijk
from wijkspil.berichten.access import vast
from wijkspil.berichten.models import Bericht
from wijkspil.core import klok
from wijkspil.core.klok import vandaag
from wijkspil.oefenstad.gedrag import Gedrag, Gedragingen, lees, schrijf
from wijkspil.ondersteuning.models import Aanbiederverzoek, Levering, Toewijzing

DAG = timedelta(days=1)
S = Bericht.Status


def test_een_aanbieder_vraagt_uit_zichzelf_om_een_wijziging(haarlem: Wijk) -> None:
    per_week(haarlem)
    with post(haarlem, gedrag=Gedrag(vraagt=1, start_na=(0, 0))) as p:
        for dagen in (0, 100, 101):
            p.dag(vandaag() + timedelta(days=dagen))
    assert [g.verzoeken for g in p.gedaan] == [0, 1, 0]
    assert Aanbiederverzoek.objects.get().soort == "wijziging"
    assert Bericht.objects.get(soort="WMO317").status == S.VERWERKT


def test_dubbel_en_door_elkaar_geven_een_gevolg(lvc: Wijk) -> None:
    opdracht(lvc, 1, tot=vandaag() + 3 * DAG)
    with post(lvc, gedrag=Gedrag(dubbel=1, door_elkaar=1, start_na=(0, 0))) as p:
        for dagen in range(6):
            p.dag(vandaag() + timedelta(days=dagen))
    assert Levering.objects.get().gestopt_op is not None
    assert Toewijzing.objects.get().status == "gestopt"
    assert set(
        Bericht.objects.filter(soort__in=["WMO305", "WMO307"]).values_list("keren_ontvangen", flat=True)
    ) == {2}


@pytest.mark.parametrize("n", range(1, 4))
def test_fout_wordt_afgekeurd_en_heeft_geen_gevolg(lvc: Wijk, n: int) -> None:
    t = opdracht(lvc, n)
    with post(lvc, zaad=n, gedrag=Gedrag(fout=1, start_na=(0, 0))) as p:
        p.dag(vandaag())
    assert not Levering.objects.exists()
    start = Bericht.objects.get(soort="WMO305")
    assert (start.status, bool(start.fouten)) == (S.AFGEKEURD, True)
    t.refresh_from_db()
    assert t.status == "opgedragen"


def test_stil_staat_na_drie_werkdagen_op_de_lijst_en_alleen_van_wie_stil_is(haarlem: Wijk) -> None:
    t = per_week(haarlem, 1)
    assert t.aanbieder is not None
    gedrag = Gedragingen(Gedrag(), {t.aanbieder.agb: Gedrag(stil=1)})
    with post(haarlem, gedrag=gedrag) as p:
        p.dag(vandaag())
    assert not Bericht.objects.filter(vast()).exists()
    later = klok.nu() + timedelta(days=8)
    assert [b.soort for b in Bericht.objects.filter(vast(later))] == ["WMO301"]


def test_wat_iemand_instelt_ligt_naast_de_uitwisseling(tmp_path: Path) -> None:
    schrijf(tmp_path, "42990003", {"laat": 1, "laat_dagen": 3})
    gezet = lees(tmp_path, Gedrag(dubbel=0.5))
    assert gezet.van("42990003") == Gedrag(dubbel=0.5, laat=1, laat_dagen=3)
    assert gezet.van("42990001") == Gedrag(dubbel=0.5)
    assert json.loads((tmp_path / "gedrag.json").read_text()) == {"42990003": {"laat": 1, "laat_dagen": 3}}
    schrijf(tmp_path, "42990003", None)
    assert lees(tmp_path, Gedrag()).apart == {}
    with pytest.raises(ValueError, match="kans tussen 0"):
        schrijf(tmp_path, "42990003", {"laat": 2})
    with pytest.raises(ValueError, match="Onbekend gedrag"):
        schrijf(tmp_path, "42990003", {"boos": 1})
