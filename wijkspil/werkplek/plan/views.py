"""The plan page: one form while it is written, a quiet page once it is fixed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.plannen.actions import herzie_plan, onderteken
from wijkspil.plannen.actions.regie import huidige_regie
from wijkspil.plannen.actions.taken import aantal_taken
from wijkspil.plannen.fouten import PlanNietCompleet, PlanStaatVast
from wijkspil.plannen.models import Plan, Planversie
from wijkspil.plannen.service import huidig_plan, lopende_regels, som
from wijkspil.plannen.versies import versies_van
from wijkspil.regels.duur import plus_maanden
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.workflow import HULPVRAAG
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .eigenplan import eigen_plan_van
from .forms import TekenForm
from .invoer import Invoer
from .ladder import delen

MAKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)
LEZERS = (*MAKERS, Rol.BACKOFFICE)


@pagina(*LEZERS, methoden=("GET", "POST"), dossier=True)
def plan(request: Verzoek, id: UUID) -> HttpResponse:
    """Write the plan, or read it when it is fixed. Back office only reads."""
    hulpvraag = pak_hulpvraag(
        request.door, id, om_te="plan maken" if request.method == "POST" else "plan inzien", deel="plan"
    )
    huidig, werkwijze = huidig_plan(hulpvraag), laad_versie(hulpvraag.werkwijze)
    if huidig is not None:
        huidig.hulpvraag = hulpvraag
    mag_schrijven = request.door.heeft(*MAKERS) and hulpvraag.stap not in (Stap.CONTACT, Stap.AFGESLOTEN)
    if request.method == "POST":
        return _bewaar(request, hulpvraag, huidig, werkwijze)
    if (huidig is None or huidig.status == Plan.Status.CONCEPT) and mag_schrijven:
        return _formulier(
            request, hulpvraag, huidig, werkwijze, _invoer(request, hulpvraag, huidig, werkwijze)
        )
    return _lezen(request, hulpvraag, huidig, werkwijze)


def _invoer(request: Verzoek, hulpvraag: Hulpvraag, huidig: Plan | None, werkwijze: Werkwijze) -> Invoer:
    begin = {
        "regisseur": hulpvraag.behandelaar_id or request.door.id,
        "evaluatie_op": plus_maanden(klok.vandaag(), werkwijze.evaluatie.elke_maanden),
    }
    return Invoer(hulpvraag, huidig, werkwijze, begin, request.POST if request.method == "POST" else None)


def _bewaar(
    request: Verzoek, hulpvraag: Hulpvraag, huidig: Plan | None, werkwijze: Werkwijze
) -> HttpResponse:
    invoer = _invoer(request, hulpvraag, huidig, werkwijze)
    vaststellen = request.POST.get("actie") == "vaststellen"
    if not invoer.geldig():
        return _formulier(request, hulpvraag, huidig, werkwijze, invoer, status=422)
    stap = hulpvraag.stap
    try:
        with transaction.atomic():
            invoer.bewaar(request.door, vaststellen=vaststellen)
    except Botsing as botsing:
        conflict = invoer.verschillen(botsing.rij)  # type: ignore[arg-type]
        invoer.aanvaard(botsing.rij)  # type: ignore[arg-type]
        return _formulier(request, hulpvraag, huidig, werkwijze, invoer, status=409, conflict=conflict)
    except (PlanNietCompleet, PlanStaatVast, StapNietMogelijk) as fout:
        hulpvraag.stap = stap
        for punt in getattr(fout, "punten", [str(fout)]):
            invoer.form.add_error(None, punt)
        return _formulier(request, hulpvraag, huidig, werkwijze, invoer, status=422)
    if vaststellen:
        messages.success(request, _("Het plan staat vast. Kies nu wie wat doet."))
        return naar(request, "arrangement", id=hulpvraag.pk)
    messages.success(request, _("Bewaard."))
    return naar(request, "plan", id=hulpvraag.pk)


def _formulier(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    huidig: Plan | None,
    werkwijze: Werkwijze,
    invoer: Invoer,
    *,
    status: int = 200,
    conflict: list[dict[str, Any]] | None = None,
) -> HttpResponse:
    context = dossierkader(request, hulpvraag, hier="plan") | {
        "huidig": huidig,
        "planvorm": werkwijze.plan,
        "form": invoer.form,
        "doelformulieren": invoer.doelformulieren,
        "conflict": conflict,
        "mag_vaststellen": hulpvraag.stap == Stap.PLAN,
        "herleren_eerst": werkwijze.doelen.herleren_eerst,
        "eigenplan": eigen_plan_van(hulpvraag),
        "versies": versies_van(huidig) if huidig else [],
    }
    return render(request, "werkplek/plan/schrijven.html", context, status=status)


def _lezen(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    huidig: Plan | None,
    werkwijze: Werkwijze,
    *,
    tekenform: TekenForm | None = None,
) -> HttpResponse:
    regels = lopende_regels(huidig) if huidig else []
    versies = versies_van(huidig) if huidig else []
    perspectieven = {p.sleutel: p.label for p in werkwijze.plan.perspectieven}
    kader = dossierkader(request, hulpvraag, hier="plan")
    bron: Any = kader["plan"] if kader["plan"] == huidig else huidig  # its goals were read already
    context = kader | {
        "huidig": huidig,
        "doelen": sorted(bron.doelen.all(), key=lambda d: (d.volgorde, d.gemaakt_op)) if bron else [],
        "planvorm": werkwijze.plan,
        "perspectief": perspectieven.get(huidig.perspectief, huidig.perspectief) if huidig else "",
        "delen": delen(regels, werkwijze, taken=aantal_taken(regels)),
        "alleen_rest": werkwijze.indicatie.alleen_rest,
        "som": som(regels),
        "eigenplan": eigen_plan_van(hulpvraag),
        "regie": huidige_regie(hulpvraag).values(),
        "versies": versies,
        "handtekeningen": _handtekeningen(versies[0]) if versies else [],
        "ontbrekend": [
            r
            for r in werkwijze.plan.handtekeningen
            if versies and r not in {h["rol"] for h in versies[0].ondertekend}
        ],
        "tekenform": tekenform or TekenForm(werkwijze=werkwijze, initial={"wie": hulpvraag.inwoner.naam}),
        "mag_herzien": request.door.heeft(*MAKERS) and "herzie_plan" in HULPVRAAG.mogelijk(hulpvraag.stap),
    }
    return render(request, "werkplek/plan/lezen.html", context, status=422 if tekenform else 200)


def _handtekeningen(bevroren: Planversie) -> list[dict[str, Any]]:
    return [{**handtekening, "op": parse_date(handtekening["op"])} for handtekening in bevroren.ondertekend]


@pagina(*LEZERS, dossier=True)
def versie(request: Verzoek, id: UUID, nummer: int) -> HttpResponse:
    """One frozen version, as it was agreed."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="oude versie van het plan inzien", deel="plan")
    huidig, werkwijze = huidig_plan(hulpvraag), laad_versie(hulpvraag.werkwijze)
    if huidig is None:
        raise Http404
    bevroren = get_object_or_404(huidig.versies, versie=nummer)
    perspectieven = {p.sleutel: p.label for p in werkwijze.plan.perspectieven}
    context = dossierkader(request, hulpvraag) | {
        "versie": bevroren,
        "handtekeningen": _handtekeningen(bevroren),
        "evaluatie_op": parse_date(bevroren.inhoud["evaluatie_op"]),
        "planvorm": werkwijze.plan,
        "perspectief": perspectieven.get(bevroren.inhoud["perspectief"], ""),
        "regels": [(regel, werkwijze.trede_label(regel["trede"])) for regel in bevroren.inhoud["regels"]],
    }
    return render(request, "werkplek/plan/versie.html", context)


@pagina(*MAKERS, methoden=("POST",), dossier=True)
def herzien(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="plan herzien", deel="plan")
    huidig = huidig_plan(hulpvraag)
    if huidig is None:
        raise Http404
    huidig.hulpvraag = hulpvraag
    try:
        with transaction.atomic():
            herzie_plan(huidig, door=request.door, reden=request.POST.get("reden", "")[:400])
    except (StapNietMogelijk, Botsing) as fout:
        messages.error(request, str(fout))
        return naar(request, "plan", id=id)
    messages.success(request, _("Het plan is weer open. De vorige versie blijft bewaard."))
    return naar(request, "plan", id=id)


@pagina(*LEZERS, methoden=("POST",), dossier=True)
def tekenen(request: Verzoek, id: UUID) -> HttpResponse:
    """Note a signature under the last version."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="handtekening noteren", deel="plan")
    huidig, werkwijze = huidig_plan(hulpvraag), laad_versie(hulpvraag.werkwijze)
    if huidig is None:
        raise Http404
    huidig.hulpvraag = hulpvraag
    form = TekenForm(request.POST, werkwijze=werkwijze)
    if form.is_valid():
        try:
            onderteken(huidig, door=request.door, **form.cleaned_data)
        except ValueError as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("De handtekening staat erbij."))
            return naar(request, "plan", id=id)
    return _lezen(request, hulpvraag, huidig, werkwijze, tekenform=form)
