"""The orders of one file: what was given to whom, whether it began, and changing it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wijkspil.aanbieders.contracten import aanbieders_voor
from wijkspil.besluiten.models import Afspraak, Besluit
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.ondersteuning import woorden
from wijkspil.ondersteuning.actions import (
    LeveringKanNiet,
    NietOpTeDragen,
    WijzigingKanNiet,
    draag_regel_op,
    start_levering,
    stop_levering,
    trek_toewijzing_in,
    wijzig_toewijzing,
)
from wijkspil.ondersteuning.models import Toewijzing
from wijkspil.ondersteuning.reacties import MEE
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina

from .forms import FORMULIEREN, Daad, OpdraagForm
from .overzicht import overzicht

WIE = (Rol.BACKOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
_UITVOEREN: dict[str, tuple[Callable[..., Any], str]] = {
    "start": (start_levering, gettext_noop("De start van de hulp is vastgelegd.")),
    "stop": (stop_levering, gettext_noop("De stop van de hulp is vastgelegd.")),
    "wijzig": (wijzig_toewijzing, gettext_noop("De opdracht is gewijzigd.")),
    "intrek": (trek_toewijzing_in, gettext_noop("De opdracht is ingetrokken.")),
}


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def opdrachten_dossier(request: Verzoek, id: UUID) -> HttpResponse:
    """Look at the orders of a file (GET), or start, stop, change, withdraw or give one (POST)."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="opdrachten bekijken", deel="opdrachten")
    if request.method != "POST":
        return _toon(request, hulpvraag)
    if "regel" in request.POST:
        return _draag_op(request, hulpvraag)
    return _wijzig(request, hulpvraag)


def _wijzig(request: Verzoek, hulpvraag: Hulpvraag) -> HttpResponse:
    soort = FORMULIEREN.get(request.POST.get("daad", ""))
    nummer = request.POST.get("nummer", "")
    t = (
        hulpvraag.toewijzingen.select_related(*MEE)
        .filter(nummer=int(nummer) if nummer.isdecimal() else 0)
        .first()
    )
    if soort is None or t is None:
        raise Http404
    form = soort(request.POST, toewijzing=t)
    if not form.is_valid():
        return _toon(request, hulpvraag, form, status=422)
    velden = dict(form.cleaned_data)
    rev = velden.pop("rev")
    if rev is not None and rev != t.rev:
        return _conflict(request, hulpvraag, form, t)
    actie, gelukt = _UITVOEREN[soort.naam]
    try:
        actie(t, door=request.door, **velden)
    except (LeveringKanNiet, WijzigingKanNiet) as fout:
        form.add_error(None, str(fout))
        return _toon(request, hulpvraag, form, status=422)
    except Botsing:
        t.refresh_from_db()
        return _conflict(request, hulpvraag, form, t)
    messages.success(request, _(gelukt))
    return naar(request, "opdrachten_dossier", id=hulpvraag.pk)


def _draag_op(request: Verzoek, hulpvraag: Hulpvraag) -> HttpResponse:
    try:
        regel_id = UUID(request.POST["regel"])
    except ValueError:
        raise Http404 from None
    regel = (
        Arrangementregel.objects.select_related("product", "aanbieder__lid_van")
        .filter(pk=regel_id, plan__hulpvraag=hulpvraag)
        .first()
    )
    if regel is None or regel.product is None:
        raise Http404
    form = OpdraagForm(
        request.POST, regel_id=regel.pk, keuzes=list(aanbieders_voor(regel.product, regel.van))
    )
    if not form.is_valid():
        return _toon(request, hulpvraag, form, status=422)
    besluit = (
        Besluit.objects.filter(hulpvraag=hulpvraag, regels__contains=[regel.pk], status="bekendgemaakt")
        .order_by("-genomen_op")
        .first()
    )
    afspraak = (
        None
        if besluit
        else Afspraak.objects.filter(hulpvraag=hulpvraag, regels__contains=[regel.pk], status="loopt").first()
    )
    if besluit is None and afspraak is None:
        form.add_error(
            None,
            _("Deze hulp staat nog in geen besluit of afspraak. Maak die eerst; daarna kan de opdracht weg."),
        )
        return _toon(request, hulpvraag, form, status=422)
    try:
        draag_regel_op(
            hulpvraag,
            regel,
            aanbieder=form.cleaned_data["aanbieder"],
            besluit=besluit,
            afspraak=afspraak,
            door=request.door,
        )
    except NietOpTeDragen as fout:
        form.add_error(None, str(fout))
        return _toon(request, hulpvraag, form, status=422)
    messages.success(request, _("De opdracht is gegeven."))
    return naar(request, "opdrachten_dossier", id=hulpvraag.pk)


def _toon(
    request: Verzoek,
    hulpvraag: Hulpvraag,
    form: Daad | OpdraagForm | None = None,
    *,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    context = dossierkader(request, hulpvraag, hier="opdrachten_dossier") | overzicht(
        hulpvraag, gebonden=form
    )
    bijdragen = list(hulpvraag.bijdrageperioden.filter(vervallen=False).order_by("van"))
    return render(
        request,
        "werkplek/opdracht/dossier.html",
        context | {"fout_form": form, "bijdragen": bijdragen} | extra,
        status=status,
    )


def _conflict(request: Verzoek, hulpvraag: Hulpvraag, form: Daad, t: Toewijzing) -> HttpResponse:
    """Somebody else changed the order: what it is now, and what was typed here."""
    nu = {
        "einde": t.einde or _("geen einddatum"),
        "volume": woorden.omvang(t),
        "vanaf": t.ingang,
    }
    velden = [
        {
            "label": veld.label,
            "nu": nu.get(naam, t.get_status_display()),
            "eigen": form.cleaned_data.get(naam),
        }
        for naam, veld in form.fields.items()
        if naam != "rev" and form.cleaned_data.get(naam)
    ]
    opnieuw = request.POST.copy()
    opnieuw[form.add_prefix("rev")] = str(t.rev)  # saving again is then a choice with open eyes
    form = type(form)(opnieuw, toewijzing=t)
    conflict = {
        "wie": _("Iemand anders"),
        "velden": velden,
        "opnieuw_url": adres(request, "opdrachten_dossier", id=hulpvraag.pk),
    }
    return _toon(request, hulpvraag, form, status=409, conflict=conflict)
