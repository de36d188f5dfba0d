"""The rule book: levels 2 to 4 of checking, one named function per rule of the standard.

Level 2 looks at one message (here). Levels 3 and 4 need earlier messages, the date, contracts; their rules take that world as a second
argument and will get a module of their own beside these, in the same register.
"""

from wijkspil.berichten.standaard.regels import client, declaratie, levering, toewijzing  # noqa: F401 - they register
from wijkspil.berichten.standaard.regels.register import Bevinding, Regel, regelboek, toets

__all__ = ["Bevinding", "Regel", "regelboek", "toets"]
