"""Light signals: a short list, a short form, and three ways to go on."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Wijk
from wijkspil.signalen.actions import ToestemmingNodig, geef_signaal, volg_signaal_op, zet_signaal_om
from wijkspil.signalen.models import Signaal
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.sociale_kaart.service import zoek
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import OmzetForm, OpvolgForm, SignaalForm

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


@pagina(*WIE, methoden=("GET", "POST"))
def signalen(request: Verzoek) -> HttpResponse:
    """Open signals of all districts, newest first, and the form for a new one. A signal holds no person."""
    wijken = [(str(pk), naam) for pk, naam in Wijk.objects.order_by("naam").values_list("pk", "naam")]
    form = SignaalForm(request.POST or None, wijken=wijken)
    if request.method == "POST" and form.is_valid():
        gegevens = form.cleaned_data
        geef_signaal(
            tekst=gegevens["tekst"],
            melder_soort=gegevens["melder_soort"],
            melder=gegevens["melder"],
            wijk_id=UUID(gegevens["wijk"]) if gegevens["wijk"] else None,
            door=request.door,
        )
        messages.success(request, _("Signaal vastgelegd. Er is geen dossier gemaakt."))
        return naar(request, "signalen")
    status = 422 if form.is_bound else 200
    return render(
        request,
        "werkplek/signalen/signalen.html",
        {
            "form": form,
            "open": list(
                Signaal.objects.filter(status=Signaal.Status.OPEN)
                .select_related("wijk")
                .order_by("-gemaakt_op")[:100]
            ),
            "gedaan": list(
                Signaal.objects.exclude(status=Signaal.Status.OPEN)
                .select_related("wijk")
                .order_by("-gemaakt_op")[:20]
            ),
        },
        status=status,
    )


@pagina(*WIE, methoden=("GET", "POST"))
def signaal(request: Verzoek, id: UUID) -> HttpResponse:
    """Follow up one signal: without a file, or with consent as part of a question."""
    signaal = Signaal.objects.select_related("wijk", "hulpvraag").filter(pk=id).first()
    if signaal is None:
        raise Http404
    omzetten = "nummer" in request.POST
    vrijwilligers = [a.naam for a in zoek(soort=Aanbod.Soort.VRIJWILLIGERS, wijk_id=signaal.wijk_id)]
    opvolg = OpvolgForm(
        request.POST if request.method == "POST" and not omzetten else None, vrijwilligers=vrijwilligers
    )
    omzet = OmzetForm(request.POST if omzetten else None)
    if opvolg.is_bound and opvolg.is_valid():
        velden = dict(opvolg.cleaned_data)
        wie = velden.pop("vrijwilliger")
        velden["hoe"] = f"{wie}: {velden['hoe']}" if wie else velden["hoe"]
        volg_signaal_op(signaal, door=request.door, **velden)
        messages.success(request, _("Opgevolgd."))
        return naar(request, "signalen")
    if omzet.is_bound and omzet.is_valid():
        hulpvraag = Hulpvraag.objects.filter(nummer=omzet.cleaned_data["nummer"].strip()).first()
        if hulpvraag is None:
            omzet.add_error(
                "nummer",
                _("Dit nummer is er niet. Kijk het na op het dossier; het ziet eruit als 2026-00012."),
            )
        else:
            try:
                zet_signaal_om(
                    signaal, hulpvraag, toestemming_op=omzet.cleaned_data["toestemming_op"], door=request.door
                )
            except ToestemmingNodig as fout:
                omzet.add_error("toestemming_op", str(fout))
            else:
                messages.success(
                    request,
                    _("Het signaal hoort nu bij hulpvraag %(nummer)s.") % {"nummer": hulpvraag.nummer},
                )
                return naar(request, "signalen")
    status = 422 if opvolg.errors or omzet.errors else 200
    return render(
        request,
        "werkplek/signalen/signaal.html",
        {"signaal": signaal, "opvolg": opvolg, "omzet": omzet},
        status=status,
    )
