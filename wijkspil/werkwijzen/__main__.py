"""Check or compare ways of working from the command line.

python -m wijkspil.werkwijzen controleer <bestand.yaml> …
python -m wijkspil.werkwijzen verschil <gemeente@dag> <gemeente@dag>
"""

import sys
from pathlib import Path

from wijkspil.werkwijzen import WerkwijzeNietGevonden, controleer, laad_versie, verschil


def main(woorden: list[str]) -> int:
    """Do what the words ask and give the exit code: 0 fine, 1 faults found, 2 not understood."""
    match woorden:
        case ["controleer", *paden] if paden:
            return max(_controleer(Path(pad)) for pad in paden)
        case ["verschil", een, ander]:
            return _verschil(een, ander)
    print(__doc__)
    return 2


def _controleer(pad: Path) -> int:
    try:
        tekst = pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fout:
        print(f"{pad} kan ik niet lezen ({fout}). Kijk of het bestand bestaat en als UTF-8 is bewaard.")
        return 2
    fouten = controleer(tekst, str(pad))
    for regel in fouten:
        print(regel)
    print(f"{pad}: {len(fouten)} fouten." if fouten else f"{pad}: in orde.")
    return 1 if fouten else 0


def _verschil(een: str, ander: str) -> int:
    try:
        verschillen = verschil(laad_versie(een), laad_versie(ander))
    except WerkwijzeNietGevonden as fout:
        print(fout)
        return 2
    for v in verschillen:
        print(f"{v.sleutel}\n    {een}: {_toon(v.a)}\n    {ander}: {_toon(v.b)}")
    print(f"{len(verschillen)} verschillen.")
    return 0


def _toon(waarde: object) -> str:
    if waarde is None:
        return "(staat er niet)"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return ", ".join(map(str, waarde)) if isinstance(waarde, tuple) else str(waarde)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
