"""The counter of this room: what others may ask about plans and their lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.regels.ladder import Trede
from wijkspil.toegang.models import Hulpvraag, Stap

from .models import Arrangementregel, Plan

Status = Arrangementregel.Status
Kosten = Arrangementregel.Kosten

REGELS_OPEN = (Stap.MELDING, Stap.ONDERZOEK, Stap.PLAN, Stap.ARRANGEMENT)
"""The steps in which lines may be written; after these they lie with a decision, an agreement or an order."""

NIET_GRATIS = (Trede.ANDERE_WET, Trede.EIGEN_TRAJECT, Trede.MAATWERK)
"""Rungs on which somebody is paid, also when this municipality has no product for it."""

_HUIDIG = VasteVraag(
    lambda vraag, ronde: Plan.objects.filter(hulpvraag_id=vraag, ronde=ronde).select_related(
        "hulpvraag__inwoner", "regisseur"
    )
)
_LOPEND = VasteVraag(
    lambda plan: (
        Arrangementregel.objects.filter(plan_id=plan)
        .exclude(status=Status.BEEINDIGD)
        .select_related("product", "aanbieder", "aanbod", "doel")
    )
)


@dataclass(frozen=True, slots=True)
class Som:
    """The foot of the ladder. `deel_vrij` is a whole percentage, None without lines; `onbekend` counts lines without a price."""

    aantal: int
    vrij: int
    deel_vrij: int | None
    maand_cent: int
    onbekend: int
    uit_vaste_som: int


def huidig_plan(hulpvraag: Hulpvraag) -> Plan | None:
    """The plan of the present round, with its file and director; one query."""
    return _HUIDIG.eerste(hulpvraag.pk, hulpvraag.ronde)


def lopende_regels(plan: Plan) -> list[Arrangementregel]:
    """Every line that hasn't ended, in the order of the ladder, with product, provider, offer and goal; one query."""
    regels = _LOPEND.alle(plan.pk)
    for regel in regels:
        regel.plan = plan
    return sorted(regels, key=lambda r: (Trede(r.trede).nummer, r.volgorde, r.gemaakt_op))


def maatwerkregels(plan: Plan) -> list[Arrangementregel]:
    """The lines on the highest rung that haven't ended: what an application and a decision are about."""
    return [regel for regel in lopende_regels(plan) if regel.trede == Trede.MAATWERK]


def productregels(plan: Plan) -> list[Arrangementregel]:
    """The lines with a product of the municipality, on any rung: what is decided on, agreed and ordered."""
    return [regel for regel in lopende_regels(plan) if regel.product_id]


def regels_van(ids: Iterable[UUID]) -> list[Arrangementregel]:
    """Lines by their ids, with what a letter or an order needs; one query."""
    return list(
        Arrangementregel.objects.filter(pk__in=list(ids))
        .select_related("product", "aanbieder", "doel", "plan")
        .order_by("volgorde", "gemaakt_op")
    )


def is_vrij(regel: Arrangementregel) -> bool:
    """Whether this is free help: nobody is paid for it by this line."""
    return regel.product_id is None and Trede(regel.trede) not in NIET_GRATIS


def som(regels: Sequence[Arrangementregel]) -> Som:
    """Count the lines as the foot of the ladder shows them."""
    vrij = sum(is_vrij(r) for r in regels)
    return Som(
        aantal=len(regels),
        vrij=vrij,
        deel_vrij=(200 * vrij + len(regels)) // (2 * len(regels)) if regels else None,
        maand_cent=sum(r.maand_cent for r in regels),
        onbekend=sum(r.kostensoort in (Kosten.ONBEKEND, Kosten.EENMALIG) for r in regels),
        uit_vaste_som=sum(r.kostensoort == Kosten.VASTE_SOM for r in regels),
    )
