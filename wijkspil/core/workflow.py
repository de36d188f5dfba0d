"""A state machine is a table with names from the work floor: act, from, to, legal ground. A case worker could check it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _


class StapNietMogelijk(ValueError):
    """The act doesn't fit the state; the message names the state and what is possible from here."""


@dataclass(frozen=True, slots=True)
class Stap:
    handeling: str
    van: tuple[str, ...]
    naar: str
    grondslag: str

    def __init__(self, handeling: str, van: Sequence[str], naar: str, grondslag: str) -> None:
        object.__setattr__(self, "handeling", handeling)
        object.__setattr__(self, "van", tuple(van))
        object.__setattr__(self, "naar", naar)
        object.__setattr__(self, "grondslag", grondslag)


@dataclass(frozen=True)
class Workflow:
    """All steps of one kind of thing. `veld` is the field that holds the state."""

    begin: str
    stappen: tuple[Stap, ...]
    veld: str = "stap"
    einde: tuple[str, ...] = ()

    def vind(self, handeling: str, toestand: str) -> Stap:
        for stap in self.stappen:
            if stap.handeling == handeling and toestand in stap.van:
                return stap
        mogelijk = ", ".join(sorted(self.mogelijk(toestand))) or _("niets meer")
        raise StapNietMogelijk(
            _("“%(handeling)s” kan niet bij de stap “%(toestand)s”. Wel mogelijk: %(mogelijk)s.")
            % {
                "handeling": handeling.replace("_", " "),
                "toestand": toestand,
                "mogelijk": mogelijk.replace("_", " "),
            }
        )

    def mogelijk(self, toestand: str) -> set[str]:
        return {stap.handeling for stap in self.stappen if toestand in stap.van}

    def zet(self, rij: Any, handeling: str) -> Stap:
        """Move a row along; saving it is up to the action. Returns the step, whose ground belongs in the event."""
        stap = self.vind(handeling, getattr(rij, self.veld))
        setattr(rij, self.veld, stap.naar)
        return stap

    def toestanden(self) -> set[str]:
        return {self.begin, *(s.naar for s in self.stappen), *(v for s in self.stappen for v in s.van)}
