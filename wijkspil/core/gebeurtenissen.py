"""The register of what can happen: each kind of event once, with the Dutch sentence that a resident may be shown.

Rooms register theirs in `gebeurtenissen.py`; tests/huis/ checks that every event that an action reports is registered, has a
sentence whose words can be filled, and stands in `wijkspil/reis.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _


class OnbekendeGebeurtenis(LookupError):
    """An action reported an event that nobody registered."""


@dataclass(frozen=True, slots=True)
class Gebeurtenissoort:
    """One kind of event.

    `zin` is a template over `door`, `dag` and the event's own data. `groep` is the filter on the time line: contact, besluit,
    bericht, werk. `voor_inwoner` says whether the resident sees it, and `zin_inwoner` how, where our own words would need
    explaining; `{door}` is then "U" when the reader did it.
    """

    sleutel: str
    zin: str | Promise
    groep: str = "werk"
    voor_inwoner: bool = True
    zin_inwoner: str | Promise = ""


_soorten: dict[str, Gebeurtenissoort] = {}


def registreer(*soorten: Gebeurtenissoort) -> None:
    for soort in soorten:
        bestaand = _soorten.get(soort.sleutel)
        if bestaand is not None and bestaand != soort:
            raise ValueError(f"De gebeurtenis {soort.sleutel} is twee keer verschillend beschreven.")
        _soorten[soort.sleutel] = soort


def soort(sleutel: str) -> Gebeurtenissoort:
    try:
        return _soorten[sleutel]
    except KeyError:
        raise OnbekendeGebeurtenis(
            f"{sleutel} staat niet in het register. Zet hem in gebeurtenissen.py van de kamer, met een zin."
        ) from None


def alle() -> Mapping[str, Gebeurtenissoort]:
    return dict(_soorten)


class _Leeg(dict[str, Any]):
    def __missing__(self, sleutel: str) -> str:
        return "…"


def zin(sleutel: str, door: str, gegevens: Mapping[str, Any]) -> str:
    """The event as a sentence in the reader's language; a word that the event lacks shows as an ellipsis."""
    return str(soort(sleutel).zin).format_map(_Leeg({"door": door or _("Wijkspil"), **gegevens}))


def zin_voor_inwoner(sleutel: str, door: str, gegevens: Mapping[str, Any]) -> str:
    """The same for the resident, in words that need no explanation."""
    wat = soort(sleutel)
    return str(wat.zin_inwoner or wat.zin).format_map(_Leeg({"door": door or _("Wijkspil"), **gegevens}))
