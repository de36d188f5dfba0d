"""Today's people in, through and out per product, from the events of the last year."""

from datetime import date, timedelta
from functools import lru_cache

import ibis.expr.types as ir
from ibis import _ as x

from .. import lees
from ..kleine_groepen import KLEINSTE
from ..lees import Feiten
from .scenario import OVERIG, Nu

TERUG = 365


@lru_cache(maxsize=64)
def stroom_nu(gemeente_id: int, versie: str, peildag: date) -> tuple[Nu, ...]:
    """One row per product with ten or more lines; smaller ones together as one row (T6). From memory when nothing changed."""
    rijen = lees.reken(gemeente_id, versie, lambda feiten: _reken(feiten, peildag))
    alle = [
        Nu(r["product"], r["loopt"], r["erbij"], r["eraf"], None if r["cent"] is None else round(r["cent"]))
        for r in rijen
    ]
    groot = [n for n in alle if n.loopt >= KLEINSTE]
    klein = [n for n in alle if n.loopt < KLEINSTE]
    if sum(n.loopt for n in klein) >= KLEINSTE:
        groot.append(_samen(klein))
    return tuple(sorted(groot, key=lambda n: (n.product == OVERIG, -n.loopt, n.product)))


def _samen(klein: list[Nu]) -> Nu:
    loopt = sum(n.loopt for n in klein)
    bedrag = sum(n.loopt * (n.maand_cent or 0) for n in klein)
    return Nu(OVERIG, loopt, sum(n.erbij for n in klein), sum(n.eraf for n in klein), round(bedrag / loopt))


def _reken(feiten: Feiten, peildag: date) -> ir.Table:
    vanaf = peildag - timedelta(days=TERUG)
    binnen = (x.dag > vanaf) & (x.dag <= peildag)
    per_product = (
        feiten.stroom.filter(x["product"].notnull() & (x.dag <= peildag))
        .group_by("product")
        .agg(
            loopt=x.teken.sum().cast("int64"),
            erbij=((x.teken == 1) & binnen).sum().cast("int64"),
            eraf=((x.teken == -1) & binnen).sum().cast("int64"),
        )
    )
    bedragen = (
        feiten.gebeurtenissen.filter(
            (x.soort == "levering.gestart") & x.maand_cent.notnull() & (x.dag <= peildag)
        )
        .group_by("product")
        .agg(cent=x.maand_cent.mean())
    )
    samen = per_product.left_join(bedragen, "product")
    return samen.select("product", "loopt", "erbij", "eraf", "cent").filter((x.loopt > 0) | (x.erbij > 0))
