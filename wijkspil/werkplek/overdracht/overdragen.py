"""On the file: hand something over warmly, and write down what came of it. Never the wrong desk (H8, C3, J2)."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.overdrachten.access import pak_overdracht
from wijkspil.overdrachten.actions import (
    bevestig_overdracht,
    draag_over,
    geef_overdracht_terug,
    houd_zelf,
    vraag_na,
    weiger_overdracht,
)
from wijkspil.overdrachten.actions.overdragen import OverdrachtFout, wacht_te_lang
from wijkspil.overdrachten.models import Overdracht, Partij, Partnermelding
from wijkspil.overdrachten.workflow import ONZE_BEURT, OVERDRACHT
from wijkspil.post.actions import stuur_bericht, wachtende
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.templatetags.wijkspil_tags import datum

from .forms import BevestigForm, NavraagForm, OverdraagForm, RedenForm, WeigerForm

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def overdragen(request: Verzoek, id: UUID) -> HttpResponse:
    """What was handed over on this file, and the form for a new hand-over."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="warm overdragen", deel="overdrachten")
    partijen = list(Partij.objects.filter(actief=True).order_by("wet", "naam"))
    vorige = _vorige(hulpvraag, request.POST.get("vorige") or request.GET.get("vorige", ""))
    form = OverdraagForm(
        request.POST if request.method == "POST" else None, initial=_begin(request, vorige), partijen=partijen
    )
    if request.method == "POST" and form.is_valid():
        velden = dict(form.cleaned_data)
        gekozen = velden.pop("partij")
        velden["vorige"] = vorige
        naar_partij = next(p for p in partijen if str(p.pk) == gekozen)
        try:
            with transaction.atomic():
                gegeven = draag_over(hulpvraag, naar_partij, door=request.door, **velden)
                _schrijf_inwoner(request, gegeven)
        except OverdrachtFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(
                request,
                _("Doorgegeven aan %(partij)s. Het blijft op uw lijst tot zij ja zeggen.")
                % {"partij": naar_partij.naam},
            )
            return naar(request, "overdracht", overdracht_id=gegeven.pk)
    return render(
        request,
        "werkplek/overdracht/overdragen.html",
        dossierkader(request, hulpvraag, hier="overdragen")
        | {
            "form": form,
            "vorige": vorige,
            "partijen": partijen,
            "overdrachten": Overdracht.objects.filter(hulpvraag=hulpvraag)
            .select_related("partij")
            .order_by("-gemaakt_op"),
            "partnermelding": Partnermelding.objects.select_related("partij")
            .filter(hulpvraag=hulpvraag)
            .first(),
        },
        status=422 if form.errors else 200,
    )


def _schrijf_inwoner(request: Verzoek, gegeven: Overdracht) -> None:
    """Send the message that was chosen as the way to tell; not when the resident waits for an answer to something else."""
    if gegeven.ingelicht != Overdracht.Ingelicht.BERICHT or wachtende(gegeven.hulpvraag):
        return
    tekst = _(
        "Wij hebben “%(onderdeel)s” doorgegeven aan %(partij)s, zoals u goed vond. Zij nemen contact met u op. "
        "Op %(dag)s kijken wij of dat is gebeurd. Hoort u niets? Laat het ons weten."
    ) % {
        "onderdeel": gegeven.onderdeel,
        "partij": gegeven.partij.naam,
        "dag": datum(gegeven.opvolgen_op, "kort"),
    }
    stuur_bericht(gegeven.hulpvraag, tekst=tekst, door=request.door)


def _begin(request: Verzoek, vorige: Overdracht | None) -> dict[str, Any]:
    begin: dict[str, Any] = {
        "partij": request.GET.get("partij", ""),
        "onderdeel": request.GET.get("onderdeel", "")[:160],
        "toestemming_op": klok.vandaag(),
    }
    if vorige is not None:
        begin |= {"vorige": vorige.pk, "onderdeel": vorige.onderdeel, "wat_mee": vorige.wat_mee}
    return begin


def _vorige(hulpvraag: Hulpvraag, id: str) -> Overdracht | None:
    """The refused or returned hand-over that a new one continues; anything else counts as none."""
    try:
        return Overdracht.objects.filter(
            pk=UUID(id),
            hulpvraag=hulpvraag,
            status__in=ONZE_BEURT,
        ).first()
    except ValueError:
        return None


FORMEN: dict[str, tuple[type[forms.Form], str]] = {
    # act in the form -> form, act in the state table
    "bevestig": (BevestigForm, "bevestig"),
    "weiger": (WeigerForm, "weiger"),
    "terug": (RedenForm, "geef_terug"),
    "zelf": (RedenForm, "houd_zelf"),
    "navragen": (NavraagForm, "bevestig"),
}


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def overdracht(request: Verzoek, overdracht_id: UUID) -> HttpResponse:
    """One hand-over: what was given, to whom, how it stands, and what can be done now."""
    rij = pak_overdracht(request.door, overdracht_id, om_te="overdracht opvolgen")
    hulpvraag = Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=rij.hulpvraag_id)
    mogelijk = OVERDRACHT.mogelijk(rij.status)
    wat = request.POST.get("wat", "")
    formen = {
        naam: soort(request.POST if naam == wat else None, initial={"rev": rij.rev}, prefix=naam)
        for naam, (soort, handeling) in FORMEN.items()
        if handeling in mogelijk or naam == wat
    }
    conflict, status = None, 200
    if request.method == "POST":
        if wat not in formen:
            raise Http404
        form = formen[wat]
        if form.is_valid():
            conflict = _doe(request, rij, wat, form)
            if conflict is None and not form.errors:
                return naar(request, "overdracht", overdracht_id=rij.pk)
        status = 409 if conflict else 422
    return render(
        request,
        "werkplek/overdracht/overdracht.html",
        dossierkader(request, hulpvraag)
        | {
            "rij": rij,
            "formen": formen,
            "conflict": conflict,
            "nu": zin_nu(rij),
            "te_lang": wacht_te_lang(rij, klok.vandaag()),
            "keten": list(Overdracht.objects.filter(vorige=rij).select_related("partij")),
        },
        status=status,
    )


def _doe(request: Verzoek, rij: Overdracht, wat: str, form: forms.Form) -> dict[str, Any] | None:
    """Run the act; gives both versions when somebody else was first."""
    v, door = form.cleaned_data, request.door
    if v["rev"] != rij.rev:
        return _conflict(rij, form)
    acties: dict[str, tuple[Callable[[], Any], str]] = {
        "bevestig": (lambda: bevestig_overdracht(rij, wie=v["wie"], door=door), _("Opgepakt. Het gaat van uw lijst.")),
        "weiger": (
            lambda: weiger_overdracht(rij, wie=v["wie"], reden=v["reden"], door=door),
            _("Vastgelegd. Kies nu een andere partij, of help zelf verder."),
        ),
        "navragen": (lambda: vraag_na(rij, opvolgen_op=v["opvolgen_op"], door=door), _("Nagevraagd. U ziet het die dag weer.")),
        "terug": (
            lambda: geef_overdracht_terug(rij, reden=v["reden"], door=door),
            _("Teruggenomen. Kies nu een andere partij, of help zelf verder."),
        ),
        "zelf": (lambda: houd_zelf(rij, reden=v["reden"], door=door), _("Wij doen het zelf. Het gaat van de lijst.")),
    }  # fmt: skip
    doe, gedaan = acties[wat]
    try:
        with transaction.atomic():
            doe()
    except Botsing as botsing:
        return _conflict(botsing.rij, form)  # type: ignore[arg-type]
    messages.success(request, gedaan)
    return None


def _conflict(rij: Overdracht, form: forms.Form) -> dict[str, Any]:
    eigen = [
        {"label": veld.label, "nu": rij.get_status_display(), "eigen": veld.value()}
        for veld in form.visible_fields()
        if veld.value()
    ]
    return {"velden": eigen}


def zin_nu(rij: Overdracht) -> str:
    """What to do now with a hand-over, in one sentence."""
    match rij.status:
        case Overdracht.Status.AANGEBODEN if wacht_te_lang(rij, klok.vandaag()):
            return _("Dit wacht te lang. Bel nu, geef het aan een ander, of help zelf verder.")
        case Overdracht.Status.AANGEBODEN if rij.opvolgen_op and rij.opvolgen_op <= klok.vandaag():
            return _("Vraag na of het is opgepakt.")
        case Overdracht.Status.AANGEBODEN:
            return _("Wacht op antwoord.")
        case Overdracht.Status.GEWEIGERD | Overdracht.Status.TERUG:
            return _("Geef het aan een ander, of help zelf verder.")
        case Overdracht.Status.BEVESTIGD:
            return _("Niets meer. Komt het terug, leg dat dan hier vast.")
    return _("Klaar.")
