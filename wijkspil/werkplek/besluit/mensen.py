"""Who could read a decision along: colleagues who may open the file and may decide, without its writer."""

from wijkspil.besluiten.models import Besluit
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker


def mogelijke_lezers(besluit: Besluit) -> list[Medewerker]:
    """The team of the question, leaders first; the mandate itself is checked when they take the decision. One query."""
    mensen = (
        Medewerker.objects.filter(
            actief=True,
            rollen__overlap=[Rol.TEAMLEIDER, Rol.CONSULENT],
            lidmaatschappen__team__in=[besluit.hulpvraag.team] if besluit.hulpvraag.team else [],
        )
        .exclude(pk=besluit.opgesteld_door_id)
        .order_by("naam")
    )
    return sorted(mensen, key=lambda m: (Rol.TEAMLEIDER not in m.rollen, m.naam))
