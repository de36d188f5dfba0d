"""What lies behind products and prices: documents, who was heard, and how a fair price was built up."""

from datetime import date
from typing import Any

from wijkspil.aanbieders.models import Product
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels.reele_prijs import bereken

from ..models import Beleidsstuk, Prijsopbouw, Raadpleging

WIE = (Rol.CONTRACTBEHEER, Rol.BELEID)


def leg_beleidsstuk_vast(*, door: Door, **velden: Any) -> Beleidsstuk:
    """Put a document with its period in the library (B2)."""
    door.eis(*WIE, om_te="een beleidsstuk vastleggen")
    with handeling("beleidsstuk.vastgelegd", door=door, doel="beleid bijhouden") as h:
        stuk = h.maak(Beleidsstuk(**velden))
        h.over(stuk)
        h.meld(stuk=stuk.naam, soort=stuk.soort)
    return stuk


def leg_raadpleging_vast(product: Product, *, op: date, wie: str, uitkomst: str, door: Door) -> Raadpleging:
    """Record who was heard about a product and what came of it (H10)."""
    door.eis(*WIE, om_te="een raadpleging vastleggen")
    with handeling("raadpleging.vastgelegd", door=door, doel="productcatalogus") as h:
        rij = h.maak(Raadpleging(product=product, op=op, wie=wie, uitkomst=uitkomst))
        h.over(rij)
        h.meld(wie=wie, product=product.naam)
    return rij


def bewaar_prijsopbouw(
    product: Product, *, invoer: dict[str, str], toelichting: str, door: Door
) -> Prijsopbouw:
    """Keep a calculation of a fair price with every figure it was made from; the outcome is computed here, never typed in.

    Raises:
        InvoerFout: a figure is missing or impossible.
    """
    door.eis(*WIE, om_te="een prijs uitrekenen")
    uitkomst = bereken(invoer)
    with handeling("prijs.opgebouwd", door=door, doel="reële prijs") as h:
        rij = h.maak(
            Prijsopbouw(
                product=product,
                op=h.dag,
                invoer=invoer,
                tarief_cent=uitkomst.tarief_cent,
                toelichting=toelichting,
                door_naam=door.naam,
            )
        )
        h.over(rij)
        h.meld(product=product.naam, tarief_cent=uitkomst.tarief_cent)
    return rij
