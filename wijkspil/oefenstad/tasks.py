"""In the demo the providers of the practice town live too: every half minute they read their post and do what is due today."""

from pathlib import Path

from django.conf import settings
from procrastinate import JobContext
from procrastinate.contrib.django import app

from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente

from .aanbieders import Aanbieders, tarieven_uit_contracten
from .gedrag import Gedrag, lees
from .inrichting import steden
from .kasboek import Kasboek
from .tegenkant import Mappen

GEDRAG = Gedrag(dubbel=0.02, fout_in_declaratie=0.02, vraagt=0.1, start_na=(0, 6))
"""A lifelike few repeats and mistakes."""


@app.periodic(cron="* * * * * */30")
@app.task(queueing_lock="oefenstad.aanbieders", lock="oefenstad.aanbieders", pass_context=True)
def leef(context: JobContext, timestamp: int) -> None:
    """Nothing outside the practice town: real providers answer for themselves."""
    if not settings.OEFENMODUS:
        return
    map_ = Path(settings.UITWISSEL_MAP)
    for gemeente in Gemeente.objects.filter(actief=True, slug__in=steden()):
        with binnen(gemeente.pk, lezen=True):
            tarieven = tarieven_uit_contracten()
        weg = Mappen(map_, gemeente.cbs_code)
        boek = Kasboek(map_ / gemeente.cbs_code / "aanbieders.sqlite")
        gedrag = lees(map_ / gemeente.cbs_code, GEDRAG)
        aanbieders = Aanbieders(gemeente.cbs_code, weg, tarieven, gedrag=gedrag, kasboek=boek)
        aanbieders.lees_post(klok.vandaag())
        aanbieders.dag(klok.vandaag())
        boek.sluit()
