"""What a municipality agreed about place, plan, letters, purchase and aftercare, and how its pages look."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from wijkspil.werkwijzen.basis import Aantal, Herkomst, JaNee, Kaart, Percentage, Sleutel, Tekst, Telling
from wijkspil.werkwijzen.catalogus import Inkoopwijze

CbsCode = Annotated[
    str,
    Field(
        pattern=r"^[0-9]{4}$", description='de CBS-code: vier cijfers tussen aanhalingstekens, zoals "0484"'
    ),
]
Kleur = Annotated[
    str, Field(pattern=r"^#[0-9a-fA-F]{6}$", description='een kleur als "#1b4d5c", tussen aanhalingstekens')
]


class Provincie(StrEnum):
    GRONINGEN = "Groningen"
    FRYSLAN = "Fryslân"
    DRENTHE = "Drenthe"
    OVERIJSSEL = "Overijssel"
    FLEVOLAND = "Flevoland"
    GELDERLAND = "Gelderland"
    UTRECHT = "Utrecht"
    NOORD_HOLLAND = "Noord-Holland"
    ZUID_HOLLAND = "Zuid-Holland"
    ZEELAND = "Zeeland"
    NOORD_BRABANT = "Noord-Brabant"
    LIMBURG = "Limburg"


class Voorganger(Kaart):
    """A municipality that merged into this one; old files and figures still carry its code."""

    naam: Tekst
    cbs_code: CbsCode | None = None


class Deelgebied(Kaart):
    """A part of the municipality with words or teams of its own, such as a former municipality."""

    sleutel: Sleutel
    naam: Tekst


class Gemeente(Herkomst):
    naam: Tekst
    naam_in_brieven: Tekst
    cbs_code: CbsCode
    provincie: Provincie
    ontstaan_op: date | None = None
    voorgangers: tuple[Voorganger, ...] = ()
    deelgebieden: tuple[Deelgebied, ...] = ()


class Regio(Herkomst):
    """The region that shares rules, purchase or access; `gemeenten` as the source names them."""

    naam: Tekst
    gemeenten: tuple[Tekst, ...] = ()
    centrumgemeente: Tekst | None = None
    taken: tuple[Tekst, ...] = ()


class Perspectief(Kaart):
    sleutel: Sleutel
    label: Tekst


class Planvorm(Herkomst):
    """What the one plan is called, who signs it, and what the person who keeps it together is called."""

    naam: Tekst
    perspectieven: Annotated[tuple[Perspectief, ...], Field(min_length=1)]
    handtekeningen: Annotated[tuple[Sleutel, ...], Field(min_length=1)]
    regisseur: Tekst


class Laddertrede(Kaart):
    trede: Sleutel
    label: Tekst


class Ladder(Herkomst):
    lijst: tuple[Laddertrede, ...]


class Uitkomst(Kaart):
    """A way in which a question may end; `terugkijken_na_weken` puts it on somebody's list again.

    `reden_nodig` asks why, `terug_zonder_melding` lets the question go on where it stopped, and `tenzij` says when the
    municipality does act although nobody asks.
    """

    sleutel: Sleutel
    label: Tekst
    terugkijken_na_weken: Aantal | None = None
    reden_nodig: JaNee = False
    terug_zonder_melding: JaNee = False
    tenzij: Tekst | None = None


class Uitkomsten(Herkomst):
    lijst: Annotated[tuple[Uitkomst, ...], Field(min_length=1)]

    def uitkomst(self, sleutel: str) -> Uitkomst | None:
        """Give one way to end; None when this municipality does not name it."""
        return next((u for u in self.lijst if u.sleutel == sleutel), None)


class Melding(Herkomst):
    """Within how many working days a report is confirmed; the law gives no number (Wmo 2015 art. 2.3.2 lid 1)."""

    bevestiging_werkdagen: Telling


class Bezwaar(Herkomst):
    """The words about objection under a decision, and about asking for a decision under an agreement.

    In the texts `{gemeente}` and `{uiterlijk}` are filled in.
    """

    instantie: Tekst
    tekst_besluit: Tekst
    tekst_afspraak: Tekst


class Brieven(Herkomst):
    ondertekenaar: Tekst
    afdeling: Tekst


class Evaluatie(Herkomst):
    elke_maanden: Aantal


class Nazorg(Herkomst):
    na_weken: Aantal
    wijze: Tekst


class Berichtenverkeer(Herkomst):
    """Which iWmo messages are used at all; each product says whether it travels this way."""

    berichten: tuple[Annotated[int, Field(strict=True, ge=301, le=325)], ...] = ()


class Inkoop(Herkomst):
    """How support is bought by default; `kader_per_aanbieder` is a money frame with an early warning."""

    wijze: Inkoopwijze
    toelichting: Tekst
    kader_per_aanbieder: JaNee = False
    waarschuw_bij_percentage: Percentage | None = None


class ConsortiumLid(Kaart):
    naam: Tekst
    deskundigheid: Tekst


class Consortium(Herkomst):
    """One party of several organisations with a task for the population (taakgerichte uitvoeringsvariant)."""

    sleutel: Sleutel
    naam: Tekst
    opdracht: Tekst
    aantal_teams: Aantal
    aantal_organisaties: Aantal
    leden: tuple[ConsortiumLid, ...] = ()
    rapport_keer_per_jaar: Aantal
    jaarbedrag: Annotated[Decimal, Field(ge=0, decimal_places=2, description="een bedrag in euro")] | None = (
        None
    )


class Normenkader(Herkomst):
    """A norm set for hours; a `schaduw` set runs along for comparison and never decides.

    `gemeten_uren_per_week` is the average that the document reports, `geraadpleegd` who helped to make it.
    """

    sleutel: Sleutel
    naam: Tekst
    rol: Annotated[str, Field(pattern=r"^(leidend|schaduw)$", description="leidend of schaduw")]
    vanaf: date
    tot: date | None = None
    gemeten_uren_per_week: Annotated[Decimal, Field(ge=0, description="uren per week, zoals 2.8")] | None = (
        None
    )
    geraadpleegd: tuple[Tekst, ...] = ()


class Proef(Herkomst):
    """An experiment: what is asked, what is compared, and when to stop."""

    sleutel: Sleutel
    naam: Tekst
    vraag: Tekst
    van: date
    tot: date | None = None
    producten: tuple[Tekst, ...] = ()
    armen: Annotated[tuple[Tekst, ...], Field(min_length=2)]
    stopregel: Tekst


class Thema(Herkomst):
    """The colours of the pages; contrast is checked before a file is accepted."""

    merk: Kleur
    merk_donker: Kleur
    op_merk: Kleur
    accent: Kleur
