"""Who composes which letter: from rows of the journey to the fields of a template in `teksten`.

Most letters are composed when the outbox is emptied. A beschikking is composed in the act itself, because what it says is the
decision.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from wijkspil.gemeenten.models import Medewerker
from wijkspil.toegang.models import Hulpvraag


class BriefNietNodig(Exception):
    """What this letter was for is over: nothing is made, and nothing gets stuck."""


@dataclass(frozen=True, slots=True)
class Inhoud:
    """What a composer hands over: the fields of the template, the mark of the case, who signs."""

    velden: Mapping[str, Any]
    kenmerk: str = ""
    ondertekenaar: Medewerker | None = None


Opsteller = Callable[[Hulpvraag, Mapping[str, Any]], Inhoud]
"""Takes the question and what the outbox row carries besides."""
