"""Norm sets for who makes policy: averages of two sets over the same cases, what is uncertain, and who was consulted."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.besluiten.actions import NormNietMogelijk, leg_raadpleging_vast
from wijkspil.besluiten.models import Normraadpleging
from wijkspil.besluiten.normen import gemiddelden
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.regels import normen
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .forms import RaadplegingForm

SCHRIJVERS = (Rol.BELEID, Rol.CONTRACTBEHEER, Rol.FUNCTIONEEL_BEHEER)


@pagina(*SCHRIJVERS, Rol.TEAMLEIDER, methoden=("GET", "POST"))
def normenkaders(request: Verzoek) -> HttpResponse:
    """The norm sets of this municipality, what they give on average, and the trail of consultations. Two queries."""
    werkwijze = laad(request.gemeente.werkwijze, klok.vandaag())
    form = RaadplegingForm(_keuzes(werkwijze), request.POST if request.method == "POST" else None)
    if request.method != "POST":
        return _toon(request, werkwijze, form)
    if not form.is_valid():
        return _toon(request, werkwijze, form, status=422)
    try:
        with transaction.atomic():
            leg_raadpleging_vast(door=request.door, **form.cleaned_data)
    except (NormNietMogelijk, GeenRecht) as fout:
        return _toon(request, werkwijze, form, status=422, fout=str(fout))
    messages.success(request, _("Vastgelegd."))
    return naar(request, "normenkaders")


def _keuzes(werkwijze: Werkwijze) -> list[tuple[str, str]]:
    eigen = {k.sleutel: k.naam for k in werkwijze.normenkaders if k.sleutel in normen.kaders()}
    return list((eigen or {sleutel: normen.kadernaam(sleutel) for sleutel in normen.kaders()}).items())


def _toon(
    request: Verzoek, werkwijze: Werkwijze, form: RaadplegingForm, *, status: int = 200, fout: str = ""
) -> HttpResponse:
    kleinste = werkwijze.assen.verantwoording.kleinste_groep
    context: dict[str, Any] = {
        "kaders": [_kader(k) for k in werkwijze.normenkaders],
        "vergelijkingen": [_vergelijking(v) for v in gemiddelden(kleinste)],
        "kleinste_groep": kleinste,
        "elders": normen.vergelijkingscijfers(),
        "raadplegingen": list(Normraadpleging.objects.order_by("-op", "-gemaakt_op")[:100]),
        "form": form if request.door.heeft(*SCHRIJVERS) else None,
        "fout": fout,
    }
    return render(request, "werkplek/normen/kaders.html", context, status=status)


def _kader(kader: Any) -> dict[str, Any]:
    bekend = kader.sleutel in normen.kaders()
    onzeker: list[str] = []
    if bekend:
        alles = {code: normen.Inzet(a.keer) for a in normen.activiteiten() for code in (a.code,)}
        zaak = normen.Huishouden(
            alles,
            gebieden=dict.fromkeys(normen.gebieden(kader.sleutel), 1),
            factoren=dict.fromkeys(normen.factoren(kader.sleutel), 1),
        )
        regels = normen.bereken(kader.sleutel, zaak).regels
        onzeker = [r.naam for r in regels if r.zekerheid.value == "laag"]
    return {"kader": kader, "bekend": bekend, "onzeker": onzeker}


def _vergelijking(v: Any) -> dict[str, Any]:
    cijfers = v.cijfers
    return {
        "leidend": normen.kadernaam(v.leidend),
        "schaduw": normen.kadernaam(v.schaduw),
        "n": cijfers.n,
        "verborgen": cijfers.verborgen,
        "onzeker": cijfers.onzeker,
        "leidend_uren": None if cijfers.leidend is None else round(float(cijfers.leidend) / 60, 2),
        "schaduw_uren": None if cijfers.schaduw is None else round(float(cijfers.schaduw) / 60, 2),
        "verschil": None if cijfers.verschil is None else round(float(cijfers.verschil)),
    }
