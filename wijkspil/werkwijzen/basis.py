"""What every part of a werkwijze shares: frozen, no unknown keys, and a source for what it claims."""

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

EIGEN_INVULLING = "eigen invulling"
"""The `bron` of a choice that no document gives; its certainty is then always low."""


class Zekerheid(StrEnum):
    """How sure we are that the municipality really works this way."""

    HOOG = "hoog"
    MIDDEL = "middel"
    LAAG = "laag"


class Kaart(BaseModel):
    """One block of the file: frozen, and a key it does not know is a fault, never ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Herkomst(Kaart):
    """A block that says where it comes from; the source holds for everything under it without its own."""

    bron: Annotated[str, Field(min_length=3, description="de naam van het document, of: eigen invulling")]
    zekerheid: Zekerheid


def _ja_of_nee(waarde: object) -> object:
    """Read the Dutch words; YAML itself only knows true and false."""
    return {"ja": True, "nee": False}.get(waarde, waarde) if isinstance(waarde, str) else waarde


JaNee = Annotated[bool, BeforeValidator(_ja_of_nee), Field(strict=True)]
Tekst = Annotated[str, Field(min_length=1, description="tekst die niet leeg is")]
Sleutel = Annotated[
    str,
    Field(
        pattern=r"^[a-z][a-z0-9_-]*$",
        description="kleine letters, cijfers en streepjes, beginnend met een letter",
    ),
]
Aantal = Annotated[int, Field(strict=True, ge=1, description="een heel getal vanaf 1")]
Telling = Annotated[int, Field(strict=True, ge=0, description="een heel getal vanaf 0")]
Percentage = Annotated[
    int, Field(strict=True, ge=0, le=100, description="een heel getal van 0 tot en met 100")
]


class Wet(StrEnum):
    """The laws a door may take questions for."""

    WMO = "wmo"
    JEUGDWET = "jeugdwet"
    PARTICIPATIEWET = "participatiewet"
    WLZ = "wlz"
    ZVW = "zvw"
    WGS = "wgs"
