"""Conversation guides beside the conversation: open questions per theme and the goal ladder (A16)."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.regels.gesprekswijzer import gids
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, adres, pagina

from .plannen import WIE


@pagina(*WIE, dossier=True)
def gesprekswijzers(request: Verzoek, id: UUID) -> HttpResponse:
    """All themes as tabs of links; without a choice the general advice and the ladder."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gesprek voorbereiden", deel="gesprek")
    alles, url = gids(), adres(request, "gesprekswijzers", id=id)
    gekozen = alles.wijzer(request.GET.get("over", ""))
    context = dossierkader(request, hulpvraag) | {
        "gids": alles,
        "gekozen": gekozen,
        "themas": [
            {"label": w.naam, "url": f"{url}?over={w.code}", "actief": w is gekozen} for w in alles.wijzers
        ],
    }
    return render(request, "werkplek/gesprek/wijzers.html", context)
