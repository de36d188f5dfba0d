"""The parts that letters are built from: recipient, contact person, dates and amounts in Dutch words.

Each field carries its meaning in Dutch, because an incomplete letter answers with that sentence.
Dates and amounts stay dates and amounts in Python; they become words at the moment they go to the template.
"""

from datetime import date
from decimal import Decimal
from typing import Annotated

from babel.dates import format_date
from babel.numbers import format_currency
from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, StringConstraints


def datum_voluit(dag: date) -> str:
    """A day in Dutch words, as in "dinsdag 24 november 2026"."""
    return format_date(dag, "EEEE d MMMM y", locale="nl")


def bedrag_voluit(euro: Decimal) -> str:
    """An amount in euro in Dutch notation, as in "€ 21,80"."""
    return format_currency(euro, "EUR", locale="nl")


Datum = Annotated[date, PlainSerializer(datum_voluit, return_type=str, when_used="json")]
Bedrag = Annotated[
    Decimal,
    Field(ge=0, decimal_places=2),
    PlainSerializer(bedrag_voluit, return_type=str, when_used="json"),
]
Tekst = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Merk = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9./-]{1,39}$")]
Kleur = Annotated[str, StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]


class Deel(BaseModel):
    """A part of a letter: immutable, and a field nobody knows is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Gemeentegegevens(Deel):
    naam: Tekst = Field(description="naam zonder het woord gemeente")
    kleur: Kleur = Field(description="huiskleur als #rrggbb")
    retouradres: Tekst = Field(description="adres waar onbestelbare post naar teruggaat, op één regel")
    telefoon: Tekst = Field(description="algemeen telefoonnummer")
    website: Tekst = Field(description="adres van de website")


class Geadresseerde(Deel):
    naam: Tekst = Field(description="naam zoals die op de envelop staat")
    aanhef: Tekst = Field(description="hoe de brief begint, zoals Beste mevrouw De Wit")
    adresregels: tuple[Tekst, ...] = Field(
        default=(), max_length=4, description="straat en huisnummer, dan postcode en plaats"
    )


class Contactpersoon(Deel):
    naam: Tekst = Field(description="naam van de vaste contactpersoon")
    functie: Tekst = Field(description="wat de contactpersoon doet")
    telefoon: Tekst = Field(description="rechtstreeks telefoonnummer")
    bereikbaar: Tekst = Field(description="dagen en uren waarop de contactpersoon bereikbaar is")
    email: Tekst | None = Field(default=None, description="e-mailadres")


class Clientondersteuning(Deel):
    """The free, independent client support to point to (Wmo 2015 art. 2.3.2 lid 3)."""

    naam: Tekst = Field(description="organisatie die gratis onafhankelijke cliëntondersteuning geeft")
    telefoon: Tekst = Field(description="telefoonnummer van de cliëntondersteuning")
    website: Tekst | None = Field(default=None, description="website van de cliëntondersteuning")


class Termijn(Deel):
    """A term in words with its last day; both come from the rules, the letter computes nothing."""

    duur: Tekst = Field(description="de termijn in woorden, zoals zes weken")
    uiterlijk: Datum = Field(description="de laatste dag van de termijn")


class Ondertekening(Deel):
    namens: Tekst = Field(description="bestuursorgaan of afdeling namens wie de brief uitgaat")
    naam: Tekst = Field(description="naam van wie ondertekent")
    functie: Tekst = Field(description="functie van wie ondertekent")


class Activiteit(Deel):
    """What is done and how often (CRVB:2018:3241: a bare result is too uncertain)."""

    wat: Tekst = Field(description="de activiteit")
    frequentie: Tekst = Field(description="hoe vaak, zoals elke week")


class Briefgegevens(Deel):
    """What every letter needs: who writes to whom, when, and under which marks (trust control L1)."""

    gemeente: Gemeentegegevens = Field(description="de gemeente die de brief verstuurt")
    kenmerk: Merk = Field(description="kenmerk van de zaak")
    ontvangerkenmerk: Merk = Field(description="kenmerk van deze ontvanger binnen de zaak")
    dagtekening: Datum = Field(description="de datum van de brief")
    geadresseerde: Geadresseerde = Field(description="aan wie de brief gaat")
    geheim_adres: bool = Field(description="of het adres beschermd is en niet in de brief mag staan")
    contactpersoon: Contactpersoon = Field(description="bij wie de inwoner terechtkan")
    ondertekening: Ondertekening = Field(description="wie de brief ondertekent")
    bijlagen: tuple[Tekst, ...] = Field(default=(), description="wat er is bijgevoegd")

    @property
    def onderwerp(self) -> str:
        """The line above the letter, which is also the title of the PDF; never the name of a person."""
        raise NotImplementedError
