"""What a provider tells about itself: whether it takes people on, how long they wait, and where it works.

By the contract manager, or by the provider's own staff about their own organisation.
"""

from datetime import date

from django.utils.translation import gettext as _

from wijkspil.core.door import Door, GeenRecht, Rol, Soort
from wijkspil.core.handeling import Handeling, handeling

from .models import Aanbieder, Locatie

WIE = (Rol.CONTRACTBEHEER, Rol.BACKOFFICE)


class AannameZonderReden(ValueError):
    """A provider stops taking people on, and nobody says why."""


def zet_aanname(
    aanbieder: Aanbieder, *, neemt_aan: bool, wachttijd_dagen: int | None, reden: str = "", door: Door
) -> None:
    """Say whether a provider takes people on and after how many days help can begin (None: not known).

    Who stops is no longer offered to choose from; help that runs goes on, and an order can still be given after a talk.

    Raises:
        AannameZonderReden: a stop without a reason.
        Botsing: somebody else changed it meanwhile.
    """
    eis_eigen_of(door, aanbieder, om_te="bijhouden of een aanbieder mensen aanneemt")
    if not neemt_aan and not reden.strip():
        raise AannameZonderReden(
            _("Schrijf in één zin waarom er niemand bij kan. Dan weet een collega of wachten zin heeft.")
        )
    with handeling("aanbieder.aanname_gewijzigd", door=door, doel="aanname en wachttijd bijhouden") as h:
        if aanbieder.neemt_aan != neemt_aan or aanbieder.aanname_sinds is None:
            aanbieder.aanname_sinds = h.dag
        aanbieder.neemt_aan, aanbieder.wachttijd_dagen = neemt_aan, wachttijd_dagen
        aanbieder.aanname_reden = "" if neemt_aan else reden.strip()
        h.bewaar(aanbieder, "neemt_aan", "wachttijd_dagen", "aanname_reden", "aanname_sinds")
        h.over(aanbieder)
        stand = _("neemt aan") if neemt_aan else _("neemt nu niemand aan")
        h.meld(aanbieder=aanbieder.naam, stand=stand, neemt_aan=neemt_aan, wachttijd_dagen=wachttijd_dagen)


def open_locatie(
    aanbieder: Aanbieder,
    *,
    naam: str,
    plaats: str,
    van: date,
    adres: str = "",
    lat: float | None = None,
    lon: float | None = None,
    door: Door,
) -> Locatie:
    """Put a place where a provider works on the map. Latitude and longitude in degrees (WGS 84); without them only in the list."""
    eis_eigen_of(door, aanbieder, om_te="een locatie toevoegen")
    with handeling("locatie.geopend", door=door, doel="locaties bijhouden") as h:
        locatie = h.maak(
            Locatie(aanbieder=aanbieder, naam=naam, plaats=plaats, adres=adres, van=van, lat=lat, lon=lon)
        )
        _meld(h, locatie)
    return locatie


def sluit_locatie(locatie: Locatie, *, tot: date, door: Door) -> None:
    """Say which day was the last one on which a provider worked somewhere."""
    eis_eigen_of(door, locatie.aanbieder, om_te="een locatie sluiten")
    with handeling("locatie.gesloten", door=door, doel="locaties bijhouden") as h:
        locatie.tot = tot
        h.bewaar(locatie, "tot")
        _meld(h, locatie)


def eis_eigen_of(door: Door, aanbieder: Aanbieder, *, om_te: str) -> None:
    """Let a provider's own staff do this for their own organisation, and otherwise whom the municipality has for it."""
    if door.soort is not Soort.AANBIEDER:
        door.eis(*WIE, om_te=om_te)
    elif door.aanbieder_id != aanbieder.pk:
        raise GeenRecht(_("Dit is een andere organisatie dan de uwe."))


def _meld(h: Handeling, locatie: Locatie) -> None:
    h.over(locatie)
    h.meld(aanbieder=locatie.aanbieder.naam, locatie=locatie.naam)
