"""What stands on the paper of a municipality: addresses, numbers, who gives free client support.

One small file per municipality in `briefpapier/`, named after its address on the platform; a new one starts by copying one.
"""

from functools import cache
from pathlib import Path
from typing import Literal

import yaml
from django.utils.translation import gettext as _
from pydantic import Field

from .bewaking import BriefFout
from .onderdelen import Clientondersteuning, Deel, Tekst

MAP = Path(__file__).parent / "briefpapier"


class Briefpapier(Deel):
    """The part of a letter that is the same for everybody; invented values say so in `bron`."""

    retouradres: Tekst = Field(description="adres waar onbestelbare post naar teruggaat, op één regel")
    postadres: Tekst = Field(description="postadres, ook voor bezwaar")
    telefoon: Tekst = Field(description="algemeen telefoonnummer")
    website: Tekst = Field(description="adres van de website")
    digitaal_bezwaar: Tekst | None = Field(default=None, description="waar digitaal bezwaar kan")
    rechtbank: Tekst | None = Field(default=None, description="rechtbank met postadres, voor beroep")
    bereikbaar: Tekst = Field(description="dagen en uren waarop men kan bellen")
    clientondersteuning: Clientondersteuning
    gespreksduur: Tekst = Field(description="hoe lang een gesprek ongeveer duurt")
    reageren_weken: int = Field(
        ge=1, description="weken om op het onderzoeksverslag te reageren; eigen beleid"
    )
    bron: Tekst
    zekerheid: Literal["hoog", "midden", "laag"]


@cache
def papier_van(slug: str) -> Briefpapier:
    """The letterhead of a municipality, read once.

    Raises: BriefFout when the municipality has no letterhead yet.
    """
    bestand = MAP / f"{slug}.yaml"
    if not bestand.is_file():
        raise BriefFout(
            _(
                "De gemeente %(slug)s heeft nog geen briefpapier, dus de brief kan niet weg. Vraag de functioneel "
                "beheerder om het bestand briefpapier/%(slug)s.yaml te maken; een kopie van een ander is een goed begin."
            )
            % {"slug": slug}
        )
    return Briefpapier.model_validate(yaml.safe_load(bestand.read_text(encoding="utf-8")))
