"""Who sees what of the shortened route. A provider sees the one question that it was asked about, as long as it is asked."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Count
from django.http import Http404

from wijkspil.core.door import Door, Soort
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.toegang.models import Hulpvraag

from .models import Onderzoeksopdracht, Routekeuze, Steekproef

BIJ_AANBIEDER = (Onderzoeksopdracht.Status.LOOPT, Onderzoeksopdracht.Status.VERSLAG)
GROND = "onderzoek met toestemming van de inwoner"


def routekeuze_van(hulpvraag: Hulpvraag) -> Routekeuze | None:
    """The route of this round. One query."""
    return (
        Routekeuze.objects.select_related("gekozen_door")
        .filter(hulpvraag=hulpvraag, ronde=hulpvraag.ronde)
        .first()
    )


def opdrachten_van(hulpvraag: Hulpvraag) -> list[Onderzoeksopdracht]:
    """The investigations that providers did or do for this question, newest first. One query."""
    rijen = list(
        Onderzoeksopdracht.objects.filter(hulpvraag=hulpvraag)
        .select_related("aanbieder", "opgedragen_door", "route")
        .order_by("-gemaakt_op")
    )
    for rij in rijen:
        rij.hulpvraag = hulpvraag
    return rijen


def eigen_opdrachten(door: Door) -> list[Onderzoeksopdracht]:
    """The list of a provider: its own investigations that run or were just reported. One query and an audit line."""
    if door.soort is not Soort.AANBIEDER or door.aanbieder_id is None:
        return []
    rijen = list(
        Onderzoeksopdracht.objects.filter(aanbieder_id=door.aanbieder_id, status__in=BIJ_AANBIEDER)
        .select_related("hulpvraag__inwoner")
        .order_by("uiterlijk")
    )
    leg_inzage_vast(
        door,
        doel="onderzoek doen",
        grond=GROND,
        deel=f"onderzoekslijst ({len(rijen)})",
        actie="lijst.ingezien",
    )
    return rijen


def pak_opdracht(door: Door, id: UUID, *, om_te: str) -> Onderzoeksopdracht:
    """One investigation of the own provider, for a purpose, with a line in the audit log. Two queries.

    Raises: Http404 when it is another provider's, or was taken back or taken over: then there is nothing more to see.
    """
    opdracht = None
    if door.soort is Soort.AANBIEDER and door.aanbieder_id is not None:
        opdracht = (
            Onderzoeksopdracht.objects.select_related("hulpvraag__inwoner", "aanbieder", "opgedragen_door")
            .filter(pk=id, aanbieder_id=door.aanbieder_id, status__in=BIJ_AANBIEDER)
            .first()
        )
    if opdracht is None:
        raise Http404
    leg_inzage_vast(
        door,
        doel=om_te,
        grond=GROND,
        deel="onderzoek",
        dossier_id=opdracht.hulpvraag_id,
        inwoner_id=opdracht.hulpvraag.inwoner_id,
    )
    return opdracht


def routes_geteld() -> dict[str, int]:
    """How many questions took which route. One query."""
    return dict(Routekeuze.objects.values_list("route").annotate(n=Count("id")).order_by())


def steekproeven_geteld() -> dict[str, int]:
    """How many samples gave which outcome; "" still waits. One query."""
    return dict(Steekproef.objects.values_list("uitkomst").annotate(n=Count("id")).order_by())


def open_steekproeven(door: Door) -> Sequence[Steekproef]:
    """The samples that this person can look at: of own teams, and not the own choice. One query."""
    return list(
        Steekproef.objects.filter(uitkomst="", route__hulpvraag__team_id__in=door.teams)
        .exclude(route__gekozen_door_id=door.id)
        .select_related("route__hulpvraag__inwoner", "route__gekozen_door")
        .order_by("getrokken_op")[:100]
    )
