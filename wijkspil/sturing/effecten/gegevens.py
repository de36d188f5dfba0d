"""From dated events to one row per person of a pilot: in which group, how long, what it cost, which mark. Reads events only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

import ibis
import ibis.expr.types as ir
from ibis import _

from wijkspil.core.grens import huidige_gemeente

from .. import lees
from ..lees import Feiten, Rij
from ..stand import Stand

MAAND = 30.4375
"""Days in an average month: turns a monthly amount into the cost of a duration."""
INSTAP = "proeftuin.ingestapt"
_HULP = ("levering.gestart", "levering.start_teruggenomen", "levering.gestopt", "levering.stop_teruggenomen")
_TRAJECT = ("eigentraject.begonnen", "eigentraject.bijgewerkt", "eigentraject.geeindigd")
_CIJFER = ("ervaring.gegeven", "plan.geevalueerd")
_KOLOMMEN = (
    "id", "soort", "dag", "dossier", "regel", "product", "maand_cent", "tijdelijk", "uurprijs_cent", "minuten", "cijfer", "tevreden", "scores",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opzet:
    """What to read for a pilot.

    Args:
        eigen_traject: the pilot group is helped by the own team; else by ordinary deliveries.
        producten: product codes that count in the pilot group; empty: all.
        vergelijk_producten: product codes of the ordinary help.
        vergelijk_zelf: take as comparison everybody who began with those products since the first day of the pilot;
            else only files that were put in the comparison group.
        vaste_prijs_cent: the agreed price of an own trajectory without known time.
    """

    proeftuin: str
    begint_op: date
    eigen_traject: bool
    producten: tuple[str, ...] = ()
    vergelijk_producten: tuple[str, ...] = ()
    vergelijk_zelf: bool = False
    vaste_prijs_cent: int | None = None


@dataclass(frozen=True, slots=True)
class Mens:
    """One file in one group. `dagen` up to today when it still runs; `kosten_cent` only when all has ended."""

    proef: bool
    begonnen: date | None = None
    dagen: int | None = None
    klaar: bool = False
    kosten_cent: int | None = None
    cijfer: int | None = None
    zrm: float | None = None


def mensen_van(stand: Stand, opzet: Opzet, vandaag: date) -> tuple[Mens, ...]:
    """Everybody in both groups of a pilot, from memory when nothing changed.

    Raises:
        PermissionError: the state is of another municipality than the one that is open.
    """
    if stand.gemeente != huidige_gemeente():
        raise PermissionError("Deze cijfers zijn van een andere gemeente dan de geopende.")
    return _mensen(stand.gemeente, stand.versie, opzet, vandaag)


@lru_cache(maxsize=256)
def _mensen(gemeente: int, versie: str, opzet: Opzet, vandaag: date) -> tuple[Mens, ...]:
    rijen = lees.reken(gemeente, versie, lambda feiten: gebeurd(feiten, opzet))
    return tuple(vouw(rijen, opzet, vandaag))


def gebeurd(feiten: Feiten, opzet: Opzet) -> ir.Table:
    """The events that count, of the files in both groups, each with its group and the day on which it joined."""
    g = feiten.gebeurtenissen
    wie = (
        g.filter(g.soort == INSTAP, g.proeftuin == opzet.proeftuin)
        .group_by("dossier")
        .agg(arm=_.arm.argmin(_.id), sinds=_.dag.min())
    )
    if opzet.vergelijk_zelf and opzet.vergelijk_producten:
        gewoon = (
            g.filter(
                g.soort == "levering.gestart",
                g.product.isin(opzet.vergelijk_producten),
                g.dag >= opzet.begint_op,
            )
            .group_by("dossier")
            .agg(sinds=_.dag.min())
            .anti_join(wie, "dossier")
        )
        wie = wie.union(gewoon.select("dossier", arm=ibis.literal("vergelijk"), sinds=_.sinds))
    telt = g.filter(g.soort.isin((INSTAP, *_HULP, *_TRAJECT, *_CIJFER, "zrm.gemeten"))).select(*_KOLOMMEN)
    met = telt.inner_join(wie, "dossier")
    return met.filter((_.dag >= _.sinds) | (_.soort == "zrm.gemeten")).order_by("dossier", "id")


def vouw(rijen: Iterable[Rij], opzet: Opzet, vandaag: date) -> list[Mens]:
    """One row per file from its events in order."""
    per_dossier: dict[int, list[Rij]] = {}
    for rij in rijen:
        per_dossier.setdefault(rij["dossier"], []).append(rij)
    return [_mens(lijst, opzet, vandaag) for lijst in per_dossier.values()]


def _mens(rijen: list[Rij], opzet: Opzet, vandaag: date) -> Mens:
    proef = rijen[0]["arm"] == "proef"
    codes = opzet.producten if proef else opzet.vergelijk_producten
    feiten = _traject(rijen, opzet) if proef and opzet.eigen_traject else _levering(rijen, codes)
    gegeven = [r["tevreden"] if r["cijfer"] is None else r["cijfer"] for r in rijen if r["dag"] >= r["sinds"]]
    cijfers = [cijfer for cijfer in gegeven if cijfer is not None]
    begonnen, geeindigd = feiten["begonnen"], feiten["geeindigd"]
    dagen = ((geeindigd or vandaag) - begonnen).days + 1 if begonnen else None
    return Mens(
        proef, begonnen, dagen, geeindigd is not None, feiten["kosten_cent"], cijfers[-1] if cijfers else None, _zelfredzaam(rijen)
    )  # fmt: skip


def _traject(rijen: list[Rij], opzet: Opzet) -> dict[str, Any]:
    """The first own trajectory of the product; time at its hourly price, else the agreed price."""
    uit: dict[str, Any] = {"begonnen": None, "geeindigd": None, "kosten_cent": None}
    uurprijs = None
    for r in rijen:
        if (
            r["soort"] == _TRAJECT[0]
            and uit["begonnen"] is None
            and (not opzet.producten or r["product"] in opzet.producten)
        ):
            uit["begonnen"], uurprijs = r["dag"], r["uurprijs_cent"]
        elif r["soort"] == _TRAJECT[2] and uit["begonnen"] is not None and uit["geeindigd"] is None:
            uit["geeindigd"] = r["dag"]
            minuten = r["minuten"]
            bekend = uurprijs is not None and minuten
            uit["kosten_cent"] = (uurprijs * minuten + 30) // 60 if bekend else opzet.vaste_prijs_cent
    return uit


def _levering(rijen: list[Rij], codes: tuple[str, ...]) -> dict[str, Any]:
    """Deliveries by line of the arrangement: from the first start to the last stop, at the monthly amount."""
    lijnen: dict[int, dict[str, Any]] = {}
    for r in rijen:
        if r["soort"] not in _HULP or r["regel"] is None or (codes and r["product"] not in codes):
            continue
        lijn = lijnen.get(r["regel"])
        match r["soort"]:
            case "levering.gestart" if lijn is None:
                lijnen[r["regel"]] = {"van": r["dag"], "tot": None, "cent": r["maand_cent"]}
            case "levering.gestart":
                lijn["tot"] = None  # type: ignore[index]
            case "levering.gestopt" if lijn is not None and not r["tijdelijk"]:
                lijn["tot"] = r["dag"]
            case "levering.stop_teruggenomen" if lijn is not None:
                lijn["tot"] = None
            case "levering.start_teruggenomen":
                lijnen.pop(r["regel"], None)
    if not lijnen:
        return {"begonnen": None, "geeindigd": None, "kosten_cent": None}
    alles_klaar = all(lijn["tot"] is not None for lijn in lijnen.values())
    bekend = alles_klaar and all(lijn["cent"] is not None for lijn in lijnen.values())
    som = (
        sum(lijn["cent"] * ((lijn["tot"] - lijn["van"]).days + 1) / MAAND for lijn in lijnen.values())
        if bekend
        else 0
    )
    return {
        "begonnen": min(lijn["van"] for lijn in lijnen.values()),
        "geeindigd": max(lijn["tot"] for lijn in lijnen.values()) if alles_klaar else None,
        "kosten_cent": round(som) if bekend else None,
    }


def _zelfredzaam(rijen: list[Rij]) -> float | None:
    """The mean level of the first measurement: what was known of somebody before the help."""
    for r in rijen:
        if r["soort"] == "zrm.gemeten" and r["scores"]:
            scores = [s["score"] for s in r["scores"] if s["score"] is not None]
            return sum(scores) / len(scores) if scores else None
    return None


def vergeet() -> None:
    """Empty the memory (tests)."""
    _mensen.cache_clear()
