"""Orders that did not begin yet, the oldest first: where somebody waits for help."""

from datetime import timedelta

from django.core.paginator import Paginator
from django.db.models import Case, Count, IntegerField, Value, When
from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.ondersteuning import feiten, woorden
from wijkspil.ondersteuning.access import geweigerde_opdrachten
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.werkplek.pagina import Verzoek, pagina

PER_PAGINA = 50
LANG = timedelta(days=14)
"""From this age an order that did not begin asks for a call to the provider."""


@pagina(Rol.BACKOFFICE, Rol.CONTRACTBEHEER)
def opdrachten(request: Verzoek) -> HttpResponse:
    """Five queries: the providers in the filter, what was given back, the count, the page, the audit line."""
    grens = klok.vandaag() - LANG
    open_ = Toewijzing.objects.filter(status=Toewijzing.Status.OPGEDRAGEN)
    aanbieders = (
        open_.filter(aanbieder__isnull=False)
        .values("aanbieder_id", "aanbieder__naam")
        .annotate(aantal=Count("id"))
        .order_by("aanbieder__naam")
    )
    gekozen = request.GET.get("aanbieder", "")
    lijst = open_.select_related("aanbieder", "team", "product", "hulpvraag__inwoner").order_by(
        "ingang", "nummer"
    )
    namen = list(aanbieders)
    if gekozen in {str(a["aanbieder_id"]) for a in namen}:
        lijst = lijst.filter(aanbieder_id=gekozen)
    if request.GET.get("oud"):
        lijst = lijst.filter(ingang__lt=grens)
    terug = {a.toewijzing_id: a for a in geweigerde_opdrachten()}
    if terug:  # somebody must find another, so these come first
        lijst = lijst.annotate(
            is_terug=Case(
                When(pk__in=list(terug), then=Value(0)), default=Value(1), output_field=IntegerField()
            )
        ).order_by("is_terug", "ingang", "nummer")
    bladzijde = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    ziet_namen = request.door.heeft(Rol.BACKOFFICE)
    if ziet_namen:
        leg_inzage_vast(
            request.door,
            doel="opdrachten volgen",
            grond="afhandeling backoffice",
            deel=f"opdrachten ({len(bladzijde)})",
            actie="lijst.ingezien",
        )
    return render(
        request,
        "werkplek/opdracht/lijst.html",
        {
            "pagina": bladzijde,
            "rijen": [
                {
                    "t": t,
                    "wie": feiten.uitvoerder(t),
                    "omvang": woorden.omvang(t),
                    "dagen": (klok.vandaag() - t.ingang).days,
                    "lang": t.ingang < grens,
                    "terug": terug.get(t.pk),
                }
                for t in bladzijde
            ],
            "aanbieders": namen,
            "gekozen": gekozen,
            "oud": request.GET.get("oud", ""),
            "ziet_namen": ziet_namen,
            "url": f"?aanbieder={gekozen}&oud={request.GET.get('oud', '')}&pagina=",
        },
    )
