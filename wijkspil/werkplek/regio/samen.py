"""One entry for somebody who works for several municipalities: own work per municipality, each read within its own border (O2).

Never one query over the border: the municipalities are opened one after the other, read-only, each as the person one is there, and
each with a line in its own audit log.
"""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.core.ids import uuid7
from wijkspil.gemeenten import register
from wijkspil.gemeenten.access import pak_door, werkplekken
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.klok import klok_van

PER_GEMEENTE = 10


@dataclass(frozen=True, slots=True)
class Plek:
    """The own work in one municipality."""

    naam: str
    url: str
    functie: str
    open: int
    te_laat: int
    spoed: int
    regels: list[dict[str, Any]]


@require_safe
def regiowerk(request: HttpRequest) -> HttpResponse:
    """Own open questions per municipality, nearest deadline first. Four queries per municipality."""
    plekken = []
    for slug, _naam in werkplekken(request.user):  # type: ignore[arg-type]
        plek = _plek(request, slug)
        if plek is not None:
            plekken.append(plek)
    return render(
        request, "werkplek/regio/samen.html", {"plekken": plekken, "open": sum(p.open for p in plekken)}
    )


def _plek(request: HttpRequest, slug: str) -> Plek | None:
    gemeente = register.op_slug(slug)
    if gemeente is None:
        return None
    vandaag, nu = klok.vandaag(), klok.nu()
    with binnen(gemeente.pk, lezen=True):
        door = pak_door(
            request.user,  # type: ignore[arg-type]
            gemeente_id=gemeente.pk,
            herkomst=request.META.get("REMOTE_ADDR", ""),
            verzoek=uuid7(),
        )
        if door is None or door.id is None:
            return None
        mijn = Hulpvraag.objects.filter(behandelaar_id=door.id).exclude(stap=Stap.AFGESLOTEN)
        vragen = list(mijn.select_related("inwoner").order_by("uiterlijk", "id")[:PER_GEMEENTE])
        getallen = [
            (uiterlijk, spoed) for uiterlijk, spoed in mijn.values_list("uiterlijk", "spoed_uiterlijk")[:2000]
        ]
        leg_inzage_vast(
            door, doel="eigen werk over gemeenten bekijken", grond="behandelaar", deel=f"regiowerk ({len(vragen)})", actie="lijst.ingezien"
        )  # fmt: skip
    return Plek(
        gemeente.naam,
        reverse("werk:werkvoorraad", kwargs={"gemeente": slug}),
        ", ".join(sorted(rol.value.replace("_", " ") for rol in door.rollen)),
        len(getallen),
        sum(uiterlijk is not None and uiterlijk < vandaag for uiterlijk, _spoed in getallen),
        sum(spoed is not None and spoed < nu for _uiterlijk, spoed in getallen),
        [
            {
                "wie": vraag.inwoner.naam,
                "nummer": vraag.nummer,
                "stap": vraag.get_stap_display(),
                "url": reverse("werk:dossier", kwargs={"gemeente": slug, "id": vraag.pk}),
                "klok": klok_van(
                    vraag.uiterlijk, vandaag=vandaag, begin=vraag.gemeld_op, opgeschort=vraag.opgeschort
                ),
            }
            for vraag in vragen
        ],
    )
