"""Which contract and which tariff hold on a day. Other rooms ask here."""

from dataclasses import dataclass
from datetime import date

from django.db.models import F, Q, QuerySet

from .models import Aanbieder, Contract, Product, Tarief


def geldig_op(dag: date) -> Q:
    """A filter for rows with `van` and `tot` that hold on a day, last day included."""
    return Q(van__lte=dag) & (Q(tot__isnull=True) | Q(tot__gte=dag))


@dataclass(frozen=True, slots=True)
class Afgesproken:
    """A contract with its tariff on a day. No tariff: a lump sum, or "not known yet" (the contract says which)."""

    contract: Contract
    tarief_cent: int | None
    per: str = ""


def contracten_op(aanbieder: Aanbieder, dag: date) -> QuerySet[Contract]:
    return aanbieder.contracten.filter(geldig_op(dag)).order_by("-van", "nummer")


def heeft_contract(aanbieder: Aanbieder, dag: date) -> bool:
    """Whether a provider may send us anything on this day (M4). One query."""
    return contracten_op(aanbieder, dag).exists()


def afgesproken(aanbieder: Aanbieder, product: Product, trap: str, dag: date) -> Afgesproken | None:
    """The contract under which a provider delivers a product on a day, with the tariff of one level; None without one.

    A lump sum covers every product of its task. Two queries at most.
    """
    gevonden = (
        Tarief.objects.filter(
            geldig_op(dag), product=product, trap=trap or "standaard", contract__aanbieder=aanbieder
        )
        .filter(Q(contract__van__lte=dag), Q(contract__tot__isnull=True) | Q(contract__tot__gte=dag))
        .select_related("contract")
        .order_by("-van")
        .first()
    )
    if gevonden is not None:
        return Afgesproken(gevonden.contract, gevonden.cent, gevonden.per)
    taak = contracten_op(aanbieder, dag).filter(bekostiging=Contract.Bekostiging.LUMPSUM).first()
    return Afgesproken(taak, None) if taak is not None else None


def tarief_op(contract: Contract, product: Product, trap: str, dag: date) -> int | None:
    """The tariff in cents on a day; None when there is none. One query."""
    return (
        contract.tarieven.filter(geldig_op(dag), product=product, trap=trap)
        .order_by("-van")
        .values_list("cent", flat=True)
        .first()
    )


def aanbieders_voor(product: Product, dag: date) -> QuerySet[Aanbieder]:
    """Everybody who may deliver a product on a day, in a neutral order: who can start soonest first (B41)."""
    tarief = geldig_op(dag)
    return (
        Aanbieder.objects.filter(
            contracten__tarieven__in=Tarief.objects.filter(tarief, product=product), neemt_aan=True
        )
        .order_by(F("wachttijd_dagen").asc(nulls_last=True), "naam")
        .distinct()
    )
