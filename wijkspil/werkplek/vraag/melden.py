"""On the file: turn a contact into a melding, and note a contact."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.regels import wmo
from wijkspil.toegang import actions
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .botsing import probeer
from .velden import RevForm, kanalen, kies, tekstvlak

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)


class MeldingForm(RevForm):
    kanaal = forms.ChoiceField(label=gettext_lazy("Hoe vroeg de inwoner hierom?"))

    def __init__(self, *args: object, werkwijze: Werkwijze, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        kies(self, "kanaal", kanalen(werkwijze))


class ContactForm(forms.Form):
    kanaal = forms.ChoiceField(label=gettext_lazy("Hoe was het contact?"))
    onderwerp = forms.CharField(
        label=gettext_lazy("Waar ging het over?"),
        max_length=120,
        validators=[geen_bsn_in_woorden],
        error_messages={
            "required": gettext_lazy(
                "Zet in een paar woorden waar het over ging; zo staat het op de tijdlijn."
            )
        },
    )
    verslag = tekstvlak(gettext_lazy("Wat is er besproken?"), verplicht=False, rijen=5)

    def __init__(self, *args: object, werkwijze: Werkwijze, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        kies(self, "kanaal", kanalen(werkwijze))


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def maak_melding(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="melding opnemen")
    werkwijze = laad_versie(hulpvraag.werkwijze)
    begin = {"rev": hulpvraag.rev, "kanaal": hulpvraag.kanaal}
    form = MeldingForm(request.POST or None, initial=begin, werkwijze=werkwijze)
    if request.method == "POST" and form.is_valid():
        botsing = probeer(
            request, hulpvraag, form, lambda: actions.maak_melding(hulpvraag, kanaal=form.cleaned_data["kanaal"], door=request.door)
        )  # fmt: skip
        if botsing is not None:
            return botsing
        messages.success(request, _("Het is nu een melding. De termijn van zes weken loopt vanaf vandaag."))
        return naar(request, "dossier", id=id)
    termijn = wmo.onderzoekstermijn(klok.vandaag())
    context = {"form": form, "uiterlijk": termijn.laatste_dag, "uitleg": termijn.uitleg(klok.vandaag())}
    kader = dossierkader(request, hulpvraag, hier="maak_melding")
    return render(
        request, "werkplek/vraag/maak_melding.html", kader | context, status=422 if form.errors else 200
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def contact(request: Verzoek, id: UUID) -> HttpResponse:
    hulpvraag = pak_hulpvraag(request.door, id, om_te="contact vastleggen")
    werkwijze = laad_versie(hulpvraag.werkwijze)
    form = ContactForm(request.POST or None, initial={"kanaal": hulpvraag.kanaal}, werkwijze=werkwijze)
    if request.method == "POST" and form.is_valid():
        actions.leg_contact_vast(hulpvraag, door=request.door, **form.cleaned_data)
        messages.success(request, _("Het contact staat op de tijdlijn."), extra_tags=f"contact-{id}")
        return naar(request, "dossier", id=id)
    kader = dossierkader(request, hulpvraag, hier="contact")
    return render(
        request, "werkplek/vraag/contact.html", kader | {"form": form}, status=422 if form.errors else 200
    )
