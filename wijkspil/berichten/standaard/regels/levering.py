"""Rules about the start and stop of delivery."""

from __future__ import annotations

from collections.abc import Iterator

from wijkspil.berichten.standaard.regels.register import Deel, alle, regel


@regel("CS058", op="305 307", zegt="StatusAanlevering is alleen 1 (eerste aanlevering) of 3 (verwijderen).")
def status_is_nieuw_of_verwijderd(inhoud: Deel) -> Iterator[str]:
    for pad, status in alle(inhoud, "StatusAanlevering"):
        if status not in ("1", "3"):
            yield pad


@regel("TR018", op="307", zegt="De einddatum van de levering ligt vóór de begindatum.")
def stop_niet_voor_start(inhoud: Deel) -> Iterator[str]:
    for pad, product in alle(inhoud, "StopProduct"):
        if product["Einddatum"] < product["Begindatum"]:
            yield f"{pad}/Einddatum"
