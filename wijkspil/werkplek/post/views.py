"""Post from residents: which conversations wait for an answer, the conversation on a file, and who looks along."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.inwoners.machtigingen import (
    MachtigingNietMogelijk,
    geef_machtiging,
    machtigingen_van,
    trek_machtiging_in,
)
from wijkspil.nazorg.ervaring import ervaringen_van
from wijkspil.plannen.models import Doel
from wijkspil.post import service
from wijkspil.post.actions import handel_af, stuur_bericht, wachtende
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import AntwoordForm, MachtigForm

LIJST = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
WIE = (*LIJST, Rol.BACKOFFICE)


@pagina(*LIJST)
def post(request: Verzoek) -> HttpResponse:
    """Conversations that wait for an answer, oldest first, on files that this colleague may open."""
    wachtend = service.wacht_op_antwoord(request.door)
    leg_inzage_vast(
        request.door,
        doel="berichten van inwoners beantwoorden",
        grond="eigen vragen en team",
        deel=f"postlijst ({len(wachtend)})",
        actie="lijst.ingezien",
    )
    return render(request, "werkplek/post/post.html", {"wachtend": wachtend})


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def post_dossier(request: Verzoek, id: UUID) -> HttpResponse:
    """The conversation with the resident, and what the resident told about how it goes."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="berichten lezen", deel=service.DEEL)
    form = AntwoordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                stuur_bericht(hulpvraag, tekst=form.cleaned_data["tekst"], door=request.door)
        except Botsing:
            form.add_error("tekst", _("Een collega antwoordde net. Lees dat eerst; uw woorden staan er nog."))
        else:
            messages.success(
                request, _("Verstuurd. De inwoner ziet het in Mijn vraag."), extra_tags=f"post-{id}"
            )
            return naar(request, "post_dossier", id=id)
    ervaringen = ervaringen_van(hulpvraag)
    doelen = (
        {str(d.pk): d.tekst for d in Doel.objects.filter(plan__hulpvraag=hulpvraag)} if ervaringen else {}
    )
    context = {
        "berichten": service.berichten_van(hulpvraag),
        "wacht": bool(wachtende(hulpvraag)),
        "form": form,
        "ervaringen": [
            {"e": e, "doelen": [(doelen[k], stand) for k, stand in e.doelen.items() if k in doelen]}
            for e in ervaringen
        ],
    }
    return render(
        request,
        "werkplek/post/post_dossier.html",
        dossierkader(request, hulpvraag, hier="post_dossier") | context,
        status=422 if form.errors else 200,
    )


@pagina(*WIE, methoden=("POST",), dossier=True)
def post_afhandelen(request: Verzoek, id: UUID) -> HttpResponse:
    """No answer needed: the resident sees that it was read."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="berichten afhandelen", deel=service.DEEL)
    try:
        with transaction.atomic():
            handel_af(hulpvraag, door=request.door)
    except Botsing:
        messages.info(request, _("Een collega was u net voor; kijk hieronder."))
    else:
        messages.success(request, _("Van de lijst. De inwoner ziet dat het gelezen is."))
    return naar(request, "post_dossier", id=id)


@pagina(*LIJST, methoden=("GET", "POST"), dossier=True)
def meekijken(request: Verzoek, id: UUID) -> HttpResponse:
    """Who looks along with the resident; given or stopped here when the resident asked for it."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="machtiging bekijken", deel="persoonsgegevens")
    form = MachtigForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                geef_machtiging(hulpvraag.inwoner, door=request.door, dossier=hulpvraag, **form.cleaned_data)
        except MachtigingNietMogelijk as fout:
            form.add_error("tot" if form.cleaned_data["tot"] < klok.vandaag() else "email", str(fout))
        else:
            messages.success(request, _("Vastgelegd. De inwoner ziet dit ook."))
            return naar(request, "meekijken_dossier", id=id)
    vandaag = klok.vandaag()
    alle = machtigingen_van(hulpvraag.inwoner)
    lopend = [
        m for m in alle if m.ingetrokken_op is None and (m.geldig_tot is None or m.geldig_tot >= vandaag)
    ]
    return render(
        request,
        "werkplek/post/meekijken.html",
        dossierkader(request, hulpvraag, hier="meekijken_dossier")
        | {"form": form, "lopend": lopend, "eerder": [m for m in alle if m not in lopend]},
        status=422 if form.errors else 200,
    )


@pagina(*LIJST, methoden=("POST",), dossier=True)
def meekijken_stop(request: Verzoek, id: UUID, rij: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="machtiging stoppen", deel="persoonsgegevens")
    gevonden = next((m for m in machtigingen_van(hulpvraag.inwoner) if m.pk == rij), None)
    if gevonden is None:
        raise Http404
    with transaction.atomic():
        trek_machtiging_in(gevonden, door=request.door, dossier=hulpvraag)
    messages.success(request, _("Gestopt. De vertegenwoordiger ziet niets meer."))
    return naar(request, "meekijken_dossier", id=id)
