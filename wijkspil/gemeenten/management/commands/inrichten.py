"""`manage.py inrichten gemeente.yaml`: shows what would change; `--uitvoeren` does it and gives a one-time link per new account."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse

from wijkspil.gemeenten.inrichten import BestandOngeldig, Plan, Uitnodiging, lees, maak_plan, voer_uit
from wijkspil.gemeenten.models import Gemeente


class Command(BaseCommand):
    help = "Richt een gemeente in vanuit één bestand: wijken, teams, mensen en mandaten. Zonder --uitvoeren verandert er niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path, help="het YAML-bestand; zie docs/gemeente-inrichten.md")
        parser.add_argument(
            "--uitvoeren",
            action="store_true",
            help="doe het ook echt; zonder dit toont de opdracht alleen wat er zou gebeuren",
        )

    def handle(self, *args: Any, bestand: Path, uitvoeren: bool, **opties: Any) -> None:
        try:
            eigen = set(Gemeente.objects.values_list("werkwijze", flat=True))
            plan = maak_plan(lees(bestand.read_text(encoding="utf-8"), eigen=eigen))
        except OSError as fout:
            raise CommandError(
                f"{bestand} kan niet worden gelezen: {fout.strerror}. Kijk of de naam klopt."
            ) from fout
        except UnicodeDecodeError as fout:
            raise CommandError(f"{bestand} is geen gewone tekst. Bewaar het bestand als UTF-8.") from fout
        except BestandOngeldig as fout:
            aantal = len(fout.fouten)
            raise CommandError(
                f"{bestand} kan zo niet worden gebruikt ({aantal} {'fout' if aantal == 1 else 'fouten'}); er is niets gewijzigd.\n"
                + "\n".join(f"  {regel}" for regel in fout.fouten)
            ) from fout
        if plan.botsing:
            raise CommandError(f"{plan.botsing} Er is niets gewijzigd.")
        self._toon(plan)
        if plan.leeg:
            self.stdout.write("Alles staat er al zo. Er is niets te doen.")
        elif not uitvoeren:
            self.stdout.write(
                "\nEr is nog niets gewijzigd. Klopt dit? Geef dezelfde opdracht met --uitvoeren."
            )
        else:
            self._klaar(voer_uit(plan))

    def _toon(self, plan: Plan) -> None:
        for zin in plan.zinnen():
            self.stdout.write(f"  {zin}")
        if plan.niet_in_bestand:
            self.stdout.write("\nStaat niet in het bestand en blijft zoals het is:")
            for naam in plan.niet_in_bestand:
                self.stdout.write(f"  {naam}")
            self.stdout.write(
                "Moet iemand eruit? Zet `toegang: false` bij die mens, of beëindig de toegang op het scherm."
            )

    def _klaar(self, nieuw: list[Uitnodiging]) -> None:
        self.stdout.write("\nIngericht.")
        if not nieuw:
            return
        dagen = settings.PASSWORD_RESET_TIMEOUT // 86_400
        self.stdout.write(
            f"\nNieuwe accounts. Geef ieder zijn eigen regel, langs een veilige weg; de link werkt één keer en {dagen} dagen.\n"
            "Wie hem opent kiest een wachtwoord en stelt daarna de tweede factor in."
        )
        for uitnodiging in nieuw:
            self.stdout.write(f"  {uitnodiging.account.email}  {_link(uitnodiging)}")


def _link(uitnodiging: Uitnodiging) -> str:
    """The address on which this person chooses a password; the host is that of the website."""
    pad = reverse(
        "account_reset_password_from_key",
        kwargs={
            "uidb36": user_pk_to_url_str(uitnodiging.account),
            "key": default_token_generator.make_token(uitnodiging.account),
        },
    )
    host = next((h for h in settings.ALLOWED_HOSTS if h != "*"), "uw-website")
    return f"https://{host}{pad}"
