"""The frame of a letter, from one case record: who writes, to whom, under which marks (trust control L1).

Person, address and marks come from the same `Hulpvraag`; nobody can pass another address along.
"""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from wijkspil.gemeenten import register
from wijkspil.gemeenten.models import Medewerker
from wijkspil.inwoners.models import Inwoner
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkwijzen.kast import laad_versie

from .aanzien import huiskleur
from .bewaking import BriefFout
from .papier import papier_van


def briefkader(
    hulpvraag: Hulpvraag,
    *,
    kenmerk: str,
    ontvangerkenmerk: str,
    dagtekening: date,
    ondertekenaar: Medewerker | None = None,
) -> dict[str, Any]:
    """The fields of `Briefgegevens` for the resident of this question; one query when person, team and handler are loaded.

    Raises: BriefFout when the resident has died, or when there is no address to send to.
    """
    inwoner = hulpvraag.inwoner
    if inwoner.overleden_op is not None:
        raise BriefFout(
            _(
                "Deze inwoner is overleden. Een brief op naam doet de nabestaanden pijn. "
                "Bel de contactpersoon en schrijf zelf een brief als dat nodig is."
            )
        )
    gemeente = register.op_code(hulpvraag.gemeente_id)
    papier, werkwijze = papier_van(gemeente.slug), laad_versie(hulpvraag.werkwijze)
    contact = hulpvraag.behandelaar
    tekent = ondertekenaar or contact
    return {
        "gemeente": {
            "naam": gemeente.naam,
            "kleur": huiskleur(werkwijze),
            "retouradres": papier.retouradres,
            "telefoon": papier.telefoon,
            "website": papier.website,
        },
        "kenmerk": kenmerk,
        "ontvangerkenmerk": ontvangerkenmerk,
        "dagtekening": dagtekening,
        "geadresseerde": {
            "naam": _naam(inwoner),
            "aanhef": _aanhef(inwoner),
            "adresregels": adresregels(inwoner),
        },
        "geheim_adres": inwoner.geheim_adres,
        "contactpersoon": {
            "naam": contact.naam
            if contact
            else (hulpvraag.team.naam if hulpvraag.team else werkwijze.brieven.afdeling),
            "functie": (contact.functie if contact else "") or werkwijze.brieven.afdeling,
            "telefoon": (contact.telefoon if contact else "")
            or (hulpvraag.team.telefoon if hulpvraag.team else "")
            or papier.telefoon,
            "bereikbaar": papier.bereikbaar,
        },
        "ondertekening": {
            "namens": werkwijze.bezwaar.instantie,
            "naam": tekent.naam if tekent else werkwijze.brieven.afdeling,
            "functie": (tekent.functie if tekent else "") or werkwijze.brieven.ondertekenaar,
        },
    }


def adresregels(inwoner: Inwoner) -> list[str]:
    """Street and post code for the window of the envelope; the printer hides a protected one (`bewaking.verberg_adres`)."""
    if not (inwoner.straat and inwoner.postcode):
        return []
    postcode = f"{inwoner.postcode[:4]} {inwoner.postcode[4:]}"
    return [f"{inwoner.straat} {inwoner.huisnummer}".strip(), f"{postcode}  {inwoner.woonplaats}".strip()]


_AANSPREEK = {Inwoner.Geslacht.MAN: "de heer", Inwoner.Geslacht.VROUW: "mevrouw"}
_GROET = {Inwoner.Geslacht.MAN: "meneer", Inwoner.Geslacht.VROUW: "mevrouw"}


def _naam(inwoner: Inwoner) -> str:
    voor = inwoner.voorletters or inwoner.roepnaam
    delen = (
        _AANSPREEK.get(Inwoner.Geslacht(inwoner.geslacht), ""),
        voor,
        inwoner.voorvoegsel,
        inwoner.achternaam,
    )
    tekst = " ".join(deel for deel in delen if deel)
    return tekst[0].upper() + tekst[1:]


def _aanhef(inwoner: Inwoner) -> str:
    """ "Beste mevrouw De Wit"; somebody whose gender we don't know is greeted by first name or initials."""
    achter = " ".join(deel for deel in (inwoner.voorvoegsel, inwoner.achternaam) if deel)
    groet = _GROET.get(Inwoner.Geslacht(inwoner.geslacht))
    if groet:
        return f"Beste {groet} {achter[0].upper()}{achter[1:]}"
    return f"Beste {inwoner.naam}"
