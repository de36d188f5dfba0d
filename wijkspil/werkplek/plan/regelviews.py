"""One card: add it, change it, move it to another rung, take it away. Everything works by form and keyboard."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Product
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.plannen.actions import begin_plan, verwijder_regel, voeg_regel_toe, wijzig_regel
from wijkspil.plannen.fouten import PlanStaatVast, RegelNietMogelijk
from wijkspil.plannen.models import Arrangementregel
from wijkspil.plannen.service import huidig_plan
from wijkspil.regels.ladder import Trede
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .invoer import zet_rev
from .keuzes import producten_op
from .regelforms import RegelForm

MAKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)
NIET_MOGELIJK = (PlanStaatVast, RegelNietMogelijk, StapNietMogelijk)


@pagina(*MAKERS, methoden=("GET", "POST"), dossier=True)
def nieuw(request: Verzoek, id: UUID) -> HttpResponse:
    """A new card on a rung. Where the municipality has products, the list of products comes first."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="arrangement maken", deel="arrangement")
    werkwijze, dag, plan = laad_versie(hulpvraag.werkwijze), klok.vandaag(), huidig_plan(hulpvraag)
    trede = _trede(request.GET.get("trede", ""))
    producten = producten_op(werkwijze, trede, dag)
    product = next((p for p in producten if p.code == request.GET.get("product")), None)
    context = {
        "trede": werkwijze.trede_label(trede),
        "trede_code": trede,
        "uitleg": Trede(trede).uitleg,
        "product": product,
    }
    if product is None and (trede == Trede.MAATWERK or (producten and request.GET.get("product") != "geen")):
        return render(
            request,
            "werkplek/plan/productkeuze.html",
            dossierkader(request, hulpvraag, hier="arrangement") | context | {"producten": producten},
        )
    begin = _begin(hulpvraag, trede, product)
    form = RegelForm(
        request.POST or None,
        initial=begin,
        werkwijze=werkwijze,
        plan=plan,
        dag=dag,
        trede=trede,
        product=product,
    )
    if request.method == "POST" and form.is_valid():
        velden = _velden(form, werkwijze, product)
        velden.setdefault("trede", trede)
        try:
            with transaction.atomic():
                plan = begin_plan(hulpvraag, door=request.door)
                plan.hulpvraag = hulpvraag
                regel = voeg_regel_toe(plan, product=product, door=request.door, **velden)
        except NIET_MOGELIJK as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("%(wat)s staat op de ladder.") % {"wat": regel.wat})
            return naar(request, "arrangement", id=id)
    return _toon(request, hulpvraag, form, context)


@pagina(*MAKERS, methoden=("GET", "POST"), dossier=True)
def wijzig(request: Verzoek, id: UUID, regel_id: UUID) -> HttpResponse:
    """Change a card. When a colleague was first, both versions are shown and the typed words stay."""
    hulpvraag, regel = _pak(request, id, regel_id)
    werkwijze = laad_versie(hulpvraag.werkwijze)
    loopt = regel.status == Arrangementregel.Status.LOOPT
    form = RegelForm(
        request.POST or None,
        initial=RegelForm.begin(regel),
        werkwijze=werkwijze,
        plan=regel.plan,
        dag=regel.van,
        trede=regel.trede,
        product=regel.product,
        loopt=loopt,
    )
    context: dict[str, Any] = {
        "regel": regel,
        "trede": werkwijze.trede_label(regel.trede),
        "trede_code": regel.trede,
        "uitleg": Trede(regel.trede).uitleg,
        "product": regel.product,
        "loopt": loopt,
    }
    if request.method != "POST":
        return _toon(request, hulpvraag, form, context)
    if not form.is_valid():
        return _toon(request, hulpvraag, form, context)
    velden = _velden(form, werkwijze, regel.product, wie=regel.wie)
    rev, regel.rev = regel.rev, form.cleaned_data["rev"] or 0
    if loopt:
        velden = {naam: velden[naam] for naam in ("doel", "tot", "duur_reden") if naam in velden}
    try:
        with transaction.atomic():
            wijzig_regel(regel, door=request.door, **velden)
    except Botsing as botsing:
        context["conflict"] = [
            {"label": form.fields[naam].label, "nu": getattr(botsing.rij, naam), "eigen": waarde}
            for naam, waarde in form.cleaned_data.items()
            if naam != "rev" and getattr(botsing.rij, naam) != waarde
        ]
        zet_rev(form, botsing.rij.rev)
        return _toon(request, hulpvraag, form, context, status=409)
    except NIET_MOGELIJK as fout:
        regel.rev = rev
        form.add_error(None, str(fout))
        return _toon(request, hulpvraag, form, context)
    messages.success(request, _("Bewaard."))
    return naar(request, "arrangement", id=id)


@pagina(*MAKERS, methoden=("POST",), dossier=True)
def verplaats(request: Verzoek, id: UUID, regel_id: UUID) -> HttpResponse:
    """Move a card to another rung, by the select on the card or by dragging it (which sends the same form)."""
    hulpvraag, regel = _pak(request, id, regel_id)
    trede = request.POST.get("trede", "")
    rev = request.POST.get("rev", "")
    regel.rev = int(rev) if rev.isdecimal() else 0
    wat = regel.wat
    try:
        with transaction.atomic():
            wijzig_regel(regel, trede=_trede(trede), door=request.door)
    except (Botsing, *NIET_MOGELIJK) as fout:
        messages.error(request, str(fout) if not isinstance(fout, Botsing) else _botsing(wat))
    else:
        label = laad_versie(hulpvraag.werkwijze).trede_label(regel.trede)
        messages.success(request, _("%(wat)s staat nu bij “%(trede)s”.") % {"wat": wat, "trede": label})
    return naar(request, "arrangement", id=id)


@pagina(*MAKERS, methoden=("POST",), dossier=True)
def verwijder(request: Verzoek, id: UUID, regel_id: UUID) -> HttpResponse:
    """Take a card that was only proposed off the ladder."""
    _hulpvraag, regel = _pak(request, id, regel_id)
    wat = regel.wat
    try:
        with transaction.atomic():
            verwijder_regel(regel, door=request.door)
    except NIET_MOGELIJK as fout:
        messages.error(request, str(fout))
    else:
        messages.success(request, _("%(wat)s is van de ladder gehaald.") % {"wat": wat})
    return naar(request, "arrangement", id=id)


def _pak(request: Verzoek, id: UUID, regel_id: UUID) -> tuple[Hulpvraag, Arrangementregel]:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="arrangement maken", deel="arrangement")
    regel = (
        Arrangementregel.objects.filter(pk=regel_id, plan__hulpvraag=hulpvraag)
        .select_related("plan", "product", "aanbieder", "doel")
        .first()
    )
    if regel is None:
        raise Http404
    regel.plan.hulpvraag = hulpvraag
    return hulpvraag, regel


def _trede(code: str) -> str:
    if code not in {trede.value for trede in Trede}:
        raise Http404
    return code


def _begin(hulpvraag: Hulpvraag, trede: str, product: Product | None) -> dict[str, Any]:
    begin: dict[str, Any] = {
        "trede": trede,
        "van": klok.vandaag(),
        "frequentie": Arrangementregel.Periode.WEEK,
    }
    if product is not None:
        begin["wat"] = product.naam
    if trede == Trede.EIGEN_KRACHT:
        begin["wie"] = hulpvraag.inwoner.naam
    return begin


def _velden(
    form: RegelForm, werkwijze: Werkwijze, product: Product | None, *, wie: str = ""
) -> dict[str, Any]:
    """The typed fields as the action takes them; who does it follows from the chosen provider."""
    velden = {naam: waarde for naam, waarde in form.cleaned_data.items() if naam != "rev"}
    if product is not None and "wie" not in form.fields:
        gekozen = velden.get("aanbieder")
        velden["wie"] = (
            gekozen.naam if gekozen else (wie if "aanbieder" not in form.fields else "") or _("nog te kiezen")
        )
    if product is not None and not form.fields.keys() & {"frequentie"}:
        velden["frequentie"] = Arrangementregel.Periode.MAAND
    return velden


def _toon(
    request: Verzoek, hulpvraag: Hulpvraag, form: RegelForm, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    if form.is_bound and form.errors:
        status = 422
    alles = dossierkader(request, hulpvraag, hier="arrangement") | context | {"form": form}
    return render(request, "werkplek/plan/regel.html", alles, status=status)


def _botsing(wat: str) -> str:
    return _(
        "Een collega veranderde “%(wat)s” intussen. Hieronder staat het zoals het nu is; kijk het na en probeer het opnieuw."
    ) % {"wat": wat}
