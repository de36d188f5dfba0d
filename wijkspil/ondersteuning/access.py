"""What a provider sees: the orders that were given to it, in their own period, and nothing else of a file (A7).

An order is in sight from the day it was given. When help is over it stays for a month, to report the stop; then the person is
gone. An order that the provider gave back, or that was taken back, is gone at once.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.http import Http404

from wijkspil.core import klok
from wijkspil.core.door import Door, Soort
from wijkspil.core.handeling import leg_inzage_vast

from .models import Declaratie, Levering, Opdrachtantwoord, Toewijzing
from .reacties import MEE

AFRONDEN = timedelta(days=31)
"""How long after the last day somebody stays in sight: a stop must be reported within five working days, some come later."""
GROND = "opdracht van de gemeente"
S = Toewijzing.Status


def van_aanbieder(door: Door) -> QuerySet[Toewijzing]:
    """Every order that this provider has or had, whatever its period; only for sums and claims, never for a person's data."""
    if door.soort is not Soort.AANBIEDER or door.aanbieder_id is None:
        return Toewijzing.objects.none()
    return Toewijzing.objects.filter(aanbieder_id=door.aanbieder_id).exclude(status=S.VERWIJDERD)


def in_zicht(door: Door, dag: date | None = None) -> QuerySet[Toewijzing]:
    """The orders of this provider whose person may be seen on a day."""
    grens = (dag or klok.vandaag()) - AFRONDEN
    geweigerd = Opdrachtantwoord.objects.filter(
        toewijzing=OuterRef("pk"), versie=OuterRef("versie"), antwoord=Opdrachtantwoord.Antwoord.GEWEIGERD
    )
    pas_gestopt = Levering.objects.filter(toewijzing=OuterRef("pk"), gestopt_op__gte=grens)
    return (
        van_aanbieder(door)
        .filter(Q(einde__isnull=True) | Q(einde__gte=grens))
        .filter(~Q(status=S.GESTOPT) | Exists(pas_gestopt))
        .exclude(Exists(geweigerd))
    )


def beantwoord() -> Exists:
    """Whether the version of an order that holds now was answered."""
    return Exists(Opdrachtantwoord.objects.filter(toewijzing=OuterRef("pk"), versie=OuterRef("versie")))


def is_voorbij(t: Toewijzing, dag: date) -> bool:
    """Whether the period of an order is over: then only what is needed to round it off is shown."""
    return t.status == S.GESTOPT or (t.einde is not None and t.einde < dag)


def pak_eigen_opdracht(door: Door, id: UUID, *, om_te: str, deel: str = "opdracht") -> Toewijzing:
    """One order of the own organisation, for a purpose, with a line in the audit log that the resident can read. Two queries.

    Raises: Http404 when it is another provider's, was given back, taken back or is over: then there is nothing to see.
    """
    gevonden = in_zicht(door).select_related(*MEE, "regel__doel").filter(pk=id).first()
    if gevonden is None:
        raise Http404
    leg_inzage_vast(
        door,
        doel=om_te,
        grond=GROND,
        deel=deel,
        dossier_id=gevonden.hulpvraag_id,
        inwoner_id=gevonden.inwoner_id,
    )
    return gevonden


def pak_eigen_declaratie(door: Door, id: UUID) -> Declaratie:
    """One claim of the own organisation, with a line in the audit log. Two queries.

    Raises: Http404 when it is another provider's.
    """
    if door.soort is not Soort.AANBIEDER or door.aanbieder_id is None:
        raise Http404
    gevonden = Declaratie.objects.filter(pk=id, aanbieder_id=door.aanbieder_id).first()
    if gevonden is None:
        raise Http404
    leg_inzage_vast(
        door,
        doel="eigen declaratie bekijken",
        grond=GROND,
        deel=f"declaratie {gevonden.nummer}",
        actie="lijst.ingezien",
    )
    return gevonden


def leg_lijst_vast(door: Door, wat: str, aantal: int) -> None:
    """The audit line for a list with names. One query."""
    leg_inzage_vast(
        door, doel="eigen opdrachten bekijken", grond=GROND, deel=f"{wat} ({aantal})", actie="lijst.ingezien"
    )


def geweigerde_opdrachten() -> QuerySet[Opdrachtantwoord]:
    """What providers gave back and still waits for somebody else, for the back office; the oldest first."""
    return (
        Opdrachtantwoord.objects.filter(
            antwoord=Opdrachtantwoord.Antwoord.GEWEIGERD,
            versie=F("toewijzing__versie"),
            toewijzing__status=S.OPGEDRAGEN,
        )
        .select_related("toewijzing")
        .order_by("op", "id")
    )
