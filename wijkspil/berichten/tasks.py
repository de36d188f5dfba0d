"""The worker's part. A job is a hint to look, never the work itself: losing one costs a minute, running one twice costs nothing."""

import logging

from procrastinate import JobContext, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from wijkspil.gemeenten.models import Gemeente

from .rondgang import rondgang

logger = logging.getLogger(__name__)


@app.periodic(cron="* * * * * */10")
@app.task(queueing_lock="berichten.rondgang", pass_context=True)
def begin_rondgang(context: JobContext, timestamp: int) -> None:
    """Every ten seconds: a round per active municipality, each in a job of its own so that one can't hold up another."""
    for gemeente in Gemeente.objects.filter(actief=True):
        slot = f"berichten.{gemeente.pk}"
        try:
            ronde_van_gemeente.configure(lock=slot, queueing_lock=slot).defer(gemeente_id=gemeente.pk)
        except AlreadyEnqueued:  # a round waits already and will see the same post
            continue


@app.task(retry=RetryStrategy(max_attempts=3, wait=5))
def ronde_van_gemeente(gemeente_id: int) -> None:
    rondgang(gemeente_id)


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="berichten.opnieuw", pass_context=True)
async def begin_vastgelopen_opnieuw(context: JobContext, timestamp: int) -> None:
    """Jobs of a worker that was killed go back in the queue."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=60):
        logger.warning("taak_opnieuw taak=%s id=%s", job.task_name, job.id)
        await app.job_manager.retry_job(job)
