"""The whole loop: ordered, confirmed, started, claimed, answered, stopped; every message valid against the schemas of the standard."""

from datetime import timedelta

from tests.berichten.post import alles_geldig, post
from tests.besluiten.verhaal import bekend
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.core.klok import vandaag
from wijkspil.core.models import Gebeurtenis
from wijkspil.ondersteuning.models import Declaratie, Levering, Toewijzing
from wijkspil.toegang.models import Stap


def soorten() -> dict[str, int]:
    telling: dict[str, int] = {}
    for soort in Bericht.objects.values_list("soort", flat=True):
        telling[soort] = telling.get(soort, 0) + 1
    return telling


def test_van_besluit_tot_betaalde_declaratie_en_stop(lvc: Wijk) -> None:
    besluit = bekend(lvc)
    toewijzing = Toewijzing.objects.get()
    assert toewijzing.besluit == besluit
    assert toewijzing.met_berichten
    begin = vandaag() + timedelta(days=1)

    with post(lvc) as p:
        p.dag(begin)
        assert soorten() == {"WMO301": 1, "WMO302": 1}
        assert Bericht.objects.get(soort="WMO301").status == Bericht.Status.BEVESTIGD
        for n in range(1, 70):
            p.dag(begin + timedelta(days=n))

    toewijzing.refresh_from_db()
    assert toewijzing.status == Toewijzing.Status.GESTART
    besluit.hulpvraag.refresh_from_db()
    assert besluit.hulpvraag.stap == Stap.LEVERING
    levering = Levering.objects.get()
    assert levering.gestart_op >= toewijzing.ingang
    declaraties = list(Declaratie.objects.order_by("periode"))
    assert len(declaraties) >= 1
    assert all(d.toegekend_cent == d.ingediend_cent > 0 for d in declaraties)
    aantal = soorten()
    assert aantal["WMO305"] == aantal["WMO306"] == 1
    assert aantal["WMO323"] == aantal["WMO325"] == len(declaraties)
    assert p.aanbieders.afgekeurd == []
    assert alles_geldig() == sum(aantal.values())
    assert Gebeurtenis.objects.filter(soort="levering.gestart").count() == 1
