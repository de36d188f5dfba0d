"""`manage.py wijkspil_rondgang`: one round of the post for every municipality, here and now; or one after the other with --elke."""

import time
from argparse import ArgumentParser
from contextlib import nullcontext
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from wijkspil.berichten.rondgang import rondgang
from wijkspil.berichten.uitwisseling import Mapuitwisseling, met
from wijkspil.gemeenten.models import Gemeente


class Command(BaseCommand):
    help = "Doet een ronde van het berichtenverkeer: ontvangen, verwerken, klaarzetten, versturen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gemeente", help="alleen deze (naam in het adres van de website)")
        parser.add_argument(
            "--map", type=Path, help="een andere map dan de ingestelde om mee uit te wisselen"
        )
        parser.add_argument(
            "--elke", type=float, help="blijf rondgaan, met zoveel seconden ertussen; stop met Ctrl-C"
        )

    def handle(self, *args: Any, **opties: Any) -> None:
        with met(Mapuitwisseling(opties["map"])) if opties["map"] else nullcontext():
            while True:
                self.ronde(opties["gemeente"])
                if not opties["elke"]:
                    return
                time.sleep(opties["elke"])

    def ronde(self, slug: str | None) -> None:
        gemeenten = Gemeente.objects.filter(actief=True).order_by("naam")
        for gemeente in gemeenten.filter(slug=slug) if slug else gemeenten:
            ronde = rondgang(gemeente.pk)
            self.stdout.write(
                f"{gemeente.naam}: {ronde.ontvangen} ontvangen, {ronde.verwerkt} verwerkt, "
                f"{ronde.uitbox} klaargezet, {ronde.verzonden} verzonden"
            )
