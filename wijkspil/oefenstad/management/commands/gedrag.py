"""`wijkspil gedrag`: tell a provider of the practice town to be late, wrong, doubled or out of order."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente
from wijkspil.oefenstad import gedrag
from wijkspil.oefenstad.tasks import GEDRAG


class Command(BaseCommand):
    help = "Laat een aanbieder van de oefenstad te laat, fout, dubbel of door elkaar sturen; zonder aanbieder: toon wat nu geldt."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("gemeente", help="de naam in het adres")
        parser.add_argument(
            "agb", nargs="?", help="AGB-code van de aanbieder; zonder: laat zien wat nu geldt"
        )
        for naam in gedrag.KANSEN:
            parser.add_argument(f"--{naam.replace('_', '-')}", type=float, dest=naam, help="kans van 0 tot 1")
        parser.add_argument("--laat-dagen", type=float, dest="laat_dagen", help="hoeveel dagen te laat")
        parser.add_argument("--gewoon", action="store_true", help="doe weer gewoon")

    def handle(self, *args: Any, **opties: Any) -> None:
        if not settings.OEFENMODUS:
            raise CommandError("Dit kan alleen met de aanbieders van de oefenstad.")
        gemeente = Gemeente.objects.filter(slug=opties["gemeente"]).first()
        if gemeente is None:
            namen = ", ".join(Gemeente.objects.order_by("slug").values_list("slug", flat=True))
            raise CommandError(f"Gemeente {opties['gemeente']} is er niet. Kies uit {namen}.")
        with binnen(gemeente.pk, lezen=True):
            namen_per_agb = dict(
                Aanbieder.objects.exclude(agb="").order_by("naam").values_list("agb", "naam")
            )
        map_ = Path(settings.UITWISSEL_MAP) / gemeente.cbs_code
        agb = opties["agb"]
        if agb:
            if agb not in namen_per_agb:
                raise CommandError(f"AGB-code {agb} is er niet. Kies uit {', '.join(namen_per_agb)}.")
            velden = {n: opties[n] for n in (*gedrag.KANSEN, "laat_dagen") if opties[n] is not None}
            if not velden and not opties["gewoon"]:
                raise CommandError("Zeg wat er anders moet, bijvoorbeeld --laat 1, of --gewoon.")
            try:
                gedrag.schrijf(map_, agb, None if opties["gewoon"] else velden)
            except ValueError as fout:
                raise CommandError(str(fout)) from fout
        alles = gedrag.lees(map_, GEDRAG)
        for code, naam in namen_per_agb.items():
            self.stdout.write(f"{code}  {naam:<32} {gedrag.in_woorden(alles.van(code))}")
