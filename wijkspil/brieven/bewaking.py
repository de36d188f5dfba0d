"""The guards in front of the printer: no BSN, no protected address, no sentence with a hole in it.

A letter that a guard refuses is not made at all. Messages name the field and never repeat the secret.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _
from pydantic import BaseModel, ValidationError

from wijkspil.brieven.onderdelen import Briefgegevens
from wijkspil.regels import bsn

_POSTCODE = re.compile(r"\b[1-9]\d{3} ?[A-Za-z]{2}\b")
_HUISNUMMER = re.compile(r"\s+\d+.*$")

_KORTE_STRAAT = 6
"""Shorter street names are found inside ordinary words (Dam in Spildam), so there the number must be with it."""

_UITLEG = {
    "string_pattern_mismatch": "heeft niet de goede vorm",
    "string_too_short": "is leeg",
    "too_short": "is leeg",
    "too_long": "bevat te veel regels",
    "extra_forbidden": "kent deze brief niet",
    "decimal_max_places": "heeft meer dan twee cijfers achter de komma",
    "greater_than_equal": "mag niet negatief zijn",
}


class BriefFout(ValueError):
    """A letter that may not be made; the message says what is wrong, why and what to do.

    `velden` holds the paths of the fields concerned, such as "bezwaar.uiterlijk".
    """

    def __init__(self, melding: str, velden: Sequence[str] = ()) -> None:
        super().__init__(melding)
        self.velden = tuple(velden)


def teksten_in(waarde: object, pad: str = "") -> Iterator[tuple[str, str]]:
    """Every piece of text in the data with the path of its field, in the order of the letter."""
    if isinstance(waarde, Mapping):
        for naam, deel in waarde.items():
            yield from teksten_in(deel, f"{pad}.{naam}" if pad else str(naam))
    elif isinstance(waarde, (list, tuple)):
        for nummer, deel in enumerate(waarde, start=1):
            yield from teksten_in(deel, f"{pad}.{nummer}")
    elif waarde is not None and not isinstance(waarde, bool):
        yield pad, str(waarde)


def weiger_bsn(gegevens: Mapping[str, object]) -> None:
    """Refuses data with a BSN anywhere in it (trust control L3).

    Raises: BriefFout that names the fields.
    """
    velden = [pad for pad, tekst in teksten_in(gegevens) if bsn.bevat_bsn(tekst)]
    if velden:
        raise BriefFout(
            _(
                "In %(velden)s staat een burgerservicenummer. Dat mag nooit in een brief staan: een brief kan bij "
                "de verkeerde terechtkomen. Haal het nummer weg; het kenmerk wijst de zaak al aan."
            )
            % {"velden": ", ".join(velden)},
            velden,
        )


def verberg_adres(brief: Briefgegevens) -> Briefgegevens:
    """The letter without its protected address; other letters come back as they are (trust control A6).

    Raises: BriefFout when the street or postcode also stands elsewhere in the letter, because cutting words
    out of a sentence that somebody wrote would change what it says.
    """
    if not brief.geheim_adres:
        return brief
    sporen = {_plat(spoor) for regel in brief.geadresseerde.adresregels for spoor in _adressporen(regel)}
    elders = brief.model_dump(mode="json", exclude={"gemeente": True, "geadresseerde": {"adresregels"}})
    velden = [pad for pad, tekst in teksten_in(elders) if any(spoor in _plat(tekst) for spoor in sporen)]
    if velden:
        raise BriefFout(
            _(
                "Het adres van deze inwoner is beschermd, maar staat nog in %(velden)s. Wie deze brief vindt, vindt "
                "dan ook de inwoner. Haal straat en postcode uit de tekst."
            )
            % {"velden": ", ".join(velden)},
            velden,
        )
    zonder = brief.geadresseerde.model_copy(update={"adresregels": ()})
    return brief.model_copy(update={"geadresseerde": zonder})


def _adressporen(regel: str) -> Iterator[str]:
    """What gives an address line away: the postcode, or the street; a street like Dam only with its number."""
    if postcode := _POSTCODE.search(regel):
        yield postcode.group()
    else:
        straat = _HUISNUMMER.sub("", regel)
        yield straat if len(_plat(straat)) >= _KORTE_STRAAT else regel


def _plat(tekst: str) -> str:
    """Text without spaces, hyphens, accents and capitals, so that a sloppy spelling is found as well."""
    ontleed = unicodedata.normalize("NFKD", tekst.casefold())
    return "".join(teken for teken in ontleed if teken.isalnum())


def als_brieffout(sjabloon: str, model: type[Briefgegevens], fout: ValidationError) -> BriefFout:
    """The Dutch answer to an incomplete letter: each field with its meaning, never with its value."""
    mist, klopt_niet, velden = [], [], []
    for regel in fout.errors(include_input=False, include_url=False):
        pad = [deel for deel in regel["loc"] if deel not in ("toekenning", "afwijzing")]
        naam = ".".join(str(deel + 1) if isinstance(deel, int) else str(deel) for deel in pad)
        velden.append(naam)
        met_betekenis = f"{naam} ({betekenis})" if (betekenis := _betekenis(model, pad)) else naam
        if regel["type"] == "missing":
            mist.append(met_betekenis)
        elif regel["type"] == "value_error":
            klopt_niet.append(regel["msg"].removeprefix("Value error, "))
        else:
            klopt_niet.append(f"{met_betekenis} {_UITLEG.get(regel['type'], 'heeft niet de goede vorm')}")
    zinnen = [_("De brief %(sjabloon)s kan nog niet worden gemaakt.") % {"sjabloon": f"“{sjabloon}”"}]
    if mist:
        zinnen.append(_("Er ontbreekt: %(velden)s.") % {"velden": "; ".join(mist)})
    if klopt_niet:
        zinnen.append(_("Dit klopt niet: %(velden)s.") % {"velden": "; ".join(klopt_niet)})
    zinnen.append(
        _(
            "Zonder deze gegevens weet de inwoner niet waar hij aan toe is. Vul ze aan en maak de brief opnieuw."
        )
    )
    return BriefFout(" ".join(zinnen), velden)


def _betekenis(model: type[BaseModel], pad: Sequence[int | str]) -> str | None:
    """The description of the field at this path, looked up through nested models and lists of them."""
    betekenis, kandidaten = None, [model]
    for deel in (deel for deel in pad if isinstance(deel, str)):
        velden = [kandidaat.model_fields[deel] for kandidaat in kandidaten if deel in kandidaat.model_fields]
        if not velden:
            return None
        betekenis = velden[0].description
        kandidaten = [onderliggend for veld in velden for onderliggend in _modellen_in(veld.annotation)]
    return betekenis


def _modellen_in(soort: object) -> Iterator[type[BaseModel]]:
    if isinstance(soort, type) and issubclass(soort, BaseModel):
        yield soort
    for deel in getattr(soort, "__args__", ()):
        yield from _modellen_in(deel)
