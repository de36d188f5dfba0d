"""The own contribution (eigen bijdrage) of the Wmo: what it is on a day, and when none is due.

The CAK decides and collects. What stands here explains and estimates; income is never asked or stored.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from wijkspil.regels.bedrag import Bedrag, in_euro
from wijkspil.regels.duur import plus_maanden
from wijkspil.regels.kalender import in_woorden
from wijkspil.regels.parameters import Onbekend, parameter

_PER_MAAND = "cent per maand"


@dataclass(frozen=True)
class Bijdrage:
    """The highest contribution of a household per period, with how many periods a year has."""

    bedrag: Bedrag
    periode: str
    perioden_per_jaar: int

    @property
    def jaarmaximum(self) -> Bedrag:
        """The most that a household pays in a year."""
        return Bedrag(self.bedrag.cent * self.perioden_per_jaar, self.bedrag.bron, self.bedrag.zekerheid)


def bijdrage(op_dag: date) -> Bijdrage | Onbekend:
    """Give the contribution per household on a day, in the period of that year (2019: four weeks; since then: a month)."""
    waarde = parameter("eigen_bijdrage.bedrag").op(op_dag)
    if isinstance(waarde, Onbekend):
        return waarde
    periode, aantal = ("maand", 12) if waarde.eenheid == _PER_MAAND else ("4 weken", 13)
    return Bijdrage(Bedrag(waarde.getal, waarde.bron, waarde.zekerheid), periode, aantal)


def maandbedrag(op_dag: date) -> Bedrag | Onbekend:
    """Give the contribution per household per month on a day, or ``Onbekend`` when it is not known or not per month."""
    uitkomst = bijdrage(op_dag)
    if isinstance(uitkomst, Onbekend):
        return uitkomst
    if uitkomst.periode != "maand":
        reden = f"Op {in_woorden(op_dag)} gold een bedrag per {uitkomst.periode}: {in_euro(uitkomst.bedrag.cent)}."
        return Onbekend(reden, uitkomst.bedrag.bron, uitkomst.bedrag.zekerheid)
    return uitkomst.bedrag


def eerste_maand(start_levering: date) -> date:
    """Give the first day of the month for which is charged: the month after the start (certainty: medium)."""
    return plus_maanden(start_levering.replace(day=1), 1)


def eerste_vrije_maand(stop_levering: date) -> date:
    """Give the first day of the month without charge: the month after the stop (certainty: medium)."""
    return plus_maanden(stop_levering.replace(day=1), 1)


def nog_te_betalen(kostprijs: Bedrag, al_betaald_cent: int) -> Bedrag:
    """Give what can still be charged: the sum never exceeds the cost price (Wmo 2015 article 2.1.4, third member)."""
    return Bedrag(
        max(0, kostprijs.cent - al_betaald_cent), "Wmo 2015, artikel 2.1.4 lid 3", kostprijs.zekerheid
    )


class Voorziening(StrEnum):
    """Kinds of support that matter for the contribution; everything else is ``GEWOON``."""

    GEWOON = "gewoon"
    ROLSTOEL = "rolstoel"
    CLIENTONDERSTEUNING = "clientondersteuning"
    COLLECTIEF_VERVOER = "collectief_vervoer"
    BESCHERMD_WONEN = "beschermd_wonen"
    OPVANG = "opvang"


@dataclass(frozen=True)
class Situatie:
    """What must be known to see whether a contribution is due; None for a pension day means "not known".

    ``aow_op`` holds, per adult partner in the household, the day on which that partner reaches state pension age.
    """

    voorziening: Voorziening = Voorziening.GEWOON
    aow_op: tuple[date | None, ...] = ()
    betaalt_wlz_bijdrage: bool = False
    onder_18: bool = False
    is_woningaanpassing: bool = False
    lokaal_vrijgesteld: bool = False


@dataclass(frozen=True)
class Vrijstelling:
    """A reason why no contribution is due, in plain Dutch, with who decides on it and the source."""

    code: str
    zin: str
    wie_toetst: str
    bron: str


def valt_buiten(situatie: Situatie, op_dag: date) -> bool:
    """A wheelchair, client support, collective transport, protected living and shelter are outside this tariff."""
    return situatie.voorziening is not Voorziening.GEWOON


def meerpersoons_niet_aow(situatie: Situatie, op_dag: date) -> bool:
    """A couple of whom at least one has not reached pension age pays nothing, unless both reach it in the same year."""
    if len(situatie.aow_op) < 2 or any(dag is None for dag in situatie.aow_op):
        return False
    bekend = [dag for dag in situatie.aow_op if dag is not None]
    return any(op_dag < dag for dag in bekend) and len({dag.year for dag in bekend}) > 1


def wlz_bijdrage(situatie: Situatie, op_dag: date) -> bool:
    """A household that pays a contribution for the Wlz does not pay twice."""
    return situatie.betaalt_wlz_bijdrage


def onder_18(situatie: Situatie, op_dag: date) -> bool:
    """A minor pays nothing; for a home adaptation a by-law may charge the parents (Wmo 2015 article 2.1.5)."""
    return situatie.onder_18 and not situatie.is_woningaanpassing


def lokaal_vrijgesteld(situatie: Situatie, op_dag: date) -> bool:
    """The municipality may free groups or products by by-law."""
    return situatie.lokaal_vrijgesteld


REGELS: Mapping[Callable[[Situatie, date], bool], Vrijstelling] = MappingProxyType(
    {
        valt_buiten: Vrijstelling(
            "valt_buiten",
            "Voor deze voorziening geldt het vaste maandbedrag niet.",
            "gemeente",
            "Wmo 2015, artikel 2.1.4; Standaard administratieprotocol 3.2.b, 4.3",
        ),
        meerpersoons_niet_aow: Vrijstelling(
            "meerpersoons_niet_aow",
            "Een huishouden van meer personen betaalt niets zolang een van de partners nog geen AOW-leeftijd heeft.",
            "CAK",
            "Uitvoeringsbesluit Wmo 2015, hoofdstuk 3, zoals gemeenten het uitleggen (drimmelen.nl)",
        ),
        wlz_bijdrage: Vrijstelling(
            "wlz_bijdrage",
            "Het huishouden betaalt al een bijdrage voor de Wet langdurige zorg.",
            "CAK",
            "leiden.nl; ede.nl",
        ),
        onder_18: Vrijstelling(
            "onder_18",
            "Voor kinderen onder de 18 jaar is er geen eigen bijdrage.",
            "gemeente",
            "Wmo 2015, artikel 2.1.5",
        ),
        lokaal_vrijgesteld: Vrijstelling(
            "lokaal_vrijgesteld",
            "De gemeente vraagt voor deze groep of voorziening geen eigen bijdrage.",
            "gemeente",
            "Standaard administratieprotocol 3.2.b, 4.3.2",
        ),
    }
)


def vrijstellingen(situatie: Situatie, op_dag: date) -> tuple[Vrijstelling, ...]:
    """List every reason why no contribution is due on a day; empty means that the contribution is due."""
    return tuple(vrijstelling for regel, vrijstelling in REGELS.items() if regel(situatie, op_dag))
