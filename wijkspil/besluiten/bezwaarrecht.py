"""Who may see and handle an objection. The file itself has its own door (`toegang.access`); an objection opens no file."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.toegang.access import relatie

from .models import Besluit, Bezwaar

VERDELERS = (Rol.BACKOFFICE,)
"""Who sees what nobody handles yet, of every team; a team lead sees those of the own teams."""
MEE = (
    "besluit__genomen_door",
    "besluit__aanvraag",
    "besluit__plan",
    "hulpvraag__inwoner",
    "hulpvraag__team",
    "hulpvraag__behandelaar",
    "behandelaar",
    "besloten_door",
    "mandaat",
    "nieuw_besluit",
)


def zichtbaar_voor(door: Door) -> QuerySet[Bezwaar]:
    """What somebody sees on the list: what they handle, what nobody handles yet when they divide the work, and the
    objections of their own files."""
    mijn = Q(behandelaar_id=door.id) | Q(hulpvraag__behandelaar_id=door.id)
    if door.heeft(Rol.TEAMLEIDER):
        mijn |= Q(hulpvraag__team_id__in=door.teams)
    if door.heeft(*VERDELERS):
        mijn |= Q(behandelaar__isnull=True)
    return Bezwaar.objects.filter(mijn)


def grond_voor(door: Door, bezwaar: Bezwaar) -> str | None:
    """The relation between a person and an objection in words, or None."""
    if bezwaar.behandelaar_id is not None and bezwaar.behandelaar_id == door.id:
        return "behandelt het bezwaar"
    if (van_de_vraag := relatie(door, bezwaar.hulpvraag)) is not None:
        return van_de_vraag
    if bezwaar.behandelaar_id is None and door.heeft(*VERDELERS):
        return "nog te verdelen bezwaar"
    if bezwaar.besloten_door_id is not None and bezwaar.besloten_door_id == door.id:
        return "besliste op het bezwaar"
    return None


def pak_bezwaar(door: Door, id: UUID, *, om_te: str) -> Bezwaar:
    """The objection with this id, for a purpose, with a line in the audit log. Two queries.

    Raises:
        Http404: no such objection in this municipality.
        GeenRecht: it is somebody else's.
    """
    bezwaar = Bezwaar.objects.select_related(*MEE).filter(pk=id).first()
    if bezwaar is None:
        raise Http404
    bezwaar.besluit.hulpvraag = bezwaar.hulpvraag
    grond = grond_voor(door, bezwaar)
    inzage = {
        "doel": om_te,
        "grond": grond or "geen relatie",
        "deel": "bezwaar",
        "dossier_id": bezwaar.hulpvraag_id,
        "inwoner_id": bezwaar.hulpvraag.inwoner_id,
        "resultaat": "gelukt" if grond else "geweigerd",
    }
    leg_inzage_vast(door, **inzage)  # type: ignore[arg-type]
    if grond is None:
        raise GeenRecht(
            "Dit bezwaar is bij een collega in behandeling. Heeft u er toch iets mee te doen, vraag dan de teamleider "
            "om het aan u te geven.",
            inzage=inzage,
        )
    return bezwaar


def bezwaren_van(besluit: Besluit) -> list[Bezwaar]:
    """The objections against a decision that was opened through its file, newest first. One query."""
    return list(
        Bezwaar.objects.filter(besluit=besluit)
        .select_related("behandelaar")
        .order_by("-ontvangen_op", "-gemaakt_op")
    )
