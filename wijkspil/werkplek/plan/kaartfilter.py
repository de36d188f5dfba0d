"""The filter of the social map, in the address bar so that a list can be shared; and the picture beside it."""

from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict

from wijkspil.gemeenten.models import Wijk
from wijkspil.sociale_kaart import service
from wijkspil.sociale_kaart.models import Aanbod

_BREED, _HOOG = (14.0, 86.0), (7.0, 48.0)
"""Where dots may stand in the box of 100 by 60, so that the names under them fit."""


@dataclass(frozen=True, slots=True)
class Filter:
    tekst: str
    thema: str
    wijk: UUID | None
    soort: str

    @classmethod
    def uit(cls, vraag: QueryDict, *, wijk: UUID | None = None) -> "Filter":
        """Read the address; without a district in it the one of the resident, and words that mean nothing are dropped."""
        gekozen = vraag.get("wijk")
        return cls(
            tekst=vraag.get("zoek", "")[:60].strip(),
            thema=vraag.get("thema", "")[:40],
            wijk=wijk if gekozen is None else _uuid(gekozen),
            soort=vraag.get("soort", "") if vraag.get("soort") in Aanbod.Soort.values else "",
        )


def sociale_kaart_context(filter_: Filter) -> dict[str, Any]:
    """What `werkplek/plan/kaartlijst.html` needs; three queries."""
    wijken = list(Wijk.objects.order_by("naam"))
    gevonden = service.zoek(
        tekst=filter_.tekst, thema=filter_.thema, wijk_id=filter_.wijk, soort=filter_.soort
    )
    return {
        "filter": filter_,
        "aanbod": gevonden,
        "themas": service.themas(),
        "wijken": wijken,
        "soorten": Aanbod.Soort.choices,
        "stippen": stippen(wijken, gevonden),
    }


def stippen(wijken: list[Wijk], aanbod: list[Aanbod]) -> list[dict[str, Any]]:
    """The districts as dots on a small map, with how much there is: places in a box of 100 by 60, north up."""
    punten = [(w, w.lat, w.lon) for w in wijken if w.lat is not None and w.lon is not None]
    if len(punten) < 2:
        return []
    breedtes, lengtes = [lat for _w, lat, _lon in punten], [lon for _w, _lat, lon in punten]
    noord, hoog = max(breedtes), max(max(breedtes) - min(breedtes), 1e-6)
    west, breed = min(lengtes), max(max(lengtes) - min(lengtes), 1e-6)
    telling = Counter(a.wijk_id for a in aanbod)
    return [
        {
            "naam": wijk.naam,
            "id": wijk.pk,
            "aantal": telling[wijk.pk],
            "x": round(_BREED[0] + (lon - west) / breed * (_BREED[1] - _BREED[0]), 1),
            "y": round(_HOOG[0] + (noord - lat) / hoog * (_HOOG[1] - _HOOG[0]), 1),
            "straal": round(1.4 + min(telling[wijk.pk], 6) * 0.45, 2),
        }
        for wijk, lat, lon in punten
    ]


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None
