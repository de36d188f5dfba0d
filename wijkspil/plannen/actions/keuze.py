"""The resident chooses who gives the help, from a neutral list; how the choice was made is kept (B41)."""

from hashlib import sha256

from django.utils.translation import gettext as _

from wijkspil.aanbieders.contracten import aanbieders_voor
from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door, Soort
from wijkspil.core.handeling import handeling
from wijkspil.werkwijzen.assen import Leveringswijze
from wijkspil.werkwijzen.kast import laad_versie

from ..fouten import RegelNietMogelijk
from ..models import Arrangementregel, Plan
from ..service import REGELS_OPEN
from .plan import WIE
from .regels import KOSTENVELDEN, eis_regels_open, reken_kosten

Keuze = Arrangementregel.Keuze


def te_kiezen_regels(plan: Plan) -> list[Arrangementregel]:
    """The lines of a plan for which one of several providers can be chosen now. One query."""
    hulpvraag = plan.hulpvraag
    if hulpvraag.stap not in REGELS_OPEN:
        return []
    werkwijze = laad_versie(hulpvraag.werkwijze)
    regels = (
        plan.regels.filter(status=Arrangementregel.Status.VOORSTEL, product__isnull=False)
        .select_related("product", "aanbieder")
        .order_by("volgorde", "gemaakt_op")
    )
    return [
        r
        for r in regels
        if r.product and werkwijze.assen_voor(r.product.code).levering.keuze is Leveringswijze.GECONTRACTEERD
    ]


def neutrale_lijst(plan: Plan, regel: Arrangementregel) -> list[Aanbieder]:
    """Who may give this help, in an order that favours nobody and stays the same for this question. One query.

    The order comes from a hash of question and provider: no price, no waiting time, no alphabet.
    """
    assert regel.product is not None
    return sorted(
        aanbieders_voor(regel.product, regel.van),
        key=lambda a: sha256(f"{plan.hulpvraag_id}:{a.pk}".encode()).digest(),
    )


def kies_aanbieder(
    plan: Plan, regel: Arrangementregel, aanbieder: Aanbieder, *, kende_al: bool = False, door: Door
) -> Arrangementregel:
    """Put the chosen provider on the line; the event keeps the list as it was shown and the place of the choice in it.

    Args:
        kende_al: the resident knew this provider already.

    Raises:
        PlanStaatVast: the lines lie with a decision, an agreement or an order.
        RegelNietMogelijk: this provider doesn't give this help.
        Botsing: the line was changed in the meantime.
    """
    door.eis(*WIE, om_te=_("een aanbieder kiezen"), inwoner=plan.inwoner_id)
    eis_regels_open(plan)
    lijst = neutrale_lijst(plan, regel)
    plek = next((n for n, ander in enumerate(lijst, start=1) if ander.pk == aanbieder.pk), None)
    if plek is None:
        raise RegelNietMogelijk(
            _("Deze aanbieder geeft deze hulp nu niet. Kies een ander uit de lijst, of vraag ons om raad.")
        )
    with handeling("aanbieder.gekozen", door=door, doel="aanbieder kiezen") as h:
        regel.aanbieder, regel.wie = aanbieder, aanbieder.naam
        eigen_keuze = door.soort is Soort.INWONER
        regel.keuze = Keuze.INWONER_KENDE if kende_al else Keuze.INWONER_KOOS if eigen_keuze else Keuze.SAMEN
        reken_kosten(plan, regel)
        h.bewaar(regel, "aanbieder", "wie", "keuze", *KOSTENVELDEN)
        h.over(regel, dossier=plan.hulpvraag)
        h.meld(
            aanbieder=str(aanbieder.pk),
            aanbieder_naam=aanbieder.naam,
            product_naam=regel.product.naam if regel.product else "",
            keuze=regel.keuze,
            lijst=[str(a.pk) for a in lijst],
            plek=plek,
            aantal=len(lijst),
        )
    return regel
