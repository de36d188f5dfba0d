"""Rules about the start and stop of delivery."""

from __future__ import annotations

from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel

EERSTE, VERWIJDEREN = "1", "3"


@regel(
    "CS058",
    bij="StartProduct StopProduct",
    op="305 307",
    zegt="StatusAanlevering is alleen 1 (eerste aanlevering) of 3 (verwijderen).",
)
def status_is_nieuw_of_verwijderd(product: Deel) -> Uitkomst:
    return None if product["StatusAanlevering"] in (EERSTE, VERWIJDEREN) else "StatusAanlevering"
