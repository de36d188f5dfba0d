"""`manage.py oefenstad_demo`: a small practice town with work for today. Called at every start of the demo."""

from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError

from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten.models import Gemeente, Medewerker
from wijkspil.inwoners.ingang import oefenbewoners
from wijkspil.oefenstad.balk import Balk
from wijkspil.oefenstad.inrichting import richt_in, steden
from wijkspil.oefenstad.opdracht import Opdracht
from wijkspil.oefenstad.samenspel import SpelMislukt, speel_naast_elkaar
from wijkspil.oefenstad.spel import eerste_vrije_bsn
from wijkspil.oefenstad.toneel_beheer import leg_een_concept_neer
from wijkspil.oefenstad.toneel_beleid import zet_beleid_neer
from wijkspil.oefenstad.toneel_besluit import zet_besluiten_neer
from wijkspil.oefenstad.toneel_inkoop import zet_inkoop_neer
from wijkspil.oefenstad.toneel_plan import zet_plannen_neer
from wijkspil.oefenstad.toneel_portaal import zet_bewoners_neer
from wijkspil.oefenstad.toneel_proeftuin import zet_proeftuinen_neer
from wijkspil.oefenstad.toneel_route import zet_routes_neer
from wijkspil.oefenstad.toneel_toegang import zet_overdrachten_neer
from wijkspil.oefenstad.toneel_toezicht import zet_toezicht_neer
from wijkspil.oefenstad.toneel_vooruit import zet_voorspelling_neer
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad

VERVERS = "ververs_sturing"
DAGEN_TERUG = 240  # long enough for evaluations and aftercare
WAAR_TE_KIJKEN = {
    "frontoffice": "neem een nieuwe vraag op en beoordeel de spoed",
    "consulent": "uw werkvoorraad: spoed, gesprekken van vandaag en wat bijna te laat is",
    "teamleider": "verdeel vragen en lees besluiten mee",
    "backoffice": "brieven, opdrachten, berichten en declaraties",
    "contractbeheer": "contracten, tarieven en betalingen",
    "beleid": "sturing: cijfers, doorlooptijden en effecten",
    "functioneel_beheer": "de werkwijze, medewerkers en mandaten",
    "partner": "neem zelf een vraag op en zeg of u een overdracht oppakt",
}


class Command(BaseCommand):
    help = "Zet een kleine oefenstad klaar als die er nog niet is, en vertel wie u kunt zijn."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--meldingen", type=int, default=30, help="vragen per gemeente in het verleden")
        parser.add_argument("--zaad", type=int, default=1)

    def handle(self, *args: Any, **opties: Any) -> None:
        if not settings.OEFENMODUS:
            raise CommandError(
                "De oefenstad hoort alleen bij oefenen. Gebruik de instellingen config.settings.demo of dev."
            )
        gemeenten = [richt_in(slug) for slug in steden()]
        nieuw = [g for g in gemeenten if not _er_is_werk(g)]
        if nieuw:
            self._speel(nieuw, opties["meldingen"], opties["zaad"])
        for gemeente in gemeenten:
            zet_bewoners_neer(gemeente)
            zet_overdrachten_neer(gemeente)
            zet_plannen_neer(gemeente)
            zet_besluiten_neer(gemeente)
            zet_proeftuinen_neer(gemeente)  # before the routes: those then join by themselves
            zet_routes_neer(gemeente)
            zet_toezicht_neer(gemeente)
            zet_inkoop_neer(gemeente)
            leg_een_concept_neer(gemeente)
            zet_beleid_neer(gemeente)
        if VERVERS in get_commands():
            call_command(VERVERS)
            for gemeente in gemeenten:
                zet_voorspelling_neer(gemeente)
        for gemeente in gemeenten:
            self._vertel(gemeente)

    def _speel(self, gemeenten: list[Gemeente], meldingen: int, zaad: int) -> None:
        nu = klok.nu()
        opdrachten = []
        for gemeente in gemeenten:
            van = _begin(gemeente, klok.vandaag())
            opdrachten.append(
                Opdracht(
                    slug=gemeente.slug,
                    meldingen=meldingen,
                    zaad=zaad,
                    van=van,
                    tot=nu,
                    eerste_bsn=eerste_vrije_bsn(gemeente),
                    vers=1.0,
                    met_vandaag=True,
                    blijvend=True,
                )
            )
        balk = Balk("Oefenstad", min(o.van for o in opdrachten), klok.vandaag())
        try:
            speel_naast_elkaar(opdrachten, balk.toon)
        except SpelMislukt as fout:
            raise CommandError(f"De oefenstad kon niet worden gespeeld. {fout}") from fout

    def _vertel(self, gemeente: Gemeente) -> None:
        with binnen(gemeente.pk, lezen=True):
            mensen = list(Medewerker.objects.filter(actief=True).order_by("gemaakt_op", "naam"))
            vragen = Hulpvraag.objects.count()
            bewoners = oefenbewoners()
        self.stdout.write(f"\n{gemeente.naam}: {vragen} vragen. Aanmelden met één klik als:")
        for mens in mensen:
            waar = WAAR_TE_KIJKEN[mens.rollen[-1] if "teamleider" in mens.rollen else mens.rollen[0]]
            self.stdout.write(f"  {mens.naam:<20} {mens.functie:<32} {waar}")
        for b in bewoners:
            wat = "inwoner" if b.namens == b.Namens.ZELF else f"regelt voor {b.inwoner.naam}"
            self.stdout.write(f"  {b.account.naam:<20} {wat:<32} de eigen vraag, de berichten en wie er keek")


def _er_is_werk(gemeente: Gemeente) -> bool:
    with binnen(gemeente.pk, lezen=True):
        return Hulpvraag.objects.exists()


def _begin(gemeente: Gemeente, vandaag: date) -> date:
    """Some months back, yet never before the first day of the way of working."""
    return max(vandaag - timedelta(days=DAGEN_TERUG), laad(gemeente.werkwijze, vandaag).geldig_vanaf)
