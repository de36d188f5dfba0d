"""Rules across messages (level 3) and against sources from outside (level 4), as pure functions over plain records.

`beoordeel(bericht, inhoud, stand)` judges a message against a Stand, and gives the findings with the Stand after it.
"""

from wijkspil.berichten.standaard.over_berichten import (  # noqa: F401 - they register
    declaratie,
    gemeente,
    kop,
    levering,
    verzoek,
)
from wijkspil.berichten.standaard.over_berichten.beoordeel import Uitslag, beoordeel
from wijkspil.berichten.standaard.over_berichten.register import OverRegel, overboek
from wijkspil.berichten.standaard.over_berichten.stand import (
    Lijn,
    Lijnen,
    Stand,
    Start,
    Stop,
    Toewijzing,
    Verzoek,
)

__all__ = [
    "Lijn",
    "Lijnen",
    "OverRegel",
    "Stand",
    "Start",
    "Stop",
    "Toewijzing",
    "Uitslag",
    "Verzoek",
    "beoordeel",
    "overboek",
]
