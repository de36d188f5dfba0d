"""The entry criteria of the shortened route and the share that is checked, as the way of working gives them. No writing."""

from dataclasses import dataclass
from hashlib import sha256

from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.catalogus import Product, VerkorteRoute
from wijkspil.werkwijzen.kast import laad_versie


@dataclass(frozen=True, slots=True)
class Mogelijkheid:
    """A product that knows a shortened route."""

    product: Product
    route: VerkorteRoute


def mogelijkheden(hulpvraag: Hulpvraag) -> list[Mogelijkheid]:
    """The shortened routes of the way of working of this question; no query."""
    return [
        Mogelijkheid(product, product.verkorte_route)
        for product in laad_versie(hulpvraag.werkwijze).producten
        if product.verkorte_route is not None
    ]


def mogelijkheid(hulpvraag: Hulpvraag, product: str) -> Mogelijkheid | None:
    return next((m for m in mogelijkheden(hulpvraag) if m.product.code == product), None)


def in_steekproef(hulpvraag: Hulpvraag, percentage: int) -> bool:
    """Whether a question is drawn. By its number and round: fair over many, the same when asked again, and not by hand."""
    lot = sha256(f"{hulpvraag.gemeente_id}:{hulpvraag.nummer}:{hulpvraag.ronde}".encode()).digest()
    return int.from_bytes(lot[:4], "big") % 100 < percentage
