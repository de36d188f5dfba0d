"""What follows by itself on acts in other rooms; `wijkspil.reis` says on which."""

from wijkspil.core.door import Door
from wijkspil.core.handeling import Handeling
from wijkspil.ondersteuning.models import Declaratie

from .actions import vorder_terug


def na_beoordeling(h: Handeling) -> None:
    """A claim in which more is taken back than is granted: the difference is a reclaim, set off with the next payment."""
    declaratie = h.onderwerp
    assert isinstance(declaratie, Declaratie)
    if declaratie.toegekend_cent < 0:
        vorder_terug(
            declaratie.aanbieder,
            cent=-declaratie.toegekend_cent,
            reden=f"credit in declaratie {declaratie.nummer} over {declaratie.periode:%m-%Y}",
            declaratie=declaratie,
            door=Door.systeem(h.door.gemeente_id),
        )
