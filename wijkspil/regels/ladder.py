"""The ladder of solutions, from what someone can do alone to tailor-made support.

The order follows Wmo 2015 articles 1.2.1 and 2.3.5. It is an order of looking, never a gate: a rung that was left out
gives a question to think about, not a refusal. Help from the network is voluntary and can't be enforced.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum


class Trede(StrEnum):
    """One rung; rungs compare by their place on the ladder, the lightest first."""

    EIGEN_KRACHT = "eigen_kracht"
    GEBRUIKELIJKE_HULP = "gebruikelijke_hulp"
    NETWERK = "netwerk"
    VRIJWILLIGER = "vrijwilliger"
    ALGEMENE_VOORZIENING = "algemene_voorziening"
    COLLECTIEVE_VOORZIENING = "collectieve_voorziening"
    ANDERE_WET = "andere_wet"
    EIGEN_TRAJECT = "eigen_traject"
    MAATWERK = "maatwerk"

    @property
    def nummer(self) -> int:
        """The place on the ladder, from 1."""
        return _VOLGORDE[self.value]

    @property
    def label(self) -> str:
        """The Dutch name for the screen."""
        return _TEKST[self][0]

    @property
    def uitleg(self) -> str:
        """What this rung means, in plain Dutch."""
        return _TEKST[self][1]

    @property
    def vraag(self) -> str:
        """The friendly question when this rung was left out."""
        return _TEKST[self][2]

    @property
    def vrij_toegankelijk(self) -> bool:
        """Whether one can go there without asking the municipality first."""
        return self not in (
            Trede.ANDERE_WET,
            Trede.EIGEN_TRAJECT,
            Trede.MAATWERK,
            Trede.COLLECTIEVE_VOORZIENING,
        )

    # Text would compare by alphabet; a rung compares by its place.
    def __lt__(self, other: str) -> bool:
        return self.nummer < Trede(other).nummer

    def __le__(self, other: str) -> bool:
        return self.nummer <= Trede(other).nummer

    def __gt__(self, other: str) -> bool:
        return self.nummer > Trede(other).nummer

    def __ge__(self, other: str) -> bool:
        return self.nummer >= Trede(other).nummer


_VOLGORDE = {trede.value: nummer for nummer, trede in enumerate(Trede, start=1)}

_TEKST: dict[Trede, tuple[str, str, str]] = {
    Trede.EIGEN_KRACHT: (
        "Eigen kracht",
        "Wat iemand zelf kan doen of regelen.",
        "Wat lukt de inwoner zelf, misschien met een kleine aanpassing?",
    ),
    Trede.GEBRUIKELIJKE_HULP: (
        "Gebruikelijke hulp",
        "Hulp die huisgenoten elkaar gewoonlijk geven.",
        "Wonen er huisgenoten die iets kunnen doen? Hoe gaat het met hen?",
    ),
    Trede.NETWERK: (
        "Familie, vrienden en buren",
        "Hulp van mensen om iemand heen. Deze hulp is vrijwillig.",
        "Zijn er mensen om de inwoner heen die willen helpen? Houden zij het vol?",
    ),
    Trede.VRIJWILLIGER: (
        "Vrijwilliger",
        "Hulp van een vrijwilliger, bijvoorbeeld een maatje of een klusser.",
        "Kan een vrijwilliger hier iets betekenen?",
    ),
    Trede.ALGEMENE_VOORZIENING: (
        "Algemene voorziening",
        "Een aanbod in de buurt waar iedereen zo naartoe kan.",
        "Is er iets in de buurt dat past, echt beschikbaar is en te betalen is?",
    ),
    Trede.COLLECTIEVE_VOORZIENING: (
        "Collectieve voorziening",
        "Een voorziening die mensen samen gebruiken, zoals de regiotaxi.",
        "Kan een voorziening die mensen samen gebruiken uitkomst geven?",
    ),
    Trede.ANDERE_WET: (
        "Andere wet",
        "Hulp uit een andere wet, zoals de Zorgverzekeringswet, de Wet langdurige zorg of de Participatiewet.",
        "Is er hulp mogelijk uit een andere wet? Wie helpt de inwoner daarbij?",
    ),
    Trede.EIGEN_TRAJECT: (
        "Eigen traject",
        "Begeleiding door het eigen team van de gemeente, zonder indicatie.",
        "Kan ons eigen team dit oppakken met een kort traject?",
    ),
    Trede.MAATWERK: (
        "Maatwerkvoorziening",
        "Ondersteuning die speciaal bij deze inwoner past. De gemeente besluit hierover of maakt hierover een afspraak.",
        "Welke ondersteuning op maat is nog nodig voor wat overblijft?",
    ),
}


@dataclass(frozen=True)
class OvergeslagenTrede:
    """A rung that has no line in the arrangement yet, with the question to think about."""

    trede: Trede
    vraag: str


def overgeslagen(treden_gebruikt: Collection[Trede], hoogste: Trede) -> tuple[OvergeslagenTrede, ...]:
    """List the rungs below ``hoogste`` that were not used, lightest first, each with its friendly question."""
    return tuple(
        OvergeslagenTrede(trede, trede.vraag)
        for trede in Trede
        if trede < hoogste and trede not in treden_gebruikt
    )


class Deel(StrEnum):
    """Who carries a part of the plan: the resident, the people around, the neighbourhood, or specialised help (O7)."""

    EIGEN = "eigen"
    INFORMEEL = "informeel"
    EERSTE_LIJN = "eerste_lijn"
    TWEEDE_LIJN = "tweede_lijn"

    @property
    def label(self) -> str:
        """The Dutch name for the screen."""
        return _DELEN[self][0]

    @property
    def uitleg(self) -> str:
        """What belongs to this part, in plain Dutch."""
        return _DELEN[self][1]


_DELEN = {
    Deel.EIGEN: ("Eigen deel", "Wat de inwoner en de huisgenoten zelf doen."),
    Deel.INFORMEEL: ("Informeel deel", "Wat familie, vrienden, buren en vrijwilligers doen."),
    Deel.EERSTE_LIJN: (
        "Eerste lijn",
        "Wat er dichtbij is zonder indicatie: algemene voorzieningen, een andere wet, ons eigen team.",
    ),
    Deel.TWEEDE_LIJN: ("Tweede lijn", "Maatwerk, alleen voor wat daarna nog overblijft."),
}
_DEEL_VAN = {
    Trede.EIGEN_KRACHT: Deel.EIGEN,
    Trede.GEBRUIKELIJKE_HULP: Deel.EIGEN,
    Trede.NETWERK: Deel.INFORMEEL,
    Trede.VRIJWILLIGER: Deel.INFORMEEL,
    Trede.ALGEMENE_VOORZIENING: Deel.EERSTE_LIJN,
    Trede.COLLECTIEVE_VOORZIENING: Deel.EERSTE_LIJN,
    Trede.ANDERE_WET: Deel.EERSTE_LIJN,
    Trede.EIGEN_TRAJECT: Deel.EERSTE_LIJN,
    Trede.MAATWERK: Deel.TWEEDE_LIJN,
}


def deel_van(trede: Trede | str) -> Deel:
    """Say to which part of the plan a rung belongs; an indication is only needed for the second line (O7)."""
    return _DEEL_VAN[Trede(trede)]
