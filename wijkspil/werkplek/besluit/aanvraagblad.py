"""The application before it is decided: complete it, leave it out of consideration, or let the resident take it back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.besluiten import actions
from wijkspil.besluiten.access import laatste_besluit, open_aanvraag
from wijkspil.besluiten.models import Aanvraag, Besluit
from wijkspil.besluiten.vorm import BesluitNietCompleet
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing
from wijkspil.regels.termijn import TermijnFout
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import datumveld

KAN_MIS = (actions.AanvraagNietMogelijk, BesluitNietCompleet, GeenRecht, TermijnFout)


class AanvullingForm(forms.Form):
    wat = forms.CharField(
        label=_l("Wat mist er nog?"),
        help_text=_l("De inwoner leest dit in een brief."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    tot = datumveld(label=_l("Tot en met welke dag kan de inwoner dat sturen of vertellen?"))


class AangevuldForm(forms.Form):
    op = datumveld(label=_l("Op welke dag kwam het binnen?"))


class BuitenForm(forms.Form):
    redenen = forms.CharField(
        label=_l("Waarom kan de aanvraag niet worden bekeken?"),
        help_text=_l("Schrijf tegen de inwoner. Dit komt in de brief."),
        widget=forms.Textarea(attrs={"rows": 4}),
    )


class IntrekForm(forms.Form):
    reden = forms.CharField(
        label=_l("Waarom trekt de inwoner de aanvraag in?"),
        help_text=_l("In de woorden van de inwoner."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )


@pagina(Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE, methoden=("GET", "POST"), dossier=True)
def aanvraag(request: Verzoek, id: UUID) -> HttpResponse:
    """What can happen to an open application beside a decision on its merits."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="aanvraag behandelen", deel="besluit")
    open_ = open_aanvraag(hulpvraag)
    if open_ is not None:
        open_.hulpvraag = hulpvraag
    if request.method != "POST":
        return _toon(request, hulpvraag, open_)
    daad = _DADEN.get(request.POST.get("actie", ""))
    if daad is None or open_ is None:
        return _toon(request, hulpvraag, open_, status=422, fout=_("Kies wat u wilt doen."))
    naam, soort, actie, gelukt, verder = daad
    form = soort(request.POST)
    if not form.is_valid():
        return _toon(request, hulpvraag, open_, status=422, fout="", **{naam: form})
    try:
        with transaction.atomic():
            actie(open_, door=request.door, **form.cleaned_data)
    except (*KAN_MIS, Botsing) as reden:
        vers = Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=hulpvraag.pk)
        status = 409 if isinstance(reden, Botsing) else 422
        return _toon(request, vers, open_aanvraag(vers), status=status, fout=str(reden), **{naam: form})
    messages.success(request, str(gelukt))
    return naar(request, verder, id=hulpvraag.pk)


_DADEN: dict[str, tuple[str, type[forms.Form], Callable[..., Any], Any, str]] = {
    "aanvullen": (
        "aanvullingform",
        AanvullingForm,
        actions.vraag_om_aanvulling,
        _l("De brief wordt gemaakt. De beslistermijn staat stil vanaf morgen."),
        "aanvraag",
    ),
    "aangevuld": (
        "aangevuldform",
        AangevuldForm,
        actions.neem_aanvulling_aanvraag_op,
        _l("Opgenomen. De beslistermijn loopt weer."),
        "besluit",
    ),
    "buiten": (
        "buitenform",
        BuitenForm,
        actions.laat_buiten_behandeling,
        _l("Het concept staat klaar. Iemand met mandaat neemt het besluit."),
        "besluit",
    ),
    "intrekken": (
        "intrekform",
        IntrekForm,
        actions.trek_aanvraag_in,
        _l("De aanvraag is ingetrokken. De bevestiging wordt gemaakt."),
        "dossier",
    ),
}


def _toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    open_: Aanvraag | None,
    *,
    status: int = 200,
    fout: str = "",
    **formulieren: Any,
) -> HttpResponse:
    besluit = laatste_besluit(hulpvraag)
    context: dict[str, Any] = {
        "aanvraag": open_,
        "concept": besluit
        if besluit and besluit.status in (Besluit.Status.CONCEPT, Besluit.Status.TWEEDE_LEZER)
        else None,
        "wacht": open_ is not None
        and open_.aanvulling_gevraagd_op is not None
        and open_.aangevuld_op is None,
        "niet_buiten": actions.waarom_niet_buiten_behandeling(open_) if open_ else "",
        "aanvullingform": AanvullingForm(initial={"tot": klok.vandaag() + timedelta(days=14)}),
        "aangevuldform": AangevuldForm(initial={"op": klok.vandaag()}),
        "buitenform": BuitenForm(),
        "intrekform": IntrekForm(),
        "fout": fout,
    }
    kader = dossierkader(request, hulpvraag, hier="aanvraag")
    return render(request, "werkplek/besluit/aanvraagblad.html", kader | context | formulieren, status=status)
