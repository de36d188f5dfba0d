"""Home of a provider: three lists with their counts, and what can't wait. And the overview over municipalities (B17)."""

from dataclasses import dataclass
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wijkspil.aanbieders.ingang import aanbiederplekken, eigen_aanbieder, pak_aanbiedersdoor
from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.core.ids import uuid7
from wijkspil.gemeenten.models import Gemeente
from wijkspil.ondersteuning.access import leg_lijst_vast

from . import lijsten
from .pagina import Verzoek, aanbiederspagina

KORT, PER_PAGINA = 6, 50
BEZIEN = 200
"""So many rows are looked through for what can't wait: the first days come first, so nothing urgent lies behind them."""


@aanbiederspagina("GET")
def begin(request: Verzoek) -> HttpResponse:
    """Six queries: the organisation, three lists, one count, the audit line."""
    vandaag, door = klok.vandaag(), request.door
    maand = lijsten.vorige_maand(vandaag)
    nieuw = [lijsten.als_nieuw(t, vandaag) for t in lijsten.nieuwe(door)[:BEZIEN]]
    loopt = [lijsten.als_lopend(t, vandaag) for t in lijsten.lopende(door)[:BEZIEN]]
    claim = list(lijsten.te_declareren(door, maand)[:BEZIEN])
    leg_lijst_vast(door, "begin", len(nieuw[:KORT]) + len(loopt[:KORT]))
    return render(
        request,
        "aanbieder/begin.html",
        {
            "aanbieder": eigen_aanbieder(door),
            "dringend": lijsten.dringend(nieuw, loopt),
            "nieuw": nieuw[:KORT],
            "loopt": loopt[:KORT],
            "te_declareren": claim[:KORT],
            "aantal": {
                "nieuw": len(nieuw),
                "loopt": lijsten.lopende(door).count() if len(loopt) == BEZIEN else len(loopt),
                "te_declareren": len(claim),
            },
            "maand": maand.eerste_dag,
        },
    )


@aanbiederspagina("GET")
def lijst(request: Verzoek, welke: str) -> HttpResponse:
    """All orders of one list, fifty at a time. Four queries."""
    bronnen: dict[str, Any] = {
        "nieuw": (lijsten.nieuwe, lijsten.als_nieuw),
        "loopt": (lijsten.lopende, lijsten.als_lopend),
    }
    if welke not in bronnen:
        raise Http404
    bron, vorm = bronnen[welke]
    pagina = Paginator(bron(request.door), PER_PAGINA).get_page(request.GET.get("pagina"))
    leg_lijst_vast(request.door, welke, len(pagina))
    rijen = [vorm(t, klok.vandaag()) for t in pagina]
    return render(
        request,
        "aanbieder/lijst.html",
        {"pagina": pagina, "rijen": rijen, "welke": welke, "url": "?pagina="},
    )


@dataclass(frozen=True, slots=True)
class Plek:
    """One municipality in which this person's organisation works, with its three counts."""

    naam: str
    regio: str
    aanbieder: str
    agb: str
    url: str
    nieuw: int
    te_laat: int
    loopt: int
    te_declareren: int


@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """The own work per municipality of a region, one after the other: no query crosses a border. Seven queries per municipality."""
    plekken = [p for g in aanbiederplekken(request.user) if (p := _plek(request, g)) is not None]  # type: ignore[arg-type]
    regios: dict[str, list[Plek]] = {}
    for p in plekken:
        regios.setdefault(p.regio, []).append(p)
    return render(request, "aanbieder/overzicht.html", {"regios": regios, "plekken": plekken})


def _plek(request: HttpRequest, gemeente: Gemeente) -> Plek | None:
    vandaag = klok.vandaag()
    with binnen(gemeente.pk, lezen=True):
        door = pak_aanbiedersdoor(
            request.user,  # type: ignore[arg-type]
            gemeente_id=gemeente.pk,
            herkomst=request.META.get("REMOTE_ADDR", ""),
            verzoek=uuid7(),
        )
        if door is None:
            return None
        partij = eigen_aanbieder(door)
        nieuw = [lijsten.als_nieuw(t, vandaag) for t in lijsten.nieuwe(door)[:BEZIEN]]
        leg_lijst_vast(door, "aantallen per gemeente", len(nieuw))
        return Plek(
            gemeente.naam,
            gemeente.regio,
            partij.naam,
            partij.agb,
            reverse("aanbieder:begin", kwargs={"gemeente": gemeente.slug}),
            len(nieuw),
            sum(n.te_laat for n in nieuw),
            lijsten.lopende(door).count(),
            lijsten.te_declareren(door, lijsten.vorige_maand(vandaag)).count(),
        )
