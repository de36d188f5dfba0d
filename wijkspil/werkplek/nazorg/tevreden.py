"""How satisfied people are, laid beside how their help was paid: result and period tariff need not mean less content (H24)."""

from collections import defaultdict
from datetime import date
from typing import Any

from wijkspil.aanbieders.models import Contract
from wijkspil.nazorg.models import Nazorgtaak
from wijkspil.regels.duur import plus_maanden
from wijkspil.sturing.kleine_groepen import te_tonen


def tevreden_per_bekostiging(vandaag: date, *, kleinste: int) -> list[dict[str, Any]]:
    """The marks of aftercare calls of the last twelve months, per way of paying; small groups show no mark. One query.

    Somebody with help that is paid in two ways counts once in each.
    """
    cijfers: dict[str, list[int]] = defaultdict(list)
    gebeld = Nazorgtaak.objects.filter(
        tevreden__isnull=False,
        gebeld_op__gt=plus_maanden(vandaag, -12),
        hulpvraag__toewijzingen__contract__isnull=False,
    )
    for _taak, cijfer, hoe in gebeld.values_list(
        "pk", "tevreden", "hulpvraag__toewijzingen__contract__bekostiging"
    ).distinct():
        cijfers[hoe].append(cijfer)
    toon = te_tonen({hoe: len(lijst) for hoe, lijst in cijfers.items()}, kleinste=kleinste)
    return [
        {
            "hoe": Contract.Bekostiging(hoe).label,
            "aantal": len(lijst) if hoe in toon else None,
            "gemiddeld": sum(lijst) / len(lijst) if hoe in toon else None,
        }
        for hoe, lijst in sorted(cijfers.items())
    ]
