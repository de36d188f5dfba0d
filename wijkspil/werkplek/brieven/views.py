"""The letters of a file: see what is on its way, read one, save the PDF, send it or hold it back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.besluiten.actions import BekendmakingBlijft
from wijkspil.brieven.access import brieven_van, pak_brief, pak_wachtende_brief, wachtende_brieven
from wijkspil.brieven.actions import (
    OP_DE_DAG,
    BriefNietMeerWaar,
    houd_tegen,
    met_bewaakt_adres,
    pdf_van,
    verzend,
)
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.brieven.leesbaar import leesbaar
from wijkspil.brieven.models import Brief
from wijkspil.brieven.render import controleer
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.vastgelopen import NietVast, probeer_opnieuw
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.scherm.pdf import niet_te_maken, pdf_als_bestand
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions.woorden import WIE as WOORDEN_WIE
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina
from wijkspil.werkplek.vastgelopen import woorden

from .forms import TegenhoudForm, VerzendForm

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
KAN_MIS = (BriefNietMeerWaar, BriefFout, BekendmakingBlijft, StapNietMogelijk)


@pagina(*WIE, dossier=True)
def brieven(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="brieven inzien", deel="brieven")
    context = {
        "brieven": brieven_van(hulpvraag),
        "wachtend": [(rij, woorden.titel(rij)) for rij in wachtende_brieven(hulpvraag)],
        "mag_woorden": request.door.heeft(*WOORDEN_WIE),
    }
    return render(
        request, "werkplek/brieven/brieven.html", dossierkader(request, hulpvraag, hier="brieven") | context
    )


@pagina(*WIE, methoden=("POST",), dossier=True)
def brief_opnieuw(request: Verzoek, id: UUID, rij: int) -> HttpResponse:
    """Let a letter that could not be made try once more, now that somebody filled in what was missing."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="brief opnieuw maken", deel="brieven")
    try:
        probeer_opnieuw(pak_wachtende_brief(hulpvraag, rij), door=request.door, dossier_id=hulpvraag.pk)
    except NietVast as fout:
        messages.info(request, str(fout))
    else:
        messages.success(request, _("Wijkspil maakt de brief binnen een minuut opnieuw."))
    return naar(request, "brieven", id=id)


@pagina(*WIE, dossier=True)
def brief(request: Verzoek, id: UUID, brief_id: UUID) -> HttpResponse:
    """One letter as text, with what can be done with it."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="brief lezen", deel="brieven")
    return _toon(request, hulpvraag, pak_brief(hulpvraag, brief_id))


@pagina(*WIE, dossier=True)
def brief_pdf(request: Verzoek, id: UUID, brief_id: UUID) -> HttpResponse:
    """The PDF as a file to save or print."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="brief opslaan", deel="brieven")
    gekozen = pak_brief(hulpvraag, brief_id)
    try:
        pdf = pdf_van(gekozen)
    except BriefFout as fout:
        return niet_te_maken(request, str(fout), adres(request, "brieven", id=hulpvraag.pk))
    return pdf_als_bestand(pdf, f"{gekozen.kenmerk}.pdf")


@pagina(*WIE, methoden=("POST",), dossier=True)
def brief_verzenden(request: Verzoek, id: UUID, brief_id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="brief verzenden", deel="brieven")
    gekozen, form = pak_brief(hulpvraag, brief_id), VerzendForm(request.POST)
    return _doe(
        request,
        hulpvraag,
        gekozen,
        form,
        lambda velden: verzend(gekozen, door=request.door, op=velden["op"]),
        _("De brief is gemeld als verzonden."),
        verzendform=form,
    )


@pagina(*WIE, methoden=("POST",), dossier=True)
def brief_tegenhouden(request: Verzoek, id: UUID, brief_id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="brief tegenhouden", deel="brieven")
    gekozen, form = pak_brief(hulpvraag, brief_id), TegenhoudForm(request.POST)
    return _doe(
        request,
        hulpvraag,
        gekozen,
        form,
        lambda velden: houd_tegen(gekozen, reden=velden["reden"], door=request.door),
        _("De brief gaat niet weg."),
        tegenhoudform=form,
    )


def _doe(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    gekozen: Brief,
    form: VerzendForm | TegenhoudForm,
    actie: Callable[[dict[str, Any]], Any],
    gelukt: str,
    **formulieren: Any,
) -> HttpResponse:
    """Do it when the letter is still as it was on screen; otherwise the page again, with the typed words."""
    if not form.is_valid():
        return _toon(request, hulpvraag, gekozen, status=422, **formulieren)
    if form.cleaned_data["rev"] != gekozen.rev:
        return _toon(request, hulpvraag, gekozen, status=409, fout=_botsing(gekozen), **formulieren)
    try:
        with transaction.atomic():
            actie(form.cleaned_data)
    except Botsing:
        vers = pak_brief(hulpvraag, gekozen.pk)
        return _toon(request, hulpvraag, vers, status=409, fout=_botsing(vers), **formulieren)
    except KAN_MIS as fout:
        hulpvraag = Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=hulpvraag.pk)
        vers = pak_brief(hulpvraag, gekozen.pk)
        return _toon(request, hulpvraag, vers, status=422, fout=str(fout), **formulieren)
    messages.success(request, gelukt)
    return naar(request, "brieven", id=hulpvraag.pk)


def _botsing(gekozen: Brief) -> str:
    return _(
        "Een collega was u net voor. De brief staat nu op “%(status)s”; wat u typte staat hieronder."
    ) % {"status": gekozen.get_status_display()}


def _toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    gekozen: Brief,
    *,
    status: int = 200,
    fout: str = "",
    **anders: Any,
) -> HttpResponse:
    dagtekening = gekozen.gegevens["dagtekening"]
    context: dict[str, Any] = {
        "brief": gekozen,
        "tekst": leesbaar(controleer(gekozen.sjabloon, met_bewaakt_adres(gekozen.gegevens, gekozen.inwoner))),
        "fout": fout,
        "verzendform": VerzendForm(
            initial={
                "rev": gekozen.rev,
                "op": dagtekening if gekozen.sjabloon in OP_DE_DAG else klok.vandaag(),
            }
        ),
        "tegenhoudform": TegenhoudForm(initial={"rev": gekozen.rev}),
        "mag_verzenden": gekozen.status == Brief.Status.KLAAR,
        "mag_tegenhouden": gekozen.status in (Brief.Status.OPGESTELD, Brief.Status.KLAAR),
    }
    for form in anders.values():  # a refused form carries the words; the row it is about may be newer
        form.data = form.data.copy()
        form.data["rev"] = str(gekozen.rev)
    kader = dossierkader(request, hulpvraag, hier="brieven")
    return render(request, "werkplek/brieven/brief.html", kader | context | anders, status=status)
