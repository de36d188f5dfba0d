"""Who may see a hand-over or a party. Staff through the file; a partner only what is addressed to it or was taken in by itself.

A partner never opens a file: it sees what was handed over, with consent, and the answer it gave.
"""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.http import Http404

from wijkspil.core.door import Door, GeenRecht, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.toegang.access import relatie

from .models import Overdracht, Partij, Partijlid, Partnermelding


def pak_partij_van(door: Door) -> Partij:
    """The party of this partner. One query.

    Raises:
        GeenRecht: the account has no party (any more).
    """
    lid = (
        Partijlid.objects.select_related("partij").filter(medewerker_id=door.id, partij__actief=True).first()
    )
    if lid is None:
        raise GeenRecht(
            "U hoort nog niet bij een partij. Vraag de functioneel beheerder van de gemeente om u te koppelen."
        )
    return lid.partij


def pak_overdracht(door: Door, id: UUID, *, om_te: str) -> Overdracht:
    """A hand-over for staff with a relation to the file, or for the partner it is addressed to. Two or three queries.

    Raises:
        Http404: not in this municipality, or not addressed to this partner.
        GeenRecht: a colleague without a relation to the file.
    """
    overdracht = (
        Overdracht.objects.select_related("hulpvraag__inwoner", "partij", "gegeven_door")
        .filter(pk=id)
        .first()
    )
    if overdracht is None:
        raise Http404
    if door.heeft(Rol.PARTNER):
        if overdracht.partij_id != pak_partij_van(door).pk:
            raise Http404
        grond: str | None = "aan deze partij overgedragen, met toestemming"
    else:
        grond = relatie(door, overdracht.hulpvraag)
    inzage = {
        "doel": om_te,
        "grond": grond or "geen relatie",
        "deel": "overdracht",
        "dossier_id": overdracht.hulpvraag_id,
        "inwoner_id": overdracht.hulpvraag.inwoner_id,
        "resultaat": "gelukt" if grond else "geweigerd",
    }
    leg_inzage_vast(door, **inzage)  # type: ignore[arg-type]
    if grond is None:
        raise GeenRecht(
            "Deze overdracht hoort bij een vraag die niet bij u of uw team ligt. Vraag de teamleider als u er iets mee te doen hebt.",
            inzage=inzage,
        )
    return overdracht


def eigen_meldingen(door: Door) -> QuerySet[Partnermelding]:
    """What this partner took in itself; nobody else's, not even of the same party."""
    return Partnermelding.objects.filter(opgenomen_door_id=door.id).select_related(
        "hulpvraag__inwoner", "hulpvraag__behandelaar", "hulpvraag__team"
    )


def op_onze_lijst(door: Door) -> Q:
    """Hand-overs of the files that somebody has a relation to, as a filter: own, team's, or given by oneself."""
    regel = Q(hulpvraag__behandelaar_id=door.id) | Q(
        gegeven_door_id=door.id, hulpvraag__opgenomen_door=door.id
    )
    if door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER):
        regel |= Q(hulpvraag__team_id__in=door.teams) | Q(hulpvraag__arrangeur_id=door.id)
    return regel
