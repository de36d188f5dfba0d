"""The household: a view over separate files of people who live together, each with one plan of their own (J11)."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.inwoners.models import Inwoner
from wijkspil.plannen.models import Plan
from wijkspil.toegang.access import pak_hulpvraag, relatie
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.pagina import Verzoek, pagina

from .kader import dossierkader, leeftijd

HOOGSTENS = 8


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER, dossier=True)
def huishouden(request: Verzoek, id: UUID) -> HttpResponse:
    """Everybody at the address side by side. What a colleague has nothing to do with stays closed; a look leaves its line."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="huishouden bekijken", deel="huishouden")
    kader = dossierkader(request, hulpvraag)
    bewoners: list[Inwoner] = [hulpvraag.inwoner, *kader["huisgenoten"]][:HOOGSTENS]
    vragen = list(
        Hulpvraag.objects.filter(inwoner__in=bewoners).exclude(stap=Stap.AFGESLOTEN)
        .select_related("behandelaar", "team").order_by("-gemaakt_op")
    )  # fmt: skip
    mag = [v for v in vragen if relatie(request.door, v)]
    plannen = {p.hulpvraag_id: p for p in Plan.objects.filter(hulpvraag__in=mag).prefetch_related("doelen")}
    for vraag in mag:
        if vraag.pk != hulpvraag.pk:
            leg_inzage_vast(
                request.door, doel="huishouden bekijken", grond=relatie(request.door, vraag) or "", deel="plan in het kort",
                dossier_id=vraag.pk, inwoner_id=vraag.inwoner_id,
            )  # fmt: skip
    context = {"bewoners": [_bewoner(b, vragen, mag, plannen) for b in bewoners]}
    return render(request, "werkplek/dossier/huishouden.html", kader | context)


def _bewoner(
    inwoner: Inwoner, vragen: list[Hulpvraag], mag: list[Hulpvraag], plannen: dict[Any, Plan]
) -> dict[str, Any]:
    eigen = [v for v in vragen if v.inwoner_id == inwoner.pk]
    return {
        "naam": inwoner.naam,
        "leeftijd": leeftijd(inwoner, klok.vandaag()) if inwoner.geboortedatum else None,
        "vragen": [
            {
                "vraag": v,
                "open": v in mag,
                "doelen": list(plannen[v.pk].doelen.all()) if v.pk in plannen else [],
            }
            for v in eigen
        ],
    }
