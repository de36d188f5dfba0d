"""A claim judged before it is sent: the same rules in the same order as `beoordeel_declaratie`, with nothing written."""

from collections.abc import Sequence
from datetime import date

from wijkspil.aanbieders.models import Aanbieder

from .actions.declaratie import Declaratielijn, bekende_clienten, maak_regel
from .models import Declaratie, Declaratieregel, Toewijzing
from .toets import beoordeel, eerder_voor


def proef(
    aanbieder: Aanbieder, periode: date, lijnen: Sequence[Declaratielijn]
) -> list[tuple[Toewijzing | None, list[str]]]:
    """For each line, in the order given: the assignment that it is about, and the return codes that speak against it.

    Four queries, and one per contract, product, level and month for the tariff.
    """
    declaratie = Declaratie(aanbieder=aanbieder, periode=periode)
    bekend = {
        t.nummer: t
        for t in Toewijzing.objects.filter(
            aanbieder=aanbieder, nummer__in=[r.toewijzing_nummer for r in lijnen]
        ).select_related("inwoner", "product", "contract", "regel")
    }
    clienten = bekende_clienten(aanbieder, lijnen)
    regels = [
        # a line without BSN is about the person of its order; without such an order that is what is wrong
        maak_regel(declaratie, r, bekend.get(r.toewijzing_nummer), not r.bsn or r.bsn in clienten)
        for r in lijnen
    ]
    eerder = eerder_voor(declaratie, regels)
    volgorde = sorted(range(len(regels)), key=lambda n: not regels[n].is_credit)  # credits first (OP366)
    for n in volgorde:
        regel = regels[n]
        regel.retourcodes = regel.retourcodes or beoordeel(regel, declaratie, eerder)
        if not regel.retourcodes:
            eerder.tel(regel)
            eerder.referenties.add(regel.referentie)
    return [
        (bekend.get(lijn.toewijzing_nummer), _codes(regel))
        for lijn, regel in zip(lijnen, regels, strict=True)
    ]


def _codes(regel: Declaratieregel) -> list[str]:
    return list(regel.retourcodes)
