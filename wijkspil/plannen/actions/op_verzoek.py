"""A line that a provider asked for and somebody granted, under a decision or agreement that stands already."""

from datetime import date

from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Aanbieder, Product
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import handeling
from wijkspil.regels.ladder import Trede
from wijkspil.werkwijzen.kast import laad_versie

from ..models import Arrangementregel, Plan
from .regels import _meld, reken_kosten

WIE = (Rol.BACKOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


def zet_regel_op_verzoek(
    plan: Plan,
    *,
    product: Product,
    aanbieder: Aanbieder,
    trap: str,
    volume: int,
    eenheid: str,
    frequentie: str,
    van: date,
    tot: date | None,
    door: Door,
) -> Arrangementregel:
    """Put the help in the plan as a fixed line, although the plan itself stays as it was agreed.

    Raises:
        ProductOnbekend: the way of working of this question doesn't have the product.
    """
    door.eis(*WIE, om_te=_("hulp op verzoek toekennen"))
    trede = laad_versie(plan.hulpvraag.werkwijze).product(product.code).trede
    with handeling("arrangementregel.toegevoegd", door=door, doel="verzoek van aanbieder toekennen") as h:
        regel = Arrangementregel(
            plan=plan, trede=Trede(trede).value, wat=product.naam, wie=aanbieder.naam, product=product, aanbieder=aanbieder, trap=trap,
            volume=volume, eenheid=eenheid, frequentie=frequentie, van=van, tot=tot, status=Arrangementregel.Status.VAST,
            keuze=_("op verzoek van de aanbieder"), volgorde=plan.regels.count() + 1,
        )  # fmt: skip
        reken_kosten(plan, regel)
        h.maak(regel)
        _meld(h, plan, regel)
    return regel
