"""Messages that we receive: one module per message with its effect, and the register of who does what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core.door import Door
from wijkspil.ondersteuning.models import Declaratie

from ..models import Bericht
from ..standaard import Gelezen
from ..standaard.regels.register import Bevinding


class Afkeuring(Exception):
    """The message can't be processed: which classes break which rules. Nothing of it has any effect (OP286).

    `meldingen`: per finding the path of its class ("Header", "Client/..."), its return code, and why in Dutch.
    """

    def __init__(self, pad: str, code: str, uitleg: str) -> None:
        self.meldingen: tuple[tuple[str, str, str], ...] = ((pad, code, uitleg),)
        super().__init__(uitleg)

    @classmethod
    def uit(cls, bevindingen: Sequence[Bevinding]) -> "Afkeuring":
        """From what the rules across messages found; an error in the header hides the rest (IV028)."""
        kop = [b for b in bevindingen if b.pad == "/Bericht/Header"]
        fout = cls("", "", "; ".join(f"{b.zegt} ({b.regel})" for b in kop or bevindingen))
        fout.meldingen = tuple(
            (b.pad.removeprefix("/Bericht/"), b.retourcode, f"{b.zegt} ({b.regel})")
            for b in kop or bevindingen
        )
        return fout

    @property
    def in_kop(self) -> list[str]:
        return [code for pad, code, _ in self.meldingen if pad == "Header"]

    @property
    def per_klasse(self) -> dict[str, list[str]]:
        """The return codes per class, each once."""
        codes: dict[str, list[str]] = {}
        for pad, code, _ in self.meldingen:
            if code not in codes.setdefault(pad, []):
                codes[pad].append(code)
        return codes

    @property
    def fouten(self) -> list[dict[str, str]]:
        """As they are kept with the message."""
        return [{"code": code, "plek": pad, "uitleg": uitleg} for pad, code, uitleg in self.meldingen]


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
