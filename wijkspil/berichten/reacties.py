"""What messages other acts cause; `wijkspil.reis` says on which. Only a row in the outbox: building happens later, from the database."""

from wijkspil.core.handeling import Handeling
from wijkspil.ondersteuning.models import Toewijzing


def meld_toewijzing(h: Handeling) -> None:
    """A new, changed or deleted order: tell the provider, if the way of working says that it goes by message."""
    t = h.onderwerp
    assert isinstance(t, Toewijzing)
    if t.met_berichten:
        h.verstuur(
            "bericht",
            f"WMO301:{h.id}",
            bericht="WMO301",
            inwoner=str(t.inwoner_id),
            aanbieder=str(t.aanbieder_id),
        )
