"""The codec of the message standards (iWmo 3.2): bytes to plain values and back. Pure: no Django, no database, no clock, no network.

One definition per message, in `data/`, drives building, reading and checking. Levels 2 to 4 of checking live in `regels`.
"""

from wijkspil.berichten.standaard.bouwer import bouw
from wijkspil.berichten.standaard.codelijsten import Codelijst
from wijkspil.berichten.standaard.fouten import Fout, GeenRetour, Onleesbaar, Soort, StructuurFout
from wijkspil.berichten.standaard.gelezen import Gelezen
from wijkspil.berichten.standaard.koplezer import Kop, kop
from wijkspil.berichten.standaard.lezer import controleer, lees
from wijkspil.berichten.standaard.register import codelijst, omschrijving
from wijkspil.berichten.standaard.retourbericht import retour

__all__ = [
    "Codelijst",
    "Fout",
    "GeenRetour",
    "Gelezen",
    "Kop",
    "Onleesbaar",
    "Soort",
    "StructuurFout",
    "bouw",
    "codelijst",
    "controleer",
    "kop",
    "lees",
    "omschrijving",
    "retour",
]
