"""Payment batches with their state and age, and the proposal for the next one."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.betalingen.actions import BatchKanNiet, stel_batch_op
from wijkspil.betalingen.actions.batch import OPSTELLERS, VRIJGEVERS
from wijkspil.betalingen.models import Betaalbatch
from wijkspil.betalingen.standen import lopende_batches, te_laat
from wijkspil.betalingen.voorstel import maak_voorstel
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad

PER_PAGINA = 50
TOESTAND = {
    Betaalbatch.Status.VOORSTEL: "let-op",
    Betaalbatch.Status.VRIJGEGEVEN: "bezig",
    Betaalbatch.Status.VERZONDEN: "bezig",
    Betaalbatch.Status.AFGEROND: "goed",
    Betaalbatch.Status.INGETROKKEN: "rust",
}


@pagina(*VRIJGEVERS)
def betalingen(request: Verzoek) -> HttpResponse:
    """What waits first, then what is over. Eight queries, whatever the number of batches."""
    dag = klok.vandaag()
    v = maak_voorstel(dag, laad(request.gemeente.werkwijze, dag).betalen)
    lopend = list(lopende_batches())
    klaar = Betaalbatch.objects.filter(status__in=("afgerond", "ingetrokken")).order_by("-opgesteld_op")
    bladzijde = Paginator(klaar, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "werkplek/betalingen/lijst.html",
        {
            "voorstel": v,
            "eerste": min((b.uiterlijk for b in (*v.mee, *v.wacht)), default=None),
            "mag_opstellen": request.door.heeft(*OPSTELLERS),
            "lopend": [_rij(b) for b in lopend],
            "klaar": [_rij(b) for b in bladzijde],
            "pagina": bladzijde,
            "laat": te_laat(dag, v, lopend),
            "dag": dag,
            "mag_bijdragen": request.door.heeft(Rol.BACKOFFICE),
        },
    )


@pagina(*OPSTELLERS, methoden=("GET", "POST"))
def betaalvoorstel(request: Verzoek) -> HttpResponse:
    """Who would be paid, how much, for what and until when; who waits and why. Seven queries."""
    if request.method == "POST":
        gekozen = frozenset(UUID(w) for w in request.POST.getlist("partij") if _is_uuid(w))
        if not gekozen:
            messages.error(request, _("Kies ten minste één partij die betaald moet worden."))
            return naar(request, "betaalvoorstel")
        try:
            batch = stel_batch_op(door=request.door, alleen=gekozen)
        except BatchKanNiet as fout:
            messages.error(request, str(fout))
            return naar(request, "betaalvoorstel")
        except Botsing:
            messages.error(
                request,
                _("Een collega was u net voor. Er is niets dubbel betaald; bekijk het voorstel opnieuw."),
            )
            return naar(request, "betaalvoorstel")
        messages.success(request, _("De batch staat klaar om vrij te geven."))
        return naar(request, "betaalbatch", batch_id=batch.pk)
    dag = klok.vandaag()
    grenzen = laad(request.gemeente.werkwijze, dag).betalen
    v = maak_voorstel(dag, grenzen)
    return render(
        request,
        "werkplek/betalingen/voorstel.html",
        {
            "v": v,
            "grens": grenzen.tweede_persoon_vanaf * 100,
            "vier_ogen": v.totaal >= grenzen.tweede_persoon_vanaf * 100,
        },
    )


def _rij(b: Betaalbatch) -> dict[str, Any]:
    return {"b": b, "toestand": TOESTAND[Betaalbatch.Status(b.status)]}


def _is_uuid(tekst: str) -> bool:
    try:
        UUID(tekst)
    except ValueError:
        return False
    return True
