"""Who looked at my question, when, why and at which part; also who was refused (G1, G5)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from . import terugblik
from .pagina import Verzoek, eigen_vraag, mijn
from .vraag import kop


@mijn(vraag=True)
def wie_keek(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = eigen_vraag(request, id, om_te=_("bekijken wie er keek"), deel="wie keek")
    blikken = terugblik.wie_keek(hulpvraag, request.door)
    return render(request, "portaal/wie_keek.html", kop(request, hulpvraag) | {"keken": blikken})
