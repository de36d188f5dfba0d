"""The investigations that the municipality asked this provider for (H16): the list, and one with its questions and the report.

The provider reports; the municipality decides. Whose it is, is decided by `verkort.access`.
"""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import GeenRecht
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.verkort.access import eigen_opdrachten, pak_opdracht
from wijkspil.verkort.actions import VerkortNietMogelijk, doe_verslag
from wijkspil.verkort.models import Onderzoeksopdracht

from .onderzoekforms import VerslagForm
from .pagina import Verzoek, aanbiederspagina, naar


@aanbiederspagina("GET")
def onderzoeken(request: Verzoek) -> HttpResponse:
    """The investigations that this provider was asked for, soonest first. Two queries."""
    context = {"opdrachten": eigen_opdrachten(request.door), "vandaag": klok.vandaag()}
    return render(request, "aanbieder/onderzoeken.html", context)


@aanbiederspagina("GET", "POST", over="onderzoek")
def onderzoek(request: Verzoek, id: UUID) -> HttpResponse:
    """One investigation: who, what they asked, our questions, and the report."""
    gekozen = pak_opdracht(request.door, id, om_te="onderzoek doen")
    if request.method != "POST":
        begin = {"onderzoeker": request.user.naam, "gesprek_op": gekozen.gesprek_op or klok.vandaag()}  # type: ignore[union-attr]
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
    return naar(request, "onderzoeken")


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
    return render(request, "aanbieder/onderzoek.html", context, status=status)
