"""`manage.py wijkspil_rondgang`: one round of the post for every municipality, here and now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from wijkspil.berichten.rondgang import rondgang
from wijkspil.gemeenten.models import Gemeente


class Command(BaseCommand):
    help = "Doet één ronde van het berichtenverkeer: ontvangen, verwerken, klaarzetten, versturen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gemeente", help="alleen deze (naam in het adres, zoals land-van-cuijk)")

    def handle(self, *args: Any, **opties: Any) -> None:
        gemeenten = Gemeente.objects.filter(actief=True).order_by("naam")
        for gemeente in gemeenten.filter(slug=opties["gemeente"]) if opties["gemeente"] else gemeenten:
            ronde = rondgang(gemeente.pk)
            self.stdout.write(
                f"{gemeente.naam}: {ronde.ontvangen} ontvangen, {ronde.verwerkt} verwerkt, "
                f"{ronde.uitbox} klaargezet, {ronde.verzonden} verzonden"
            )
