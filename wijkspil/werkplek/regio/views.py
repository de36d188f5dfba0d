"""With whom this municipality works: regions, who is responsible from which day, fixed steps in local words, shared access (B1, B14, B15, B32, C1, O2)."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.werkplek.overdracht.kas import LEZERS as KASLEZERS
from wijkspil.werkplek.pagina import IEDEREEN, Verzoek, pagina
from wijkspil.werkwijzen.kast import laad, versies
from wijkspil.werkwijzen.samenwerking import op_dag
from wijkspil.werkwijzen.voordeur import Regiostap
from wijkspil.werkwijzen.werkwijze import Werkwijze


@pagina(*IEDEREEN)
def regio(request: Verzoek) -> HttpResponse:
    """The region on a day (`?op=2026-01-01`), from the way of working that holds on that day. No query of its own."""
    dag, fout = _dag(request.GET.get("op", ""))
    slug = request.gemeente.werkwijze
    eerste = min(versies(slug))
    werkwijze = laad(slug, max(dag, eerste))
    return render(
        request,
        "werkplek/regio/regio.html",
        {
            "dag": dag,
            "fout": fout,
            "werkwijze": werkwijze,
            "regios": regios(werkwijze, dag),
            "taken": taken(werkwijze, dag),
            "producten": producten(werkwijze, dag),
            "stappen": stappen(werkwijze),
            "mag_kas": request.door.heeft(*KASLEZERS),
        },
    )


def _dag(tekst: str) -> tuple[date, str]:
    """The day that was asked for, and what is wrong with it when it isn't one."""
    if not tekst:
        return klok.vandaag(), ""
    try:
        return date.fromisoformat(tekst), ""
    except ValueError:
        return klok.vandaag(), _("Dit is geen dag. Wij tonen vandaag.")


def regios(werkwijze: Werkwijze, dag: date) -> list[dict[str, Any]]:
    """Every region that the municipality belongs to, its own first, with whether the membership holds on the day."""
    eigen = werkwijze.regio
    gevonden: list[dict[str, Any]] = [{"naam": eigen.naam, "soort": _("eigen regio"), "gemeenten": eigen.gemeenten, "centrum": eigen.centrumgemeente,
                 "taken": eigen.taken, "vanaf": None, "tot": None, "geldt": True, "bron": eigen.bron, "zekerheid": eigen.zekerheid.value}]  # fmt: skip
    for lid in werkwijze.lidmaatschappen:
        geldt = (lid.vanaf is None or lid.vanaf <= dag) and (lid.tot is None or dag <= lid.tot)
        gevonden.append(
            {
                "naam": lid.naam,
                "soort": lid.soort.value.replace("_", " "),
                "gemeenten": lid.gemeenten,
                "centrum": lid.centrumgemeente,
                "taken": (),
                "vanaf": lid.vanaf,
                "tot": lid.tot,
                "geldt": geldt,
                "bron": lid.bron,
                "zekerheid": lid.zekerheid.value,
            }
        )
    return gevonden


def taken(werkwijze: Werkwijze, dag: date) -> list[dict[str, Any]]:
    """Per task who is responsible on the day, who was before and who comes after; nobody known is said as such."""
    gevonden = []
    for taak in dict.fromkeys(v.taak for v in werkwijze.verantwoordelijkheid):
        perioden = sorted(
            (v for v in werkwijze.verantwoordelijkheid if v.taak == taak), key=lambda v: v.vanaf
        )
        gevonden.append({"taak": taak, "nu": op_dag(perioden, dag), "perioden": perioden})
    return gevonden


def producten(werkwijze: Werkwijze, dag: date) -> list[dict[str, Any]]:
    """Per product at which level it is held, and by whom when that is written down for the day."""
    return [
        {
            "product": product,
            "schaal": werkwijze.assen_voor(product.code).schaal.keuze.value,
            "wie": werkwijze.verantwoordelijk_voor(product.code, dag),
        }
        for product in werkwijze.producten
    ]


def stappen(werkwijze: Werkwijze) -> list[dict[str, Any]]:
    """The five steps of the region with the local words, and those of each area that has its own."""
    gebieden = {d.sleutel: d.naam for d in werkwijze.gemeente.deelgebieden}
    kaarten = {kaart.stap: kaart for kaart in werkwijze.stappen.lijst}
    return [
        {
            "vast": stap.value,
            "label": kaarten[stap].label,
            "uitleg": kaarten[stap].uitleg,
            "lokaal": [
                (gebieden.get(eigen.deelgebied, eigen.deelgebied), eigen.label)
                for eigen in kaarten[stap].per_deelgebied
            ],
        }
        for stap in Regiostap
    ]
