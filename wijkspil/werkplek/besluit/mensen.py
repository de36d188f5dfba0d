"""Who could read a decision along: colleagues of the team, and whoever the mandate register names, without its writer."""

from collections.abc import Sequence

from django.db.models import Exists, OuterRef

from wijkspil.besluiten.actions import mandaathouders
from wijkspil.besluiten.models import Besluit
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker, Teamlid
from wijkspil.plannen.models import Arrangementregel

LEZERS = (Rol.TEAMLEIDER, Rol.CONSULENT, Rol.BACKOFFICE)
"""The roles that the page of the decision is for; a mandate of anybody else can't be used there."""


def mogelijke_lezers(besluit: Besluit, regels: Sequence[Arrangementregel]) -> list[Medewerker]:
    """The team of the question with its leaders first, then who has a mandate elsewhere; it is checked again when they decide.

    Two queries.
    """
    in_team = Exists(Teamlid.objects.filter(medewerker=OuterRef("pk"), team=besluit.hulpvraag.team_id))
    consulenten = Medewerker.objects.filter(actief=True, rollen__overlap=[Rol.TEAMLEIDER, Rol.CONSULENT])
    houders = mandaathouders(besluit, regels).filter(rollen__overlap=LEZERS)
    mensen = (
        (consulenten.filter(in_team) | houders)
        .exclude(pk=besluit.opgesteld_door_id)
        .annotate(in_team=in_team)
        .order_by("-in_team", "naam")
    )
    return sorted(mensen, key=lambda m: (not m.in_team, m.in_team and Rol.TEAMLEIDER not in m.rollen))
