"""Who a decision is of, and the way to one from a page: through the file it belongs to."""

from uuid import UUID

from django.http import Http404
from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Soort
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.toegang.models import Hulpvraag

from .models import Aanvraag, Afspraak, Besluit

_LAATSTE = VasteVraag(
    lambda vraag: (
        Besluit.objects.filter(hulpvraag_id=vraag)
        .exclude(status__in=[Besluit.Status.INGETROKKEN, Besluit.Status.HERROEPEN])
        .select_related("aanvraag", "plan", "mandaat", "opgesteld_door", "genomen_door", "tweede_lezer")
        .order_by("-gemaakt_op")[:1]
    )
)


def medewerker_van(door: Door) -> UUID:
    """The member of staff behind a `Door`: a decision or an agreement is always somebody's.

    Raises: GeenRecht for a process or somebody from outside.
    """
    if door.soort is not Soort.MEDEWERKER or door.id is None:
        raise GeenRecht(
            _("Een besluit of afspraak is werk van een medewerker, niet van %(naam)s.") % {"naam": door.naam}
        )
    return door.id


def pak_besluit(hulpvraag: Hulpvraag, id: UUID) -> Besluit:
    """The decision with this id on a file that was opened with `pak_hulpvraag`. One query.

    Raises: Http404 when it belongs to another file.
    """
    besluit = (
        Besluit.objects.select_related(
            "aanvraag", "plan", "mandaat", "opgesteld_door", "genomen_door", "tweede_lezer"
        )
        .filter(pk=id, hulpvraag=hulpvraag)
        .first()
    )
    if besluit is None:
        raise Http404
    besluit.hulpvraag = hulpvraag
    return besluit


def laatste_besluit(hulpvraag: Hulpvraag) -> Besluit | None:
    """The decision that is being prepared or was last taken on this file; withdrawn ones don't count. One query."""
    besluit = _LAATSTE.eerste(hulpvraag.pk)
    if besluit is not None:
        besluit.hulpvraag = hulpvraag
    return besluit


def open_aanvraag(hulpvraag: Hulpvraag) -> Aanvraag | None:
    """The application that still waits for a decision, if any. One query."""
    return Aanvraag.objects.filter(hulpvraag=hulpvraag, status=Aanvraag.Status.OPEN).first()


def lopende_afspraak(hulpvraag: Hulpvraag) -> Afspraak | None:
    """The agreement that holds now, if any. One query."""
    return (
        Afspraak.objects.select_related("gemaakt_door")
        .filter(hulpvraag=hulpvraag, status=Afspraak.Status.LOOPT)
        .order_by("-gemaakt_op")
        .first()
    )
