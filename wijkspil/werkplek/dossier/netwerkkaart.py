"""The network as a picture: the resident in the middle, strength as distance, kind as shape and word. No queries."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.text import Truncator

from wijkspil.inwoners.models import Relatie
from wijkspil.regels.netwerk import AFSTAND, STERKTE, VORMUITLEG, Persoon, groei, plaats

BREED, HOOG = 190.0, 170.0
"""The two half axes of the outer ring in the drawing, in its own units."""
LANGSTE = 20
"""Characters of a name that fit beside a shape; the list under the picture has all of it."""


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
            "naam": Truncator(plek.persoon.naam).chars(LANGSTE),
            "soort": soorten[plek.persoon.soort],
            "vorm": plek.vorm.value,
            "mantelzorger": plek.persoon.mantelzorger,
            "x": round(plek.x * BREED, 1),
            "y": round(plek.y * HOOG, 1),
            **_naamplek(plek.x * BREED, plek.y * HOOG),
        }
        for plek in plaats(personen)
    ]
    ringen = [
        {"woord": woord, "rx": round(AFSTAND[n] * BREED, 1), "ry": round(AFSTAND[n] * HOOG, 1), "tekst_y": round(-AFSTAND[n] * HOOG - 4, 1)}
        for n, woord in STERKTE.items()
    ]  # fmt: skip
    return {"mensen": mensen, "ringen": ringen, "vormen": [(vorm.value, woord) for vorm, woord in VORMUITLEG]}


def _naamplek(x: float, y: float) -> dict[str, Any]:
    """Where the name stands: beside the shape, away from the middle; straight above or below it when there is no side."""
    if abs(x) < 20:
        return {"anker": "middle", "naam_x": 0, "naam_y": 27 if y >= 0 else -16}
    return {"anker": "start" if x > 0 else "end", "naam_x": 15 if x > 0 else -15, "naam_y": 5}


def groei_van(relaties: Sequence[Relatie], begin: date, vandaag: date) -> list[Any]:
    """How the network changed since a day; the last few changes are enough for a page."""
    standen = groei(als_personen(relaties), min(begin, vandaag), vandaag)
    return [standen[0], *standen[1:][-5:]] if len(standen) > 1 else list(standen)
