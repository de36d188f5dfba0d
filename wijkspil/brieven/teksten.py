"""What each letter must say, as one model per template.

The required contents follow the law: the confirmation Wmo 2015 art. 2.3.2 lid 1-3, the report of the investigation
art. 2.3.2 lid 4-8, the decision Awb art. 3:45-3:47 and Wmo 2015 art. 2.3.5, 2.3.6 and 2.3.8. Required means required:
"there is no personal plan" is an answer that somebody must give, so such fields accept None but have no default.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from wijkspil.brieven.bloktekst import BLOKKENBRIEVEN, Tekstbrief
from wijkspil.brieven.onderdelen import (
    Activiteit,
    Bedrag,
    Briefgegevens,
    Clientondersteuning,
    Datum,
    Deel,
    Tekst,
    Termijn,
)

Kloktijd = Annotated[str, StringConstraints(pattern=r"^([01]?\d|2[0-3])[.:][0-5]\d$")]

ONDERZOEKSONDERWERPEN = "abcdefg"
"""The subjects of the investigation, as lettered in Wmo 2015 art. 2.3.2 lid 4; the template names them in plain Dutch."""


class Ontvangstbevestiging(Tekstbrief):
    """Confirms a melding and says what happens next and until when (Wmo 2015 art. 2.3.2 lid 1-3)."""

    SJABLOON = "ontvangstbevestiging"
    datum_melding: Datum = Field(description="de dag waarop de melding binnenkwam")
    hulpvraag: Tekst = Field(description="de hulpvraag in de woorden van de inwoner")
    eerste_contact: Datum = Field(description="de dag waarop wij de inwoner uiterlijk bellen")
    onderzoek: Termijn = Field(description="de termijn waarbinnen het onderzoek klaar is")
    persoonlijk_plan: Termijn = Field(description="de termijn om een persoonlijk plan te geven")
    clientondersteuning: Clientondersteuning = Field(description="wie gratis cliëntondersteuning geeft")
    spoed: Tekst | None = Field(description="wat wij nu al doen omdat het dringend is, of niets")

    @property
    def onderwerp(self) -> str:
        return "Wij hebben uw melding ontvangen"


class UitnodigingGesprek(Tekstbrief):
    """Invites to the conversation that the investigation turns on."""

    SJABLOON = "uitnodiging_gesprek"
    datum_gesprek: Datum = Field(description="de dag van het gesprek")
    verzet_van: Datum | None = Field(
        None, description="de dag van de afspraak waarvoor deze in de plaats komt"
    )
    begintijd: Kloktijd = Field(description="hoe laat het gesprek begint, zoals 10.30")
    duur: Tekst = Field(description="hoe lang het gesprek ongeveer duurt")
    plaats: Tekst = Field(description="waar het gesprek is, zoals bij u thuis")
    gesprekspartner: Tekst = Field(description="met wie het gesprek is")
    hulpvraag: Tekst = Field(description="waar het gesprek over gaat")
    meenemen: tuple[Tekst, ...] = Field(min_length=1, description="wat de inwoner klaarlegt of meeneemt")
    clientondersteuning: Clientondersteuning = Field(description="wie gratis cliëntondersteuning geeft")

    @property
    def onderwerp(self) -> str:
        return "Uitnodiging voor een gesprek"


class Identiteit(Deel):
    """How identity was established (Wmo 2015 art. 2.3.4): the kind of document, never its number."""

    document: Tekst = Field(description="soort document, zoals paspoort")
    datum: Datum = Field(description="wanneer het document is gezien")


class Bevinding(Deel):
    onderwerp: Literal["a", "b", "c", "d", "e", "f", "g"] = Field(description="letter in art. 2.3.2 lid 4")
    tekst: Tekst = Field(description="wat wij bij dit onderwerp hebben gezien en gehoord")


class Oplossing(Deel):
    """One part of the proposed arrangement, with the reason for it."""

    doel: Tekst = Field(description="wat de inwoner wil bereiken")
    wie: Tekst = Field(
        description="wie het doet: inwoner, netwerk, algemene voorziening, andere wet of maatwerk"
    )
    wat: Tekst = Field(description="wat er gebeurt en hoe vaak")
    reden: Tekst = Field(description="waarom dit past")


class Onderzoeksverslag(Tekstbrief):
    """The written account of the investigation (Wmo 2015 art. 2.3.2 lid 8)."""

    SJABLOON = "onderzoeksverslag"
    datum_melding: Datum = Field(description="de dag waarop de melding binnenkwam")
    datum_gesprek: Datum | None = Field(description="de dag van het gesprek, of geen gesprek")
    aanwezigen: tuple[Tekst, ...] = Field(description="wie bij het gesprek waren")
    identiteit: Identiteit | None = Field(description="hoe de identiteit is vastgesteld, of nog niet")
    hulpvraag: Tekst = Field(description="de hulpvraag in de woorden van de inwoner")
    bevindingen: tuple[Bevinding, ...] = Field(description="de bevinding bij elk onderwerp a tot en met g")
    persoonlijk_plan: Tekst | None = Field(description="wat wij met het persoonlijk plan deden, of geen plan")
    clientondersteuning: Tekst = Field(description="dat cliëntondersteuning is aangeboden en of die er was")
    pgb_uitleg: Tekst = Field(description="welke uitleg over het persoonsgebonden budget is gegeven")
    advies: Tekst | None = Field(description="deskundig advies dat is gevraagd, of geen")
    uitkomst: Tekst = Field(description="de uitkomst van het onderzoek in het kort")
    oplossingen: tuple[Oplossing, ...] = Field(min_length=1, description="het voorgestelde arrangement")
    eigen_bijdrage: Tekst = Field(description="welke eigen bijdrage de inwoner kan verwachten")
    reageren: Termijn = Field(description="de termijn om op het verslag te reageren")
    besluittermijn: Tekst = Field(description="hoe snel er na een aanvraag een besluit is, zoals twee weken")

    @model_validator(mode="after")
    def _alle_onderwerpen(self) -> Self:
        gegeven = [bevinding.onderwerp for bevinding in self.bevindingen]
        if mist := [letter for letter in ONDERZOEKSONDERWERPEN if letter not in gegeven]:
            raise ValueError(
                f"bij bevindingen ontbreekt onderwerp {', '.join(mist)} van Wmo 2015 artikel 2.3.2 lid 4"
            )
        if len(gegeven) > len(set(gegeven)):
            raise ValueError("bij bevindingen staat een onderwerp dubbel; voeg de teksten samen")
        return self

    @property
    def onderwerp(self) -> str:
        return "Verslag van ons onderzoek"


class Budget(Deel):
    """The personal budget part of a decision (Wmo 2015 art. 2.3.6)."""

    bedrag: Bedrag = Field(description="de hoogte van het budget")
    per: Tekst = Field(description="de periode van het bedrag, zoals maand")
    berekening: Tekst = Field(description="hoe het bedrag is berekend")
    kwaliteit: Tekst = Field(description="welke eisen wij aan de hulp stellen")
    verantwoording: Tekst = Field(description="hoe de inwoner het budget verantwoordt")


class Toekenning(Deel):
    """A provision that is granted, in kind or as a budget."""

    soort: Literal["toekenning"] = "toekenning"
    voorziening: Tekst = Field(description="de voorziening")
    grondslag: Tekst = Field(description="het wetsartikel en de verordening")
    resultaat: Tekst = Field(description="wat de voorziening moet opleveren")
    activiteiten: tuple[Activiteit, ...] = Field(default=(), description="activiteiten met frequentie")
    omvang: Tekst | None = Field(default=None, description="de omvang in uren")
    aanbieder: Tekst | None = Field(default=None, description="wie de hulp levert")
    budget: Budget | None = Field(default=None, description="het persoonsgebonden budget")
    ingangsdatum: Datum = Field(description="de eerste dag")
    einddatum: Datum | None = Field(description="de laatste dag, of geen")
    evaluatie: Datum = Field(description="wanneer wij samen kijken of de hulp nog past")

    @model_validator(mode="after")
    def _kenbaar(self) -> Self:
        if not self.activiteiten and not self.omvang:
            raise ValueError(
                f"bij {self.voorziening} staat alleen een resultaat; noem de uren of de activiteiten met frequentie"
            )
        if (self.aanbieder is None) == (self.budget is None):
            raise ValueError(f"noem bij {self.voorziening} een aanbieder of een budget, en niet allebei")
        if self.einddatum and self.einddatum < self.ingangsdatum:
            raise ValueError(f"bij {self.voorziening} ligt de einddatum voor de ingangsdatum")
        return self


class Afwijzing(Deel):
    """A provision that is refused, with its ground and what is judged sufficient instead."""

    soort: Literal["afwijzing"] = "afwijzing"
    voorziening: Tekst = Field(description="de gevraagde voorziening")
    grondslag: Tekst = Field(description="het wetsartikel en de verordening")
    reden: Tekst = Field(description="waarom de voorziening niet wordt toegekend")
    wel_passend: Tekst = Field(description="welke oplossing volgens ons genoeg is")


class Beeindiging(Deel):
    """Help that ends: until when, why, and what can be done instead (Wmo 2015 art. 2.3.10)."""

    soort: Literal["beeindiging"] = "beeindiging"
    voorziening: Tekst = Field(description="de hulp die stopt")
    grondslag: Tekst = Field(description="het wetsartikel en de verordening")
    laatste_dag: Datum = Field(description="de laatste dag van de hulp")
    wel_passend: Tekst = Field(description="welke oplossing volgens ons genoeg is")


class Bijdrage(Deel):
    """The own contribution; without an amount the letter says that the CAK will tell it."""

    verschuldigd: bool = Field(description="of de inwoner een eigen bijdrage betaalt")
    bedrag: Bedrag | None = Field(default=None, description="het hoogste bedrag per maand, als het bekend is")
    uitleg: Tekst = Field(description="waarom wel of niet, en wat er nog van afhangt")


class Bezwaar(Termijn):
    """The objection clause (Awb art. 3:45): term, last day, body and how."""

    orgaan: Tekst = Field(description="het bestuursorgaan waar het bezwaar naartoe gaat")
    adres: Tekst = Field(description="het postadres voor bezwaar")
    digitaal: Tekst | None = Field(default=None, description="waar digitaal bezwaar kan")


class Beschikking(Tekstbrief):
    """The decision on an application, granted, refused or partly each."""

    SJABLOON = "beschikking"
    datum_melding: Datum = Field(description="de dag van de melding")
    datum_aanvraag: Datum = Field(description="de dag van de aanvraag")
    onderdelen: tuple[Annotated[Toekenning | Afwijzing | Beeindiging, Field(discriminator="soort")], ...] = (
        Field(min_length=1, description="wat er is toegekend en wat er is afgewezen")
    )
    redenen: tuple[Tekst, ...] = Field(min_length=1, description="de redenen van het besluit")
    persoonlijk_plan: Tekst | None = Field(description="reactie op het persoonlijk plan, of geen plan")
    advies: Tekst | None = Field(description="deskundig advies en wat wij ermee deden, of geen")
    gehoord: Datum | None = Field(description="wanneer de inwoner is gehoord (Awb 4:7), of niet nodig")
    samenhang: Tekst | None = Field(default=None, description="hoe dit past bij andere hulp")
    bijdrage: Bijdrage | None = Field(description="de eigen bijdrage; geen bij volledige afwijzing")
    bezwaar: Bezwaar = Field(description="de bezwaarclausule")

    @model_validator(mode="after")
    def _bijdrage_bij_toekenning(self) -> Self:
        if self.bijdrage is None and self.toegekend:
            raise ValueError("bijdrage ontbreekt: een toekenning zegt of er een eigen bijdrage is")
        return self

    @property
    def toegekend(self) -> tuple[Toekenning, ...]:
        return tuple(deel for deel in self.onderdelen if isinstance(deel, Toekenning))

    @property
    def onderwerp(self) -> str:
        *eerste, laatste = dict.fromkeys(deel.voorziening for deel in self.onderdelen)
        namen = f"{', '.join(eerste)} en {laatste}" if eerste else laatste
        if all(isinstance(deel, Beeindiging) for deel in self.onderdelen):
            return f"Besluit: uw {namen} stopt"
        return f"Besluit op uw aanvraag voor {namen}"


class Afspraak(Deel):
    wie: Tekst = Field(description="wie het doet")
    wat: Tekst = Field(description="wat diegene doet")
    wanneer: Tekst = Field(description="wanneer of hoe vaak")


class Afspraakbevestiging(Tekstbrief):
    """Confirms an agreement without a decision, with the standing right to ask for one."""

    SJABLOON = "afspraakbevestiging"
    datum_gesprek: Datum = Field(description="de dag waarop de afspraken zijn gemaakt")
    eigen_woorden: Tekst = Field(description="wat de inwoner wil bereiken, in eigen woorden")
    afspraken: tuple[Afspraak, ...] = Field(min_length=1, description="wie doet wat en wanneer")
    bijdrage: Tekst | None = Field(default=None, description="of de inwoner iets betaalt, en wat")
    terugkijken: Datum = Field(description="de dag waarop wij samen terugkijken")
    terugkijken_hoe: Tekst = Field(description="hoe wij terugkijken, zoals telefonisch")
    besluittermijn: Tekst = Field(description="hoe snel er na een aanvraag een besluit is, zoals twee weken")

    @property
    def onderwerp(self) -> str:
        return "Onze afspraken"


SJABLONEN: dict[str, type[Briefgegevens]] = {
    "ontvangstbevestiging": Ontvangstbevestiging,
    "uitnodiging_gesprek": UitnodigingGesprek,
    "onderzoeksverslag": Onderzoeksverslag,
    "beschikking": Beschikking,
    "afspraakbevestiging": Afspraakbevestiging,
    **BLOKKENBRIEVEN,
}
"""Every template by name, with the model of what it needs."""
