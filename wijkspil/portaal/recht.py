"""Standing up for one's rights in two clicks: a decision on paper, and an objection against one."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.besluiten.access import lopende_afspraak, open_aanvraag, pak_besluit
from wijkspil.besluiten.actions import (
    AanvraagNietMogelijk,
    BezwaarNietMogelijk,
    dien_bezwaar_in,
    zet_om_in_aanvraag,
)
from wijkspil.besluiten.bezwaarrecht import bezwaren_van
from wijkspil.besluiten.models import Besluit, Bezwaar
from wijkspil.core import klok
from wijkspil.core.handeling import Botsing
from wijkspil.regels import wmo

from .daden import mag_besluit_vragen
from .forms import BezwaarForm
from .pagina import Verzoek, eigen_vraag, mijn, naar
from .vraag import kop


@mijn(methoden=("GET", "POST"), vraag=True)
def besluit_vragen(request: Verzoek, id: UUID) -> HttpResponse:
    """What asking for a decision means, and one button. The two weeks begin today (Wmo 2015 art. 2.3.5 lid 2)."""
    hulpvraag = eigen_vraag(request, id, om_te=_("om een besluit vragen"), deel="besluit")
    vandaag = klok.vandaag()
    met_besluit = Besluit.objects.filter(hulpvraag=hulpvraag, status=Besluit.Status.BEKENDGEMAAKT).exists()
    lopend = open_aanvraag(hulpvraag)
    kan = mag_besluit_vragen(hulpvraag, vandaag, met_besluit, lopend is not None)
    if request.method == "POST" and kan:
        try:
            with transaction.atomic():
                zet_om_in_aanvraag(
                    lopende_afspraak(hulpvraag) or hulpvraag, door=request.door, hoe=_("via Mijn vraag")
                )
        except (AanvraagNietMogelijk, Botsing) as fout:
            messages.warning(request, str(fout))
            return naar(request, "vraag", id=id)
        messages.success(request, _("U heeft om een besluit gevraagd. U krijgt binnen twee weken een brief."))
        return naar(request, "vraag", id=id)
    context = {
        "kan": kan,
        "lopend": lopend,
        "met_besluit": met_besluit,
        "uiterlijk": wmo.beslistermijn(vandaag).laatste_dag,
    }
    return render(request, "portaal/besluit_vragen.html", kop(request, hulpvraag) | context)


@mijn(methoden=("GET", "POST"), vraag=True)
def bezwaar(request: Verzoek, id: UUID, besluit_id: UUID) -> HttpResponse:
    """Say why one disagrees; too late is taken in too and judged with the rest (Awb art. 6:11)."""
    hulpvraag = eigen_vraag(request, id, om_te=_("bezwaar maken"), deel="bezwaar")
    besluit = pak_besluit(hulpvraag, besluit_id)
    if besluit.status != Besluit.Status.BEKENDGEMAAKT:
        raise Http404
    vandaag = klok.vandaag()
    form = BezwaarForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                gemaakt = dien_bezwaar_in(
                    request.door,
                    besluit,
                    gronden=form.cleaned_data["gronden"],
                    op=vandaag,
                    kanaal=Bezwaar.Kanaal.PORTAAL,
                )
        except BezwaarNietMogelijk as fout:
            form.add_error("gronden", str(fout))
        else:
            messages.success(
                request,
                _("Wij hebben uw bezwaar, nummer %(nummer)s. U krijgt er een brief over.")
                % {"nummer": gemaakt.nummer},
                extra_tags=f"bezwaar-{besluit.pk}",
            )
            return naar(request, "vraag", id=id)
    context = {
        "besluit": besluit,
        "eerder": bezwaren_van(besluit),
        "te_laat": besluit.bezwaar_tot is not None and besluit.bezwaar_tot < vandaag,
        "form": form,
        "sleutel": f"bezwaar-{besluit.pk}",
    }
    return render(
        request, "portaal/bezwaar.html", kop(request, hulpvraag) | context, status=422 if form.errors else 200
    )
