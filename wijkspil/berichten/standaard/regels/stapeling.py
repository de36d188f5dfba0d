"""Rules against stacking: the same product twice for one client in overlapping periods (OP259)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heappop, heappush
from itertools import islice
from typing import NamedTuple

from wijkspil.berichten.standaard.regels.datums import PRODUCTPERIODEN
from wijkspil.berichten.standaard.regels.product import VERVALLEN, VERWIJDERD
from wijkspil.berichten.standaard.regels.register import Deel, Uitkomst, regel, voor_alle, zoek

MAG_SAMEN = ("11", "12", "13", "14")  # aids and adaptations
_MAX_PAREN = 1000


class Periode(NamedTuple):
    """A product over a period; no category is a product of any kind, no code any product of the category, no end is open."""

    begin: date
    einde: date | None
    categorie: str | None
    code: str | None
    nummer: int


def _zelfde_product(een: Periode, ander: Periode) -> bool:
    if een.categorie is None or ander.categorie is None:
        return True
    return een.categorie == ander.categorie and (
        een.code is None or ander.code is None or een.code == ander.code
    )


def stapels(perioden: Iterable[Periode]) -> Iterator[tuple[int, int]]:
    """Give each pair of numbers that stacks, lowest number first.

    Walks through the periods by begin date and keeps those still running, so products one after the other cost nothing.
    """
    lopend: list[tuple[date, int, Periode]] = []
    for nieuw in sorted(
        (p for p in perioden if p.categorie not in MAG_SAMEN), key=lambda p: (p.begin, p.nummer)
    ):
        while lopend and lopend[0][0] < nieuw.begin:
            heappop(lopend)
        for _, nummer, ander in lopend:
            voorbij = (
                nieuw.einde is not None and nieuw.einde < ander.begin
            )  # ends before it begins: CS003 says so
            if _zelfde_product(nieuw, ander) and not voorbij:
                yield min(nummer, nieuw.nummer), max(nummer, nieuw.nummer)
        heappush(lopend, (nieuw.einde or date.max, nieuw.nummer, nieuw))


def _stapels(klasse: str, delen: Iterable[tuple[int, Deel]]) -> Uitkomst:
    begin, einde = PRODUCTPERIODEN[klasse]
    perioden = (
        Periode(
            deel[begin], deel.get(einde), zoek(deel, "Product/Categorie"), zoek(deel, "Product/Code"), nummer
        )
        for nummer, deel in delen
    )
    return voor_alle([f"{klasse}[{eerste}]" for eerste, _ in islice(stapels(perioden), _MAX_PAREN)])


def _telt_niet(product: Deel) -> bool:
    """Deleted: counts as never sent."""
    return (
        product.get("RedenWijziging") in (VERVALLEN, VERWIJDERD)
        and product.get("Einddatum") == product["Ingangsdatum"]
    )


@regel(
    "TR302",
    bij="ToegewezenProducten",
    op="301",
    zegt="Hetzelfde product is twee keer toegewezen in dezelfde periode.",
)
def geen_toewijzingen_op_elkaar(houder: Deel) -> Uitkomst:
    rij = enumerate(houder["ToegewezenProduct"], start=1)
    return _stapels("ToegewezenProduct", ((n, product) for n, product in rij if not _telt_niet(product)))


@regel(
    "TR386",
    bij="AangevraagdeProducten",
    op="315",
    zegt="Hetzelfde product is twee keer gevraagd voor dezelfde periode.",
)
def geen_verzoeken_op_elkaar(houder: Deel) -> Uitkomst:
    return _stapels("AangevraagdProduct", enumerate(houder["AangevraagdProduct"], start=1))


@regel(
    "TR410",
    bij="NieuweProducten",
    op="317",
    zegt="Hetzelfde nieuwe product is twee keer gevraagd voor dezelfde periode.",
)
def geen_nieuwe_producten_op_elkaar(houder: Deel) -> Uitkomst:
    return _stapels("NieuwProduct", enumerate(houder["NieuwProduct"], start=1))
