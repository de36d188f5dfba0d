"""The ways on of one file: an overview, and a page for each that begins it, shows it and ends it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms as django_forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.ondersteuning.actions import LeveringKanNiet, start_levering, stop_levering
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.ondersteuning.redenen import RedenEinde
from wijkspil.plannen.actions.vervolgwegen import (
    begin_vervolgweg,
    lopende_weg,
    meld_overlast,
    rond_vervolgweg_af,
)
from wijkspil.plannen.fouten import PlanNietCompleet
from wijkspil.plannen.models import Vervolgweg
from wijkspil.regels.vervolgwegen import overgangsmomenten
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import neem_terug, sluit_af
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .beeld import erbij, formulier, toewijzingen_van
from .forms import AfrondForm, OverlastForm, WegForm
from .wlz import signaal_van

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
Soort, Status = Vervolgweg.Soort, Vervolgweg.Status
UITLEG: dict[str, str | Promise] = {
    Soort.NIETS_DOEN: _l("Nu niets doen is soms het beste: iemand wil het zo, of went aan wat minder gaat. Met een reden en een dag om weer te kijken."),
    Soort.RUST: _l("De hulp slaapt terwijl iemand iets anders probeert, zoals betaald werk. Terugkeren kan zonder nieuwe aanvraag."),
    Soort.NAAR_18: _l("Vanaf zestien en een half bereiden we samen voor wat er na de achttiende verjaardag komt."),
    Soort.NAAR_WLZ: _l("Eerst weten: kan de vertrouwde hulpverlener blijven, en wat gaat de inwoner betalen?"),
    Soort.NA_CRISIS: _l("Wie in de crisis hielp, blijft als dat kan. Wisselen is een keuze met een reden."),
}  # fmt: skip


@pagina(*WIE, dossier=True)
def vervolg(request: Verzoek, id: UUID) -> HttpResponse:
    """Every way with what it is for, and where this file stands on it."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="vervolg bekijken", deel="vervolg")
    alle = list(Vervolgweg.objects.filter(hulpvraag=hulpvraag).order_by("-van"))
    wegen = [
        {
            "soort": soort.value,
            "naam": capfirst(str(soort.label)),
            "uitleg": UITLEG[soort],
            "loopt": next((w for w in alle if w.soort == soort and w.status == Status.LOOPT), None),
        }
        for soort in Soort
    ]
    eerder = [w for w in alle if w.status != Status.LOOPT]
    return render(
        request,
        "werkplek/vervolg/vervolg.html",
        dossierkader(request, hulpvraag) | {"wegen": wegen, "eerder": eerder, "wlz": signaal_van(hulpvraag)},
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def vervolg_weg(request: Verzoek, id: UUID, weg: str) -> HttpResponse:
    """Begin one way, or follow and end it. Everything typed stays when something is missing."""
    soort = weg.replace("-", "_")
    if soort not in Soort.values:
        raise Http404
    hulpvraag = pak_hulpvraag(request.door, id, om_te="vervolg afspreken", deel="vervolg")
    loopt = lopende_weg(hulpvraag, soort)
    if request.method != "POST":
        return _toon(request, hulpvraag, soort, loopt)
    if loopt is None:
        form = formulier(soort, hulpvraag, request.POST)
        return _doe(request, hulpvraag, soort, None, form, lambda: _begin(request, hulpvraag, soort, form))
    loopt.hulpvraag = hulpvraag
    if "ernstig" in request.POST or "overlast" in request.POST:
        overlast = OverlastForm(request.POST)
        return _doe(request, hulpvraag, soort, loopt, overlast, lambda: _overlast(request, loopt, overlast))
    afrond = AfrondForm(request.POST)
    return _doe(request, hulpvraag, soort, loopt, afrond, lambda: _rond_af(request, loopt, afrond))


def _doe(
    request: Verzoek, hulpvraag: Hulpvraag, soort: str, loopt: Vervolgweg | None, form: django_forms.Form, daad: Callable[[], None]
) -> HttpResponse:  # fmt: skip
    """Do it in one transaction; a refusal brings the page back with its reasons."""
    if form.is_valid():
        try:
            with transaction.atomic():
                daad()
        except PlanNietCompleet as fout:
            for punt in fout.punten:
                form.add_error(None, punt)
        except (StapNietMogelijk, LeveringKanNiet, Botsing, ValueError) as fout:
            form.add_error(None, str(fout))
        else:
            return naar(request, "vervolg_weg", id=hulpvraag.pk, weg=soort.replace("_", "-"))
        hulpvraag = Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=hulpvraag.pk)
    return _toon(request, hulpvraag, soort, loopt, form, status=422)


def _toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    soort: str,
    loopt: Vervolgweg | None,
    gebonden: django_forms.Form | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context: dict[str, Any] = {
        "soort": soort,
        "naam": capfirst(str(Soort(soort).label)),
        "uitleg": UITLEG[soort],
        "weg": loopt,
        "dicht": hulpvraag.stap == Stap.AFGESLOTEN,
        "form": gebonden
        if isinstance(gebonden, WegForm)
        else (None if loopt else formulier(soort, hulpvraag, None)),
        "afrondform": gebonden if isinstance(gebonden, AfrondForm) else AfrondForm(auto_id="id_af_%s"),
        "overlastform": gebonden
        if isinstance(gebonden, OverlastForm)
        else OverlastForm(auto_id="id_over_%s"),
    }
    return render(
        request, "werkplek/vervolg/weg.html", dossierkader(request, hulpvraag) | context | erbij(soort, hulpvraag, loopt), status=status
    )  # fmt: skip


def _begin(request: Verzoek, hulpvraag: Hulpvraag, soort: str, form: WegForm) -> None:
    velden, vandaag = form.cleaned_data, klok.vandaag()
    momenten = None
    if soort == Soort.NAAR_18 and hulpvraag.inwoner.geboortedatum:
        momenten = {
            m.op: m.wat for m in overgangsmomenten(hulpvraag.inwoner.geboortedatum) if m.op >= vandaag
        }
    begin_vervolgweg(
        hulpvraag, soort=soort, reden=velden["reden"], inwoner_zegt=velden["inwoner_zegt"], doeldag=velden["doeldag"],
        feiten=form.feiten(), momenten=momenten or None, door=request.door,
    )  # fmt: skip
    if soort == Soort.NIETS_DOEN and hulpvraag.stap != Stap.AFGESLOTEN:
        sluit_af(
            hulpvraag, uitkomst=Hulpvraag.Uitkomst.NIETS_DOEN, reden=velden["reden"], terugkijken_op=velden["doeldag"], door=request.door
        )  # fmt: skip
    if soort == Soort.RUST:
        _laat_rusten(request, hulpvraag, set(velden["wat_rust"]))
    messages.success(request, _("Vastgelegd. De momenten staan op de lijst met afspraken."))


def _laat_rusten(request: Verzoek, hulpvraag: Hulpvraag, gekozen: set[str]) -> None:
    """Help without messages stops for a while at once; a provider that uses messages reports it itself (307, reason 20)."""
    for t in toewijzingen_van(hulpvraag):
        if str(t.pk) in gekozen and t.status == Toewijzing.Status.GESTART:
            if t.met_berichten:
                messages.info(
                    request,
                    _("Bel %(wie)s: de aanbieder meldt de tijdelijke stop zelf.") % {"wie": t.aanbieder},
                )
            else:
                stop_levering(t, op=klok.vandaag(), reden=RedenEinde.TIJDELIJK, door=request.door)


def _rond_af(request: Verzoek, weg: Vervolgweg, form: AfrondForm) -> None:
    terug = "terug" in request.POST
    rond_vervolgweg_af(weg, afloop=form.cleaned_data["afloop"], terug=terug, door=request.door)
    if terug and weg.soort == Soort.RUST:
        _keer_terug(request, weg)
    elif terug and weg.hulpvraag.stap == Stap.AFGESLOTEN:
        neem_terug(weg.hulpvraag, vraag=form.cleaned_data["afloop"], door=request.door)
        messages.success(request, _("De vraag is weer open, in hetzelfde dossier."))
        return
    messages.success(request, _("Afgerond."))


def _keer_terug(request: Verzoek, weg: Vervolgweg) -> None:
    """The right of return: the same help starts again under the same order, without a new decision (C13)."""
    gekozen = set(weg.feiten.get("wat_rust", []))
    for t in toewijzingen_van(weg.hulpvraag):
        if str(t.pk) in gekozen and t.status == Toewijzing.Status.TIJDELIJK_GESTOPT:
            if t.met_berichten:
                messages.info(
                    request, _("Bel %(wie)s: de aanbieder meldt de nieuwe start zelf.") % {"wie": t.aanbieder}
                )
            else:
                start_levering(t, op=max(klok.vandaag(), t.ingang), door=request.door)


def _overlast(request: Verzoek, weg: Vervolgweg, form: OverlastForm) -> None:
    ernstig = form.cleaned_data["ernstig"] == "ja"
    meld_overlast(weg.hulpvraag, wat=form.cleaned_data["wat"], ernstig=ernstig, door=request.door)
    if not ernstig:
        messages.success(request, _("Genoteerd. We kijken op de afgesproken dag."))
        return
    rond_vervolgweg_af(weg, afloop=_("Er is echte overlast of gevaar."), terug=True, door=request.door)
    if weg.hulpvraag.stap == Stap.AFGESLOTEN:
        neem_terug(
            weg.hulpvraag, vraag=_("Overlast: %(wat)s") % {"wat": form.cleaned_data["wat"]}, door=request.door
        )
    messages.success(request, _("De vraag is weer open. Beoordeel eerst of er spoed is."))
