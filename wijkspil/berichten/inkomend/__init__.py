"""Messages that we receive: one module per message with its effect, and the register of who does what."""

from collections.abc import Callable
from dataclasses import dataclass

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door
from wijkspil.ondersteuning.models import Declaratie

from ..models import Bericht
from ..standaard import Gelezen


class Afkeuring(Exception):
    """The message can't be processed: which class breaks which rule. Nothing of it has any effect (OP286)."""

    def __init__(self, pad: str, code: str, uitleg: str) -> None:
        self.pad, self.code, self.uitleg = pad, code, uitleg
        super().__init__(uitleg)


@dataclass
class Ontvangen:
    """What an effect gets: the message as stored and as read, and who sent it. And what it gives back."""

    bericht: Bericht
    gelezen: Gelezen
    aanbieder: Aanbieder
    door: Door
    klaar: bool = True
    """False when a person must look before it counts as processed."""
    declaratie: Declaratie | None = None
    """The claim that was judged, and now gets its 325."""


Effect = Callable[[Ontvangen], None]
_effecten: dict[str, Effect] = {}


def effect(soort: str) -> Callable[[Effect], Effect]:
    """Register the function below it as what a message of this kind does."""

    def schrijf_in(functie: Effect) -> Effect:
        if soort in _effecten:
            raise ValueError(f"{soort} heeft al een effect.")
        _effecten[soort] = functie
        return functie

    return schrijf_in


def effect_van(soort: str) -> Effect | None:
    from . import levering, retourbericht, verzoek, wmo323  # noqa: F401 - they register

    return _effecten.get(soort)
