"""The counter of this room: conversations, what waits for an answer, and what the resident hasn't read yet."""

from collections.abc import Sequence
from uuid import UUID

from django.db import connection
from django.db.models import Q

from wijkspil.core.door import Door
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag

from .models import Inwonerbericht, Vraagconcept

DEEL = "berichten"
"""The part of the file under which looks at a conversation are logged."""

_ONGELEZEN = """
SELECT b.hulpvraag_id, count(*) FROM post_inwonerbericht b
WHERE b.hulpvraag_id = ANY(%s) AND b.richting = 'aan_inwoner' AND b.gemaakt_op > coalesce(
    (SELECT max(a.moment) FROM core_auditregel a
     WHERE a.dossier_id = b.hulpvraag_id AND a.actie = 'eigen.ingezien' AND a.deel = %s AND a.resultaat = 'gelukt'),
    '-infinity')
GROUP BY b.hulpvraag_id
"""


def berichten_van(hulpvraag: Hulpvraag) -> list[Inwonerbericht]:
    """The whole conversation, oldest first. One query."""
    return list(Inwonerbericht.objects.filter(hulpvraag=hulpvraag).order_by("gemaakt_op"))


def ongelezen(hulpvragen: Sequence[UUID]) -> dict[UUID, int]:
    """Per question how many messages of the municipality came after the last look of the resident's side. One query."""
    if not hulpvragen:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_ONGELEZEN, [list(hulpvragen), DEEL])
        return dict(cursor.fetchall())


def wacht_op_antwoord(door: Door) -> list[Inwonerbericht]:
    """Messages of residents on files that this colleague may open, oldest first, one per conversation. One query."""
    zichtbaar = Hulpvraag.objects.filter(zichtbaar_voor(door)).values("pk")
    rijen = (
        Inwonerbericht.objects.filter(
            Q(hulpvraag__in=zichtbaar),
            richting=Inwonerbericht.Richting.VAN_INWONER,
            afgehandeld_op__isnull=True,
        )
        .select_related("hulpvraag__inwoner", "hulpvraag__behandelaar", "hulpvraag__team")
        .order_by("gemaakt_op")[:200]
    )
    eerste: dict[UUID, Inwonerbericht] = {}
    for rij in rijen:
        eerste.setdefault(rij.hulpvraag_id, rij)
    return list(eerste.values())


def open_concepten(inwoner_ids: Sequence[UUID]) -> list[Vraagconcept]:
    """What these residents are still writing. One query."""
    return list(
        Vraagconcept.objects.filter(inwoner_id__in=inwoner_ids, hulpvraag__isnull=True).select_related(
            "inwoner"
        )
    )


def open_concept(inwoner_id: UUID) -> Vraagconcept | None:
    """What this resident is still writing, if anything. One query."""
    return (
        Vraagconcept.objects.filter(inwoner_id=inwoner_id, hulpvraag__isnull=True)
        .select_related("inwoner")
        .first()
    )
