"""The hours of one line: a form of activities on the left, two norm sets beside each other on the right (H23)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.besluiten.actions import NormNietMogelijk, bereken_uren
from wijkspil.besluiten.normen import (
    bevroren,
    bevroren_verschil,
    kaders_voor,
    laatste_berekeningen,
    uitgerekend,
)
from wijkspil.besluiten.vorm import assen_van, in_uren
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.plannen.models import Arrangementregel
from wijkspil.plannen.service import huidig_plan, productregels
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.assen import Besluitinhoud

from .forms import UrenForm


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE, methoden=("GET", "POST"), dossier=True)
def uren(request: Verzoek, id: UUID, regel_id: UUID) -> HttpResponse:
    """Fill in what happens in the house, see both sets, and keep the calculation behind the decision."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="uren berekenen", deel="uren")
    regel = _regel(hulpvraag, regel_id)
    keuze = kaders_voor(hulpvraag, regel)
    if keuze is None:
        return _toon(request, hulpvraag, regel, None, status=422)
    laatste = laatste_berekeningen([regel]).get(regel.pk)
    if request.method != "POST":
        form = UrenForm(keuze.leidend, keuze.schaduw, invoer=laatste.invoer if laatste else None)
        beeld = {"uitkomsten": laatste.uitkomsten, "verschillen": laatste.verschillen} if laatste else {}
        return _toon(request, hulpvraag, regel, form, laatste=laatste, **beeld)
    form = UrenForm(keuze.leidend, keuze.schaduw, request.POST)
    if not form.is_valid():
        return _toon(request, hulpvraag, regel, form, status=422, laatste=laatste)
    if request.POST.get("actie") != "bewaren":  # look first, nothing is kept
        uitkomsten, verschillen = uitgerekend(keuze, form.invoer())
        return _toon(
            request,
            hulpvraag,
            regel,
            form,
            laatste=laatste,
            nog_niet_bewaard=True,
            uitkomsten=[bevroren(u) for u in uitkomsten],
            verschillen=[bevroren_verschil(v) for v in verschillen],
        )
    try:
        with transaction.atomic():
            bereken_uren(hulpvraag, regel, invoer=form.invoer(), door=request.door)
    except (NormNietMogelijk, GeenRecht) as fout:
        return _toon(request, hulpvraag, regel, form, status=422, laatste=laatste, fout=str(fout))
    messages.success(request, _("De berekening is bewaard en staat achter het besluit."))
    return naar(request, "uren", id=hulpvraag.pk, regel_id=regel.pk)


def _regel(hulpvraag: Hulpvraag, regel_id: UUID) -> Arrangementregel:
    plan = huidig_plan(hulpvraag)
    gevonden = next((r for r in productregels(plan) if r.pk == regel_id), None) if plan else None
    if gevonden is None:
        raise Http404
    return gevonden


def _toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    regel: Arrangementregel,
    form: UrenForm | None,
    *,
    status: int = 200,
    **anders: Any,
) -> HttpResponse:
    uitkomsten = [u | {"woorden": in_uren(u["minuten"])} for u in anders.pop("uitkomsten", [])]
    in_de_brief = assen_van(hulpvraag, regel).besluitvorm.inhoud is Besluitinhoud.UREN
    context = {
        "twee": bool(form and form.schaduw),
        "form": form,
        "regel": regel,
        "uitkomsten": uitkomsten,
        "in_de_brief": in_de_brief,
    }
    kader = dossierkader(request, hulpvraag, hier="uren")
    return render(request, "werkplek/normen/uren.html", kader | context | anders, status=status)
