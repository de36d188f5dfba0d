"""Search for residents and questions: little is shown, every search is in the audit log, and nobody can walk through the register."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.core.models import Auditregel
from wijkspil.inwoners.models import Inwoner
from wijkspil.inwoners.zoeken import MEEST, zoek
from wijkspil.regels.bsn import lijkt_op_bsn
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, adres, pagina
from wijkspil.werkplek.vraag.dubbelen import Bekende, bekijk

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
KORTST = 2
SJABLOON = "werkplek/zoeken/zoeken.html"
DOEL, ACTIE = "inwoner of vraag zoeken", "inwoner.gezocht"
NUMMER = re.compile(r"\s*(\d{4})-?(\d{5})\s*")
MAG_OPNEMEN = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)

PER_KWARTIER = 90
"""More searches than this in a quarter of an hour is walking through the register, not helping people (G4)."""


@pagina(*WIE, methoden=("GET", "POST"))
def zoeken(request: Verzoek) -> HttpResponse:
    """The word comes by POST. A BSN leads to an address with the resident's own id, any other word to an address that can be kept."""
    if request.method == "POST":
        return _verwerk(request, request.POST.get("q", "").strip()[:120])
    if "inwoner" in request.GET:
        return _toon(request, "", lambda: _op_id(request.GET["inwoner"], request.door))
    term = request.GET.get("q", "").strip()[:120]
    if lijkt_op_bsn(term):  # take it out of the address bar, and don't make such an address useful
        return redirect(f"{adres(request, 'zoeken')}?uitleg=bsn")
    if request.GET.get("uitleg") == "bsn":
        return render(request, SJABLOON, _basis(request, "") | {"bsn_in_adres": True})
    return _toon(request, term, lambda: _zoek(term, request.door))


def _verwerk(request: Verzoek, term: str) -> HttpResponse:
    """To an address without a BSN; when nobody has this number the page itself says so, since there is no address for it."""
    if not lijkt_op_bsn(term):
        return redirect(f"{adres(request, 'zoeken')}?{urlencode({'q': term})}")
    if not _te_vaak(request.door):
        gevonden = _vind(re.sub(r"[ .]", "", term))
        if len(gevonden) == 1:
            return redirect(f"{adres(request, 'zoeken')}?{urlencode({'inwoner': gevonden[0].pk})}")
    return _toon(request, "", lambda: [])


def _basis(request: Verzoek, term: str) -> dict[str, Any]:
    return {"term": term, "mag_opnemen": request.door.heeft(*MAG_OPNEMEN)}


def _toon(request: Verzoek, term: str, haal: Callable[[], list[Bekende]]) -> HttpResponse:
    context = _basis(request, term)
    if request.method == "GET" and "inwoner" not in request.GET and len(term) < KORTST:
        return render(request, SJABLOON, context | {"kort": True})
    if _te_vaak(request.door):
        geweigerd: dict[str, Any] = {
            "doel": DOEL,
            "grond": "te vaak gezocht",
            "deel": "zoeken",
            "resultaat": "geweigerd",
            "actie": ACTIE,
        }
        if request.method == "GET":
            leg_inzage_vast(request.door, **geweigerd)
        else:
            request.weigering = geweigerd  # type: ignore[attr-defined]  # a refused POST is undone, this line is not
        return render(request, SJABLOON, context | {"te_vaak": PER_KWARTIER}, status=429)
    gevonden = haal()
    leg_inzage_vast(
        request.door,
        doel=DOEL,
        grond=f"zoekopdracht, {len(gevonden)} getoond",
        deel="zoeken",
        inwoner_id=gevonden[0].id if len(gevonden) == 1 else None,
        actie=ACTIE,
    )
    return render(request, SJABLOON, context | {"gevonden": gevonden, "meer": len(gevonden) >= MEEST})


def _op_id(id: str, door: Door) -> list[Bekende]:
    """The resident that a search by BSN led to."""
    try:
        return bekijk(list(Inwoner.objects.filter(pk=UUID(id))), door)
    except ValueError:
        return []


def _zoek(term: str, door: Door) -> list[Bekende]:
    """One query for people and one for their open questions."""
    return bekijk(_vind(term), door)


def _vind(term: str) -> list[Inwoner]:
    """By the number of a question one resident, otherwise at most twenty. Nine digits can be either."""
    if nummer := NUMMER.fullmatch(term):
        vragen = Hulpvraag.objects.filter(nummer=f"{nummer[1]}-{nummer[2]}")
        inwoners = list(Inwoner.objects.filter(pk__in=vragen.values("inwoner_id")))
        if inwoners or "-" in term:
            return inwoners
    return list(zoek(term))


def _te_vaak(door: Door) -> bool:
    """Whether this person searched more than anybody helping people would. One query, over the person's own last lines."""
    sinds = klok.nu() - timedelta(minutes=15)
    eigen = (
        Auditregel.objects.filter(door_id=door.id)
        .order_by("-id")
        .values_list("actie", "moment")[: 4 * PER_KWARTIER]
    )
    return sum(1 for actie, moment in eigen if actie == "inwoner.gezocht" and moment >= sinds) >= PER_KWARTIER
