"""What a contract manager must not overlook: proof that expires, actions and notices that are late, contracts that end."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from wijkspil.aanbieders.models import Aanbieder, Contract
from wijkspil.ondersteuning.models import Toewijzing

from .models import Bewijs, Kennisgeving, Overlegactie

BIJTIJDS = timedelta(days=60)
"""How long before its last day a proof or a contract shows up."""

LOPEND = (Toewijzing.Status.OPGEDRAGEN, Toewijzing.Status.GESTART, Toewijzing.Status.TIJDELIJK_GESTOPT)


@dataclass(frozen=True, slots=True)
class Aandacht:
    bewijzen: list[Bewijs]
    acties: list[Overlegactie]
    kennisgevingen: list[Kennisgeving]
    eindigend: list[Contract]
    slapend: list[Contract]

    def __bool__(self) -> bool:
        return any((self.bewijzen, self.acties, self.kennisgevingen, self.eindigend, self.slapend))


def aandacht(vandaag: date) -> Aandacht:
    """Everything that asks for an act. Four queries."""
    straks = vandaag + BIJTIJDS
    geldig = lopende_contracten(vandaag)
    return Aandacht(
        bewijzen=list(verlopend(vandaag)),
        acties=list(
            Overlegactie.objects.filter(gedaan_op=None, uiterlijk__lte=vandaag + timedelta(days=7))
            .select_related("overleg__aanbieder", "overleg__procedure")
            .order_by("uiterlijk")
        ),
        kennisgevingen=list(
            Kennisgeving.objects.filter(afgedaan_op=None)
            .select_related("contract__aanbieder")
            .order_by("antwoord_voor", "op")
        ),
        eindigend=sorted(
            (c for c in geldig if c.tot is not None and c.tot <= straks), key=lambda c: c.tot or vandaag
        ),
        slapend=[c for c in geldig if not c.heeft_hulp and c.bekostiging != Contract.Bekostiging.LUMPSUM],
    )


def verlopend(vandaag: date, aanbieder: Aanbieder | None = None) -> QuerySet[Bewijs]:
    """Proof that expired or is about to, unless a newer proof of the same name holds longer; soonest first."""
    nieuwer = Bewijs.objects.filter(aanbieder=OuterRef("aanbieder"), naam=OuterRef("naam")).filter(
        Q(geldig_tot__isnull=True) | Q(geldig_tot__gt=OuterRef("geldig_tot"))
    )
    rijen = Bewijs.objects.filter(geldig_tot__lte=vandaag + BIJTIJDS).exclude(Exists(nieuwer))
    if aanbieder is not None:
        rijen = rijen.filter(aanbieder=aanbieder)
    return rijen.select_related("aanbieder").order_by("geldig_tot", "naam")


def wat_verloopt(bewijzen: Iterable[Bewijs], vandaag: date) -> list[Bewijs]:
    """The same of proofs of one provider that were read already; no query."""
    lijst = list(bewijzen)
    return [
        b
        for b in lijst
        if b.geldig_tot is not None
        and b.geldig_tot <= vandaag + BIJTIJDS
        and not any(n.naam == b.naam and (n.geldig_tot is None or n.geldig_tot > b.geldig_tot) for n in lijst)
    ]


def lopende_contracten(vandaag: date) -> list[Any]:
    """Contracts that hold on a day, each with `heeft_hulp`: whether anybody gets help under it (B38). One query.

    A task has no orders of its own by design (A1): without help under it, it isn't asleep.
    """
    hulp = Toewijzing.objects.filter(contract=OuterRef("pk"), status__in=LOPEND)
    return list(
        Contract.objects.select_related("aanbieder")
        .filter(Q(tot__isnull=True) | Q(tot__gte=vandaag), van__lte=vandaag)
        .annotate(heeft_hulp=Exists(hulp))
        .order_by("aanbieder__naam", "nummer")
    )


def over_te_dragen(contract: Contract) -> list[Toewijzing]:
    """Orders that run past the last day of a contract: each of these residents needs somebody else. [] while it doesn't end. One query."""
    if contract.tot is None:
        return []
    return list(
        Toewijzing.objects.filter(contract=contract, status__in=LOPEND)
        .filter(Q(einde__isnull=True) | Q(einde__gt=contract.tot))
        .select_related("product", "hulpvraag__team", "hulpvraag__behandelaar")
        .order_by("ingang", "nummer")
    )


def in_beeld(punten: Iterable[tuple[float | None, float | None]]) -> list[tuple[float, float] | None]:
    """Places in degrees to a drawing of 100 by 60; None for a place that nobody located. North is up, one scale both ways."""
    lijst = list(punten)
    bekend = [(lat, lon) for lat, lon in lijst if lat is not None and lon is not None]
    if not bekend:
        return [None for _ in lijst]
    smal = 0.62  # a degree of longitude beside one of latitude, at 52 degrees north
    zuid, noord = min(b[0] for b in bekend), max(b[0] for b in bekend)
    west, oost = min(b[1] for b in bekend), max(b[1] for b in bekend)
    schaal = min(80 / max((oost - west) * smal, 0.01), 40 / max(noord - zuid, 0.01))
    midden_lat, midden_lon = (noord + zuid) / 2, (oost + west) / 2
    return [
        None
        if lat is None or lon is None
        else (
            round(50 + (lon - midden_lon) * smal * schaal, 1),
            round(30 - (lat - midden_lat) * schaal, 1),
        )
        for lat, lon in lijst
    ]
