"""The social map as a page of its own: what there is in the neighbourhood, free help first."""

from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.werkplek.pagina import IEDEREEN, Verzoek, pagina

from .kaartfilter import Filter, sociale_kaart_context


@pagina(*IEDEREEN)
def sociale_kaart(request: Verzoek) -> HttpResponse:
    """Browse offers by theme, district and kind; holds no personal data, so every colleague may."""
    return render(request, "werkplek/plan/sociale_kaart.html", sociale_kaart_context(Filter.uit(request.GET)))
