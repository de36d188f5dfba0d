"""Which themes there are and whom they fit.

The choice of theme per age follows the table of provisions in the board assignment of 1 May 2020 (J8; `PER_LEEFTIJD`,
percentages; the note itself says that the table is not empirical).
"""

from .thema import Thema
from .themas_begeleiding import BEGELEIDING
from .themas_thuis import THUIS

LEEFTIJDSGRENZEN = (18, 35, 50, 65, 80)
PER_LEEFTIJD = {
    "begeleiding": (0, 48, 37, 21, 8, 6),
    "huishouden": (0, 4, 10, 17, 30, 44),
    "rolstoel": (23, 20, 16, 19, 14, 10),
    "vervoer": (55, 23, 23, 30, 39, 32),
    "woonvoorziening": (22, 4, 15, 13, 9, 8),
}

THEMAS: tuple[Thema, ...] = (*THUIS, *BEGELEIDING)


def themas_voor(leeftijd: int) -> list[tuple[Thema, float]]:
    """The themes that fit an age, each with its weight: the table decides between groups, `gewicht` within one."""
    kolom = sum(leeftijd >= grens for grens in LEEFTIJDSGRENZEN)
    gevonden = []
    for groep, aandelen in PER_LEEFTIJD.items():
        passend = [t for t in THEMAS if t.groep == groep and t.leeftijd[0] <= leeftijd <= t.leeftijd[1]]
        samen = sum(t.gewicht for t in passend)
        gevonden += [(t, aandelen[kolom] * t.gewicht / samen) for t in passend if aandelen[kolom]]
    return gevonden
