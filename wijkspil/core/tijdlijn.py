"""One time line of a file: what happened and who looked, each line a sentence. Two queries, however long the file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from . import gebeurtenissen
from .models import Auditregel, Gebeurtenis

GROEPEN = ("contact", "besluit", "bericht", "werk", "inzien")


@dataclass(frozen=True, slots=True)
class Tijdlijnregel:
    """One sentence; whoever did it stands in the sentence itself."""

    tijd: datetime
    soort: str
    zin: str


def gebeurd(dossier_id: UUID, *, groepen: Sequence[str] = (), hoogstens: int = 200) -> list[Tijdlijnregel]:
    """The events of a file as sentences, newest first, at most `hoogstens`."""
    rijen = Gebeurtenis.objects.filter(dossier_id=dossier_id).order_by("-id")
    if groepen:
        soorten = [s.sleutel for s in gebeurtenissen.alle().values() if s.groep in groepen]
        rijen = rijen.filter(soort__in=soorten)
    return [
        Tijdlijnregel(eerste.moment, gebeurtenissen.soort(eerste.soort).groep, zin_van(eerste))
        for _zelfde, groep in groupby(rijen[:hoogstens], key=_is_zelfde_werk)
        for eerste in [next(groep)]
    ]


def _is_zelfde_werk(g: Gebeurtenis) -> tuple[object, ...]:
    """Saving as you go is one line per person and day; everything else stands by itself."""
    if g.soort.endswith(".bijgewerkt"):
        return (g.soort, g.door_naam, timezone.localdate(g.moment))
    return (g.pk,)


def zin_van(gebeurtenis: Gebeurtenis) -> str:
    return gebeurtenissen.zin(gebeurtenis.soort, gebeurtenis.door_naam, leesbaar(gebeurtenis.gegevens))


def leesbaar(gegevens: dict[str, Any]) -> dict[str, Any]:
    """Dates from the event's data as people write them."""
    return {naam: _datum(waarde) if isinstance(waarde, str) else waarde for naam, waarde in gegevens.items()}


def _datum(tekst: str) -> str:
    delen = tekst.split("-")
    if len(tekst) == 10 and len(delen) == 3 and all(d.isdigit() for d in delen):
        return f"{delen[2]}-{delen[1]}-{delen[0]}"
    return tekst


def ingezien(dossier_id: UUID, *, hoogstens: int = 100) -> list[Tijdlijnregel]:
    """Who looked at a file, why and on what ground (G1, G5); looks of one person on one day are one line."""
    rijen = Auditregel.objects.filter(dossier_id=dossier_id, actie="dossier.ingezien").order_by("-id")[
        :hoogstens
    ]
    regels = []
    for (_dag, naam, doel, resultaat), groep in groupby(
        rijen, key=lambda r: (timezone.localdate(r.moment), r.door_naam, r.doel, r.resultaat)
    ):
        keren = list(groep)
        eerste = keren[-1]
        zin = (
            _("%(wie)s keek in het dossier: %(doel)s (%(grond)s).")
            if resultaat == "gelukt"
            else _("%(wie)s mocht het dossier niet openen: %(doel)s (%(grond)s).")
        )
        tekst = zin % {"wie": naam, "doel": doel, "grond": eerste.grond}
        if len(keren) > 1:
            tekst += " " + _("%(n)d keer die dag.") % {"n": len(keren)}
        regels.append(Tijdlijnregel(eerste.moment, "inzien", tekst))
    return regels


def ingezien_kort(dossier_id: UUID, *, hoogstens: int = 300) -> list[Tijdlijnregel]:
    """The same in one line per person and day, for between the events: who works in a file looks at it all day long."""
    rijen = Auditregel.objects.filter(dossier_id=dossier_id, actie="dossier.ingezien").order_by("-id")[
        :hoogstens
    ]
    samen: dict[tuple[date, str, str], list[Auditregel]] = {}
    for rij in rijen:
        samen.setdefault((timezone.localdate(rij.moment), rij.door_naam, rij.resultaat), []).append(rij)
    regels = []
    for (_dag, naam, resultaat), keren in samen.items():
        doelen = list(dict.fromkeys(rij.doel for rij in keren))
        waarom = ", ".join(doelen[:3]) + (_(" en meer") if len(doelen) > 3 else "")
        zin = (
            ngettext(
                "%(wie)s keek in het dossier: %(waarom)s (%(grond)s).",
                "%(wie)s keek %(n)d keer in het dossier: %(waarom)s (%(grond)s).",
                len(keren),
            )
            if resultaat == "gelukt"
            else _("%(wie)s mocht het dossier niet openen: %(waarom)s (%(grond)s).")
        )
        tekst = zin % {"wie": naam, "n": len(keren), "waarom": waarom, "grond": keren[0].grond}
        regels.append(Tijdlijnregel(keren[0].moment, "inzien", tekst))
    return regels


def per_dag(regels: list[Tijdlijnregel]) -> list[dict[str, Any]]:
    """Lines grouped by local day, for `componenten/tijdlijn.html`."""
    op_tijd = sorted(regels, key=lambda r: r.tijd, reverse=True)
    return [
        {"dag": dag, "regels": list(groep)}
        for dag, groep in groupby(op_tijd, key=lambda r: timezone.localdate(r.tijd))
    ]
