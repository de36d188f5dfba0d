"""Two pages: what was asked of this provider, and one investigation with its questions. Whose it is, is decided by `access`."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import GeenRecht
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.gemeenten.middleware import Verzoek
from wijkspil.verkort.access import eigen_opdrachten, pak_opdracht
from wijkspil.verkort.actions import VerkortNietMogelijk, doe_verslag
from wijkspil.verkort.models import Onderzoeksopdracht

from .forms import VerslagForm

View = Callable[..., HttpResponse]


def onderzoekspagina(*methoden: str) -> Callable[[View], View]:
    """Declare a provider's page with the verbs that it answers; `besluit` is what tests/huis/ can look for."""

    def versier(view: View) -> View:
        @wraps(view)
        def binnen(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if request.method not in methoden and not (request.method == "HEAD" and "GET" in methoden):
                return HttpResponseNotAllowed(methoden)
            return view(request, *args, **kwargs)

        binnen.besluit = methoden  # type: ignore[attr-defined]
        return binnen

    return versier


@onderzoekspagina("GET")
def lijst(request: Verzoek) -> HttpResponse:
    """The investigations that this provider was asked for, soonest first. One query."""
    context = {"opdrachten": eigen_opdrachten(request.door), "vandaag": klok.vandaag()}
    return render(request, "onderzoek/lijst.html", context)


@onderzoekspagina("GET", "POST")
def opdracht(request: Verzoek, id: UUID) -> HttpResponse:
    """One investigation: who, what they asked, our questions, and the report."""
    gekozen = pak_opdracht(request.door, id, om_te="onderzoek doen")
    if request.method != "POST":
        begin = {"onderzoeker": request.door.naam, "gesprek_op": gekozen.gesprek_op or klok.vandaag()}
        begin |= {f"antwoord_{n}": tekst for n, tekst in enumerate(gekozen.antwoorden)}
        begin["voorstel"] = gekozen.voorstel
        return _toon(request, gekozen, VerslagForm(gekozen.vragen, initial=begin))
    form = VerslagForm(gekozen.vragen, request.POST)
    if not form.is_valid():
        return _toon(request, gekozen, form, status=422)
    velden = {naam: form.cleaned_data[naam] for naam in ("voorstel", "gesprek_op", "onderzoeker")}
    try:
        with transaction.atomic():
            doe_verslag(gekozen, antwoorden=form.antwoorden, door=request.door, **velden)
    except (VerkortNietMogelijk, GeenRecht, StapNietMogelijk, Botsing) as fout:
        vers = pak_opdracht(request.door, id, om_te="onderzoek doen")
        return _toon(request, vers, form, status=409 if isinstance(fout, Botsing) else 422, fout=str(fout))
    messages.success(request, _("Dank u wel. De gemeente heeft uw verslag en neemt het besluit."))
    return redirect("onderzoek:lijst", gemeente=request.gemeente.slug)


def _toon(
    request: Verzoek, gekozen: Onderzoeksopdracht, form: VerslagForm, *, status: int = 200, fout: str = ""
) -> HttpResponse:
    context = {
        "opdracht": gekozen,
        "inwoner": gekozen.hulpvraag.inwoner,
        "form": form,
        "fout": fout,
        "mag": gekozen.status == Onderzoeksopdracht.Status.LOOPT,
        "vandaag": klok.vandaag(),
    }
    return render(request, "onderzoek/opdracht.html", context, status=status)
