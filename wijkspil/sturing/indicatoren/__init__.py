"""The indicators: one module each. The order is that of the page; the catalogue lists them all."""

from . import (
    besluitvorm,
    doorlooptijd,
    eerste_hulp,
    evaluaties,
    meldingen,
    niet_gekregen,
    opgelost,
    stroom,
    voorraad,
    zelfredzaamheid,
)
from .basis import Indicator

ALLE: dict[str, Indicator] = {
    indicator.sleutel: indicator
    for indicator in (
        meldingen.INDICATOR,
        voorraad.INDICATOR,
        doorlooptijd.INDICATOR,
        eerste_hulp.INDICATOR,
        opgelost.INDICATOR,
        stroom.INDICATOR,
        stroom.PER_PRODUCT,
        besluitvorm.INDICATOR,
        niet_gekregen.INDICATOR,
        evaluaties.INDICATOR,
        zelfredzaamheid.INDICATOR,
    )
}
"""Every indicator by its key, which is also its place in an address."""

EERSTE = ("meldingen", "voorraad", "doorlooptijd", "eerste_hulp", "opgelost", "stroom")
"""The few pictures on the first page."""
