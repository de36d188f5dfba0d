"""The table of docs/iwmo-regels.md: per rule number of the standard where it is checked, or why not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import yaml

from wijkspil.berichten.standaard.over_berichten import overboek
from wijkspil.berichten.standaard.regels import regelboek
from wijkspil.berichten.standaard.register import DATA

_SOORTEN = {
    "TR": "Technische regels",
    "CD": "Condities: wanneer iets er moet staan",
    "CS": "Beperkingen aan de inhoud",
    "RS": "Beperkingen aan de vorm",
    "OP": "Bedrijfsregels",
    "IV": "Invulinstructies",
    "UP": "Uitgangspunten",
}
_KOP = """# iWmo 3.2: waar elke regel wordt gecontroleerd

Deze pagina komt uit de regels zelf: `wijkspil iwmo regels > docs/iwmo-regels.md`. Een test houdt haar gelijk.

Niveau 1 is de opbouw, niveau 2 de inhoud van één bericht, niveau 3 gaat over berichten heen, niveau 4 heeft een bron van buiten nodig.
Niveau 3 en 4 staan als functies over een stand van zaken in `over_berichten`; achter "in de verwerking" staat waar Wijkspil dezelfde
regel bij een binnenkomend bericht toepast, of hem bij wat wij zelf sturen waarmaakt.
Niveau 1 en 2 doet `wijkspil iwmo controleer` zonder database. `streng` telt voor wat wij zelf sturen: daar volgen wij de tekst van de
standaard, ook waar de officiële toets meer doorlaat.
"""


class Rij(NamedTuple):
    """One rule: where its function is, or else the place from the data."""

    nummer: str
    zegt: str
    waar: str
    soort: str


@cache
def feiten() -> dict[str, Any]:
    """The rules that are no function, as regels.yaml has them."""
    return yaml.safe_load((DATA / "iwmo32" / "regels.yaml").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def rijen() -> Iterator[Rij]:
    """Every rule of the standard, in order of number."""
    gewoon, streng, overige = regelboek(), regelboek(streng=True), feiten()
    boek: dict[str, Rij] = {
        nummer: Rij(nummer, zegt, overige["plaatsen"][waar], waar)
        for nummer, (waar, zegt) in overige["regels"].items()
    }
    for nummer, een in overboek().items():
        nu = overige["plaatsen"][overige["regels"][nummer][0]]
        boek[nummer] = Rij(
            nummer, een.zegt, f"niveau {een.niveau}: {een.waar}; in de verwerking: {nu}", "niveau 3 en 4"
        )
    for nummer, regel in streng.items():
        namen = [f"`{een.module}` {een.functie}" for een in (gewoon.get(nummer), regel) if een is not None]
        waar = f"niveau {regel.niveau}: {namen[0]}"
        if nummer not in gewoon:
            waar += " (alleen streng)"
        elif gewoon[nummer] is not regel:
            waar += f"; streng: {regel.functie}"
        boek[nummer] = Rij(nummer, regel.zegt, waar, "functie")
    yield from (boek[nummer] for nummer in sorted(boek))


def tabel() -> str:
    """The whole page in Markdown."""
    alle = list(rijen())
    delen = [_KOP, _telling(alle)]
    for begin, titel in _SOORTEN.items():
        delen.append(f"\n## {titel} ({begin})\n\n| regel | zegt | waar |\n|---|---|---|")
        delen += [
            f"| {rij.nummer} | {rij.zegt} | {rij.waar} |" for rij in alle if rij.nummer.startswith(begin)
        ]
    return "\n".join(delen) + "\n"


def _telling(alle: list[Rij]) -> str:
    telling = Counter(rij.soort for rij in alle)
    regels = [
        f"Van de {len(alle)} regels:\n",
        f"- {telling['functie']} als functie over één bericht (niveau 2)",
    ]
    regels.append(
        f"- {telling['niveau 3 en 4']} als functie over berichten heen of met een bron van buiten (niveau 3 en 4)"
    )
    regels += [
        f"- {telling[soort]} {tekst}" for soort, tekst in feiten()["plaatsen"].items() if telling[soort]
    ]
    return "\n".join(regels)
