"""Clockwork: figures are brought up to date every hour and built anew every night; or when somebody asks.

All of these are safe to run twice. The web never waits for them.
"""

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from wijkspil.gemeenten.models import Gemeente


@app.task(name="sturing.ververs", queue="sturing", pass_context=False)
def ververs_gemeente(gemeente_id: int, volledig: bool = False) -> None:
    # Every process reads this module, and only the one that does the work needs DuckDB and Arrow: half a second and 60 MB.
    from .export import ververs

    ververs(gemeente_id, volledig=volledig)


@app.periodic(cron="7 * * * *")
@app.task(name="sturing.elk_uur", queue="sturing")
def elk_uur(timestamp: int) -> None:
    _alle(volledig=False)


@app.periodic(cron="41 2 * * *")
@app.task(name="sturing.elke_nacht", queue="sturing")
def elke_nacht(timestamp: int) -> None:
    _alle(volledig=True)


def _alle(*, volledig: bool) -> None:
    for gemeente_id in Gemeente.objects.filter(actief=True).values_list("id", flat=True):
        ververs_gemeente(gemeente_id, volledig=volledig)


def vraag_verversing_aan(gemeente_id: int) -> bool:
    """Ask for fresh figures in the background; False when that was asked already and still waits."""
    try:
        with transaction.atomic():
            ververs_gemeente.configure(queueing_lock=f"sturing-{gemeente_id}").defer(gemeente_id=gemeente_id)
    except AlreadyEnqueued:
        return False
    return True
