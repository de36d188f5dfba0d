"""Ten years of days through the deadline engine: one table with its seed, machine and seconds.

Run from the checkout: ``python bench/termijnen.py``. Not a timed test; the figures are for people.
"""

from __future__ import annotations

import platform
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from wijkspil.regels import dwangsom, kalender, wmo
from wijkspil.regels.termijn import Termijn

ZAAD = 20260101
BEGIN = date(2020, 1, 1)
DAGEN = [BEGIN + timedelta(days=n) for n in range((date(2030, 1, 1) - BEGIN).days)]


def vrije_dagen() -> int:
    """Ask of every day whether it is free."""
    return sum(kalender.is_vrije_dag(dag) for dag in DAGEN)


def reis() -> int:
    """Set every clock from melding to objection for every day of receipt."""
    for dag in DAGEN:
        besluit = wmo.beslistermijn(wmo.onderzoekstermijn(dag).laatste_dag)
        bezwaar = wmo.bezwaartermijn(besluit.laatste_dag)
        wmo.bezwaar_beslistermijn(bezwaar.laatste_dag).laatste_dag.isoformat()
    return 4 * len(DAGEN)


def met_opschorting() -> int:
    """Stop and resume a decision term at a random moment, store it and read it back."""
    toeval = random.Random(ZAAD)
    for dag in DAGEN:
        termijn = wmo.schort_op(
            wmo.beslistermijn(dag), "aanvulling", dag + timedelta(days=toeval.randint(0, 10))
        )
        verder = termijn.hervat(termijn.opschortingen[0].van + timedelta(days=toeval.randint(0, 30)))
        Termijn.uit_dict(verder.als_dict()).laatste_dag.isoformat()
    return len(DAGEN)


def uitleg() -> int:
    """Explain the decision term of every day."""
    return sum(len(wmo.beslistermijn(dag).uitleg(dag)) for dag in DAGEN)


def dwangsommen() -> int:
    """Count a full dwangsom for a notice on every day."""
    return sum(
        dwangsom.bereken(dag, dag + timedelta(days=1), dag + timedelta(days=90)).aantal_dagen for dag in DAGEN
    )


PROEVEN: list[tuple[str, Callable[[], int]]] = [
    ("vrije dagen", vrije_dagen),
    ("melding tot bezwaar", reis),
    ("opschorten, opslaan, lezen", met_opschorting),
    ("uitleg in zinnen", uitleg),
    ("dwangsom per dag", dwangsommen),
]


def main() -> None:
    """Run each trial once on cold caches and once warm, and print the table."""
    print(
        f"zaad {ZAAD} · {len(DAGEN)} dagen · Python {platform.python_version()} · {platform.machine()} · {platform.system()}"
    )
    print(f"{'proef':<28}{'uitkomsten':>12}{'koud (s)':>10}{'warm (s)':>10}{'per dag (µs)':>14}")
    for naam, proef in PROEVEN:
        tijden = []
        for _ in range(2):
            begin = time.perf_counter()
            uitkomsten = proef()
            tijden.append(time.perf_counter() - begin)
        koud, warm = tijden
        print(f"{naam:<28}{uitkomsten:>12}{koud:>10.3f}{warm:>10.3f}{warm / len(DAGEN) * 1e6:>14.1f}")


if __name__ == "__main__":
    main()
