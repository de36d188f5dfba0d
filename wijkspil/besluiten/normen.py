"""Norm sets in use: which ones a product has, the calculation behind a line, and the averages over cases.

The law of the calculation itself lives in `regels.normen` (pure); here are its rows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any
from uuid import UUID

from wijkspil.plannen.models import Arrangementregel
from wijkspil.regels import normen
from wijkspil.regels.normgemiddelden import Normgemiddelde, gemiddelde
from wijkspil.regels.parameters import Onbekend, Zekerheid
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie

from .models import Normberekening


@dataclass(frozen=True, slots=True)
class Kaderkeuze:
    """The leading set and the one that runs along, as the way of working names them; "" when there is none."""

    leidend: str
    schaduw: str = ""


def kaders_voor(hulpvraag: Hulpvraag, regel: Arrangementregel) -> Kaderkeuze | None:
    """The norm sets of the product of this line that we can calculate with; None when there are none. No query."""
    if regel.product is None:
        return None
    werkwijze = laad_versie(hulpvraag.werkwijze)
    van_product = werkwijze.product(regel.product.code).normenkaders
    bekend = [k for k in werkwijze.normenkaders if k.sleutel in van_product and k.sleutel in normen.kaders()]
    leidend = next((k.sleutel for k in bekend if k.rol == "leidend"), "")
    if not leidend:
        return None
    return Kaderkeuze(leidend, next((k.sleutel for k in bekend if k.rol == "schaduw"), ""))


def normregels(hulpvraag: Hulpvraag, regels: Iterable[Arrangementregel]) -> list[Arrangementregel]:
    """The lines whose hours can be calculated by a norm set."""
    return [regel for regel in regels if kaders_voor(hulpvraag, regel) is not None]


def laatste_berekeningen(regels: Iterable[Arrangementregel]) -> dict[UUID, Normberekening]:
    """The newest calculation per line. One query."""
    rijen = Normberekening.objects.filter(regel__in=[r.pk for r in regels]).order_by("gemaakt_op")
    return {rij.regel_id: rij for rij in rijen}


def zaak_van(invoer: Mapping[str, Any]) -> normen.Huishouden:
    """The case as the pure function takes it, from what was filled in."""
    return normen.Huishouden(
        activiteiten={
            code: normen.Inzet(int(i["keer"]), normen.Wie(i["wie"]))
            for code, i in invoer["activiteiten"].items()
        },
        gebieden={code: int(keer) for code, keer in invoer.get("gebieden", {}).items()},
        factoren={code: int(aantal) for code, aantal in invoer.get("factoren", {}).items()},
        personen=int(invoer.get("personen", 1)),
    )


def uitgerekend(
    keuze: Kaderkeuze, invoer: Mapping[str, Any]
) -> tuple[list[normen.Normuitkomst], tuple[normen.Verschil, ...]]:
    """Both outcomes for a case, and their differences when there are two."""
    zaak = zaak_van(invoer)
    uitkomsten = [normen.bereken(kader, zaak) for kader in (keuze.leidend, keuze.schaduw) if kader]
    verschillen = normen.vergelijk(*uitkomsten) if len(uitkomsten) == 2 else ()
    return uitkomsten, verschillen


def bevroren(uitkomst: normen.Normuitkomst) -> dict[str, Any]:
    """An outcome as JSON, so that it reads the same when the norm set changes."""
    return {
        "kader": uitkomst.kader,
        "naam": uitkomst.naam,
        "minuten": uitkomst.minuten,
        "compleet": uitkomst.compleet,
        "zekerheid": uitkomst.zekerheid.value,
        "regels": [
            {
                "code": r.code,
                "naam": r.naam,
                "minuten": None if isinstance(r.minuten, Onbekend) else float(r.minuten),
                "uitleg": r.uitleg,
                "bron": r.bron,
                "zekerheid": r.zekerheid.value,
            }
            for r in uitkomst.regels
        ],
    }


def bevroren_verschil(verschil: normen.Verschil) -> dict[str, Any]:
    return {
        "naam": verschil.naam,
        "links": _getal(verschil.links),
        "rechts": _getal(verschil.rechts),
        "verschil": _getal(verschil.minuten),
        "uitleg": verschil.uitleg,
    }


def _getal(waarde: Fraction | Onbekend | None) -> float | None:
    return None if waarde is None or isinstance(waarde, Onbekend) else float(waarde)


@dataclass(frozen=True, slots=True)
class Kadervergelijking:
    """The averages of two sets over the newest calculation of each case."""

    leidend: str
    schaduw: str
    cijfers: Normgemiddelde


def gemiddelden(kleinste_groep: int) -> list[Kadervergelijking]:
    """The averages per pair of norm sets, over the newest calculation per line; small groups hidden (H23). One query."""
    nieuwste: dict[UUID, tuple[str, str, int, int, bool]] = {}
    rijen: Sequence[Any] = list(
        Normberekening.objects.exclude(schaduw="")
        .order_by("gemaakt_op")
        .values_list(
            "regel_id", "leidend", "schaduw", "leidend_minuten", "schaduw_minuten", "zekerheid", "compleet"
        )
    )
    for regel_id, leidend, schaduw, a, b, zekerheid, compleet in rijen:
        nieuwste[regel_id] = (leidend, schaduw, a, b, zekerheid == Zekerheid.LAAG or not compleet)
    paren: dict[tuple[str, str], list[tuple[int, int, bool]]] = {}
    for leidend, schaduw, a, b, onzeker in nieuwste.values():
        paren.setdefault((leidend, schaduw), []).append((a, b, onzeker))
    return [
        Kadervergelijking(leidend, schaduw, gemiddelde(rij, kleinste_groep))
        for (leidend, schaduw), rij in sorted(paren.items())
    ]
