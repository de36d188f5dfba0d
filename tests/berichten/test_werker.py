"""One real worker process: it takes a job from the queue and does the round of a municipality, outbox and post included."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from tests.ondersteuning.opdrachten import opdracht
from tests.wijk import Wijk
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.tasks import ronde_van_gemeente
from wijkspil.brieven.models import Brief
from wijkspil.core.grens import binnen
from wijkspil.core.models import Uitgaand
from wijkspil.gemeenten import register
from wijkspil.oefenstad.inrichting import richt_in

HUIS = Path(__file__).resolve().parents[2]


@pytest.mark.traag
def test_een_echte_werker_doet_een_echte_taak(transactional_db: None) -> None:
    gemeente = richt_in("land-van-cuijk")
    wijk = Wijk(gemeente)
    with binnen(gemeente.pk):
        opdracht(wijk)
        wijk.melding()
    taak = ronde_van_gemeente.defer(gemeente_id=gemeente.pk)
    klaar = subprocess.run(
        [
            sys.executable,
            str(HUIS / "manage.py"),
            "procrastinate",
            "worker",
            "--one-shot",
            "--concurrency",
            "1",
        ],
        cwd=HUIS,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "config.settings.test"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert klaar.returncode == 0, klaar.stderr
    assert ProcrastinateJob.objects.get(pk=taak).status == "succeeded", klaar.stderr
    with binnen(gemeente.pk):
        # confirmed already when the invented providers had a turn in the same worker
        assert Bericht.objects.get(soort="WMO301").status in (
            Bericht.Status.VERZONDEN,
            Bericht.Status.BEVESTIGD,
        )
        assert Brief.objects.get(sjabloon="ontvangstbevestiging").status == Brief.Status.KLAAR
        assert not Uitgaand.objects.filter(status=Uitgaand.Status.WACHT).exists()
    register.vergeet()
