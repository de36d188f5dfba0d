"""Functional administration: who may decide what, and who works here."""

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Mandaat, Medewerker
from wijkspil.werkplek.pagina import Verzoek, pagina


@pagina(Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER)
def mandaten(request: Verzoek) -> HttpResponse:
    """Who may decide what, up to which amount, and who works here in which role and team (H9). Two queries."""
    vandaag = klok.vandaag()
    return render(
        request,
        "werkplek/beheer/mandaten.html",
        {
            "beheert_mensen": request.door.heeft(Rol.FUNCTIONEEL_BEHEER),
            "mandaten": list(
                Mandaat.objects.filter(Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=vandaag))
                .select_related("medewerker")
                .order_by("rol", "geldig_van")
            ),
            "mensen": list(
                Medewerker.objects.filter(actief=True)
                .annotate(
                    teamnamen=ArrayAgg(
                        "lidmaatschappen__team__naam", filter=Q(lidmaatschappen__isnull=False), default=[]
                    )
                )
                .order_by("naam")
            ),
        },
    )
