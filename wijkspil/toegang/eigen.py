"""The resident's own way to a question, beside `access.py` for staff: own files, and those of whom one represents today.

Somebody else's question does not exist (404). A representative who may only look gets an explanation when trying to arrange
something. Each look is in the ledger as `eigen.ingezien`, with the mandate as its ground.
"""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404

from wijkspil.core.door import Door, GeenRecht, Machtiging, Soort
from wijkspil.core.handeling import leg_inzage_vast

from .models import Hulpvraag

ACTIE = "eigen.ingezien"


def relatie_inwoner(door: Door, hulpvraag: Hulpvraag) -> Machtiging | None:
    """On what ground somebody sees this question on the own pages; None when there is none."""
    return door.machtiging_voor(hulpvraag.inwoner_id) if door.soort is Soort.INWONER else None


def eigen_vragen(door: Door) -> QuerySet[Hulpvraag]:
    """The questions of oneself and of whom one represents, newest first; names are on the audit line of the page."""
    return (
        Hulpvraag.objects.filter(inwoner_id__in=[m.inwoner_id for m in door.machtigingen])
        .select_related("inwoner", "team", "behandelaar")
        .order_by("-gemaakt_op")
    )


def pak_eigen_vraag(
    door: Door,
    id: UUID,
    *,
    om_te: str,
    deel: str = "vraag",
    regelen: bool = False,
    qs: QuerySet[Hulpvraag] | None = None,
) -> Hulpvraag:
    """One's own question for a purpose, with a line in the ledger. Two queries.

    Args:
        om_te: the purpose in plain Dutch.
        regelen: something will be changed, so looking along is not enough.

    Raises:
        Http404: no such question, or somebody else's.
        GeenRecht: a representative who may look along and nothing more; the refusal is in the ledger too.
    """
    hulpvraag = (
        (qs if qs is not None else Hulpvraag.objects.select_related("inwoner", "team", "behandelaar"))
        .filter(pk=id)
        .first()
    )
    machtiging = relatie_inwoner(door, hulpvraag) if hulpvraag is not None else None
    if hulpvraag is None or machtiging is None:
        raise Http404
    inzage: dict[str, Any] = {
        "actie": ACTIE,
        "doel": om_te,
        "grond": machtiging.grond,
        "deel": deel,
        "dossier_id": hulpvraag.pk,
        "inwoner_id": hulpvraag.inwoner_id,
        "resultaat": "gelukt" if machtiging.mag_regelen or not regelen else "geweigerd",
    }
    leg_inzage_vast(door, **inzage)
    if regelen:
        try:
            door.eis_regelen(hulpvraag.inwoner_id, om_te=om_te)
        except GeenRecht as fout:
            fout.inzage = inzage
            raise
    return hulpvraag
