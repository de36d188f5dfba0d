"""Bring the figures of steering up to date, for every municipality or for one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from wijkspil.gemeenten.models import Gemeente
from wijkspil.sturing.export import ververs


class Command(BaseCommand):
    help = "Werk de cijfers van sturing bij uit de gebeurtenissen."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--gemeente", help="slug of CBS-code; zonder dit: alle gemeenten")
        parser.add_argument("--volledig", action="store_true", help="bouw alles opnieuw op")

    def handle(self, *args: Any, gemeente: str | None, volledig: bool, **options: Any) -> None:
        gemeenten = Gemeente.objects.filter(actief=True).order_by("id")
        if gemeente:
            gemeenten = (
                gemeenten.filter(id=int(gemeente)) if gemeente.isdigit() else gemeenten.filter(slug=gemeente)
            )
            if not gemeenten:
                raise CommandError(f"Gemeente {gemeente} staat hier niet. Kijk de naam of de CBS-code na.")
        for een in gemeenten:
            stand = ververs(een.pk, volledig=volledig)
            self.stdout.write(
                f"{een.naam}: {stand.rijen} gebeurtenissen, bijgewerkt op {stand.bijgewerkt:%d-%m-%Y %H:%M} UTC"
            )
