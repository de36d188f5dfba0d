"""The worker's part of access: every five minutes a look at urgent questions that nobody picked up (H12)."""

from procrastinate.contrib.django import app

from wijkspil.gemeenten.models import Gemeente

from .bewaking import escaleer_spoed


@app.periodic(cron="*/5 * * * *")
@app.task(name="toegang.bewaak_spoed", queueing_lock="toegang.bewaak_spoed")
def bewaak_spoed(timestamp: int) -> None:
    for gemeente_id in Gemeente.objects.filter(actief=True).values_list("id", flat=True):
        escaleer_spoed(gemeente_id)
