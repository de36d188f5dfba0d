"""Vraag en aanbod: what this resident can and wants, beside what there is in the neighbourhood; reciprocity made visible (A9, B7, O5)."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.signalen.kennismaken import maak_kennis, vertel_hoe_het_gaat, voorstellen
from wijkspil.signalen.models import Kennismaking
from wijkspil.sociale_kaart.models import Aanbod
from wijkspil.sociale_kaart.service import zoek
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.vraag.velden import RevForm, kies

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
DAG = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class KennismaakForm(forms.Form):
    aanbod = forms.ChoiceField(label=gettext_lazy("Met wie of wat?"))
    richting = forms.ChoiceField(
        label=gettext_lazy("Wat gaat de inwoner doen?"),
        choices=Kennismaking.Richting.choices,
        widget=forms.RadioSelect,
    )
    waarom = forms.CharField(
        label=gettext_lazy("Waarom past dit?"),
        help_text=gettext_lazy("In woorden die u de inwoner kunt voorlezen."),
        max_length=240,
    )
    akkoord_op = forms.DateField(
        label=gettext_lazy("Wanneer zei de inwoner ja?"),
        widget=DAG,
        error_messages={
            "required": gettext_lazy(
                "Vraag eerst of de inwoner dit wil, en vul de dag in. Nee zeggen mag altijd."
            )
        },
    )

    def __init__(self, *args: Any, aanbod: list[Aanbod], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kies(
            self,
            "aanbod",
            [
                ("", _("Kies uit de sociale kaart")),
                *((str(a.pk), f"{a.naam} ({a.organisatie})") for a in aanbod),
            ],
        )


class VolgForm(RevForm):
    status = forms.ChoiceField(
        label=gettext_lazy("Klikt het?"),
        choices=[
            (Kennismaking.Status.LOOPT, _("ja, het klikt")),
            (Kennismaking.Status.GESTOPT, _("gestopt")),
        ],
    )
    hoe_gaat_het = forms.CharField(label=gettext_lazy("Hoe gaat het?"), max_length=240, required=False)


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def vraag_en_aanbod(request: Verzoek, id: UUID) -> HttpResponse:
    """Suggestions with the words that fit, introductions with how they go, and a form for a new one."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="vraag en aanbod bekijken", deel="talenten en wensen")
    aanbod = zoek(wijk_id=hulpvraag.wijk_id)
    rijen = list(
        Kennismaking.objects.filter(inwoner_id=hulpvraag.inwoner_id)
        .select_related("aanbod")
        .order_by("-gemaakt_op")
    )
    form = KennismaakForm(
        request.POST if request.POST.get("wat") == "kennismaken" else None,
        initial=_begin(request),
        aanbod=aanbod,
    )
    volg = {
        rij.pk: VolgForm(
            request.POST if request.POST.get("wat") == str(rij.pk) else None,
            prefix=f"k{rij.pk}",
            initial={"rev": rij.rev, "status": Kennismaking.Status.LOOPT, "hoe_gaat_het": rij.hoe_gaat_het},
        )
        for rij in rijen
    }
    status = 200
    if request.method == "POST":
        uitkomst = _doe(request, hulpvraag, form, rijen, volg, aanbod)
        if uitkomst == 302:
            return naar(request, "vraag_en_aanbod", id=id)
        status = uitkomst
    context = {
        "form": form,
        "voorstellen": voorstellen(hulpvraag.inwoner, aanbod, vraag=hulpvraag.vraag),
        "kennismakingen": [(rij, volg[rij.pk]) for rij in rijen],
        "geeft": sum(
            r.richting == Kennismaking.Richting.GEEFT and r.status != Kennismaking.Status.GESTOPT
            for r in rijen
        ),
        "krijgt": sum(
            r.richting == Kennismaking.Richting.KRIJGT and r.status != Kennismaking.Status.GESTOPT
            for r in rijen
        ),
        "botst": status == 409,
    }
    kader = dossierkader(request, hulpvraag, hier="vraag_en_aanbod")
    return render(request, "werkplek/signalen/vraag_en_aanbod.html", kader | context, status=status)


def _begin(request: Verzoek) -> dict[str, Any]:
    return {naam: request.GET.get(naam, "")[:240] for naam in ("aanbod", "richting", "waarom")}


def _doe(
    request: Verzoek,
    hulpvraag: Any,
    form: KennismaakForm,
    rijen: list[Kennismaking],
    volg: dict[UUID, VolgForm],
    aanbod: list[Aanbod],
) -> int:
    """Run what was sent; gives the status of the answer."""
    if form.is_bound:
        if not form.is_valid():
            return 422
        v = dict(form.cleaned_data)
        sleutel = v.pop("aanbod")
        gekozen = next(a for a in aanbod if str(a.pk) == sleutel)
        try:
            with transaction.atomic():
                maak_kennis(hulpvraag, gekozen, door=request.door, **v)
        except ValueError as fout:
            form.add_error("akkoord_op", str(fout))
            return 422
        messages.success(
            request, _("De kennismaking staat op de tijdlijn. Over drie weken vraagt u hoe het gaat.")
        )
        return 302
    rij = next((r for r in rijen if volg[r.pk].is_bound), None)
    if rij is None:
        raise Http404
    gestuurd = volg[rij.pk]
    if not gestuurd.is_valid():
        return 422
    if gestuurd.cleaned_data["rev"] != rij.rev:
        return 409
    try:
        with transaction.atomic():
            vertel_hoe_het_gaat(
                rij,
                status=gestuurd.cleaned_data["status"],
                hoe_gaat_het=gestuurd.cleaned_data["hoe_gaat_het"],
                door=request.door,
            )
    except Botsing:
        return 409
    messages.success(request, _("Bewaard."))
    return 302
