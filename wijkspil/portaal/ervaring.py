"""Tell how it goes and what one thinks of the help; read when looking back and in aftercare."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.nazorg.ervaring import ervaringen_van, geef_ervaring
from wijkspil.plannen.models import Doel

from .forms import ErvaringForm
from .pagina import Verzoek, eigen_vraag, mijn, naar
from .vraag import kop


@mijn(methoden=("GET", "POST"), vraag=True)
def ervaring(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = eigen_vraag(request, id, om_te=_("vertellen hoe het gaat"), deel="ervaring")
    doelen = list(
        Doel.objects.filter(plan__hulpvraag=hulpvraag, plan__ronde=hulpvraag.ronde).order_by(
            "volgorde", "gemaakt_op"
        )
    )
    form = ErvaringForm(request.POST or None, doelen=doelen)
    if request.method == "POST" and form.is_valid():
        velden = {
            n: form.cleaned_data[n]
            for n in ("helpt", "gehoord", "cijfer", "hoe_gaat_het", "wat_kan_beter", "bel_mij")
        }
        with transaction.atomic():
            geef_ervaring(hulpvraag, doelen=form.standen(), door=request.door, **velden)
        messages.success(
            request, _("Dank u wel. Wij lezen dit voordat wij u weer spreken."), extra_tags=f"ervaring-{id}"
        )
        return naar(request, "vraag", id=id)
    context = {"form": form, "eerder": ervaringen_van(hulpvraag)[:3], "sleutel": f"ervaring-{id}"}
    return render(
        request,
        "portaal/ervaring.html",
        kop(request, hulpvraag) | context,
        status=422 if form.errors else 200,
    )
