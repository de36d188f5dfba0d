"""The worker's part: every ten minutes a look in the folder of the population register. Without a folder it does nothing."""

import logging
from pathlib import Path

from django.conf import settings
from procrastinate.contrib.django import app

from wijkspil.gemeenten.models import Gemeente

from .registerpost import lees_map

logger = logging.getLogger(__name__)


@app.periodic(cron="*/10 * * * *")
@app.task(name="signalen.lees_register", queueing_lock="signalen.lees_register")
def lees_register(timestamp: int) -> None:
    if not settings.REGISTERMAP:
        return
    for gemeente in Gemeente.objects.filter(actief=True).order_by("slug"):
        map_ = Path(settings.REGISTERMAP) / gemeente.slug
        if map_.is_dir():
            for bestand in lees_map(gemeente.pk, map_):
                logger.info(
                    "registerbestand_gelezen gemeente=%s regels=%s fouten=%s",
                    gemeente.pk,
                    bestand.regels,
                    len(bestand.fouten),
                )
