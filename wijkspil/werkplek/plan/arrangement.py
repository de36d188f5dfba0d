"""The ladder of solutions with the social map beside it; the sum at the foot; and fixing who does what."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.plannen.actions import begin_plan, stel_arrangement_vast, voeg_regel_toe
from wijkspil.plannen.actions.vaststellen import overgeslagen_treden, vraagt_besluit
from wijkspil.plannen.fouten import PlanNietCompleet, PlanStaatVast, RegelNietMogelijk
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.plannen.service import REGELS_OPEN, huidig_plan, lopende_regels, som
from wijkspil.regels.ladder import Trede
from wijkspil.sociale_kaart.service import pak_aanbod
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.dossier.kader import persoon
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie

from .kaartfilter import Filter, sociale_kaart_context
from .ladder import kolommen, tredekeuzes

MAKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)


@pagina(*MAKERS, Rol.BACKOFFICE, dossier=True)
def arrangement(request: Verzoek, id: UUID) -> HttpResponse:
    """The ladder. Back office only reads."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="arrangement inzien", deel="arrangement")
    return toon(request, hulpvraag)


def toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    *,
    punten: list[str] | None = None,
    antwoord: str | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page itself; with `punten` (what still misses) and the answer as typed when fixing didn't work."""
    plan, werkwijze = huidig_plan(hulpvraag), laad_versie(hulpvraag.werkwijze)
    regels = lopende_regels(plan) if plan else []
    open_ = hulpvraag.stap in REGELS_OPEN and request.door.heeft(*MAKERS)
    eigen_antwoord = next((r.overgeslagen_reden for r in regels if r.overgeslagen_reden), "")
    context: dict[str, Any] = {
        "hulpvraag": hulpvraag,
        "persoon": persoon(hulpvraag, klok.vandaag()),
        "huidig": plan,
        "planvorm": werkwijze.plan,
        "doelen": list(plan.doelen.order_by("volgorde", "gemaakt_op")) if plan else [],
        "kolommen": kolommen(regels, werkwijze, open_=open_),
        "tredekeuzes": tredekeuzes(werkwijze),
        "som": som(regels),
        "open": open_,
        "punten": punten or [],
        "overgeslagen": overgeslagen_treden(regels),
        "antwoord": eigen_antwoord if antwoord is None else antwoord,
        "mag_vaststellen": open_ and hulpvraag.stap == Stap.ARRANGEMENT,
        "met_besluit": bool(plan) and vraagt_besluit(plan, regels),  # type: ignore[arg-type]
        "kaart_open": open_ and request.GET.get("kaart") == "1",
    }
    if context["kaart_open"]:
        context |= sociale_kaart_context(Filter.uit(request.GET, wijk=hulpvraag.wijk_id))
    return render(request, "werkplek/plan/arrangement.html", context, status=status)


@pagina(*MAKERS, methoden=("POST",), dossier=True)
def vaststellen(request: Verzoek, id: UUID) -> HttpResponse:
    """Fix who does what; the way of working says whether a decision or an agreement follows."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="arrangement vaststellen", deel="arrangement")
    plan = _plan(hulpvraag, request)
    antwoord, stap = request.POST.get("overgeslagen_reden", "")[:2000], hulpvraag.stap
    try:
        with transaction.atomic():
            stel_arrangement_vast(plan, door=request.door, overgeslagen_reden=antwoord)
    except (PlanNietCompleet, StapNietMogelijk) as fout:
        hulpvraag.stap = stap
        return toon(
            request, hulpvraag, punten=getattr(fout, "punten", [str(fout)]), antwoord=antwoord, status=422
        )
    except Botsing:
        hulpvraag.stap = stap
        uitleg = _(
            "Een collega veranderde intussen een kaart. Hieronder staat de ladder zoals hij nu is; kijk hem na en stel vast."
        )
        return toon(request, hulpvraag, punten=[uitleg], antwoord=antwoord, status=409)
    besluit = hulpvraag.stap == Stap.BESLUIT
    messages.success(
        request,
        _("Het arrangement staat vast. Nu volgt het besluit.")
        if besluit
        else _("Het arrangement staat vast. Nu volgt de afspraak."),
    )
    return naar(request, "besluit" if besluit else "afspraak", id=id)


@pagina(*MAKERS, methoden=("POST",), dossier=True)
def kies(request: Verzoek, id: UUID) -> HttpResponse:
    """Put an offer of the social map on its own rung, as it stands there; changing it can be done on the card."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="arrangement maken", deel="arrangement")
    aanbod = pak_aanbod(UUID(request.POST["aanbod"])) if _is_uuid(request.POST.get("aanbod", "")) else None
    if aanbod is None:
        messages.error(request, _("Dit aanbod staat niet meer op de sociale kaart. Kies iets anders."))
        return naar(request, "arrangement", id=id)
    try:
        with transaction.atomic():
            voeg_regel_toe(
                _plan(hulpvraag, request),
                trede=aanbod.soort,
                wat=aanbod.naam,
                wie=aanbod.organisatie,
                aanbod=aanbod,
                van=klok.vandaag(),
                frequentie=Arrangementregel.Periode.WEEK,
                door=request.door,
            )
    except (PlanStaatVast, RegelNietMogelijk, StapNietMogelijk) as fout:
        return toon(request, hulpvraag, punten=[str(fout)], status=422)
    trede = laad_versie(hulpvraag.werkwijze).trede_label(Trede(aanbod.soort).value)
    messages.success(request, _("%(wat)s staat nu bij “%(trede)s”.") % {"wat": aanbod.naam, "trede": trede})
    return _terug(request, id)


def _plan(hulpvraag: Hulpvraag, request: Verzoek) -> Plan:
    plan = begin_plan(hulpvraag, door=request.door)
    plan.hulpvraag = hulpvraag
    return plan


def _terug(request: Verzoek, id: UUID) -> HttpResponse:
    """Back to the ladder with the map as it was filtered; only a filter can be in it, never another address."""
    filter_ = QueryDict(request.POST.get("filter", ""))
    vraag = urlencode(
        {naam: filter_[naam] for naam in ("kaart", "zoek", "thema", "wijk", "soort") if naam in filter_}
    )
    return redirect(adres(request, "arrangement", id=id) + (f"?{vraag}" if vraag else ""))


def _is_uuid(tekst: str) -> bool:
    try:
        UUID(tekst)
    except ValueError:
        return False
    return True
