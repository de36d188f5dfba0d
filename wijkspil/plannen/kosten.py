"""What one line costs per month: free help nothing, a product by its tariff, a task out of its fixed sum. Pure, no queries."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from wijkspil.regels.bedragen import Eenheid, Frequentie, maanden_in_periode, maandkosten, tarief_maal_volume
from wijkspil.werkwijzen.assen import Bekostigingswijze
from wijkspil.werkwijzen.catalogus import Per

from .models import Arrangementregel

Soort = Arrangementregel.Kosten
Periode = Arrangementregel.Periode

_FREQUENTIE = {
    Periode.DAG: Frequentie.PER_DAG,
    Periode.WEEK: Frequentie.PER_WEEK,
    Periode.MAAND: Frequentie.PER_MAAND,
    Periode.EENMALIG: Frequentie.TOTAAL,
}
_EENHEID = {
    Per.UUR: Eenheid.UUR,
    Per.DAGDEEL: Eenheid.DAGDEEL,
    Per.ETMAAL: Eenheid.ETMAAL,
    Per.STUK: Eenheid.STUKS,
}


@dataclass(frozen=True, slots=True)
class Kosten:
    """`eenheid_cent` is the tariff for one unit, `maand_cent` the cost in an average month; both 0 unless `soort` says money."""

    soort: Soort
    eenheid_cent: int = 0
    maand_cent: int = 0


@dataclass(frozen=True, slots=True)
class Prijs:
    """A tariff in cents and what it pays for."""

    cent: int
    per: Per


GRATIS = Kosten(Soort.GRATIS)


def kosten_van_product(
    prijs: Prijs | None,
    bekostiging: Bekostigingswijze,
    *,
    frequentie: str,
    volume: int,
    van: date,
    tot: date | None,
    in_minuten: bool = False,
) -> Kosten:
    """Say what a product line costs.

    A monthly amount pays for the result, however often somebody comes (B40), so volume and frequency don't count. Something
    that is bought once is spread over its period when that is known. `in_minuten`: the volume is in minutes at an hour tariff.
    """
    if bekostiging is Bekostigingswijze.LUMPSUM:
        return Kosten(Soort.VASTE_SOM)
    if prijs is None:
        return Kosten(Soort.ONBEKEND)
    if prijs.per is Per.MAAND:
        return Kosten(
            Soort.MAAND, prijs.cent, maandkosten(prijs.cent, Eenheid.STUKS_OUTPUT, Frequentie.PER_MAAND, 1)
        )
    duur = maanden_in_periode(van, tot) if tot else None
    if prijs.per is Per.PERIODE:
        return _verdeeld(prijs.cent, prijs.cent, duur)
    if prijs.per is Per.MINUUT:
        eenheid, cent = Eenheid.MINUUT, prijs.cent * 60
    elif prijs.per is Per.UUR and in_minuten:
        eenheid, cent = Eenheid.MINUUT, prijs.cent
    else:
        eenheid, cent = _EENHEID[prijs.per], prijs.cent
    keer = _FREQUENTIE[Periode(frequentie)]
    if keer is Frequentie.TOTAAL:
        return _verdeeld(prijs.cent, tarief_maal_volume(cent, volume, eenheid), duur)
    return Kosten(Soort.MAAND, prijs.cent, maandkosten(cent, eenheid, keer, volume))


def _verdeeld(eenheid_cent: int, totaal_cent: int, maanden: Fraction | None) -> Kosten:
    if maanden is None:
        return Kosten(Soort.EENMALIG, eenheid_cent)
    return Kosten(
        Soort.MAAND,
        eenheid_cent,
        maandkosten(totaal_cent, Eenheid.STUKS, Frequentie.TOTAAL, 1, maanden=maanden),
    )
