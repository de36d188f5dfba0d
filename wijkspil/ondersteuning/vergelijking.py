"""Own trajectories beside bought help: the facts of both arms, for `regels.trajectvergelijking` (O9, O10). Four queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from wijkspil.plannen.models import Arrangementregel, EigenTraject, Evaluatie
from wijkspil.regels.trajectvergelijking import (
    Arm,
    Oordeel,
    Traject,
    even_tevreden,
    moet_stoppen,
    niet_duurder,
    vat_samen,
)
from wijkspil.werkwijzen.catalogus import Product
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .models import Levering

MAAND = 30.4375
"""Days in an average month, to turn a monthly cost into one of a whole trajectory."""


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two arms of one product, with what the way of working asks and how that stands."""

    product: Product
    eigen: Arm
    ander: Arm
    tevreden: Oordeel
    kosten: Oordeel
    stoppen: Oordeel

    @property
    def armen(self) -> tuple[Arm, Arm]:
        return self.eigen, self.ander


def vergelijkingen(werkwijze: Werkwijze, vandaag: date) -> list[Vergelijking]:
    """One comparison per product that may be an own trajectory; empty when this way of working has none."""
    kleinste = werkwijze.assen.verantwoording.kleinste_groep
    gevonden = []
    for product in werkwijze.producten:
        afspraken = product.eigen_traject
        if afspraken is None:
            continue
        vast = (
            int(afspraken.kostprijs_per_traject * 100)
            if afspraken.kostprijs_per_traject is not None
            else None
        )
        eigen = vat_samen("eigen", eigen_arm(product.code, vast), vandaag, kleinste)
        ander = vat_samen("ander", andere_arm(afspraken.vergelijk_met), vandaag, kleinste)
        gevonden.append(
            Vergelijking(
                product,
                eigen,
                ander,
                even_tevreden(eigen, ander, afspraken.tevreden_minstens),
                niet_duurder(eigen, ander),
                moet_stoppen(eigen, ander, afspraken.tevreden_minstens),
            )
        )
    return gevonden


def eigen_arm(code: str, vaste_prijs_cent: int | None) -> list[Traject]:
    """Every own trajectory of a product; it costs its time at its hourly price, else the agreed price per trajectory."""
    rijen = EigenTraject.objects.filter(regel__product__code=code)
    return [
        Traject(r.begonnen_op, r.geeindigd_op, kosten_van(r, vaste_prijs_cent), r.tevreden) for r in rijen
    ]


def kosten_van(traject: EigenTraject, vaste_prijs_cent: int | None) -> int | None:
    """The cost price so far, in cents; None when neither an hourly price nor a fixed one is known."""
    if traject.uurprijs_cent is None or not traject.minuten:
        return vaste_prijs_cent
    return (traject.uurprijs_cent * traject.minuten + 30) // 60


def andere_arm(codes: tuple[str, ...]) -> list[Traject]:
    """Bought help of these products: from the first start to the last stop, at its monthly cost."""
    leveringen = (
        Levering.objects.filter(toewijzing__product__code__in=codes)
        .select_related("toewijzing__regel")
        .order_by("gestart_op")
    )
    per_regel: dict[UUID, list[Levering]] = defaultdict(list)
    for levering in leveringen:
        per_regel[levering.toewijzing.regel_id].append(levering)
    vragen = {rijen[0].hulpvraag_id for rijen in per_regel.values()}
    cijfers = dict(
        Evaluatie.objects.filter(hulpvraag__in=vragen, tevreden__isnull=False)
        .order_by("op")
        .values_list("hulpvraag_id", "tevreden")
    )
    return [_traject(rijen, cijfers) for rijen in per_regel.values()]


def _traject(rijen: list[Levering], cijfers: dict[UUID, int]) -> Traject:
    laatste, regel = rijen[-1], rijen[-1].toewijzing.regel
    kosten = None
    if laatste.gestopt_op is not None and regel.kostensoort == Arrangementregel.Kosten.MAAND:
        dagen = (laatste.gestopt_op - rijen[0].gestart_op).days + 1
        kosten = round(regel.maand_cent * dagen / MAAND)
    return Traject(rijen[0].gestart_op, laatste.gestopt_op, kosten, cijfers.get(laatste.hulpvraag_id))
