"""The truth table of the comparisons: bias, coverage and silence of every method, on towns with a known effect.

python bench/bench_effecten.py [replications] [seed]
"""

import platform
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from wijkspil.sturing.effecten.waarheid import PROEVEN, grenzen, meet, tabel


def main() -> int:
    keer = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    zaad = int(sys.argv[2]) if len(sys.argv) > 2 else 20_260_101
    begin = time.perf_counter()
    metingen = [meet(naam, keer, zaad) for naam in PROEVEN]
    print(
        f"zaad {zaad}, {platform.machine()} {platform.python_version()}, {time.perf_counter() - begin:.0f} s"
    )
    print(tabel(metingen))
    laag, hoog = grenzen(keer)
    goed = all(m.zuiver and laag <= m.dekking <= hoog and laag <= m.stilte <= hoog for m in metingen)
    print(f"grenzen {laag:.1%} tot {hoog:.1%}: {'alles binnen' if goed else 'NIET alles binnen'}")
    return 0 if goed else 1


if __name__ == "__main__":
    sys.exit(main())
