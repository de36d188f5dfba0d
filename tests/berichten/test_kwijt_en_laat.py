"""Providers that lose their post or bring it late: what hangs is seen, sending again has one effect, and late is not lost."""

from datetime import date, datetime, time, timedelta

from django.utils import timezone

from tests.berichten.post import Post, post
from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten import access
from wijkspil.berichten.actions import verstuur_opnieuw
from wijkspil.berichten.models import Bericht
from wijkspil.core import klok
from wijkspil.core.klok import vandaag
from wijkspil.oefenstad.gedrag import Gedrag, Gedragingen
from wijkspil.ondersteuning.models import Levering

S = Bericht.Status
TRAAG = Gedrag(start_na=(60, 60))  # help begins after these tests, so that only the answer on the 301 counts


def heen() -> Bericht:
    return Bericht.objects.get(soort="WMO301")


def vast_op(dag: date) -> bool:
    moment = timezone.make_aware(datetime.combine(dag, time(12)))
    return Bericht.objects.filter(access.vast(moment)).exists()


def speel(p: Post, begin: date, van: int, tot: int) -> None:
    for n in range(van, tot):
        p.dag(begin + timedelta(days=n))


def test_een_antwoord_dat_kwijt_is_blijft_hangen_tot_iemand_opnieuw_verstuurt(lvc: Wijk) -> None:
    opdracht(lvc)
    begin = vandaag() + timedelta(days=1)
    with post(lvc, gedrag=Gedrag(kwijt=1.0, start_na=(60, 60))) as p:
        speel(p, begin, 0, 9)
        assert heen().status == S.VERZONDEN
        assert not Bericht.objects.filter(soort="WMO302").exists()
        assert not vast_op(begin), "three working days are not over yet"
        assert vast_op(begin + timedelta(days=8))

        p.aanbieders.gedrag = Gedragingen(TRAAG, {})  # the line works again
        with klok.op(timezone.make_aware(datetime.combine(begin + timedelta(days=9), time(9)))):
            verstuur_opnieuw(heen(), door=lvc.als("Kees van Dongen"))
        speel(p, begin, 9, 11)
    assert heen().status == S.BEVESTIGD
    assert not vast_op(begin + timedelta(days=30))
    assert Bericht.objects.filter(soort="WMO302").count() == 1
    assert len(list(p.aanbieders.boek.te_starten(begin + timedelta(days=90)))) == 1, (
        "one order, however often it was sent"
    )


def test_een_antwoord_dat_laat_is_haalt_het_bericht_weer_van_de_lijst(lvc: Wijk) -> None:
    opdracht(lvc)
    begin = vandaag() + timedelta(days=1)
    with post(lvc, gedrag=Gedrag(laat=1.0, laat_dagen=8, start_na=(60, 60))) as p:
        speel(p, begin, 0, 7)
        assert heen().status == S.VERZONDEN
        assert vast_op(begin + timedelta(days=7))
        speel(p, begin, 7, 9)
    assert heen().status == S.BEVESTIGD
    assert not vast_op(begin + timedelta(days=9))


def test_een_start_die_laat_komt_telt_vanaf_de_dag_dat_de_hulp_begon(lvc: Wijk) -> None:
    opdracht(lvc)
    begin = vandaag() + timedelta(days=1)
    with post(lvc, gedrag=Gedrag(laat=1.0, laat_dagen=3, start_na=(2, 2))) as p:
        speel(p, begin, 0, 12)
    levering = Levering.objects.get()
    assert levering.gestart_op == begin + timedelta(days=2)
    start = Bericht.objects.get(soort="WMO305")
    assert timezone.localdate(start.moment) == levering.gestart_op + timedelta(days=3), (
        "it came three days later"
    )
