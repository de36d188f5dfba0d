"""What was claimed, what was granted line by line and why not, what was paid and when; and the instalments that need no claim."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.aanbieders.ingang import eigen_aanbieder
from wijkspil.aanbieders.models import Termijnbetaling
from wijkspil.core import klok
from wijkspil.ondersteuning.access import in_zicht, pak_eigen_declaratie
from wijkspil.ondersteuning.models import Betaling, Declaratie, Declaratieregel
from wijkspil.regels import wmo

from .controle import in_woorden
from .pagina import Verzoek, aanbiederspagina

PER_PAGINA = 30


@dataclass(frozen=True, slots=True)
class Antwoord:
    """One line of a claim as it was answered; the name only while the person is in sight."""

    r: Declaratieregel
    naam: str
    waarom: list[tuple[str, str]]


@aanbiederspagina("GET")
def declaraties(request: Verzoek) -> HttpResponse:
    """All claims, newest first, and this year's instalments. Five queries."""
    vandaag, aanbieder = klok.vandaag(), eigen_aanbieder(request.door)
    alle = Declaratie.objects.filter(aanbieder=aanbieder).prefetch_related("betalingen")
    pagina = Paginator(alle.order_by("-periode", "-gemaakt_op"), PER_PAGINA).get_page(
        request.GET.get("pagina")
    )
    termijnen = Termijnbetaling.objects.filter(
        contract__aanbieder=aanbieder, periode__year=vandaag.year
    ).select_related("contract")
    return render(
        request,
        "aanbieder/declaraties.html",
        {
            "pagina": pagina,
            "rijen": [(d, _betaald_op(d), _uiterlijk(d)) for d in pagina],
            "termijnen": termijnen.order_by("periode"),
            "url": "?pagina=",
        },
    )


@aanbiederspagina("GET", over="declaratie")
def declaratie(request: Verzoek, id: UUID) -> HttpResponse:
    """One claim with the answer per line. Five queries."""
    d = pak_eigen_declaratie(request.door, id)
    zichtbaar = dict(in_zicht(request.door).values_list("pk", "inwoner_id"))
    regels = d.regels.select_related("toewijzing__inwoner", "toewijzing__product").order_by(
        "goedgekeurd", "gemaakt_op", "referentie"
    )
    antwoorden = [
        Antwoord(
            r,
            r.toewijzing.inwoner.naam if r.toewijzing is not None and r.toewijzing_id in zichtbaar else "",
            [(in_woorden(code), code) for code in r.retourcodes],
        )
        for r in regels
    ]
    context = {"d": d, "antwoorden": antwoorden, "betaald_op": _betaald_op(d), "uiterlijk": _uiterlijk(d)}
    return render(request, "aanbieder/declaratie.html", context)


def _betaald_op(d: Declaratie) -> date | None:
    betalingen: list[Betaling] = list(d.betalingen.all())
    return betalingen[0].op if betalingen else None


def _uiterlijk(d: Declaratie) -> date | None:
    """The last day for paying what was granted, as the sector agreed."""
    if d.status == Declaratie.Status.ONTVANGEN or not d.toegekend_cent:
        return None
    return wmo.berichttermijn("betaling", d.dagtekening).laatste_dag
