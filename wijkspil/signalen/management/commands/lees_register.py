"""`manage.py lees_register <gemeente> <map>`: read life events from the population register now."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijkspil.gemeenten import register
from wijkspil.signalen.registerpost import lees_map


class Command(BaseCommand):
    help = "Leest bestanden met levensgebeurtenissen. Een bestand dat al gelezen is, doet niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gemeente", help="De naam in het adres van de pagina's.")
        parser.add_argument("map", type=Path, help="De map met CSV-bestanden.")

    def handle(self, *args: Any, **options: Any) -> None:
        gemeente = register.op_slug(options["gemeente"])
        if gemeente is None:
            raise CommandError(
                f"De gemeente {options['gemeente']} is er niet. Kijk het adres van de pagina's na."
            )
        if not options["map"].is_dir():
            raise CommandError(f"De map {options['map']} is er niet. Maak hem, of geef een andere op.")
        for bestand in lees_map(gemeente.pk, options["map"]):
            self.stdout.write(
                f"{bestand.naam}: {bestand.regels} regels, {bestand.taken} taken, {len(bestand.fouten)} fouten"
            )
            for fout in bestand.fouten:
                self.stdout.write(f"  regel {fout['regel']}: {fout['fout']}")
