"""`manage.py kopieer_gemeente gemeente@2026-01-01 --code 9902 --naam Voorbeeldstad --slug voorbeeldstad`: a municipality by copying one."""

from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from wijkspil.core import klok
from wijkspil.gemeenten.kopie import GemeenteBestaatAl, kopieer_gemeente
from wijkspil.werkwijzen.bewerken import PastNiet
from wijkspil.werkwijzen.controle import WerkwijzeOngeldig
from wijkspil.werkwijzen.kast import WerkwijzeNietGevonden


class Command(BaseCommand):
    help = "Maak een gemeente die werkt als een andere, met een eigen naam en een eigen werkwijze om verder in te werken."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("van", help="de versie om te kopiëren, zoals gemeente@2026-01-01")
        parser.add_argument("--code", type=int, required=True, help="CBS-code van de nieuwe gemeente")
        parser.add_argument("--naam", required=True)
        parser.add_argument("--slug", required=True, help="de naam in het adres: kleine letters en streepjes")
        parser.add_argument(
            "--vanaf", type=date.fromisoformat, help="eerste dag van de werkwijze; zonder dit vandaag"
        )
        parser.add_argument(
            "--zet",
            action="append",
            default=[],
            metavar="SLEUTEL=WAARDE",
            help="wijzig meteen een keuze, zoals plan.naam=Meedoenplan",
        )

    def handle(self, *args: Any, van: str, code: int, naam: str, slug: str, **opties: Any) -> None:
        try:
            wijzigingen = dict(_paar(tekst) for tekst in opties["zet"])
            gemeente = kopieer_gemeente(
                van=van,
                code=code,
                naam=naam,
                slug=slug,
                vanaf=opties["vanaf"] or klok.vandaag(),
                wijzigingen=wijzigingen,
            )
        except (GemeenteBestaatAl, WerkwijzeNietGevonden, WerkwijzeOngeldig, PastNiet, LookupError) as fout:
            raise CommandError(f"Er is niets gemaakt.\n{fout}") from fout
        self.stdout.write(
            f"{gemeente.naam} is er, op /{gemeente.slug}/werk/, en werkt als {van}.\n"
            "Nu nog: wijken, mensen en mandaten (`wijkspil inrichten`), en briefpapier."
        )


def _paar(tekst: str) -> tuple[str, str | int | bool]:
    """Read `sleutel=waarde`; a number becomes a number, the rest stays text."""
    sleutel, is_teken, waarde = tekst.partition("=")
    if not is_teken:
        raise CommandError(f"`--zet {tekst}` heeft geen `=`. Schrijf het als sleutel=waarde.")
    return sleutel, int(waarde) if waarde.isdecimal() else waarde
