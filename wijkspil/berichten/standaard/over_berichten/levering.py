"""Rules across messages about start and stop: one start at a time, a stop belongs to its start, deleting only what was sent."""

from __future__ import annotations

from wijkspil.berichten.standaard.over_berichten.register import Deel, Zicht, over
from wijkspil.berichten.standaard.over_berichten.stand import Stand, Start, Stop
from wijkspil.berichten.standaard.regels.levering import VERWIJDEREN
from wijkspil.berichten.standaard.regels.register import zoek

TIJDELIJK = "20"


def als_start(product: Deel) -> Start:
    """A StartProduct as a record."""
    return Start(
        product.get("ToewijzingNummer"),
        product["Begindatum"],
        zoek(product, "Product/Categorie"),
        zoek(product, "Product/Code"),
    )


def als_stop(product: Deel) -> Stop:
    """A StopProduct as a record."""
    start = als_start(product)
    return Stop(
        start.nummer,
        start.begin,
        start.categorie,
        start.code,
        product["RedenBeeindiging"],
        product["Einddatum"],
    )


def _stops_bij(stand: Stand, start: Start) -> list[Stop]:
    """The stops of this start, oldest first."""
    eigen = [stop for stop in stand.stops if stop.start == start.start]
    return sorted(eigen, key=lambda stop: stop.einde)


def _verwijdert(product: Deel) -> bool:
    return bool(product["StatusAanlevering"] == VERWIJDEREN)


@over(
    "TR019",
    "9019",
    bij="StartProduct StopProduct",
    op="305 307",
    zegt="Er is geen toewijzing met dit nummer voor deze cliënt.",
)
def toewijzing_is_bekend(product: Deel, z: Zicht) -> bool:
    """Without a number it is task-based, and there is no assignment (IV096)."""
    nummer = product.get("ToewijzingNummer")
    return nummer is None or z.stand.toewijzing(nummer, z.bsn) is not None


@over(
    "TR063",
    "9063",
    bij="StartProduct StopProduct",
    op="305 307",
    zegt="Wat wordt verwijderd, is niet eerder zo gemeld.",
)
def verwijdert_wat_er_is(product: Deel, z: Zicht) -> bool:
    if not _verwijdert(product):
        return True
    if "RedenBeeindiging" in product:
        return als_stop(product) in z.stand.stops
    return als_start(product) in z.stand.starts


@over(
    "TR071",
    "9071",
    bij="StartProduct",
    op="305",
    zegt="Na deze start is al een stop gemeld; verwijder eerst de stop.",
)
def start_zonder_stop(product: Deel, z: Zicht) -> bool:
    return not (_verwijdert(product) and _stops_bij(z.stand, als_start(product)))


@over(
    "TR074",
    "9074",
    bij="StartProduct StopProduct",
    op="305 307",
    zegt="Precies deze start of stop is al gemeld.",
)
def nog_niet_gemeld(product: Deel, z: Zicht) -> bool:
    if _verwijdert(product):
        return True
    if "RedenBeeindiging" in product:
        return als_stop(product) not in z.stand.stops
    return als_start(product) not in z.stand.starts


@over("TR326", "9326", bij="StartProduct", op="305", zegt="Er loopt al een start bij deze toewijzing.")
def geen_start_die_loopt(product: Deel, z: Zicht) -> bool:
    nieuw = als_start(product)
    lopend = (s for s in z.stand.starts if s.nummer == nieuw.nummer and not _stops_bij(z.stand, s))
    if nieuw.nummer is None:  # task-based: the product is part of what makes them the same
        lopend = (s for s in lopend if (s.categorie, s.code) == (nieuw.categorie, nieuw.code))
    return _verwijdert(product) or not any(lopend)


@over(
    "TR382",
    "9069",
    bij="StopProduct",
    op="307",
    zegt="Er is geen start met dit nummer, dit product en deze begindatum.",
)
def stop_hoort_bij_een_start(product: Deel, z: Zicht) -> bool:
    return _verwijdert(product) or als_start(product) in z.stand.starts


@over(
    "TR413",
    "9413",
    bij="StopProduct",
    op="307",
    zegt="Na een tijdelijke stop volgt een definitieve stop of een nieuwe start.",
)
def geen_tweede_tijdelijke_stop(product: Deel, z: Zicht) -> bool:
    eerdere = _stops_bij(z.stand, als_start(product))
    tweede = bool(eerdere) and eerdere[-1].reden == TIJDELIJK and product["RedenBeeindiging"] == TIJDELIJK
    return _verwijdert(product) or not tweede


@over("TR414", "9414", bij="StopProduct", op="307", zegt="Deze stop ligt vóór de stop die er al is.")
def niet_voor_de_vorige_stop(product: Deel, z: Zicht) -> bool:
    eerdere = _stops_bij(z.stand, als_start(product))
    return _verwijdert(product) or not eerdere or product["Einddatum"] >= eerdere[-1].einde


@over("TR415", "9415", bij="StopProduct", op="307", zegt="De hulp is al definitief gestopt.")
def niet_na_een_definitieve_stop(product: Deel, z: Zicht) -> bool:
    eerdere = _stops_bij(z.stand, als_start(product))
    return _verwijdert(product) or all(stop.reden == TIJDELIJK for stop in eerdere)


def verwerk(product: Deel, stand: Stand) -> Stand:
    """The stand after this start or stop."""
    if "RedenBeeindiging" in product:
        stop = als_stop(product)
        if _verwijdert(product):
            return stand.met(stops=tuple(s for s in stand.stops if s != stop))
        return stand.met(stops=(*stand.stops, stop))
    start = als_start(product)
    if _verwijdert(product):
        return stand.met(starts=tuple(s for s in stand.starts if s != start))
    return stand.met(starts=(*stand.starts, start))
