"""On the file: judge again how soon somebody must act, and say that it has been picked up (H12)."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import beoordeel_spoed, pak_spoed_op
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.werkvoorraad.rijen import spoedklok
from wijkspil.werkwijzen.kast import laad_versie

from .botsing import probeer
from .velden import RevForm, Spoedvragen

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


class SpoedForm(Spoedvragen, RevForm):
    """The urgency questions about a question that is known already."""


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def triage(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="spoed beoordelen")
    werkwijze = laad_versie(hulpvraag.werkwijze)
    oppakken = request.POST.get("doe") == "oppakken"
    gegeven = request.POST if request.method == "POST" else None
    form = SpoedForm(gegeven, initial=_begin(hulpvraag), werkwijze=werkwijze)
    if gegeven is not None and form.is_valid():

        def actie() -> None:
            if oppakken:
                pak_spoed_op(hulpvraag, door=request.door)
            else:
                beoordeel_spoed(hulpvraag, door=request.door, **form.beoordeling())

        botsing = probeer(request, hulpvraag, form, actie, hier="triage")
        if botsing is not None:
            return botsing
        if oppakken:
            messages.success(request, _("Opgepakt. De spoedklok staat stil; de gewone termijn loopt door."))
        else:
            messages.success(request, _("Beoordeeld: %(oordeel)s.") % {"oordeel": form.niveau.label})
        return naar(request, "dossier", id=id)
    niveau = next((n for n in werkwijze.triage.niveaus if n.sleutel == hulpvraag.urgentie), None)
    context = {
        "form": form,
        "niveau": niveau.label if niveau else "",
        "spoed": spoedklok(hulpvraag.spoed_uiterlijk, klok.nu(), niveau),
        "zekerheid": werkwijze.triage.zekerheid,
        "bron": werkwijze.triage.bron,
    }
    kader = dossierkader(request, hulpvraag, hier="triage")
    return render(request, "werkplek/vraag/triage.html", kader | context, status=422 if form.errors else 200)


def _begin(hulpvraag: Hulpvraag) -> dict[str, object]:
    """What was answered last time: told once, not asked again."""
    vorige = hulpvraag.triages.order_by("-gemaakt_op").first()
    ja = [sleutel for sleutel, antwoord in vorige.antwoorden.items() if antwoord] if vorige else []
    return {"rev": hulpvraag.rev, "spoed": ja}
