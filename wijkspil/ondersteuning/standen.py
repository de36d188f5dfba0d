"""How a contract stands in a year: promised, delivered, expected, and who waits. Everything from dated rows, in one query."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from wijkspil.aanbieders.models import Contract

DAGEN_PER_MAAND = "365.0 / 12"
"""A year counts as twelve equal months; a part of a month counts by its days."""

_STAND = f"""
WITH gedaan AS (
    SELECT t.contract_id, sum(CASE WHEN r.is_credit THEN -r.cent ELSE r.cent END) AS cent, max(r.van) AS laatste
    FROM ondersteuning_declaratieregel r JOIN ondersteuning_toewijzing t ON t.id = r.toewijzing_id AND t.gemeente_id = r.gemeente_id
    WHERE r.goedgekeurd AND r.van BETWEEN %(begin)s AND %(einde)s GROUP BY t.contract_id
), termijnen AS (
    SELECT contract_id, sum(cent) FILTER (WHERE betaald_op IS NOT NULL) AS cent, sum(cent) AS alles
    FROM aanbieders_termijnbetaling WHERE periode BETWEEN %(begin)s AND %(einde)s GROUP BY contract_id
), beloofd AS (
    SELECT t.contract_id,
        sum(r.maand_cent / ({DAGEN_PER_MAAND}) * greatest(0, least(t.tot, %(einde)s) - greatest(t.ingang, %(begin)s) + 1)) AS cent,
        sum(r.maand_cent / ({DAGEN_PER_MAAND}) * greatest(0, least(t.tot, %(einde)s) - greatest(t.ingang, %(begin)s,
            (date_trunc('month', g.laatste) + interval '1 month')::date) + 1)) AS rest,
        count(DISTINCT t.inwoner_id) FILTER (WHERE t.status IN ('gestart', 'tijdelijk')) AS clienten,
        count(*) FILTER (WHERE t.status = 'opgedragen' AND t.ingang <= %(vandaag)s) AS wachten
    FROM (
        SELECT t.*, coalesce(CASE WHEN t.status = 'gestopt' THEN (
                SELECT max(l.gestopt_op) FROM ondersteuning_levering l WHERE l.toewijzing_id = t.id AND l.gemeente_id = t.gemeente_id)
            END, t.einde, %(einde)s::date) AS tot
        FROM ondersteuning_toewijzing t WHERE t.status <> 'verwijderd'
    ) t
    JOIN plannen_arrangementregel r ON r.id = t.regel_id AND r.gemeente_id = t.gemeente_id
    LEFT JOIN gedaan g ON g.contract_id = t.contract_id
    GROUP BY t.contract_id
), wachttijd AS (
    SELECT t.contract_id, percentile_cont(0.5) WITHIN GROUP (ORDER BY greatest(0, l.gestart_op - t.ingang)) AS dagen
    FROM ondersteuning_levering l JOIN ondersteuning_toewijzing t ON t.id = l.toewijzing_id AND t.gemeente_id = l.gemeente_id
    WHERE l.gestart_op > %(vandaag)s::date - 90 GROUP BY t.contract_id
)
SELECT c.id, coalesce(termijnen.alles, beloofd.cent, 0), coalesce(termijnen.cent, gedaan.cent, 0),
    CASE WHEN termijnen.alles IS NOT NULL THEN termijnen.alles ELSE coalesce(gedaan.cent, 0) + coalesce(beloofd.rest, 0) END,
    coalesce(beloofd.clienten, 0), coalesce(beloofd.wachten, 0), wachttijd.dagen
FROM aanbieders_contract c LEFT JOIN beloofd ON beloofd.contract_id = c.id LEFT JOIN gedaan ON gedaan.contract_id = c.id
    LEFT JOIN termijnen ON termijnen.contract_id = c.id LEFT JOIN wachttijd ON wachttijd.contract_id = c.id
"""


@dataclass(frozen=True, slots=True)
class Contractstand:
    """Amounts in cents over one calendar year.

    `vastgelegd`: what the running orders promise. `gerealiseerd`: approved claims, or paid instalments. `verwacht`: realised so far
    plus what is promised for the months that were not claimed yet. `wachtdagen`: the median of the last ninety days.
    """

    contract: Contract
    vastgelegd: int
    gerealiseerd: int
    verwacht: int
    clienten: int
    wachten: int
    wachtdagen: int | None

    @property
    def kader_procent(self) -> int | None:
        """What is expected as a share of the money frame; None when there is no frame."""
        plafond = self.contract.plafond_cent
        return round(100 * self.verwacht / plafond) if plafond else None

    def nadert_kader(self, vanaf: int | None) -> bool:
        """Whether what is expected has come to `vanaf` percent of the frame and not past it; a lump sum is no frame to watch."""
        procent = None if self.contract.bekostiging == Contract.Bekostiging.LUMPSUM else self.kader_procent
        return vanaf is not None and procent is not None and vanaf <= procent <= 100

    @property
    def boven_kader(self) -> bool:
        return self.kader_procent is not None and self.kader_procent > 100


def contractstanden(
    jaar: int, vandaag: date, contract_id: UUID | None = None, aanbieder_id: UUID | None = None
) -> list[Contractstand]:
    """How every contract that holds in a year stands, or one of them, or those of one provider. Two queries."""
    begin, einde = date(jaar, 1, 1), date(jaar, 12, 31)
    contracten = Contract.objects.select_related("aanbieder").filter(van__lte=einde).exclude(tot__lt=begin)
    if contract_id is not None:
        contracten = contracten.filter(pk=contract_id)
    if aanbieder_id is not None:
        contracten = contracten.filter(aanbieder_id=aanbieder_id)
    waarden: dict[str, Any] = {"begin": begin, "einde": einde, "vandaag": vandaag}
    with connection.cursor() as cursor:
        cursor.execute(_STAND, waarden)
        rijen = {rij[0]: rij[1:] for rij in cursor.fetchall()}
    return [_stand(c, *rijen[c.pk]) for c in contracten.order_by("aanbieder__naam", "nummer")]


def _stand(
    c: Contract, vast: Any, gedaan: Any, verwacht: Any, clienten: int, wachten: int, dagen: Any
) -> Contractstand:
    return Contractstand(
        c,
        round(vast),
        round(gedaan),
        round(verwacht),
        clienten,
        wachten,
        None if dagen is None else round(dagen),
    )
