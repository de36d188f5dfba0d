"""The rule book: everything that can be said about one message by itself, one named function per rule of the standard.

That is level 2 of the four levels of checking (IV032), and TR319, which the standard counts as level 3 but which needs no other message.
Rules across messages live in `over_berichten`; docs/iwmo-regels.md says for every number of the standard where it is checked.
"""

from wijkspil.berichten.standaard.regels import (  # noqa: F401 - they register
    antwoord,
    client,
    contact,
    datums,
    declaratie,
    dubbel,
    levering,
    product,
    stapeling,
    verzoek,
)
from wijkspil.berichten.standaard.regels.register import Bevinding, Regel, regelboek
from wijkspil.berichten.standaard.regels.rondgang import plaats, toets

__all__ = ["Bevinding", "Regel", "plaats", "regelboek", "toets"]
