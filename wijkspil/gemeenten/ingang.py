"""The day on which a published version starts: what goes with it by itself.

Here the teams: a team that got another name keeps its people, a new one gets a row. What other rooms do on that day (new
products, questions that move along) stands on `wijkspil.reis`, under `werkwijze.ingegaan`.
"""

from datetime import datetime, time, timedelta

from django.utils import timezone

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling, handeling
from wijkspil.core.models import Uitgaand
from wijkspil.werkwijzen.controle import lees
from wijkspil.werkwijzen.kast import WerkwijzeNietGevonden, laad
from wijkspil.werkwijzen.voordeur import Teamsoort
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .models import Team, Werkwijzeversie

UITGAAND = "werkwijze.ingang"
TEAMSOORT = {Teamsoort.BALIE: Team.Soort.FRONTOFFICE, Teamsoort.WIJKTEAM: Team.Soort.WIJKTEAM}
"""The kind of row for a kind of team; any other kind carries out work."""


def zet_klaar(h: Handeling, versie: Werkwijzeversie) -> None:
    """Let the version start at midnight of its first day."""
    assert versie.geldig_vanaf is not None
    begin = timezone.make_aware(datetime.combine(versie.geldig_vanaf, time.min))
    h.verstuur(
        UITGAAND, f"{UITGAAND}:{versie.pk}", niet_voor=begin, binnen=timedelta(days=1), versie=str(versie.pk)
    )


def verwerk(rij: Uitgaand) -> None:
    """Handle the row that `zet_klaar` left; safe to repeat."""
    laat_ingaan(Werkwijzeversie.objects.get(pk=rij.inhoud["versie"]))


def laat_ingaan(versie: Werkwijzeversie) -> None:
    """Do what goes with the first day of a published version; whoever published it is on the version itself."""
    door = Door.systeem(versie.gemeente_id)
    with handeling(
        "werkwijze.ingegaan", door=door, doel="werkwijze laten ingaan", grond="gepubliceerde versie"
    ) as h:
        werkwijze = werkwijze_van(versie)
        h.over(versie)
        hernoemd, nieuw = _teams(h, werkwijze, _vorige(werkwijze))
        h.meld(naam=versie.naam, sleutel=versie.sleutel, teams_hernoemd=hernoemd, teams_nieuw=nieuw)


def werkwijze_van(versie: Werkwijzeversie) -> Werkwijze:
    """Read the published text itself; not by its key, which the rest of the house only knows after this transaction."""
    return lees(versie.tekst, versie.sleutel)


def _vorige(werkwijze: Werkwijze) -> Werkwijze | None:
    try:
        return laad(werkwijze.slug, werkwijze.geldig_vanaf - timedelta(days=1))
    except WerkwijzeNietGevonden:
        return None  # a new municipality has no day before


def _teams(h: Handeling, nu: Werkwijze, vorige: Werkwijze | None) -> tuple[int, int]:
    eerder = {team.sleutel: team.naam for team in vorige.teams.lijst} if vorige else {}
    rijen = {team.naam: team for team in Team.objects.all()}
    hernoemd, nieuw = 0, []
    for team in nu.teams.lijst:
        oud = rijen.get(eerder.get(team.sleutel, ""))
        if team.naam in rijen:
            continue
        if oud is not None:
            oud.naam = team.naam
            h.bewaar(oud, "naam")
            hernoemd += 1
        else:
            nieuw.append(Team(naam=team.naam, soort=TEAMSOORT.get(team.soort, Team.Soort.UITVOERING)))
    h.maak_veel(nieuw)
    return hernoemd, len(nieuw)
