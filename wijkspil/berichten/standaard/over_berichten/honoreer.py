"""From a request for change (317) to the assignments that honour it: all that was asked and nothing else (IV093)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from wijkspil.berichten.standaard.over_berichten.register import Deel
from wijkspil.berichten.standaard.over_berichten.stand import Toewijzing
from wijkspil.berichten.standaard.over_berichten.verzoek import TOTAAL

OP_VERZOEK = "12"
_DAG = timedelta(days=1)


def honoreer(
    verzoek: Deel,
    toewijzingen: Mapping[int, Toewijzing],
    nummers: Iterator[int],
    *,
    vanaf: date | None = None,
) -> list[dict[str, Any]]:
    """Give every ToegewezenProduct for the 301, without the moment of the decision; also those that stay as they are.

    `nummers` gives the numbers for new assignments. When a wanted date has passed, `vanaf` is the day that was agreed with the
    provider: what should have started earlier starts then, and what it follows on directly ends the day before.
    """
    referentie = verzoek["ReferentieAanbieder"]
    uit: list[dict[str, Any]] = []
    for deel in verzoek.get("OngewijzigdeProducten", {}).get("OngewijzigdProduct", ()):
        uit.append(_bestaand(toewijzingen[deel["ToewijzingNummer"]], referentie))
    nieuwe = verzoek.get("NieuweProducten", {}).get("NieuwProduct", ())
    verschoven = {
        nieuw["GewensteIngangsdatum"] for nieuw in nieuwe if _later(nieuw["GewensteIngangsdatum"], vanaf)
    }
    for deel in verzoek.get("TeWijzigenProducten", {}).get("TeWijzigenProduct", ()):
        t, einde = toewijzingen[deel["ToewijzingNummer"]], deel.get("Einddatum")
        if vanaf is not None and einde is not None and einde + _DAG in verschoven:
            einde = vanaf - _DAG
        uit += _gewijzigd(t, deel, einde, referentie, nummers, vanaf)
    for deel in nieuwe:
        uit.append(_nieuw(deel.get("Product"), deel, referentie, next(nummers), vanaf))
    return uit


def _later(gewenst: date, vanaf: date | None) -> bool:
    return vanaf is not None and gewenst < vanaf


def _gewijzigd(
    t: Toewijzing, deel: Deel, einde: date | None, referentie: str, nummers: Iterator[int], vanaf: date | None
) -> list[dict[str, Any]]:
    """In place for an end date, a budget or a total; else the old one ends and a new one begins."""
    oud = _bestaand(t, referentie) | {"RedenWijziging": OP_VERZOEK}
    zelfde_omvang = deel.get("Omvang") in (None, oud.get("Omvang"))
    if zelfde_omvang or t.frequentie == TOTAAL or "Budget" in deel:
        anders = {
            "Einddatum": einde,
            "Omvang": deel.get("Omvang") or oud.get("Omvang"),
            "Budget": deel.get("Budget") or t.budget,
        }
        return [_gevuld(oud | anders)]
    nieuw = _nieuw(oud.get("Product"), deel, referentie, next(nummers), vanaf)
    return [_gevuld(oud | {"Einddatum": nieuw["Ingangsdatum"] - _DAG}), nieuw]


def _nieuw(product: Any, deel: Deel, referentie: str, nummer: int, vanaf: date | None) -> dict[str, Any]:
    gewenst = deel["GewensteIngangsdatum"]
    return _gevuld(
        {
            "ToewijzingNummer": nummer,
            "ReferentieAanbieder": referentie,
            "Product": product,
            "Ingangsdatum": vanaf if _later(gewenst, vanaf) else gewenst,
            "Einddatum": deel.get("Einddatum"),
            "Omvang": deel.get("Omvang"),
            "Budget": deel.get("Budget"),
        }
    )


def _bestaand(t: Toewijzing, referentie: str) -> dict[str, Any]:
    omvang = (
        {"Volume": t.volume, "Eenheid": t.eenheid, "Frequentie": t.frequentie}
        if t.volume is not None
        else None
    )
    return _gevuld(
        {
            "ToewijzingNummer": t.nummer,
            "ReferentieAanbieder": referentie,
            "Product": _gevuld({"Categorie": t.categorie, "Code": t.code}) if t.categorie else None,
            "Ingangsdatum": t.ingang,
            "Einddatum": t.einde,
            "Omvang": omvang,
            "Budget": t.budget,
        }
    )


def _gevuld(deel: dict[str, Any]) -> dict[str, Any]:
    return {naam: waarde for naam, waarde in deel.items() if waarde is not None}
