"""What stands in the file with which a municipality is set up. Every key has a description; an unknown key is refused."""

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from wijkspil.core.door import Rol

from ..models import Team


class Blok(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def _als_tekst(waarde: object) -> object:
    """A post code without quotes reads as a number."""
    return str(waarde) if isinstance(waarde, int) and not isinstance(waarde, bool) else waarde


Postcode4 = Annotated[str, BeforeValidator(_als_tekst), Field(pattern=r"^[1-9][0-9]{3}$")]
Telefoon = Annotated[str, BeforeValidator(_als_tekst), Field(max_length=20)]
Naam = Annotated[str, Field(min_length=2, max_length=80)]
Mail = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", max_length=254)]
Euro = Annotated[Decimal, Field(ge=0, decimal_places=2)]


class GemeenteBlok(Blok):
    code: int = Field(ge=1, le=9999, description="de CBS-gemeentecode, zonder nullen ervoor")
    naam: Naam
    slug: str = Field(
        pattern=r"^[a-z][a-z0-9-]{1,59}$", description="de naam in het adres: kleine letters en streepjes"
    )
    werkwijze: str = Field(description="de naam van de werkwijze waarmee deze gemeente werkt")
    regio: str = Field(default="", max_length=80)


class WijkBlok(Blok):
    code: str = Field(min_length=1, max_length=10)
    naam: Naam
    deelgebied: str = Field(default="", max_length=80)
    postcodes: tuple[Postcode4, ...] = Field(min_length=1, description="postcodes van vier cijfers")


class TeamBlok(Blok):
    naam: Naam
    soort: Team.Soort
    wijken: tuple[str, ...] = Field(default=(), description="codes van wijken uit dit bestand")
    telefoon: Telefoon = ""
    email: str = ""


class MensBlok(Blok):
    naam: Annotated[str, Field(min_length=2, max_length=120)]
    email: Mail = Field(description="het eigen e-mailadres; niemand deelt een account")
    functie: str = Field(default="", max_length=80)
    organisatie: str = Field(default="", max_length=80, description="leeg: de gemeente zelf")
    telefoon: Telefoon = ""
    rollen: tuple[Rol, ...] = Field(min_length=1)
    teams: tuple[str, ...] = ()
    leidt: tuple[str, ...] = Field(default=(), description="teams die deze persoon leidt")
    toegang: bool = Field(default=True, description="false: deze persoon kan er niet meer in")


class MandaatBlok(Blok):
    rol: Rol | None = Field(default=None, description="iedereen met deze rol; of `wie`")
    wie: str = Field(default="", description="het e-mailadres van één persoon; of `rol`")
    soorten: tuple[str, ...] = Field(min_length=1, description="soorten besluit")
    categorieen: tuple[Annotated[str, BeforeValidator(_als_tekst)], ...] = ()
    tot_euro: Euro | None = Field(default=None, description="kosten per jaar; leeg: geen grens")
    vier_ogen_vanaf_euro: Euro | None = None
    geldig_van: date
    geldig_tot: date | None = None
    grondslag: str = Field(min_length=5, max_length=160, description="het mandaatbesluit en het onderdeel")


class Inrichtbestand(Blok):
    gemeente: GemeenteBlok
    wijken: tuple[WijkBlok, ...] = Field(min_length=1)
    teams: tuple[TeamBlok, ...] = Field(min_length=1)
    mensen: tuple[MensBlok, ...] = Field(min_length=1)
    mandaten: tuple[MandaatBlok, ...] = ()
