"""Giving several questions to somebody else in one go: illness, holidays, or too much on one desk (H11)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import Botsing
from wijkspil.gemeenten.models import Medewerker, Team

from ..access import relatie
from ..models import Hulpvraag
from .verloop import wijs_toe


@dataclass(frozen=True, slots=True)
class Herverdeling:
    """What went along and what somebody else changed meanwhile and therefore stayed where it was."""

    gegeven: tuple[Hulpvraag, ...]
    gebleven: tuple[Hulpvraag, ...]


def herverdeel(
    vragen: Sequence[Hulpvraag],
    *,
    door: Door,
    team: Team | None = None,
    behandelaar: Medewerker | None = None,
) -> Herverdeling:
    """Give questions to a team, a person or both; each gets its own line in its own file.

    A question that changed since it was read stays where it is: the others still go. All or nothing would help nobody here.

    Raises:
        GeenRecht: not a team lead, or one of the questions belongs to another team.
    """
    door.eis(Rol.TEAMLEIDER, om_te="vragen herverdelen")
    if any(relatie(door, vraag) is None for vraag in vragen):
        raise GeenRecht(
            "Een van deze vragen ligt niet bij een team van u. Verdeel alleen de vragen van uw eigen teams."
        )
    gegeven, gebleven = [], []
    for vraag in vragen:
        try:
            with transaction.atomic():
                gegeven.append(wijs_toe(vraag, team=team, behandelaar=behandelaar, door=door))
        except Botsing:
            gebleven.append(vraag)
    return Herverdeling(tuple(gegeven), tuple(gebleven))
