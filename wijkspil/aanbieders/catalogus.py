"""The product rows that others refer to, kept in step with the way of working."""

from datetime import date

from wijkspil.core.handeling import Handeling
from wijkspil.gemeenten.ingang import werkwijze_van
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .models import Product


def na_ingang(h: Handeling) -> None:
    """On the first day of a version: a row for each product that has none yet."""
    if isinstance(h.onderwerp, Werkwijzeversie):
        neem_producten_over(h, werkwijze_van(h.onderwerp))


def neem_producten_over(h: Handeling, werkwijze: Werkwijze) -> list[Product]:
    """Add the products of a way of working that this municipality doesn't have; returns those. Two queries.

    A product that is left out stays: help that runs still refers to it, and a new plan no longer offers it.
    """
    bestaand: set[str] = set(Product.objects.filter(geldig_tot__isnull=True).values_list("code", flat=True))
    begin: date = werkwijze.geldig_vanaf
    return h.maak_veel(
        [
            Product(
                code=product.code,
                categorie=product.categorie,
                naam=product.naam,
                eenheid=product.eenheid.value if product.eenheid else "",
                geldig_van=begin,
            )
            for product in werkwijze.producten
            if product.code not in bestaand
        ]
    )
