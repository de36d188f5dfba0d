"""The pictures of a result: two bars, the share that still has help, and index lines. Always with their table."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ..grafieken import lijngrafiek, staafgrafiek
from .oordeel import Gebiedenoordeel, Mensenoordeel
from .woorden import bedrag

STAPPEN = 24


def groepsnaam(proef: bool) -> str:
    return _("proefgroep") if proef else _("vergelijkgroep")


def van_mensen(oordeel: Mensenoordeel, titel: str, uitleg: str) -> str:
    """Two bars, or the two lines of duration; nothing when there is nothing to show."""
    feiten = oordeel.ruw.feiten
    if not oordeel.ruw.meetbaar:
        return ""
    if oordeel.lijnen is not None:
        return lijngrafiek(
            duurrijen(oordeel),
            x="dag",
            y="deel",
            reeks="groep",
            titel=titel,
            uitleg=uitleg,
            titel_y=_("% met hulp"),
        )
    rijen = [
        {
            "groep": groepsnaam(naam == "proef"),
            "waarde": feiten[naam],
            "woord": bedrag(oordeel.uitkomst, feiten[naam]),
        }
        for naam in ("proef", "vergelijk")
    ]
    return staafgrafiek(
        rijen, categorie="groep", waarde="waarde", bijschrift="woord", titel=titel, uitleg=uitleg
    )


def duurrijen(oordeel: Mensenoordeel) -> list[dict[str, Any]]:
    """How many of a hundred still have help, on a number of days."""
    assert oordeel.lijnen is not None
    tot = oordeel.ruw.feiten["tot"]
    return [
        {
            "dag": f"{round(tot * k / STAPPEN)}",
            "deel": 100 * lijn.op(tot * k / STAPPEN),
            "groep": groepsnaam(plek == 0),
        }
        for plek, lijn in enumerate(oordeel.lijnen)
        for k in range(0, STAPPEN + 1, 4)
    ]


def van_gebieden(oordeel: Gebiedenoordeel, titel: str, uitleg: str) -> str:
    """Index lines of both groups; the last period before the pilot is 100."""
    return lijngrafiek(
        [r | {"periode": _plek(r["periode"])} for r in indexrijen(oordeel)], x="periode", y="index", reeks="groep", titel=titel, uitleg=uitleg, titel_y=_("index"), norm=100,
        norm_naam=_("begin"),
    )  # fmt: skip


def _plek(periode: str) -> date | str:
    """Quarters lie on an axis of time, so that its words don't run into each other; years are words."""
    jaar, streep, kwartaal = periode.partition("-")
    return date(int(jaar), 3 * int(kwartaal) - 2, 1) if streep else periode


def indexrijen(oordeel: Gebiedenoordeel) -> list[dict[str, Any]]:
    """The mean index per group and period."""
    som: dict[tuple[bool, str], list[float]] = {}
    for r in oordeel.index:
        som.setdefault((bool(r["proef"]), str(r["periode"])), []).append(float(r["index"]))
    return [
        {
            "periode": periode,
            "index": sum(waarden) / len(waarden),
            "groep": _("proefgebied") if proef else _("andere gebieden"),
        }
        for (proef, periode), waarden in sorted(som.items(), key=lambda p: (not p[0][0], p[0][1]))
    ]
