"""What follows by itself on acts in this room; `wijkspil.reis` says on which."""

from wijkspil.core.handeling import Handeling

from .actions.bezwaar_beslissen import HERROEPT
from .models import Besluit, Bezwaar


def koppel_nieuw_besluit(h: Handeling) -> None:
    """On besluit.bekendgemaakt: a decision that replaces a revoked one is tied to the objection that led to it.

    A reaction within the act: no event of its own. One query, two when there is something to tie.
    """
    besluit = h.onderwerp
    assert isinstance(besluit, Besluit)
    bezwaar = (
        Bezwaar.objects.filter(
            besluit__aanvraag_id=besluit.aanvraag_id,
            besluit__status=Besluit.Status.HERROEPEN,
            uitkomst__in=HERROEPT,
            nieuw_besluit__isnull=True,
        )
        .order_by("-afgehandeld_op")
        .first()
    )
    if bezwaar is not None:
        bezwaar.nieuw_besluit = besluit
        h.bewaar(bezwaar, "nieuw_besluit")
