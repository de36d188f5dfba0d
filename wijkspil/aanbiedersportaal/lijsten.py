"""The three lists of a provider: new, running, to claim. Each is one query; the claims of the month are told apart in SQL."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from wijkspil.aanbieders.models import Contract
from wijkspil.core.door import Door
from wijkspil.ondersteuning import woorden
from wijkspil.ondersteuning.access import beantwoord, in_zicht, van_aanbieder
from wijkspil.ondersteuning.models import Declaratieregel, Levering, Toewijzing
from wijkspil.regels import wmo
from wijkspil.regels.bedragen import Maand

S = Toewijzing.Status
LOPEND = (S.GESTART, S.TIJDELIJK_GESTOPT)
BIJNA = timedelta(days=42)
"""From this long before the last day an order asks to think about what comes after: a request takes at most eight weeks to answer."""


@dataclass(frozen=True, slots=True)
class Nieuw:
    """An order that did not begin: it waits for an answer, or was taken and waits for the start."""

    t: Toewijzing
    omvang: str
    aangenomen: bool
    antwoord_voor: date
    te_laat: bool
    """Help should have begun, or the answer is overdue."""


@dataclass(frozen=True, slots=True)
class Lopend:
    t: Toewijzing
    omvang: str
    eindigt_bijna: bool
    voorbij: bool
    """Past its last day, and no stop was reported."""


def nieuwe(door: Door) -> QuerySet[Toewijzing]:
    """Orders without a start, the first day first."""
    return (
        in_zicht(door)
        .filter(status=S.OPGEDRAGEN)
        .select_related("inwoner", "product")
        .annotate(is_beantwoord=beantwoord())
        .order_by("ingang", "nummer")
    )


def lopende(door: Door) -> QuerySet[Toewijzing]:
    """Orders with running or paused help, what ends first on top."""
    return (
        in_zicht(door)
        .filter(status__in=LOPEND)
        .select_related("inwoner", "product")
        .order_by("einde", "nummer")
    )


def te_declareren(door: Door, maand: Maand) -> QuerySet[Toewijzing]:
    """Orders with help in a month for which nothing was approved yet; a lump sum asks for no claim (A1)."""
    begin, einde = maand.eerste_dag, maand.laatste_dag
    geholpen = Levering.objects.filter(
        Q(gestopt_op__isnull=True) | Q(gestopt_op__gte=begin),
        toewijzing=OuterRef("pk"),
        gestart_op__lte=einde,
    )
    gehad = Declaratieregel.objects.filter(
        toewijzing=OuterRef("pk"), van__gte=begin, van__lte=einde, goedgekeurd=True, is_credit=False
    )
    return (
        van_aanbieder(door)
        .filter(Exists(geholpen), ingang__lte=einde)
        .filter(Q(einde__isnull=True) | Q(einde__gte=begin))
        .exclude(Exists(gehad))
        .exclude(contract__bekostiging=Contract.Bekostiging.LUMPSUM)
        .select_related("inwoner", "product", "contract")
        .order_by("inwoner__achternaam", "nummer")
    )


def vorige_maand(vandaag: date) -> Maand:
    return Maand.van(vandaag.replace(day=1) - timedelta(days=1))


def als_nieuw(t: Toewijzing, vandaag: date) -> Nieuw:
    gekregen = timezone.localdate(t.toegewezen_op)
    voor = wmo.berichttermijn("302", gekregen).laatste_dag
    aangenomen: bool = t.is_beantwoord  # type: ignore[attr-defined]
    laat = t.ingang < vandaag if aangenomen else voor < vandaag
    return Nieuw(t, woorden.omvang(t), aangenomen, voor, laat)


def als_lopend(t: Toewijzing, vandaag: date) -> Lopend:
    voorbij = t.einde is not None and t.einde < vandaag
    bijna = t.einde is not None and not voorbij and t.einde - vandaag <= BIJNA
    return Lopend(t, woorden.omvang(t), bijna, voorbij)


def dringend(nieuw: list[Nieuw], loopt: list[Lopend]) -> list[dict[str, Any]]:
    """At most three things that can't wait: late answers and starts, then help past its last day."""
    zaken: list[dict[str, Any]] = [
        {"t": n.t, "soort": "start" if n.aangenomen else "antwoord"} for n in nieuw if n.te_laat
    ]
    zaken += [{"t": r.t, "soort": "stop"} for r in loopt if r.voorbij]
    zaken += [{"t": r.t, "soort": "einde"} for r in loopt if r.eindigt_bijna]
    return zaken[:3]
