"""The tables of this room, one module per story."""

from .omgang import Kennisgeving, Onderaannemer, Overleg, Overlegactie, Uitkomst, Uitkomstmeting
from .prijs import Prijsopbouw
from .stukken import Beleidsstuk, Raadpleging
from .toelating import Bewijs, Eis, Inkoopprocedure, Inschrijving, Panelstem, Prijsjaar, Toetsing

__all__ = [
    "Beleidsstuk",
    "Bewijs",
    "Eis",
    "Inkoopprocedure",
    "Inschrijving",
    "Kennisgeving",
    "Onderaannemer",
    "Overleg",
    "Overlegactie",
    "Panelstem",
    "Prijsjaar",
    "Prijsopbouw",
    "Raadpleging",
    "Toetsing",
    "Uitkomst",
    "Uitkomstmeting",
]
