"""Objections: the list of who divides and handles them, one objection with its next act, and taking one in on paper."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.besluiten import actions
from wijkspil.besluiten.access import pak_besluit
from wijkspil.besluiten.bezwaarrecht import pak_bezwaar, zichtbaar_voor
from wijkspil.besluiten.models import Bezwaar
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.regels.termijn import TermijnFout
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.klok import klok_van
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from . import forms
from .beeld import Bezwaarbeeld

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
KAN_MIS = (actions.BezwaarNietMogelijk, GeenRecht, TermijnFout, StapNietMogelijk, BriefFout)


@pagina(*WIE)
def bezwaren(request: Verzoek) -> HttpResponse:
    """The open objections that somebody divides, handles or whose file is theirs; nearest last day first. Two queries."""
    door, vandaag = request.door, klok.vandaag()
    toon_klaar = request.GET.get("toon") == "afgehandeld"
    keuze = zichtbaar_voor(door).select_related("hulpvraag__inwoner", "besluit", "behandelaar")
    open_ = [Bezwaar.Status.ONTVANGEN, Bezwaar.Status.WACHT]
    rijen = list(
        keuze.exclude(status__in=open_).order_by("-afgehandeld_op")[:200]
        if toon_klaar
        else keuze.filter(status__in=open_).order_by("uiterlijk")[:200]
    )
    leg_inzage_vast(
        door,
        doel="bezwaren verdelen en behandelen",
        grond="eigen bezwaren en team",
        deel=f"bezwarenlijst ({len(rijen)})",
        actie="lijst.ingezien",
    )
    lijst = [
        {
            "b": b,
            "klok": klok_van(
                b.termijn.laatste_dag_op(vandaag),
                vandaag=vandaag,
                begin=b.ontvangen_op,
                opgeschort=b.status == Bezwaar.Status.WACHT,
            ),
        }
        for b in rijen
    ]
    return render(request, "werkplek/bezwaar/lijst.html", {"lijst": lijst, "toon_klaar": toon_klaar})


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def bezwaar_nieuw(request: Verzoek, id: UUID, besluit_id: UUID) -> HttpResponse:
    """Take in an objection that came by letter, mail or at the desk."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="bezwaar opnemen", deel="bezwaar")
    besluit = pak_besluit(hulpvraag, besluit_id)
    form = forms.NieuwForm(request.POST if request.method == "POST" else None, initial={"op": klok.vandaag()})
    fout, status = "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                with transaction.atomic():
                    nieuw = actions.dien_bezwaar_in(request.door, besluit, **form.cleaned_data)
            except KAN_MIS as reden:
                fout = str(reden)
            else:
                messages.success(
                    request,
                    _("Het bezwaar %(nummer)s is opgenomen. De bevestiging wordt gemaakt.")
                    % {"nummer": nieuw.nummer},
                )
                return naar(request, "bezwaar", bezwaar_id=nieuw.pk)
    kader = dossierkader(request, hulpvraag, hier="besluit")
    context = {"form": form, "fout": fout, "besluit": besluit}
    return render(request, "werkplek/bezwaar/nieuw.html", kader | context, status=status)


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def bezwaar(request: Verzoek, bezwaar_id: UUID) -> HttpResponse:
    """One objection: what it is about, what was said, until when, and the next act."""
    gekozen = pak_bezwaar(request.door, bezwaar_id, om_te="bezwaar behandelen")
    if request.method != "POST":
        return _toon(request, gekozen)
    daad = _DADEN.get(request.POST.get("actie", ""))
    if daad is None:
        return _toon(request, gekozen, status=422, fout=_("Kies wat u wilt doen."))
    naam, actie, gelukt = daad
    beeld = Bezwaarbeeld(gekozen, request.door)
    form = beeld.formulier(naam, request.POST)
    if not form.is_valid():
        return _toon(request, gekozen, status=422, **{naam: form})
    velden = dict(form.cleaned_data)
    if velden.pop("rev") not in (None, gekozen.rev):
        return _botsing(request, gekozen.pk, naam, form)
    if naam == "verdeelform":
        velden["behandelaar"] = next(m for m in beeld.mensen if str(m.pk) == velden["behandelaar"])
    try:
        with transaction.atomic():
            actie(gekozen, door=request.door, **velden)
    except Botsing:
        return _botsing(request, gekozen.pk, naam, form)
    except KAN_MIS as reden:
        vers = pak_bezwaar(request.door, gekozen.pk, om_te="bezwaar behandelen")
        return _toon(request, vers, status=422, fout=str(reden), **{naam: form})
    messages.success(request, gelukt)
    nog_van_mij = naam != "verdeelform" or gekozen.behandelaar_id == request.door.id
    return naar(request, "bezwaar", bezwaar_id=gekozen.pk) if nog_van_mij else naar(request, "bezwaren")


_DADEN: dict[str, tuple[str, Callable[..., Any], Any]] = {
    "verdelen": ("verdeelform", actions.geef_bezwaar_aan, _l("Gegeven. Het bezwaar staat nu op die lijst.")),
    "aanvulling": (
        "aanvullingform",
        actions.vraag_aanvulling,
        _l("De brief wordt gemaakt. De termijn staat stil."),
    ),
    "aangevuld": ("ontvangstform", actions.neem_aanvulling_op, _l("Opgenomen. De termijn loopt weer.")),
    "horen": ("hoorform", actions.hoor, _l("Het verslag is bewaard.")),
    "niet_horen": ("nietform", actions.hoor_niet, _l("Bewaard.")),
    "verdagen": ("verdaagform", actions.verdaag, _l("De termijn is verlengd. De brief wordt gemaakt.")),
    "intrekken": (
        "intrekform",
        actions.trek_bezwaar_in,
        _l("Het bezwaar is ingetrokken. De bevestiging wordt gemaakt."),
    ),
    "beslissen": (
        "beslisform",
        actions.beslis_op_bezwaar,
        _l("Beslist. De brief wordt gemaakt en moet vandaag op de post."),
    ),
}


def _toon(
    request: Verzoek, gekozen: Bezwaar, *, status: int = 200, fout: str = "", **formulieren: Any
) -> HttpResponse:
    context: dict[str, Any] = {"beeld": Bezwaarbeeld(gekozen, request.door), "b": gekozen, "fout": fout}
    context |= context["beeld"].formulieren() | formulieren
    return render(request, "werkplek/bezwaar/bezwaar.html", context, status=status)


def _botsing(request: Verzoek, id: UUID, naam: str, form: Any) -> HttpResponse:
    """Somebody was first (409): how it stands now, and the typed words in a form that can be saved over it."""
    vers = pak_bezwaar(request.door, id, om_te="bezwaar behandelen")
    form.data = form.data.copy()
    form.data["rev"] = str(vers.rev)
    velden = [
        {
            "label": form.fields[veld].label,
            "nu": getattr(vers, veld, "") or vers.get_status_display(),
            "eigen": form[veld].value(),
        }
        for veld in form.fields
        if veld != "rev"
    ]
    wie = vers.behandelaar.naam if vers.behandelaar else _("Een collega")
    return _toon(request, vers, status=409, **{naam: form, "botsing": {"wie": wie, "velden": velden}})
