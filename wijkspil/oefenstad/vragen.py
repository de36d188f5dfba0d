"""What the invented providers ask: another end date, more hours, or help beside what runs (317), with the whole package in it.

They know only what we sent them. Each asks once per order, some weeks after help began, by the chance that `Gedrag.vraagt` gives.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from random import Random
from typing import Any

from wijkspil.regels.bedragen import Eenheid, Frequentie

from .kasboek import Kasboek, Opdracht

NA_DAGEN = (21, 90)
LANGER = timedelta(days=92)
OVERLEG = timedelta(days=14)
"""How long before a change they ask for it."""


def te_vragen(
    boek: Kasboek, dag: date, kans: Callable[[str], float], toeval: Callable[..., Random]
) -> Iterable[tuple[str, str, dict[str, Any]]]:
    """The requests of a day: provider, client, and the Verzoek of a 317."""
    for o in boek.lopend(dag):
        gooi = toeval("vraag", o.nummer)
        if gooi.random() >= kans(o.agb) or o.gestart is None:
            continue
        if dag < o.gestart + timedelta(days=gooi.randint(*NA_DAGEN)) or boek.gevraagd(o.nummer):
            continue
        pakket = [een for een in boek.lopend(dag, agb=o.agb, bsn=o.bsn) if een.telt]
        wens = _wens(o, dag, gooi)
        if wens is None or any(boek.gevraagd(een.nummer) for een in pakket):  # one request at a time (TR374)
            continue
        boek.onthoud_vraag(o.nummer)
        verzoek: dict[str, Any] = {
            "ReferentieAanbieder": f"W{o.nummer}-{boek.nummer(f'verzoek:{o.agb}')}",
            "RedenVerzoek": gooi.choice("12"),
        }
        rest = [{"ToewijzingNummer": een.nummer} for een in pakket if een.nummer != o.nummer]
        if rest:
            verzoek["OngewijzigdeProducten"] = {"OngewijzigdProduct": rest}
        verzoek["TeWijzigenProducten"] = {"TeWijzigenProduct": [wens]}
        yield o.agb, o.bsn, verzoek


def _wens(o: Opdracht, dag: date, gooi: Random) -> dict[str, Any] | None:
    """More hours from in two weeks, or else a later last day; None when neither says anything."""
    omvang = {"Volume": o.volume, "Eenheid": o.eenheid, "Frequentie": o.frequentie}
    deel: dict[str, Any] = {"ToewijzingNummer": o.nummer, "Einddatum": o.einde, "Omvang": omvang}
    per_keer = o.frequentie != Frequentie.TOTAAL and o.eenheid != Eenheid.STUKS_OUTPUT
    begin = dag + OVERLEG
    if per_keer and (o.einde is None or o.einde > begin + OVERLEG) and gooi.random() < 0.7:
        meer = max(1, o.volume // gooi.choice((2, 4)))
        return deel | {"GewensteIngangsdatum": begin, "Omvang": omvang | {"Volume": o.volume + meer}}
    if o.einde is None:
        return None
    return deel | {"GewensteIngangsdatum": o.ingang, "Einddatum": o.einde + LANGER}
