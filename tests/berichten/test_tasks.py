"""The worker: a job is a hint to look. Deferring twice is one job, and a round by a worker does what a round by hand does."""

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management import call_command
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.tasks import begin_rondgang, ronde_van_gemeente
from wijkspil.berichten.uitwisseling import Mapuitwisseling, met
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in
from wijkspil.oefenstad.tasks import leef
from wijkspil.ondersteuning.models import Levering


def test_een_ronde_van_de_werker_en_een_met_de_hand_doen_hetzelfde(
    transactional_db: None, tmp_path: Path
) -> None:
    gemeente = richt_in("land-van-cuijk")
    with binnen(gemeente.pk):
        opdracht(Wijk(gemeente), 0)
    with met(Mapuitwisseling(tmp_path)):
        ronde_van_gemeente.func(gemeente_id=gemeente.pk)
    assert [pad.name[:6] for pad in (tmp_path / gemeente.cbs_code / "uit").iterdir()] == ["WMO301"]
    call_command("wijkspil_rondgang", gemeente=gemeente.slug, map=tmp_path)
    with binnen(gemeente.pk):
        assert Bericht.objects.get().status == Bericht.Status.VERZONDEN
    register.vergeet()


def test_een_wachtende_ronde_wordt_niet_nog_eens_gevraagd_en_houdt_de_andere_gemeente_niet_op(
    transactional_db: None,
) -> None:
    gemeenten = {richt_in("land-van-cuijk").pk, richt_in("alphen").pk}
    begin_rondgang.func(context=None, timestamp=0)
    begin_rondgang.func(context=None, timestamp=1)
    rondes = ProcrastinateJob.objects.filter(task_name__endswith="ronde_van_gemeente")
    # Other tests may have left municipalities of their own.
    gevraagd = [job.args["gemeente_id"] for job in rondes]
    assert sorted(nummer for nummer in gevraagd if nummer in gemeenten) == sorted(gemeenten)
    register.vergeet()


def test_de_taken_zijn_bekend_bij_de_werker() -> None:
    app.perform_import_paths()
    namen = {"begin_rondgang", "ronde_van_gemeente", "begin_vastgelopen_opnieuw"}
    assert {f"wijkspil.berichten.tasks.{naam}" for naam in namen} <= set(app.tasks)


def test_in_de_demo_leven_de_aanbieders_en_blijven_zij_onthouden(
    transactional_db: None, tmp_path: Path, settings: Any
) -> None:
    settings.UITWISSEL_MAP = tmp_path
    gemeente = richt_in("land-van-cuijk")
    with binnen(gemeente.pk):
        opdracht(Wijk(gemeente), 0)
    for keer in range(3):
        ronde_van_gemeente.func(gemeente_id=gemeente.pk)
        with klok.op(klok.nu() + timedelta(days=4 * keer)):
            leef.func(context=None, timestamp=keer)
            ronde_van_gemeente.func(gemeente_id=gemeente.pk)
    with binnen(gemeente.pk):
        assert Bericht.objects.get(soort="WMO301").status == Bericht.Status.BEVESTIGD
        assert Levering.objects.count() == 1
    settings.OEFENMODUS = False
    assert leef.func(context=None, timestamp=9) is None
    register.vergeet()
