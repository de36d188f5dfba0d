"""A municipality from one file: read and check (`bestand`), compare with what is there (`plan`), and carry it out (`uitvoeren`)."""

from .bestand import BestandOngeldig, Inrichtbestand, lees
from .plan import Plan, maak_plan
from .uitvoeren import Uitnodiging, voer_uit

__all__ = ["BestandOngeldig", "Inrichtbestand", "Plan", "Uitnodiging", "lees", "maak_plan", "voer_uit"]
