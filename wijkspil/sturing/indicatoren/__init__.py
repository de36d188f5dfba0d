"""The indicators: one module each. The order is that of the page; the catalogue lists them all."""

from . import (
    besluitvorm,
    doorlooptijd,
    eerste_hulp,
    evaluaties,
    geld,
    komen_en_gaan,
    last,
    meldingen,
    niet_gekregen,
    opgelost,
    routes,
    spreiding,
    stroom,
    termijnen,
    tevredenheid,
    voorraad,
    wachten,
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
        last.KETENBEELD,
        komen_en_gaan.NIEUW,
        komen_en_gaan.HERINSTROOM,
        komen_en_gaan.EINDE,
        wachten.INDICATOR,
        wachten.PER_AANBIEDER,
        termijnen.INDICATOR,
        termijnen.BEZWAREN,
        routes.ROUTE,
        routes.LAAG,
        routes.OVERGANGEN,
        geld.INDICATOR,
        geld.ZWAARTE,
        geld.PREVENTIE_DEEL,
        geld.BESPARING,
        spreiding.CONCENTRATIE,
        spreiding.LEEFTIJD,
        spreiding.CASELOAD,
        tevredenheid.CIJFER,
        tevredenheid.ONDERZOEK,
        last.LAST,
    )
}
"""Every indicator by its key, which is also its place in an address."""

EERSTE = ("meldingen", "voorraad", "doorlooptijd", "eerste_hulp", "opgelost", "stroom")
"""The few pictures on the first page."""
