"""Every night: working notes that have had their time go. Safe to run twice."""

from procrastinate.contrib.django import app

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente

from .actions.aantekening import ruim_aantekeningen_op


@app.periodic(cron="23 3 * * *")
@app.task(name="plannen.ruim_aantekeningen_op", queueing_lock="plannen.ruim_aantekeningen_op")
def ruim_op(timestamp: int) -> None:
    for gemeente_id in Gemeente.objects.filter(actief=True).values_list("id", flat=True):
        with binnen(gemeente_id):
            ruim_aantekeningen_op(voor=klok.vandaag(), door=Door.systeem(gemeente_id))
