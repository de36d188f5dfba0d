"""A new municipality as a copy of one that is there: the row, an own way of working from its first day, its teams and products.

What the copy can't know (districts, people, mandates) comes after it, with `wijkspil inrichten` or on screen.
"""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from wijkspil.core.door import Door
from wijkspil.core.grens import binnen
from wijkspil.werkwijzen.bewerken import zet
from wijkspil.werkwijzen.kast import tekst_van
from wijkspil.werkwijzen.lezen import Pad, lees_yaml
from wijkspil.werkwijzen.paden import vind

from . import register
from .concepten import neem_over
from .models import Gemeente, Werkwijzeversie
from .publicatie import publiceer


class GemeenteBestaatAl(ValueError):
    """There is a municipality with this code or this name in the address; nothing was made."""


def kopieer_gemeente(
    *,
    van: str,
    code: int,
    naam: str,
    slug: str,
    vanaf: date,
    wijzigingen: Mapping[str, str | int | bool] | None = None,
) -> Gemeente:
    """Make a municipality that works as another one, apart from its name and what is changed.

    Args:
        van: the version to copy, such as `gemeente@2026-01-01`.
        code: CBS code.
        slug: the name in the address and of the way of working.
        vanaf: first day of the way of working, today or later.
        wijzigingen: key as people write it -> new value, such as `{"plan.naam": "Meedoenplan"}`.

    Raises:
        GemeenteBestaatAl: the code or the slug is taken.
        WerkwijzeNietGevonden: there is no such version.
        WerkwijzeOngeldig: with the changes it is no way of working; nothing was made.
        LookupError: a change points to an item that isn't there.
    """
    if bezet := Gemeente.objects.filter(id=code).first() or Gemeente.objects.filter(slug=slug).first():
        raise GemeenteBestaatAl(
            f"{bezet.naam} heeft al code {bezet.cbs_code} en adres {bezet.slug}. Kies een andere."
        )
    tekst = _met_eigen_naam(tekst_van(van), van, code, naam)
    for sleutel, waarde in (wijzigingen or {}).items():
        tekst = zet(tekst, vind(sleutel, lees_yaml(tekst).inhoud), waarde)
    try:
        with transaction.atomic():
            gemeente = Gemeente.objects.create(id=code, naam=naam, slug=slug, werkwijze=slug)
            with binnen(code):
                door = Door.systeem(code, "Inrichting")
                versie = neem_over(naam=f"Eerste werkwijze van {naam}", tekst=tekst, kopie_van=van, door=door)
                publiceer(versie, vanaf=vanaf, lopend=Werkwijzeversie.Lopend.HOUDEN, door=door)
    finally:
        register.vergeet()  # also when it failed: the register may have seen a municipality that never came to be
    return gemeente


def _met_eigen_naam(tekst: str, van: str, code: int, naam: str) -> str:
    """The text with what names the municipality in it; sources stay, and the first lines say that they are somebody else's."""
    eigen: dict[Pad, str | None] = {
        ("versie",): "1.0",
        ("toelichting",): (
            f"Begonnen als kopie van {van}. Bronnen en zekerheid zijn die van het voorbeeld: kijk elke keuze na tegen het eigen beleid."
        ),
        ("in_het_kort",): None,
        ("gemeente", "naam"): naam,
        ("gemeente", "naam_in_brieven"): f"gemeente {naam}",
        ("gemeente", "cbs_code"): f"{code:04d}",
        ("gemeente", "ontstaan_op"): None,
        ("gemeente", "voorgangers"): None,
        ("gemeente", "bron"): "eigen invulling",
        ("gemeente", "zekerheid"): "laag",
        ("bezwaar", "instantie"): f"het college van burgemeester en wethouders van {naam}",
    }
    for pad, waarde in eigen.items():
        tekst = zet(tekst, pad, waarde)
    return tekst
