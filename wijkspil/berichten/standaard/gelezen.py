"""What reading a message gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from wijkspil.berichten.standaard.fouten import Fout

Inhoud = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Gelezen:
    """A message as read: its name, its contents in the shape that `bouw` takes, and every structural fault.

    With faults, `inhoud` holds what could be read; a value that is not allowed is left out. `ruw` is the message itself.
    """

    bericht: str
    inhoud: Inhoud
    fouten: tuple[Fout, ...]
    ruw: bytes = field(repr=False)

    @property
    def geldig(self) -> bool:
        """Whether the message passes level 1, the structure."""
        return not self.fouten
