"""The way to a letter from a page: through the file it belongs to."""

from uuid import UUID

from django.http import Http404

from wijkspil.core.models import Uitgaand
from wijkspil.toegang.models import Hulpvraag

from .models import Brief


def brieven_van(hulpvraag: Hulpvraag) -> list[Brief]:
    """The letters of a file, newest first, without their bytes. One query."""
    return list(Brief.objects.filter(hulpvraag=hulpvraag).defer("pdf").order_by("-gemaakt_op"))


def wachtende_brieven(hulpvraag: Hulpvraag) -> list[Uitgaand]:
    """Letters that are still to be composed, with the reason when that didn't work. One query."""
    return list(
        Uitgaand.objects.filter(soort="brief", inhoud__hulpvraag=str(hulpvraag.pk))
        .exclude(status=Uitgaand.Status.VERWERKT)
        .order_by("id")
    )


def pak_brief(hulpvraag: Hulpvraag, id: UUID) -> Brief:
    """The letter with this id on a file that was opened with `pak_hulpvraag`. One query.

    Raises: Http404 when it belongs to another file.
    """
    brief = Brief.objects.select_related("inwoner").filter(pk=id, hulpvraag=hulpvraag).first()
    if brief is None:
        raise Http404
    return brief
