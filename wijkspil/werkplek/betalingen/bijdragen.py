"""The own contribution: what must still go to the CAK, the file with it, and the files that went before."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from wijkspil.betalingen.actions.bijdrage import WIE, BijdrageKanNiet, maak_bijdragebestand
from wijkspil.betalingen.models import Bijdragebestand, Bijdrageperiode
from wijkspil.core import klok
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

PER_PAGINA = 50


@pagina(*WIE, methoden=("GET", "POST"))
def eigen_bijdragen(request: Verzoek) -> HttpResponse:
    """Numbers of questions and days; no names. Four queries."""
    if request.method == "POST":
        try:
            bestand = maak_bijdragebestand(door=request.door)
            messages.success(
                request,
                _("Bestand %(nummer)s is gemaakt. Haal het op en lever het aan bij het CAK.")
                % {"nummer": bestand.nummer},
            )
        except BijdrageKanNiet as fout:
            messages.info(request, str(fout))
        return naar(request, "eigen_bijdragen")
    toon = request.GET.get("toon", "melden")
    lijst = Bijdrageperiode.objects.select_related("hulpvraag")
    lijst = (
        lijst.filter(te_melden=True).order_by("uiterlijk", "pk")
        if toon == "melden"
        else lijst.filter(vervallen=False).order_by("-van", "pk")
    )
    bladzijde = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "werkplek/betalingen/bijdragen.html",
        {
            "pagina": bladzijde, "rijen": list(bladzijde), "toon": toon, "url": f"?toon={toon}&pagina=", "dag": klok.vandaag(),
            "bestanden": list(Bijdragebestand.objects.defer("inhoud").select_related("gemaakt_door").order_by("-gemaakt_op")[:12]),
        },
    )  # fmt: skip


@pagina(*WIE)
def bijdragebestand(request: Verzoek, bijdragebestand_id: UUID) -> HttpResponse:
    """The file as it was made. It holds BSNs, so each time it is fetched stands in the ledger."""
    bestand = get_object_or_404(Bijdragebestand, pk=bijdragebestand_id)
    leg_inzage_vast(
        request.door,
        doel="eigen bijdrage melden",
        grond="wettelijke taak",
        deel=bestand.nummer,
        actie="bijdragebestand.opgehaald",
    )
    return HttpResponse(
        bytes(bestand.inhoud),
        content_type="text/csv; charset=utf-8",
        headers={
            "Content-Disposition": f'attachment; filename="cak-{bestand.nummer}.csv"',
            "X-Content-Type-Options": "nosniff",
        },
    )
