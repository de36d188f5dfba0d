"""How a question comes in and is talked about: doors, channels, teams, steps, triage and the conversation."""

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from wijkspil.werkwijzen.basis import Aantal, Herkomst, JaNee, Kaart, Sleutel, Tekst, Telling, Wet


class Teamsoort(StrEnum):
    """The fixed kinds of team behind a door; what people call it locally is its name."""

    BALIE = "balie"
    WIJKTEAM = "wijkteam"
    JEUGDTEAM = "jeugdteam"
    REGIOTEAM = "regioteam"
    AANBIEDER = "aanbieder"
    PARTNER = "partner"


class Regiostap(StrEnum):
    """The five steps that are the same everywhere; municipalities choose the words, never the order."""

    CONTACT = "contact"
    VERHELDEREN = "verhelderen"
    OPLOSSINGEN = "oplossingen"
    ARRANGEMENT = "arrangement"
    EVALUATIE = "evaluatie"


class Kanaal(Kaart):
    sleutel: Sleutel
    label: Tekst


class Kanalen(Herkomst):
    lijst: Annotated[tuple[Kanaal, ...], Field(min_length=1)]


class Deur(Kaart):
    """A place where a resident may begin; `wetten` are the laws it takes questions for."""

    sleutel: Sleutel
    label: Tekst
    team_soort: Teamsoort
    wetten: Annotated[tuple[Wet, ...], Field(min_length=1)]
    kanalen: Annotated[tuple[Sleutel, ...], Field(min_length=1)]
    uitleg: Tekst | None = None


class Deuren(Herkomst):
    lijst: Annotated[tuple[Deur, ...], Field(min_length=1)]


class Team(Kaart):
    """A team with its local name, and the area it works for when it does not work for all."""

    sleutel: Sleutel
    naam: Tekst
    soort: Teamsoort
    deelgebieden: tuple[Sleutel, ...] = ()


class Teams(Herkomst):
    lijst: Annotated[tuple[Team, ...], Field(min_length=1)]


class LokaalLabel(Kaart):
    deelgebied: Sleutel
    label: Tekst


class Stap(Kaart):
    """One fixed step with its local words; `uitleg` is what the resident reads."""

    stap: Regiostap
    label: Tekst
    uitleg: Tekst
    per_deelgebied: tuple[LokaalLabel, ...] = ()


class Stappen(Herkomst):
    lijst: tuple[Stap, ...]


class Triagevraag(Kaart):
    """A yes/no question in plain words; a yes adds its weight."""

    sleutel: Sleutel
    vraag: Tekst
    gewicht: Telling


class Urgentieniveau(Kaart):
    """A level of urgency with its own clock in hours; without a clock only the term of the law runs.

    The law says "at once" and gives no number (Wmo 2015 art. 2.3.3), so hours are local policy. A term in hours is
    not lengthened for weekends or holidays (Algemene termijnenwet art. 4).
    """

    sleutel: Sleutel
    label: Tekst
    vanaf_punten: Telling
    klok_uren: Aantal | None = None
    waarschuw_na_uren: Aantal | None = None

    def dringt(self, uiterlijk: datetime, nu: datetime) -> bool:
        """Tell whether a clock that ends at `uiterlijk` has run for the hours after which this level wants a warning.

        False as well when the level has no clock, no warning, or the clock has run out: then it is late, not pressing.
        """
        if self.klok_uren is None or self.waarschuw_na_uren is None:
            return False
        return uiterlijk - timedelta(hours=self.klok_uren - self.waarschuw_na_uren) <= nu < uiterlijk


class Triage(Herkomst):
    """The questions that tell how soon somebody must act."""

    vragen: Annotated[tuple[Triagevraag, ...], Field(min_length=1)]
    niveaus: Annotated[tuple[Urgentieniveau, ...], Field(min_length=1)]

    def punten(self, met_ja: Collection[str]) -> int:
        """Add up the weights of the questions answered with yes.

        Raises `KeyError` for a question that this werkwijze does not ask: answers of another version don't count here.
        """
        gewichten = {vraag.sleutel: vraag.gewicht for vraag in self.vragen}
        return sum(gewichten[sleutel] for sleutel in set(met_ja))

    def niveau(self, met_ja: Collection[str]) -> Urgentieniveau:
        """Name the urgency that follows from the questions answered with yes; a person may always choose otherwise."""
        punten = self.punten(met_ja)
        return max((n for n in self.niveaus if n.vanaf_punten <= punten), key=lambda n: n.vanaf_punten)


class Leefgebied(Kaart):
    sleutel: Sleutel
    label: Tekst


class Gespreksleidraad(Herkomst):
    """What a conversation walks through; `zrm` says whether the matrix is scored unless a product says otherwise."""

    vragen: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    leefgebieden: Annotated[tuple[Leefgebied, ...], Field(min_length=1)]
    zrm: JaNee
    mantelzorger_bevragen: JaNee = True
    talenten_bevragen: JaNee = True
