"""How fast iWmo messages are read, checked and built, against lxml parse + XSD validation of the same files in the same run.

Run: python -m bench.berichten [--zaad N]. The schemas come from the shared reference (WIJKSPIL_GEDEELD, or ../shared beside the
checkout); without it there is nothing to compare with and the script says so. Per file the best of several interleaved turns counts,
so that a busy machine slows all columns alike.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

from lxml import etree

from wijkspil.berichten.standaard import bouw, controleer, kop, lees
from wijkspil.berichten.standaard.lezer import lees_zorgvuldig
from wijkspil.berichten.standaard.oordeel import oordeel
from wijkspil.berichten.standaard.register import per_ruimte

IWMO = Path(os.environ.get("WIJKSPIL_GEDEELD", Path(__file__).resolve().parents[2] / "shared")) / "iwmo"
BEURTEN = 25


def schemas() -> dict[str, etree.XMLSchema]:
    paden = [*IWMO.glob("official-3.2/xsd/WMO*.xsd"), *IWMO.glob("derived-3.2/xsd/WMO*.xsd")]
    return {pad.stem: etree.XMLSchema(etree.parse(pad)) for pad in paden}


def berichten(zaad: int) -> list[bytes]:
    """All valid messages of the reference, in the order of the seed."""
    paden = sorted([*IWMO.glob("official-3.2/examples/*.xml"), *IWMO.glob("cases/xslt/messages/*.xml")])
    rij = [ruw for ruw in (pad.read_bytes() for pad in paden) if not controleer(ruw)]
    random.Random(zaad).shuffle(rij)
    return rij


def main() -> int:
    opties = argparse.ArgumentParser(description=__doc__)
    opties.add_argument("--zaad", type=int, default=20250301)
    zaad = opties.parse_args().zaad
    if not IWMO.exists():
        print(
            f"Geen vergelijking mogelijk: {IWMO} bestaat niet. Zet WIJKSPIL_GEDEELD op de map met het naslagmateriaal."
        )
        return 1
    xsd, rij = schemas(), berichten(zaad)
    parser = etree.XMLParser(resolve_entities=False, no_network=True)

    def maatstaf(ruw: bytes) -> None:
        boom = etree.fromstring(ruw, parser)
        naam = per_ruimte()[etree.QName(boom).namespace].naam
        if not xsd[naam].validate(boom):
            raise AssertionError(
                f"The schema refuses a {naam} that we accept; the benchmark compares nothing."
            )

    gelezen = {ruw: lees(ruw) for ruw in rij}
    wegen: dict[str, Callable[[bytes], object]] = {
        "lxml parse + XSD (maatstaf)": maatstaf,
        "lees: controle en inhoud": lees,
        "oordeel: opbouw en regels": oordeel,
        "lees, zorgvuldige weg": lees_zorgvuldig,
        "controleer": controleer,
        "kop": kop,
        "bouw": lambda ruw: bouw(gelezen[ruw].bericht, gelezen[ruw].inhoud),
    }
    best = dict.fromkeys(wegen, 0.0)
    for ruw in rij:
        snelst = dict.fromkeys(wegen, float("inf"))
        for _ in range(BEURTEN):
            for naam, weg in wegen.items():
                begin = time.perf_counter()
                weg(ruw)
                snelst[naam] = min(snelst[naam], time.perf_counter() - begin)
        for naam, duur in snelst.items():
            best[naam] += duur
    gemiddeld = sum(map(len, rij)) / len(rij)
    print(
        f"{len(rij)} geldige berichten, gemiddeld {gemiddeld:.0f} bytes; zaad {zaad}; beste van {BEURTEN} beurten per bericht"
    )
    print(
        f"{platform.machine()}, {os.cpu_count()} kernen, Python {platform.python_version()}, lxml {etree.__version__}\n"
    )
    print(f"{'weg':30}{'berichten/s':>12}{'verhouding':>12}")
    for naam, duur in best.items():
        print(f"{naam:30}{len(rij) / duur:12.0f}{best['lxml parse + XSD (maatstaf)'] / duur:12.2f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
