"""`wijkspil iwmo`: check, read and make messages of the iWmo standard from the command line. Needs no database and no settings."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date, time
from pathlib import Path
from typing import Any

from wijkspil.berichten.standaard import Onleesbaar, StructuurFout, bouw, lees
from wijkspil.berichten.standaard.oordeel import Oordeel, oordeel
from wijkspil.berichten.standaard.regels import toets
from wijkspil.berichten.standaard.regeltabel import tabel
from wijkspil.opstart.fouten import OpstartFout

VAN_DE_INVOER = "-"


def parser() -> argparse.ArgumentParser:
    hoofd = argparse.ArgumentParser(
        prog="wijkspil iwmo",
        description="Controleer, lees en maak iWmo-berichten; er is geen database nodig.",
    )
    sub = hoofd.add_subparsers(dest="opdracht", required=True, metavar="opdracht")

    c = sub.add_parser("controleer", help="toets berichten op opbouw (niveau 1) en inhoud (niveau 2)")
    c.add_argument("bestanden", nargs="+", metavar="BESTAND")
    c.add_argument("--json", action="store_true", help="één JSON-object per regel en bestand")

    x = sub.add_parser("lees", help="maak van een bericht (XML) leesbare JSON")
    x.add_argument("bestand", metavar="BESTAND", help="het bericht; - leest van de invoer")

    m = sub.add_parser("maak", help='maak van JSON {"bericht": "WMO301", "inhoud": {...}} een bericht (XML)')
    m.add_argument("bestand", metavar="BESTAND", help="de JSON; - leest van de invoer")
    m.add_argument(
        "--uit", metavar="BESTAND", type=Path, help="schrijf hierheen in plaats van naar het scherm"
    )
    sub.add_parser("regels", help="toon per regel van de standaard waar die wordt gecontroleerd (Markdown)")
    return hoofd


def voer_uit(argumenten: list[str]) -> int:
    """Do what was asked; gives the exit code. Raises OpstartFout for what a person can mend."""
    keuze = parser().parse_args(argumenten)
    match keuze.opdracht:
        case "controleer":
            return controleer(keuze.bestanden, json_regel if keuze.json else leesbaar)
        case "lees":
            return lees_bericht(keuze.bestand)
        case "maak":
            return maak_bericht(keuze.bestand, keuze.uit)
        case _:
            print(tabel(), end="")
            return 0


def controleer(bestanden: list[str], vorm: Callable[[str, Oordeel], str]) -> int:
    """Judge every file and print a verdict for each; 0 when all were judged, 1 when one could not be opened."""
    gemist = 0
    for naam in bestanden:
        try:
            ruw = open_bestand(naam)
        except OpstartFout as fout:
            gemist += 1
            print(fout, file=sys.stderr)
            continue
        print(vorm(naam, oordeel(ruw)), flush=True)
    return 1 if gemist else 0


def json_regel(naam: str, een: Oordeel) -> str:
    return json.dumps({"bestand": naam, **een.als_json()}, ensure_ascii=False)


def leesbaar(naam: str, een: Oordeel) -> str:
    """The verdict for people: what is wrong, where, and what happens next."""
    wat = een.bericht or "geen bekend bericht"
    aantal = "1 regel" if len(een.bevindingen) == 1 else f"{len(een.bevindingen)} regels"
    kop = f"{naam}: {wat}, opbouw {'goed' if een.goed_van_opbouw else 'fout'}, {aantal} geschonden"
    fouten = [f"  {fout}" for fout in een.fouten]
    regels = [f"  {b.regel}  {b.pad}\n         {b.zegt}" for b in een.bevindingen]
    return "\n".join([kop, *fouten, *regels, f"  Vervolg: {een.vervolg}."])


def lees_bericht(naam: str) -> int:
    """Print a message as JSON. Faults in its structure go to the error stream, with exit code 1; what could be read is still printed."""
    try:
        gelezen = lees(open_bestand(naam))
    except Onleesbaar as fout:
        raise OpstartFout(f"{naam} is niet te lezen. Verwacht: {fout}.") from fout
    uit = {"bericht": gelezen.bericht, "inhoud": gelezen.inhoud}
    print(json.dumps(uit, ensure_ascii=False, indent=2, default=_plat))
    for punt in gelezen.fouten:
        print(punt, file=sys.stderr)
    return 1 if gelezen.fouten else 0


def maak_bericht(naam: str, uit: Path | None) -> int:
    """Build a message from JSON. Broken rules are told on the error stream, with exit code 1; the receiver would refuse the message."""
    bericht, inhoud = _uit_json(naam)
    try:
        ruw = bouw(bericht, inhoud)
    except (StructuurFout, LookupError) as fout:
        raise OpstartFout(str(fout)) from fout
    if uit is None:
        sys.stdout.buffer.write(ruw)
        sys.stdout.buffer.flush()
    else:
        uit.write_bytes(ruw)
    bevindingen = toets(lees(ruw), streng=True)
    for een in bevindingen:
        print(f"{een.regel} {een.pad}: {een.zegt}", file=sys.stderr)
    if bevindingen:
        print(f"{len(bevindingen)} keer tegen de regels; de ontvanger keurt dit bericht af.", file=sys.stderr)
    return 1 if bevindingen else 0


def open_bestand(naam: str) -> bytes:
    """Give the contents of a file, or of the standard input for `-`."""
    if naam == VAN_DE_INVOER:
        return sys.stdin.buffer.read()
    try:
        return Path(naam).read_bytes()
    except OSError as fout:
        raise OpstartFout(
            f"{naam} kan niet worden geopend ({fout.strerror}). Kijk de naam en de rechten na."
        ) from fout


def _uit_json(naam: str) -> tuple[str, dict[str, Any]]:
    try:
        gegeven = json.loads(open_bestand(naam))
    except ValueError as fout:
        raise OpstartFout(f"{naam} bevat geen goede JSON: {fout}.") from fout
    match gegeven:
        case {"bericht": str(bericht), "inhoud": dict(inhoud)}:
            return bericht, inhoud
    raise OpstartFout(
        f'{naam} heeft niet de goede vorm. Verwacht: {{"bericht": "WMO301", "inhoud": {{"Header": ..., ...}}}}.\n'
        "`wijkspil iwmo lees` op een bestaand bericht geeft een voorbeeld."
    )


def _plat(waarde: object) -> str:
    if isinstance(waarde, (date, time)):
        return waarde.isoformat()
    raise TypeError(f"{type(waarde).__name__} past niet in JSON")
