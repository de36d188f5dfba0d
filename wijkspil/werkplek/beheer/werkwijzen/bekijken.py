"""Look at a way of working, lay two side by side, and take one out as a file."""

from collections import Counter

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.werkplek.pagina import Verzoek, pagina
from wijkspil.werkwijzen.controle import WerkwijzeOngeldig
from wijkspil.werkwijzen.verschil import Verschil, naast_elkaar
from wijkspil.werkwijzen.werkwijze import Werkwijze

from . import bronnen
from .samenvatting import assen, hoofdstukken, producten
from .woorden import titel, toon, versienaam, waar

LEZERS = (Rol.FUNCTIONEEL_BEHEER, Rol.BELEID, Rol.TEAMLEIDER)
_GETAL_CONCEPTEN = 20


@pagina(*LEZERS)
def werkwijze(request: Verzoek) -> HttpResponse:
    """How this municipality works today, with versions and drafts beside it. Three queries."""
    w = bronnen.nu(request)
    concepten = Werkwijzeversie.objects.exclude(status=Werkwijzeversie.Status.GEPUBLICEERD)
    context = {
        "concepten": list(concepten.order_by("status", "-gewijzigd_op").defer("tekst")[:_GETAL_CONCEPTEN]),
        "versies": _versies(request, w),
        "anderen": [
            {"sleutel": s, "naam": versienaam(s, request.gemeente)} for s in bronnen.van_anderen(request)
        ],
    }
    return render(request, "werkplek/beheer/werkwijzen/overzicht.html", _blad(request, w) | context)


@pagina(*LEZERS)
def versie(request: Verzoek, sleutel: str) -> HttpResponse:
    """Any version as a page to read: an older or coming one, or what ships for another municipality."""
    w = bronnen.lees_keuze(request, sleutel)
    return render(request, "werkplek/beheer/werkwijzen/versie.html", _blad(request, w))


@pagina(*LEZERS)
def vergelijk(request: Verzoek) -> HttpResponse:
    """Two ways of working side by side; the choices are in the address, so that it can be shared."""
    groepen = bronnen.keuzes(request)
    eerste = bronnen.nu(request).sleutel
    links = request.GET.get("a") or eerste
    rechts = request.GET.get("b") or next(
        (k.sleutel for _naam, lijst in groepen for k in lijst if k.sleutel != links), links
    )
    alles, herkomst = request.GET.get("alles") == "ja", request.GET.get("herkomst") == "ja"
    context = {
        "groepen": groepen,
        "a": links,
        "b": rechts,
        "alles": alles,
        "herkomst": herkomst,
        "naam_a": bronnen.tekst_en_naam(request, links)[1],
        "naam_b": bronnen.tekst_en_naam(request, rechts)[1],
    }
    try:
        regels = naast_elkaar(
            bronnen.lees_keuze(request, links), bronnen.lees_keuze(request, rechts), met_herkomst=herkomst
        )
    except WerkwijzeOngeldig as fout:
        return render(request, "werkplek/beheer/werkwijzen/vergelijk.html", context | {"fouten": fout.fouten})
    context |= {
        "aantal": sum(r.anders for r in regels),
        "delen": delen_van([r for r in regels if alles or r.anders]),
    }
    return render(request, "werkplek/beheer/werkwijzen/vergelijk.html", context)


@pagina(*LEZERS)
def yaml(request: Verzoek, sleutel: str) -> HttpResponse:
    """The file behind a version or draft, as it was written."""
    tekst, _naam = bronnen.tekst_en_naam(request, sleutel)
    bestand = sleutel.replace("@", "-").replace(":", "-") + ".yaml"
    antwoord = HttpResponse(tekst, content_type="application/yaml; charset=utf-8")
    antwoord["Content-Disposition"] = content_disposition_header(True, bestand)
    return antwoord


def delen_van(regels: list[Verschil]) -> list[dict[str, object]]:
    """Lines of a comparison in words, under the title of their part."""
    telling = Counter(r.deel for r in regels if r.anders)
    gevonden: dict[str, list[dict[str, object]]] = {}
    for r in regels:
        gevonden.setdefault(r.deel, []).append(
            {"waar": waar(r.sleutel), "a": toon(r.a), "b": toon(r.b), "anders": r.anders}
        )
    return [
        {"deel": deel, "titel": titel(deel), "regels": lijst, "anders": telling[deel]}
        for deel, lijst in gevonden.items()
    ]


def _blad(request: Verzoek, w: Werkwijze) -> dict[str, object]:
    return {
        "w": w,
        "assen": assen(w),
        "producten": producten(w),
        "hoofdstukken": hoofdstukken(w),
        "mag_wijzigen": request.door.heeft(Rol.FUNCTIONEEL_BEHEER),
    }


def _versies(request: Verzoek, nu: Werkwijze) -> list[dict[str, object]]:
    vandaag = klok.vandaag().isoformat()
    rijen = []
    for sleutel in bronnen.eigen_versies(request):
        dag = sleutel.partition("@")[2]
        toestand = _("geldt nu") if sleutel == nu.sleutel else _("komt nog") if dag > vandaag else _("eerder")
        rijen.append(
            {
                "sleutel": sleutel,
                "naam": versienaam(sleutel, request.gemeente),
                "toestand": toestand,
                "nu": sleutel == nu.sleutel,
            }
        )
    return rijen


__all__ = ["LEZERS", "delen_van", "vergelijk", "versie", "werkwijze", "yaml"]
