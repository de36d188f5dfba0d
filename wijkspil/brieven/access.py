"""The way to a letter from a page: through the file it belongs to."""

from uuid import UUID

from django.db.models import Q
from django.http import Http404

from wijkspil.core.models import Uitgaand
from wijkspil.toegang.models import Hulpvraag

from .models import Brief


def brieven_van(hulpvraag: Hulpvraag) -> list[Brief]:
    """The letters of a file, newest first, without their bytes. One query."""
    return list(Brief.objects.filter(hulpvraag=hulpvraag).defer("pdf").order_by("-gemaakt_op"))


def wachtende_brieven(hulpvraag: Hulpvraag) -> list[Uitgaand]:
    """Letters that are still to be composed or to become a PDF, with the reason when that didn't work. Two queries."""
    opgesteld = Brief.objects.filter(hulpvraag=hulpvraag, status=Brief.Status.OPGESTELD).values_list(
        "pk", flat=True
    )
    van_dit_dossier = Q(inhoud__hulpvraag=str(hulpvraag.pk)) | Q(
        inhoud__brief__in=[str(pk) for pk in opgesteld]
    )
    return list(
        Uitgaand.objects.filter(van_dit_dossier, soort="brief")
        .exclude(status=Uitgaand.Status.VERWERKT)
        .order_by("id")
    )


def pak_wachtende_brief(hulpvraag: Hulpvraag, rij: int) -> Uitgaand:
    """One of those rows on a file that was opened with `pak_hulpvraag`. Raises Http404 when it belongs to another file."""
    gevonden = next((w for w in wachtende_brieven(hulpvraag) if w.pk == rij), None)
    if gevonden is None:
        raise Http404
    return gevonden


def pak_brief(hulpvraag: Hulpvraag, id: UUID) -> Brief:
    """The letter with this id on a file that was opened with `pak_hulpvraag`. One query.

    Raises: Http404 when it belongs to another file.
    """
    brief = Brief.objects.select_related("inwoner").filter(pk=id, hulpvraag=hulpvraag).first()
    if brief is None:
        raise Http404
    return brief
