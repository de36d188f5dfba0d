"""The network as a picture: the resident in the middle, strength as distance, kind as shape and word. No queries."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from wijkspil.inwoners.models import Relatie
from wijkspil.regels.netwerk import AFSTAND, STERKTE, VORMUITLEG, Persoon, groei, plaats

BREED, HOOG = 230.0, 165.0
"""The two half axes of the outer ring in the drawing, in its own units."""


def als_personen(relaties: Sequence[Relatie]) -> list[Persoon]:
    return [Persoon(r.naam, r.soort, r.sterkte, r.van, r.tot, r.is_mantelzorger) for r in relaties]


def kaart_van(relaties: Sequence[Relatie], vandaag: date) -> dict[str, Any] | None:
    """What `werkplek/dossier/netwerkkaart.html` draws: rings with their word, and a place, shape and name per person."""
    personen = [p for p in als_personen(relaties) if p.is_er_op(vandaag)]
    if not personen:
        return None
    soorten = dict(Relatie.Soort.choices)
    mensen = [
        {
            "naam": plek.persoon.naam,
            "soort": soorten[plek.persoon.soort],
            "vorm": plek.vorm.value,
            "mantelzorger": plek.persoon.mantelzorger,
            "x": round(plek.x * BREED, 1),
            "y": round(plek.y * HOOG, 1),
            "naam_y": 27 if plek.y >= 0 else -16,
        }
        for plek in plaats(personen)
    ]
    ringen = [
        {"woord": woord, "rx": round(AFSTAND[n] * BREED, 1), "ry": round(AFSTAND[n] * HOOG, 1), "tekst_y": round(-AFSTAND[n] * HOOG - 4, 1)}
        for n, woord in STERKTE.items()
    ]  # fmt: skip
    return {"mensen": mensen, "ringen": ringen, "vormen": [(vorm.value, woord) for vorm, woord in VORMUITLEG]}


def groei_van(relaties: Sequence[Relatie], begin: date, vandaag: date) -> list[Any]:
    """How the network changed since a day; the last few changes are enough for a page."""
    standen = groei(als_personen(relaties), min(begin, vandaag), vandaag)
    return [standen[0], *standen[1:][-5:]] if len(standen) > 1 else list(standen)
