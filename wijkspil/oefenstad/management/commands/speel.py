"""`manage.py speel`: let a practice municipality live for a while, and say what it took."""

from argparse import ArgumentParser
from datetime import date, datetime, time
from time import perf_counter
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from wijkspil.core import klok
from wijkspil.oefenstad.balk import Balk
from wijkspil.oefenstad.inrichting import richt_in, steden
from wijkspil.oefenstad.opdracht import Opdracht
from wijkspil.oefenstad.ritme import NEDERLAND
from wijkspil.oefenstad.samenspel import SpelMislukt, speel
from wijkspil.oefenstad.spel import eerste_vrije_bsn
from wijkspil.oefenstad.stadsboek import voorbeeldstad
from wijkspil.oefenstad.tabel import als_tekst, duurste, regels, stand
from wijkspil.regels.bsn import aantal_testnummers
from wijkspil.werkwijzen.kast import laad


class Command(BaseCommand):
    help = "Laat verzonnen inwoners vragen stellen en de gemeente die afhandelen, via dezelfde handelingen als de schermen."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--gemeente", choices=steden(), default=voorbeeldstad(), help="welke stad")
        parser.add_argument("--meldingen", type=int, default=200, help="hoeveel vragen er binnenkomen")
        parser.add_argument("--zaad", type=int, default=1, help="hetzelfde zaad geeft dezelfde stad")
        parser.add_argument("--van", type=_dag, default=None, help="eerste dag, jjjj-mm-dd")
        parser.add_argument("--tot", type=_dag, default=None, help="laatste dag, jjjj-mm-dd of 'vandaag'")
        parser.add_argument("--processen", type=int, default=2)
        parser.add_argument(
            "--brieven",
            choices=["nu", "later"],
            default="nu",
            help="later: wel geschreven, maar de pdf's maakt de werker",
        )
        parser.add_argument("--duurste", type=int, default=12, help="hoeveel handelingen de tijdtabel toont")

    def handle(self, *args: Any, **opties: Any) -> None:
        if not settings.OEFENMODUS:
            raise CommandError(
                "Spelen kan alleen in de oefenstad: hier kunnen echte inwoners staan. "
                "Gebruik de instellingen config.settings.demo of dev."
            )
        nu = klok.nu()
        van = opties["van"] or laad(opties["gemeente"], klok.vandaag()).geldig_vanaf
        tot = min(nu, datetime.combine(opties["tot"], time(23), NEDERLAND)) if opties["tot"] else nu
        if van > tot.date():
            raise CommandError(
                "De laatste dag ligt voor de eerste. Kies een latere --tot of een eerdere --van."
            )
        if opties["processen"] < 1 or opties["meldingen"] < 1:
            raise CommandError("Geef minstens één proces en één melding op.")
        gemeente = richt_in(opties["gemeente"])
        opdracht = Opdracht(
            slug=opties["gemeente"],
            meldingen=opties["meldingen"],
            zaad=opties["zaad"],
            van=van,
            tot=tot,
            eerste_bsn=eerste_vrije_bsn(gemeente),
            met_pdf=opties["brieven"] == "nu",
        )
        tekort = opdracht.eerste_bsn + opdracht.meldingen - aantal_testnummers()
        if tekort > 0:
            self.stderr.write(
                f"De testnummers raken op: {tekort} inwoners krijgen geen BSN, en over hen gaan geen berichten."
            )
        eerder, begin = stand(gemeente), perf_counter()
        balk = Balk(gemeente.naam, van, tot.date())
        try:
            uitslag = speel(opdracht, processen=opties["processen"], voortgang=balk.toon)
        except SpelMislukt as fout:
            raise CommandError(f"Het spel stopte. Wat al gespeeld was, staat er nog.\n{fout}") from fout
        seconden = perf_counter() - begin
        self.stdout.write(
            f"{gemeente.naam}: {opdracht.meldingen} meldingen van {van:%d-%m-%Y} tot {tot:%d-%m-%Y}, "
            f"zaad {opdracht.zaad}, {opties['processen']} processen"
        )
        self.stdout.write(als_tekst(regels(uitslag, stand(gemeente).min(eerder), seconden)))
        if opties["duurste"]:
            self.stdout.write("  duurste handelingen                aantal   seconden  ms per keer")
            for naam, keren, duur, per in duurste(uitslag, opties["duurste"]):
                self.stdout.write(f"    {naam:<30}{keren:>9}{duur:>11.1f}{per:>13.2f}")
        for reden, aantal in uitslag.redenen.items():
            self.stdout.write(f"  bleef liggen ({aantal} keer): {reden}")


def _dag(tekst: str) -> date | None:
    return None if tekst == "vandaag" else date.fromisoformat(tekst)
