"""How a letter begins: put in the outbox to be composed later, or fixed within the act itself."""

from typing import Any
from uuid import UUID

from wijkspil.besluiten.models import Besluit
from wijkspil.core.handeling import Handeling

from .actions import stel_brief_op
from .opstellers import Inhoud


def zet_klaar(
    h: Handeling, sjabloon: str, hulpvraag: UUID, over: UUID, *, keer: int | None = None, **gegevens: Any
) -> None:
    """Put a letter in the outbox, once per thing that it is about. No query.

    Args:
        over: what it is about; together with the template it is the idempotency key.
        keer: for a letter that may come again about the same thing: its round or revision.
    """
    sleutel = f"{sjabloon}:{over}" if keer is None else f"{sjabloon}:{over}:{keer}"
    h.verstuur("brief", sleutel, sjabloon=sjabloon, hulpvraag=str(hulpvraag), **gegevens)


def leg_vast(h: Handeling, besluit: Besluit, inhoud: Inhoud, sjabloon: str, sleutel: str) -> None:
    """Fix the words of a letter about a decision in the act itself. Raises BriefFout; then the act didn't happen either."""
    stel_brief_op(
        h,
        besluit.hulpvraag,
        sjabloon=sjabloon,
        inhoud=inhoud.velden,
        sleutel=sleutel,
        kenmerk=inhoud.kenmerk,
        ondertekenaar=inhoud.ondertekenaar,
    )
