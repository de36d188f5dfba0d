"""Who may see a provider's request: whoever may open its file; without a file the back office.

A request tells what help somebody gets, so a role alone shows nothing (A3).
"""

from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.toegang.access import relatie, zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag

from .models import Aanbiederverzoek

MEE = ("aanbieder", "inwoner", "hulpvraag__inwoner", "hulpvraag__behandelaar", "hulpvraag__team")


def verzoeken_voor(door: Door) -> QuerySet[Aanbiederverzoek]:
    """The requests that this person may see, as a filter for lists."""
    zonder = Q(hulpvraag__isnull=True) if door.heeft(Rol.BACKOFFICE) else Q(pk__in=[])
    eigen = Q(hulpvraag__in=Hulpvraag.objects.filter(zichtbaar_voor(door)).values("pk"))
    alle: QuerySet[Aanbiederverzoek] = Aanbiederverzoek.objects.select_related(*MEE).filter(zonder | eigen)
    return alle


def pak_verzoek(door: Door, id: UUID, *, om_te: str) -> Aanbiederverzoek:
    """The request with this id, for a purpose, with a line in the audit log.

    Raises:
        Http404: no such request in this municipality.
        GeenRecht: it exists, but this colleague has nothing to do with the file.
    """
    verzoek: Aanbiederverzoek | None = Aanbiederverzoek.objects.select_related(*MEE).filter(pk=id).first()
    if verzoek is None:
        raise Http404
    if verzoek.hulpvraag is not None:
        grond = relatie(door, verzoek.hulpvraag)
    else:
        grond = "verzoek zonder dossier" if door.heeft(Rol.BACKOFFICE) else None
    inzage: dict[str, Any] = {
        "doel": om_te,
        "grond": grond or "geen relatie",
        "deel": "verzoek van een aanbieder",
        "dossier_id": verzoek.hulpvraag_id,
        "inwoner_id": verzoek.inwoner_id,
        "resultaat": "gelukt" if grond else "geweigerd",
    }
    leg_inzage_vast(door, **inzage)
    if grond is None:
        raise GeenRecht(
            "Dit verzoek gaat over een inwoner die niet bij u of uw team hoort. Heeft u er toch iets mee te doen, vraag dan de "
            "teamleider om de vraag aan u of uw team te geven.",
            inzage=inzage,
        )
    return verzoek
