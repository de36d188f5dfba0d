"""How long one letter takes, per template, with a compiler that is warm.

    python -m bench.brieven [--aantal 200] [--zaad 1]

Every letter differs (mark, recipient, own words), so nothing is answered from a cache. The last column says how many
letters one core makes in an hour.
"""

import argparse
import os
import platform
import random
import resource
import statistics
import time

import django


def main() -> None:
    opties = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    opties.add_argument("--aantal", type=int, default=200, help="letters per template")
    opties.add_argument("--zaad", type=int, default=1)
    keuze = opties.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    django.setup()

    from wijkspil.brieven.render import render
    from wijkspil.brieven.teksten import SJABLONEN
    from wijkspil.brieven.voorbeelden import voorbeeld

    toeval = random.Random(keuze.zaad)
    print(
        f"Letters: {keuze.aantal} per template, seed {keuze.zaad}, {platform.machine()}, {os.cpu_count()} cores"
    )
    print(f"{'template':<22}{'first ms':>10}{'median ms':>11}{'p95 ms':>9}{'kB':>6}{'per hour':>11}")
    for sjabloon in SJABLONEN:
        duren: list[float] = []
        for nummer in range(keuze.aantal):
            gegevens = voorbeeld(sjabloon)
            gegevens["kenmerk"] = f"SPD-2026-{nummer:06d}"
            gegevens["geadresseerde"]["naam"] = f"Inwoner {toeval.getrandbits(40):x}"
            begin = time.perf_counter()
            pdf = render(sjabloon, gegevens)
            duren.append((time.perf_counter() - begin) * 1000)
        warm = sorted(duren[1:]) or duren
        midden, p95 = statistics.median(warm), warm[int(len(warm) * 0.95)]
        print(
            f"{sjabloon:<22}{duren[0]:>10.0f}{midden:>11.1f}{p95:>9.1f}{len(pdf) / 1000:>6.0f}{3_600_000 / midden:>11,.0f}"
        )
    print(f"Peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
