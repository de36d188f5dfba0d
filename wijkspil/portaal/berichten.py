"""Messages both ways about one question. Reading is a look like any other, and so it is known what was read."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.post import service as post
from wijkspil.post.actions import stuur_bericht

from .forms import BerichtForm
from .pagina import Verzoek, eigen_vraag, mijn, naar
from .vraag import kop


@mijn(methoden=("GET", "POST"), vraag=True)
def berichten(request: Verzoek, id: UUID) -> HttpResponse:
    """The whole conversation, and room to write."""
    hulpvraag = eigen_vraag(request, id, om_te=_("berichten lezen"), deel=post.DEEL)
    form = BerichtForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            stuur_bericht(hulpvraag, tekst=form.cleaned_data["tekst"], door=request.door)
        messages.success(
            request,
            _("Uw bericht is verstuurd. Het antwoord komt hier te staan."),
            extra_tags=f"bericht-{id}",
        )
        return naar(request, "berichten", id=id)
    context = {"berichten": post.berichten_van(hulpvraag), "form": form, "sleutel": f"bericht-{id}"}
    return render(
        request,
        "portaal/berichten.html",
        kop(request, hulpvraag) | context,
        status=422 if form.errors else 200,
    )
