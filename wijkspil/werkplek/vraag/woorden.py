"""On the file: mend the words of the question, and let a letter that got stuck on them go out."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import WoordenFout, verbeter_woorden
from wijkspil.toegang.actions.woorden import WIE
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .botsing import probeer
from .velden import RevForm, tekstvlak


class WoordenForm(RevForm):
    vraag = tekstvlak(
        gettext_lazy("De woorden van de vraag"),
        uitleg=gettext_lazy("Verander alleen wat niet klopt. Het blijven de woorden van de inwoner."),
        fout=gettext_lazy("Laat de woorden van de inwoner staan. Zonder woorden is er geen vraag."),
        rijen=6,
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom verandert u dit?"),
        help_text=gettext_lazy("De inwoner kan dit lezen. Bijvoorbeeld: er stond een nummer in dat niet in een brief mag."),
        max_length=200,
        validators=[geen_bsn_in_woorden],
        error_messages={
            "required": gettext_lazy("Schrijf kort waarom, zodat de inwoner en uw collega's het begrijpen.")
        },
    )  # fmt: skip


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def woorden(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="woorden van de vraag verbeteren")
    form = WoordenForm(request.POST or None, initial={"rev": hulpvraag.rev, "vraag": hulpvraag.vraag})
    if request.method == "POST" and form.is_valid():
        nieuw, reden = form.cleaned_data["vraag"], form.cleaned_data["reden"]
        try:
            botsing = probeer(
                request,
                hulpvraag,
                form,
                lambda: verbeter_woorden(hulpvraag, vraag=nieuw, reden=reden, door=request.door),
            )
        except WoordenFout as fout:
            form.add_error("vraag", str(fout))
        else:
            if botsing is not None:
                return botsing
            messages.success(
                request,
                _("De woorden zijn verbeterd. Een brief die hierop wachtte, gaat vanzelf opnieuw."),
                extra_tags=f"woorden-{id}",
            )
            return naar(request, "dossier", id=id)
    kader = dossierkader(request, hulpvraag, hier="woorden")
    return render(
        request, "werkplek/vraag/woorden.html", kader | {"form": form}, status=422 if form.errors else 200
    )
