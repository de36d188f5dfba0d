"""The eight axes on which municipalities differ on purpose.

A municipality chooses once per axis; a product may choose otherwise (`AfwijkendeAssen`). What then holds for
one product is a `Productassen`, in which nothing is left open. Code asks the axis, never the name of the municipality.
"""

from enum import StrEnum
from typing import Self

from wijkspil.werkwijzen.basis import Aantal, Herkomst, JaNee, Kaart, Tekst


class Besluitmoment(StrEnum):
    """When support rests on a formal decision; on request it is always possible, whatever is chosen here."""

    ALTIJD = "altijd"
    NOOIT = "nooit"
    OP_VERZOEK = "op_verzoek"


class Besluitinhoud(StrEnum):
    """What the decision promises."""

    RESULTAAT_ZONDER_UREN = "resultaat_zonder_uren"
    ACTIVITEITEN_EN_FREQUENTIES = "activiteiten_en_frequenties"
    UREN = "uren"


class Leveringswijze(StrEnum):
    """Who delivers the support."""

    GECONTRACTEERD = "gecontracteerd"
    CONSORTIUM = "consortium"
    EIGEN_TEAM = "eigen_team"
    INFORMEEL = "informeel"


class Bekostigingswijze(StrEnum):
    """How the support is paid."""

    PXQ = "pxq"
    MAANDBEDRAG = "maandbedrag"
    PERIODETARIEF = "periodetarief"
    LUMPSUM = "lumpsum"

    @property
    def uitvoeringsvariant(self) -> str:
        """Name the iWmo execution variant: inspanningsgericht, outputgericht or taakgericht."""
        return {"pxq": "inspanningsgericht", "lumpsum": "taakgericht"}.get(self.value, "outputgericht")


class Toegangswijze(StrEnum):
    """Where a question comes in and is looked at."""

    CENTRAAL = "centraal"
    WIJK = "wijk"
    AANBIEDER = "aanbieder"
    GEFEDEREERD = "gefedereerd"


class Verantwoordingswijze(StrEnum):
    """On what level providers account for their work."""

    CLIENT = "client"
    STEEKPROEF = "steekproef"
    POPULATIE = "populatie"
    ZRM = "zrm"


class Schaalniveau(StrEnum):
    """Who holds contract, price and purchase."""

    GEMEENTE = "gemeente"
    REGIO = "regio"
    CENTRUMGEMEENTE = "centrumgemeente"


class Onderzoeker(StrEnum):
    """Who investigates: itself, by another hand (Wmo 2015 art. 2.6.4), or with the right to decide (art. 2.6.3)."""

    GEMEENTE = "gemeente"
    GEDELEGEERD = "gedelegeerd"
    GEMANDATEERD = "gemandateerd"


class Rechtsvorm(StrEnum):
    """The legal form of support (Wmo 2015 art. 1.1.1)."""

    MAATWERK = "maatwerk"
    ALGEMENE_VOORZIENING = "algemene_voorziening"


class Besluitvorm(Herkomst):
    """When there is a decision, and what stands in it.

    `uren_intern` keeps the objectively based hours behind a result decision, ready to show (CRvB 8 October 2018,
    ECLI:NL:CRVB:2018:3241). `bij_pgb`: a personal budget always rests on a decision (Wmo 2015 art. 2.3.6).
    """

    wanneer: Besluitmoment
    inhoud: Besluitinhoud
    uren_intern: JaNee
    bij_pgb: Besluitmoment = Besluitmoment.ALTIJD


class Levering(Herkomst):
    keuze: Leveringswijze


class Bekostiging(Herkomst):
    keuze: Bekostigingswijze


class Toegang(Herkomst):
    keuze: Toegangswijze


class Verantwoording(Herkomst):
    """How providers account, how often a year, and from how many people a group may be shown."""

    keuze: Verantwoordingswijze
    keer_per_jaar: Aantal
    kleinste_groep: Aantal = 10


class Schaal(Herkomst):
    keuze: Schaalniveau


class Onderzoek(Herkomst):
    keuze: Onderzoeker


class EigenBijdrage(Herkomst):
    """Whether the resident pays a contribution for support of one legal form, and on what ground."""

    geldt: JaNee
    grond: Tekst


class EigenBijdragePerRechtsvorm(Kaart):
    maatwerk: EigenBijdrage
    algemene_voorziening: EigenBijdrage

    def voor(self, rechtsvorm: Rechtsvorm) -> EigenBijdrage:
        """Pick the rule for one legal form."""
        return self.maatwerk if rechtsvorm is Rechtsvorm.MAATWERK else self.algemene_voorziening


class Assen(Kaart):
    """The choice of a municipality on all eight axes."""

    besluitvorm: Besluitvorm
    levering: Levering
    bekostiging: Bekostiging
    toegang: Toegang
    verantwoording: Verantwoording
    schaal: Schaal
    onderzoek: Onderzoek
    eigen_bijdrage: EigenBijdragePerRechtsvorm


class AfwijkendeAssen(Kaart):
    """Where one product goes another way; an axis left out follows the municipality."""

    besluitvorm: Besluitvorm | None = None
    levering: Levering | None = None
    bekostiging: Bekostiging | None = None
    toegang: Toegang | None = None
    verantwoording: Verantwoording | None = None
    schaal: Schaal | None = None
    onderzoek: Onderzoek | None = None
    eigen_bijdrage: EigenBijdrage | None = None


class Productassen(Kaart):
    """What holds for one product, with the municipality's choice filled in wherever the product has none."""

    besluitvorm: Besluitvorm
    levering: Levering
    bekostiging: Bekostiging
    toegang: Toegang
    verantwoording: Verantwoording
    schaal: Schaal
    onderzoek: Onderzoek
    eigen_bijdrage: EigenBijdrage

    @classmethod
    def van(cls, standaard: Assen, afwijkend: AfwijkendeAssen, rechtsvorm: Rechtsvorm) -> Self:
        """Lay the product's own choices over those of the municipality."""
        return cls(
            besluitvorm=afwijkend.besluitvorm or standaard.besluitvorm,
            levering=afwijkend.levering or standaard.levering,
            bekostiging=afwijkend.bekostiging or standaard.bekostiging,
            toegang=afwijkend.toegang or standaard.toegang,
            verantwoording=afwijkend.verantwoording or standaard.verantwoording,
            schaal=afwijkend.schaal or standaard.schaal,
            onderzoek=afwijkend.onderzoek or standaard.onderzoek,
            eigen_bijdrage=afwijkend.eigen_bijdrage or standaard.eigen_bijdrage.voor(rechtsvorm),
        )
