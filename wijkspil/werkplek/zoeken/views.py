"""Search for residents and questions: little is shown, every search is in the audit log, and nobody can walk through the register."""

import re
from datetime import timedelta

from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.core.models import Auditregel
from wijkspil.inwoners.models import Inwoner
from wijkspil.inwoners.zoeken import MEEST, zoek
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, pagina
from wijkspil.werkplek.vraag.dubbelen import Bekende, bekijk

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
KORTST = 2
NUMMER = re.compile(r"\s*(\d{4})-?(\d{5})\s*")
MAG_OPNEMEN = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)

PER_KWARTIER = 90
"""More searches than this in a quarter of an hour is walking through the register, not helping people (G4)."""


@pagina(*WIE)
def zoeken(request: Verzoek) -> HttpResponse:
    term = request.GET.get("q", "").strip()[:120]
    context = {"term": term, "kort": len(term) < KORTST, "mag_opnemen": request.door.heeft(*MAG_OPNEMEN)}
    if len(term) < KORTST:
        return render(request, "werkplek/zoeken/zoeken.html", context)
    if _te_vaak(request.door):
        leg_inzage_vast(
            request.door, doel="inwoner of vraag zoeken", grond="te vaak gezocht", deel="zoeken", resultaat="geweigerd", actie="inwoner.gezocht"
        )  # fmt: skip
        return render(request, "werkplek/zoeken/zoeken.html", context | {"te_vaak": PER_KWARTIER}, status=429)
    gevonden = _zoek(term, request.door)
    leg_inzage_vast(
        request.door,
        doel="inwoner of vraag zoeken",
        grond=f"zoekopdracht, {len(gevonden)} getoond",
        deel="zoeken",
        inwoner_id=gevonden[0].id if len(gevonden) == 1 else None,
        actie="inwoner.gezocht",
    )
    return render(
        request,
        "werkplek/zoeken/zoeken.html",
        context | {"gevonden": gevonden, "meer": len(gevonden) >= MEEST},
    )


def _zoek(term: str, door: Door) -> list[Bekende]:
    """By number one resident, otherwise at most twenty; one query for people and one for their open questions."""
    if nummer := NUMMER.fullmatch(term):
        vragen = Hulpvraag.objects.filter(nummer=f"{nummer[1]}-{nummer[2]}")
        inwoners = list(Inwoner.objects.filter(pk__in=vragen.values("inwoner_id")))
        if inwoners or "-" in term:
            return bekijk(inwoners, door)
    return bekijk(zoek(term), door)


def _te_vaak(door: Door) -> bool:
    """Whether this person searched more than anybody helping people would. One query, over the person's own last lines."""
    sinds = klok.nu() - timedelta(minutes=15)
    eigen = (
        Auditregel.objects.filter(door_id=door.id)
        .order_by("-id")
        .values_list("actie", "moment")[: 4 * PER_KWARTIER]
    )
    return sum(1 for actie, moment in eigen if actie == "inwoner.gezocht" and moment >= sinds) >= PER_KWARTIER
