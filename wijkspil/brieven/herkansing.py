"""A letter that got stuck on words goes again by itself once those words were mended."""

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling
from wijkspil.core.models import Uitgaand
from wijkspil.core.vastgelopen import probeer_opnieuw, vast


def na_verbetering(h: Handeling) -> None:
    """On vraag.woorden_verbeterd: every stuck letter of this question. One query, and two per letter."""
    rijen = Uitgaand.objects.filter(vast(h.moment), soort="brief", inhoud__hulpvraag=str(h.dossier_id))
    for rij in rijen:
        probeer_opnieuw(rij, door=Door.systeem(h.door.gemeente_id), dossier_id=h.dossier_id)
