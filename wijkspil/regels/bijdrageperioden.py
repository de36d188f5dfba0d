"""Over which stretches a resident's own contribution must be reported to the CAK, from when help really began and stopped.

Delivery is the preferred trigger (Standaard administratieprotocol 3.2.b, 4.3.1, certainty high). Charging begins with the month after the
start and stops from the month after the stop (certainty medium), so two stretches without a free month between them are one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.eigen_bijdrage import eerste_maand, eerste_vrije_maand

AANLEVEREN_MAANDEN = 1
"""Within one month after help was supplied (Uitvoeringsregeling Wmo 2015, artikel 2f; certainty high). A budget: four months."""

AANLEVEREN_MAANDEN_PGB = 4


@dataclass(frozen=True, slots=True)
class Stuk:
    """A stretch of help: both days count; `tot` None: it runs, or stopped for a while only."""

    van: date
    tot: date | None


def perioden(stukken: Iterable[Stuk], overleden_op: date | None = None) -> list[Stuk]:
    """Join stretches of all products with a contribution into periods, in order of time.

    A stop for a while doesn't end a period; when it becomes one for good, the period ends on the earlier day (casuistry of iWmo 3.2,
    case 2). Nothing goes on after death.
    """
    uit: list[Stuk] = []
    for stuk in sorted(stukken, key=lambda s: (s.van, s.tot or date.max)):
        if overleden_op is not None:
            if stuk.van > overleden_op:
                continue
            stuk = Stuk(stuk.van, min(stuk.tot or overleden_op, overleden_op))
        if uit and (uit[-1].tot is None or eerste_maand(stuk.van) <= eerste_vrije_maand(uit[-1].tot)):
            vorige = uit[-1]
            tot = None if vorige.tot is None or stuk.tot is None else max(vorige.tot, stuk.tot)
            uit[-1] = Stuk(vorige.van, tot)
        else:
            uit.append(stuk)
    return uit


def uiterlijk_gemeld(dag: date) -> date:
    """The last day on which something that happened on a day is reported in time."""
    return plus_maanden(dag, AANLEVEREN_MAANDEN)
