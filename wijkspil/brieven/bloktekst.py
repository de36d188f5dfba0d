"""Letters that are built from blocks alone (`sjablonen/blokken.typ`): everything around objection, completion and withdrawal.

Their fixed words stand in `standaard/<naam>.yaml` and can be replaced per municipality; the fields below are what may stand
between braces.
"""

from functools import cached_property
from typing import Any, ClassVar, Self

from pydantic import Field, computed_field, model_validator

from .onderdelen import Briefgegevens, Datum, Tekst, Termijn
from .tekst import Brieftekst, GevuldBlok, standaardtekst, vul, vul_zin


class Bezwaarweg(Termijn):
    """Where and until when somebody can object (Awb art. 3:45)."""

    orgaan: Tekst = Field(description="het bestuursorgaan waar het bezwaar naartoe gaat")
    adres: Tekst = Field(description="het postadres voor bezwaar")


class Tekstbrief(Briefgegevens):
    """A letter with fixed words that a municipality may replace. `tekst` is the version that held when it was written."""

    SJABLOON: ClassVar[str]
    tekst: Brieftekst | None = None

    @property
    def woorden(self) -> Brieftekst:
        return self.tekst or standaardtekst(self.SJABLOON)

    @model_validator(mode="after")
    def _woorden_kloppen(self) -> Self:
        _ = self.blokken  # filling raises for a placeholder that this letter doesn't have
        return self

    @computed_field  # type: ignore[prop-decorator]
    @cached_property
    def blokken(self) -> tuple[GevuldBlok, ...]:
        return vul(self.woorden, self.invulvelden())

    def invulvelden(self) -> dict[str, Any]:
        """The values of this letter in words, without the parts of the frame that its blocks don't need."""
        niet = {"tekst", "blokken", "bijlagen", "geadresseerde", "geheim_adres"}
        return self.model_dump(mode="json", exclude=niet)


class Blokkenbrief(Tekstbrief):
    """A letter that is built from its blocks alone, line above it included."""

    @property
    def onderwerp(self) -> str:
        return vul_zin(self.woorden.onderwerp, self.invulvelden())


class BezwaarOntvangen(Blokkenbrief):
    """Confirms an objection (Awb art. 6:14) and says what happens next."""

    SJABLOON = "bezwaar_ontvangen"
    besluit: Tekst = Field(description="nummer van het besluit")
    datum_besluit: Datum = Field(description="de dag van het besluit")
    ontvangen_op: Datum = Field(description="de dag waarop het bezwaar binnenkwam")
    gronden: Tekst = Field(description="wat de inwoner schreef")
    uiterlijk: Datum = Field(description="de laatste dag voor het antwoord")
    te_laat: Tekst | None = Field(description="de laatste dag om bezwaar te maken, als het te laat kwam")


class BezwaarAanvulling(Blokkenbrief):
    """Asks for what is missing in an objection (Awb art. 6:6)."""

    SJABLOON = "bezwaar_aanvulling"
    besluit: Tekst = Field(description="nummer van het besluit")
    wat: Tekst = Field(description="wat er nog mist")
    tot: Datum = Field(description="de laatste dag om het te sturen")


class BezwaarVerdaagd(Blokkenbrief):
    """Says in writing that the answer takes longer (Awb art. 7:10 lid 3)."""

    SJABLOON = "bezwaar_verdaagd"
    besluit: Tekst = Field(description="nummer van het besluit")
    reden: Tekst = Field(description="waarom het langer duurt")
    uiterlijk: Datum = Field(description="de nieuwe laatste dag")


class BezwaarIngetrokken(Blokkenbrief):
    """Confirms that an objection was taken back; the decision stands."""

    SJABLOON = "bezwaar_ingetrokken"
    besluit: Tekst = Field(description="nummer van het besluit")
    reden: Tekst = Field(description="waarom het bezwaar is ingetrokken")


class BesluitOpBezwaar(Blokkenbrief):
    """The answer to an objection, with its reasons and the way to the court (Awb art. 7:12 and 6:23)."""

    SJABLOON = "besluit_op_bezwaar"
    besluit: Tekst = Field(description="nummer van het besluit")
    datum_besluit: Datum = Field(description="de dag van het besluit")
    ontvangen_op: Datum = Field(description="de dag waarop het bezwaar binnenkwam")
    antwoord: Tekst = Field(description="de uitkomst in een zin")
    gronden: Tekst = Field(description="wat de inwoner schreef")
    gehoord: Tekst = Field(description="of er een gesprek was, en anders waarom niet")
    overwegingen: Tekst = Field(description="de redenen van het antwoord")
    gevolg: Tekst = Field(description="wat er nu gebeurt")
    rechtbank: Tekst = Field(description="de rechtbank waar beroep kan")
    beroep: Termijn = Field(description="de termijn voor beroep")


class AanvullingGevraagd(Blokkenbrief):
    """Asks to complete an application (Awb art. 4:5), with what happens otherwise."""

    SJABLOON = "aanvulling_gevraagd"
    datum_aanvraag: Datum = Field(description="de dag van de aanvraag")
    wat: Tekst = Field(description="wat er nog mist")
    tot: Datum = Field(description="de laatste dag om het te sturen")


class BuitenBehandeling(Blokkenbrief):
    """The decision not to take up an application that stayed incomplete (Awb art. 4:5)."""

    SJABLOON = "buiten_behandeling"
    datum_aanvraag: Datum = Field(description="de dag van de aanvraag")
    gevraagd_op: Datum = Field(description="de dag waarop wij om aanvulling vroegen")
    tot: Datum = Field(description="de laatste dag waarop dat kon")
    wat: Tekst = Field(description="wat er nog mist")
    redenen: Tekst = Field(description="de redenen van het besluit")
    bezwaar: Bezwaarweg = Field(description="de bezwaarclausule")


class AanvraagIngetrokken(Blokkenbrief):
    """Confirms that the resident took an application back. Information, not a decision."""

    SJABLOON = "aanvraag_ingetrokken"
    datum_aanvraag: Datum = Field(description="de dag van de aanvraag")
    reden: Tekst = Field(description="waarom de aanvraag is ingetrokken")


class Intrekkingsbesluit(Blokkenbrief):
    """The decision to withdraw a decision that was announced (Wmo 2015 art. 2.3.10)."""

    SJABLOON = "intrekking"
    besluit: Tekst = Field(description="nummer van het besluit")
    datum_besluit: Datum = Field(description="de dag van het besluit")
    reden: Tekst = Field(description="waarom het besluit wordt ingetrokken")
    bezwaar: Bezwaarweg = Field(description="de bezwaarclausule")


class OnderzoekUitbesteed(Blokkenbrief):
    """Says that a provider investigates with the resident, after consent (H16; Wmo 2015 art. 2.6.4)."""

    SJABLOON = "onderzoek_uitbesteed"
    aanbieder: Tekst = Field(description="de organisatie die met de inwoner praat")
    uiterlijk: Datum = Field(description="de dag waarop die verslag doet")
    hulpvraag: Tekst = Field(description="de vraag in de woorden van de inwoner")


BLOKKENBRIEVEN: dict[str, type[Blokkenbrief]] = {
    model.SJABLOON: model
    for model in (
        BezwaarOntvangen,
        BezwaarAanvulling,
        BezwaarVerdaagd,
        BezwaarIngetrokken,
        BesluitOpBezwaar,
        AanvullingGevraagd,
        BuitenBehandeling,
        AanvraagIngetrokken,
        Intrekkingsbesluit,
        OnderzoekUitbesteed,
    )
}
"""Every letter of blocks by name."""

__all__ = ["BLOKKENBRIEVEN", "Bezwaarweg", "Blokkenbrief", "Tekstbrief"]
