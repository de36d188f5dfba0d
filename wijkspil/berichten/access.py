"""Who may see a message, and how much of it.

The list and the header are for the back office, contract managers and functional administrators: no resident is on them. What
stands inside is about a person, so that asks for a reason: a relation with the file, or a message that waits for somebody.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from wijkspil.core import klok
from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.toegang.access import relatie

from .models import Bericht

S = Bericht.Status
OPEN = (S.ONTVANGEN, S.KLAAR, S.VERZONDEN, S.GEWEIGERD, S.BIJ_MENS)
STUK = (S.AFGEKEURD, S.ONLEESBAAR, S.DUBBEL)


def vast(nu: datetime | None = None) -> Q:
    """Messages that need a person: over their time, refused, or waiting for a decision (M7)."""
    return Q(status__in=OPEN, uiterlijk__lt=nu or klok.nu()) | Q(status__in=[S.GEWEIGERD, S.BIJ_MENS])


def pak_bericht(door: Door, id: UUID, *, om_te: str) -> Bericht:
    """The message with this id, with an audit line. Raises Http404 when it isn't in this municipality."""
    qs: QuerySet[Bericht] = Bericht.objects.select_related("hulpvraag__inwoner", "antwoord_op")
    bericht = qs.filter(pk=id).first()
    if bericht is None:
        raise Http404
    leg_inzage_vast(
        door,
        doel=om_te,
        grond=grond(door, bericht) or "alleen de kop",
        deel=f"bericht {bericht.soort}",
        dossier_id=bericht.hulpvraag_id,
        inwoner_id=bericht.hulpvraag.inwoner_id if bericht.hulpvraag else None,
        actie="bericht.ingezien",
    )
    return bericht


def grond(door: Door, bericht: Bericht) -> str | None:
    """Why this person may see what stands in the message; None: only the header."""
    if door.heeft(Rol.BACKOFFICE):
        if bericht.hulpvraag is None or bericht.status in OPEN:
            return "berichtenverkeer backoffice"
        if relatie(door, bericht.hulpvraag) is not None:
            return relatie(door, bericht.hulpvraag)
    if door.heeft(Rol.FUNCTIONEEL_BEHEER) and bericht.status in (*OPEN, *STUK):
        return "storing zoeken"
    return None


def eis_inhoud(door: Door, bericht: Bericht) -> None:
    """Raise GeenRecht unless the contents may be seen."""
    if grond(door, bericht) is None:
        raise GeenRecht(
            "De inhoud van dit bericht gaat over een inwoner met wie u nu niets te maken heeft. "
            "Werkt u aan deze vraag, laat hem dan door de teamleider aan u geven."
        )
