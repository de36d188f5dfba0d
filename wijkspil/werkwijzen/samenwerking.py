"""With whom a municipality works: regions, shared access, partners, three laws, and a provider that may decide.

Everything here may be left out; a municipality that says nothing works alone and within its own law.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from wijkspil.werkwijzen.basis import (
    EIGEN_INVULLING,
    Aantal,
    Herkomst,
    JaNee,
    Kaart,
    Percentage,
    Sleutel,
    Tekst,
    Wet,
    Zekerheid,
)

Euro = Annotated[Decimal, Field(ge=0, decimal_places=2, description="een bedrag in euro, zoals 310.00")]


class Regiosoort(StrEnum):
    """What a region is for; a municipality is a member of several at once."""

    WMO = "wmo"
    JEUGD = "jeugd"
    INKOOP = "inkoop"
    TOEGANG = "toegang"
    BESCHERMD_WONEN = "beschermd_wonen"
    ARBEIDSMARKT = "arbeidsmarkt"
    ZORGKANTOOR = "zorgkantoor"
    GGD = "ggd"


class Lidmaatschap(Herkomst):
    """Membership of one region for one task, with its days: regions change, and old files keep the old one."""

    sleutel: Sleutel
    soort: Regiosoort
    naam: Tekst
    gemeenten: tuple[Tekst, ...] = ()
    centrumgemeente: Tekst | None = None
    vanaf: date | None = None
    tot: date | None = None


class Verantwoordelijkheid(Herkomst):
    """Who is responsible for a task, and for which products, from a day on (B15, B53); the next period has its own row."""

    taak: Tekst
    wie: Tekst
    vanaf: date
    tot: date | None = None
    producten: tuple[Tekst, ...] = ()

    def geldt_op(self, dag: date) -> bool:
        return self.vanaf <= dag and (self.tot is None or dag <= self.tot)


def op_dag(perioden: Iterable[Verantwoordelijkheid], dag: date) -> Verantwoordelijkheid | None:
    """The period that holds on a day; None when nobody knows who is responsible then."""
    return next((periode for periode in perioden if periode.geldt_op(dag)), None)


class GedeeldeToegang(Herkomst):
    """One organisation that assesses for several municipalities, while each keeps its own files and money.

    `beoordeelt` names the steps it does; `team` is the team behind which it works in this municipality.
    """

    naam: Tekst
    team: Sleutel
    gemeenten: Annotated[tuple[Tekst, ...], Field(min_length=2)]
    regels_gedeeld: JaNee
    backoffice_gedeeld: JaNee
    gegevens_gescheiden: JaNee = True
    budget_gescheiden: JaNee = True


class Zicht(StrEnum):
    """What a partner sees of a question that came in through its door."""

    EIGEN_DEEL = "eigen_deel"
    STAND = "stand"
    DOSSIER = "dossier"


class Partner(Herkomst):
    """An organisation with its own systems that takes questions in, or to which questions are handed over warmly."""

    sleutel: Sleutel
    naam: Tekst
    deur: Sleutel | None = None
    wetten: Annotated[tuple[Wet, ...], Field(min_length=1)]
    neemt_op: JaNee = True
    neemt_over: JaNee = True
    zicht: Zicht = Zicht.EIGEN_DEEL


class Overdracht(Herkomst):
    """A warm hand-over stays on a list until the receiver confirms, refuses, or it comes back."""

    bevestigen_werkdagen: Aantal
    terug_na_werkdagen: Aantal


class Wettenkader(Herkomst):
    """How questions over several laws are treated: the order in which laws are asked about, and who pays meanwhile.

    `overbruggen`: the municipality helps now and settles with the other law later.
    """

    volgorde: Annotated[tuple[Wet, ...], Field(min_length=1)]
    overbruggen: JaNee
    overbruggen_weken: Aantal | None = None
    zichtbaar_voor_inwoner: JaNee = True


class Aandeel(Kaart):
    partij: Tekst
    percentage: Percentage


class GedeeldeBesparing(Herkomst):
    """An agreement that what is saved over laws is shared; whose pocket it was does not matter."""

    sleutel: Sleutel
    naam: Tekst
    aandelen: Annotated[tuple[Aandeel, ...], Field(min_length=2)]
    van: date | None = None
    tot: date | None = None


class Kostenverdeling(Herkomst):
    """The key by which a region shares what it pays together (B1). Only shares: no money is moved."""

    grondslag: Tekst
    aandelen: Annotated[tuple[Aandeel, ...], Field(min_length=2)]


class AanbiederMandaat(Herkomst):
    """Providers that may establish rights for the college (Wmo 2015 art. 2.6.3), with a limit and a check afterwards.

    `ook_eigen_levering`: also over help that the party gives itself.
    """

    aanbieders: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    besluitsoorten: Annotated[tuple[Sleutel, ...], Field(min_length=1)]
    producten: Annotated[tuple[Tekst, ...], Field(min_length=1)]
    tot_euro: Euro | None = None
    ook_eigen_levering: JaNee = False
    controle_percentage: Percentage


class Overgang(StrEnum):
    """A moment at which somebody could lose a trusted helper."""

    ANDERE_WET = "andere_wet"
    NIEUW_CONTRACT = "nieuw_contract"
    NA_CRISIS = "na_crisis"
    ACHTTIEN_JAAR = "achttien_jaar"


class Continuiteit(Herkomst):
    """What is checked before a transition, so that nobody has to change helper without knowing it beforehand."""

    toets_bij: Annotated[tuple[Overgang, ...], Field(min_length=1)]
    bijdrage_vergelijken: JaNee
    vooraf_weken: Aantal


GEWONE_OVERDRACHT = Overdracht(
    bevestigen_werkdagen=5, terug_na_werkdagen=10, bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG
)
GEWONE_WETTEN = Wettenkader(
    volgorde=(Wet.ZVW, Wet.WLZ, Wet.WMO), overbruggen=False, bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG
)
GEWONE_CONTINUITEIT = Continuiteit(
    toets_bij=(Overgang.ANDERE_WET, Overgang.ACHTTIEN_JAAR), bijdrage_vergelijken=False, vooraf_weken=13,
    bron=EIGEN_INVULLING, zekerheid=Zekerheid.LAAG,
)  # fmt: skip
