"""Where someone stands in life: self-reliance matrix, life areas, positive health and the three questions.

The matrix (Zelfredzaamheid-Matrix, GGD Amsterdam and Rotterdam, version 2017) is here with the names of its domains and
levels only. The texts of its cells belong to the GGD and are not shipped.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from fractions import Fraction


class Domein(StrEnum):
    """The thirteen domains of the matrix, in its own order."""

    FINANCIEN = "financien"
    WERK_OPLEIDING = "werk_opleiding"
    TIJDSBESTEDING = "tijdsbesteding"
    HUISVESTING = "huisvesting"
    HUISELIJKE_RELATIES = "huiselijke_relaties"
    GEESTELIJKE_GEZONDHEID = "geestelijke_gezondheid"
    LICHAMELIJKE_GEZONDHEID = "lichamelijke_gezondheid"
    MIDDELENGEBRUIK = "middelengebruik"
    BASALE_ADL = "basale_adl"
    INSTRUMENTELE_ADL = "instrumentele_adl"
    SOCIAAL_NETWERK = "sociaal_netwerk"
    MAATSCHAPPELIJKE_PARTICIPATIE = "maatschappelijke_participatie"
    JUSTITIE = "justitie"

    @property
    def label(self) -> str:
        """The Dutch name for the screen."""
        return _DOMEINNAMEN[self]


_DOMEINNAMEN = {
    Domein.FINANCIEN: "Financiën",
    Domein.WERK_OPLEIDING: "Werk & opleiding",
    Domein.TIJDSBESTEDING: "Tijdsbesteding",
    Domein.HUISVESTING: "Huisvesting",
    Domein.HUISELIJKE_RELATIES: "Huiselijke relaties",
    Domein.GEESTELIJKE_GEZONDHEID: "Geestelijke gezondheid",
    Domein.LICHAMELIJKE_GEZONDHEID: "Lichamelijke gezondheid",
    Domein.MIDDELENGEBRUIK: "Middelengebruik",
    Domein.BASALE_ADL: "Basale ADL",
    Domein.INSTRUMENTELE_ADL: "Instrumentele ADL",
    Domein.SOCIAAL_NETWERK: "Sociaal netwerk",
    Domein.MAATSCHAPPELIJKE_PARTICIPATIE: "Maatschappelijke participatie",
    Domein.JUSTITIE: "Justitie",
}

VAN_2013_NAAR_2017: Mapping[str, tuple[Domein, ...]] = {
    "dagbesteding": (Domein.WERK_OPLEIDING, Domein.TIJDSBESTEDING),
    "verslaving": (Domein.MIDDELENGEBRUIK,),
    "adl": (Domein.BASALE_ADL, Domein.INSTRUMENTELE_ADL),
}
"""Domains of the older matrix (eleven domains) that have another name now; the others kept theirs."""


class Niveau(IntEnum):
    """The five levels, from an acute problem to full self-reliance."""

    ACUTE_PROBLEMATIEK = 1
    NIET_ZELFREDZAAM = 2
    BEPERKT_ZELFREDZAAM = 3
    VOLDOENDE_ZELFREDZAAM = 4
    VOLLEDIG_ZELFREDZAAM = 5

    @property
    def label(self) -> str:
        """The Dutch name for the screen."""
        return self.name.replace("_", " ").lower()


HOUDBAAR_DAGEN = 30
"""A score is a snapshot: information older than thirty days is left out (rule of use of the matrix)."""


class ScoreFout(ValueError):
    """A score that the matrix does not know; the message says which and what is possible."""


@dataclass(frozen=True)
class Verandering:
    """What changed between two scores, for the domains that were scored both times.

    Steps are in levels: positive is more self-reliant. ``gemiddelde`` is None when no domain was scored twice.
    """

    per_domein: Mapping[Domein, int]
    gemiddelde: Fraction | None
    niet_vergeleken: tuple[Domein, ...]

    @property
    def vooruit(self) -> tuple[Domein, ...]:
        """The domains that went up."""
        return tuple(domein for domein, stap in self.per_domein.items() if stap > 0)

    @property
    def gelijk(self) -> tuple[Domein, ...]:
        """The domains that stayed the same."""
        return tuple(domein for domein, stap in self.per_domein.items() if stap == 0)

    @property
    def achteruit(self) -> tuple[Domein, ...]:
        """The domains that went down."""
        return tuple(domein for domein, stap in self.per_domein.items() if stap < 0)


def controleer(scores: Mapping[str, int], *, volledig: bool = False) -> dict[Domein, Niveau]:
    """Check scores by domain and give them in the order of the matrix; with ``volledig`` all thirteen must be there."""
    onbekend = sorted(set(scores) - set(Domein))
    if onbekend:
        raise ScoreFout(f"De matrix kent geen domein '{onbekend[0]}'. Kies uit: {', '.join(Domein)}.")
    for code, score in scores.items():
        if isinstance(score, bool) or not isinstance(score, int) or not 1 <= score <= 5:
            raise ScoreFout(
                f"De score {score!r} bij {Domein(code).label} bestaat niet. Kies een heel getal van 1 tot en met 5."
            )
    ontbreekt = [domein.label for domein in Domein if domein not in scores]
    if volledig and ontbreekt:
        raise ScoreFout(f"Nog niet gescoord: {', '.join(ontbreekt)}. Score alle dertien domeinen.")
    return {domein: Niveau(scores[domein]) for domein in Domein if domein in scores}


def gemiddelde(scores: Mapping[str, int]) -> Fraction | None:
    """Give the mean level over the scored domains, exact; None when nothing was scored."""
    niveaus = controleer(scores)
    return Fraction(sum(niveaus.values()), len(niveaus)) if niveaus else None


def verandering(voor: Mapping[str, int], na: Mapping[str, int]) -> Verandering:
    """Compare two scores per domain and on average, over the domains that were scored both times."""
    begin, eind = controleer(voor), controleer(na)
    stappen = {
        domein: int(eind[domein]) - int(begin[domein])
        for domein in Domein
        if domein in begin and domein in eind
    }
    return Verandering(
        per_domein=stappen,
        gemiddelde=Fraction(sum(stappen.values()), len(stappen)) if stappen else None,
        niet_vergeleken=tuple(domein for domein in Domein if (domein in begin) != (domein in eind)),
    )


@dataclass(frozen=True)
class Onderwerp:
    """Something to talk about: a code to store and a Dutch name to show."""

    code: str
    label: str


LEEFGEBIEDEN = (
    Onderwerp("wonen", "Wonen"),
    Onderwerp("financien", "Geld"),
    Onderwerp("werk_dagbesteding_onderwijs", "Werk, dagbesteding en onderwijs"),
    Onderwerp("lichamelijke_gezondheid", "Lichamelijke gezondheid"),
    Onderwerp("geestelijke_gezondheid", "Geestelijke gezondheid"),
    Onderwerp("sociale_relaties", "Vrienden, familie en buren"),
    Onderwerp("huiselijke_relaties", "Relaties thuis en opvoeding"),
    Onderwerp("zelfzorg_huishouden", "Zorg voor uzelf en uw huis"),
    Onderwerp("verslaving", "Verslaving"),
    Onderwerp("mobiliteit", "Ergens naartoe gaan"),
    Onderwerp("vrije_tijd", "Vrije tijd en meedoen"),
    Onderwerp("justitie_veiligheid", "Justitie en veiligheid"),
    Onderwerp("zingeving", "Zingeving"),
)
"""Life areas as district teams commonly use them. No law fixes the list (certainty: medium)."""

POSITIEVE_GEZONDHEID = (
    Onderwerp("lichaamsfuncties", "Lichaamsfuncties"),
    Onderwerp("mentaal_welbevinden", "Mentaal welbevinden"),
    Onderwerp("zingeving", "Zingeving"),
    Onderwerp("kwaliteit_van_leven", "Kwaliteit van leven"),
    Onderwerp("meedoen", "Meedoen"),
    Onderwerp("dagelijks_functioneren", "Dagelijks functioneren"),
)
"""The six dimensions of positive health; the resident gives each a mark from 0 to 10."""

DRIE_VRAGEN = (
    Onderwerp("wil", "Wat wil ik?"),
    Onderwerp("kan", "Wat kan ik?"),
    Onderwerp("nodig", "Wat heb ik nodig?"),
)
"""The three questions of a conversation, in the words of the resident."""


def leefgebieden() -> tuple[Onderwerp, ...]:
    """Give the common life areas in the order of a conversation."""
    return LEEFGEBIEDEN
