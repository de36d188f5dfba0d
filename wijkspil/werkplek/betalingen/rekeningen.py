"""Bank accounts: what is in use, what waits for a second person, and the history of each party."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.betalingen.actions import (
    RekeningKanNiet,
    bevestig_rekening,
    stel_rekening_voor,
    wijs_rekening_af,
)
from wijkspil.betalingen.actions.rekening import WIE
from wijkspil.betalingen.models import Rekening, controleer_iban
from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.core.handeling import Botsing
from wijkspil.regels.iban import leesbaar, schoon
from wijkspil.werkplek.pagina import Verzoek, gestuurde_rij, naar, pagina

ONS = "ons"


class RekeningForm(forms.Form):
    aanbieder = forms.ChoiceField(label=_l("Van wie is de rekening?"))
    iban = forms.CharField(label=_l("Rekeningnummer (IBAN)"), max_length=42)
    tenaamstelling = forms.CharField(label=_l("Op naam van"), max_length=70, validators=[geen_bsn_in_woorden])
    hoe_nagegaan = forms.CharField(
        label=_l("Hoe ging u na dat dit klopt?"),
        max_length=200,
        validators=[geen_bsn_in_woorden],
        help_text=_l(
            "Bijvoorbeeld: zelf teruggebeld op het nummer uit het contract. Een mail met een nieuw nummer is geen bewijs: zo stelen "
            "oplichters betalingen."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = Aanbieder.objects.filter(lid_van__isnull=True).exclude(soort="eigen_team").order_by("naam")
        self.fields["aanbieder"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een partij")),
            *((str(pk), naam) for pk, naam in namen.values_list("pk", "naam")),
            (ONS, _("Onze eigen rekening (waarvan we betalen)")),
        ]

    def clean_iban(self) -> str:
        iban = schoon(self.cleaned_data["iban"])
        controleer_iban(iban)
        return iban


@pagina(*WIE, methoden=("GET", "POST"))
def bankrekeningen(request: Verzoek) -> HttpResponse:
    form = RekeningForm(initial={"aanbieder": request.GET.get("partij", "")})
    if request.method == "POST":
        if request.POST.get("doe") in ("bevestig", "weiger"):
            return _beoordeel(request)
        form = RekeningForm(request.POST)
        if form.is_valid():
            wie = form.cleaned_data.pop("aanbieder")
            try:
                stel_rekening_voor(
                    None if wie == ONS else get_object_or_404(Aanbieder, pk=wie),
                    door=request.door,
                    **form.cleaned_data,
                )
            except RekeningKanNiet as fout:
                form.add_error("iban", str(fout))
            else:
                messages.success(
                    request, _("Het nummer wacht op een tweede persoon. Tot dan betalen we deze partij niet.")
                )
                return naar(request, "bankrekeningen")
    rijen = list(
        Rekening.objects.select_related("aanbieder", "voorgesteld_door", "beoordeeld_door").order_by(
            "aanbieder__naam", "-gemaakt_op"
        )
    )
    return render(
        request,
        "werkplek/betalingen/rekeningen.html",
        {
            "wacht": [_rij(request, r) for r in rijen if r.status == Rekening.Status.VOORGESTELD],
            "gebruik": [
                _rij(request, r)
                for r in rijen
                if r.status in (Rekening.Status.BEVESTIGD, Rekening.Status.GEBLOKKEERD)
            ],
            "oud": [
                _rij(request, r)
                for r in rijen
                if r.status in (Rekening.Status.VERVALLEN, Rekening.Status.AFGEWEZEN)
            ],
            "form": form,
        },
        status=422 if form.errors else 200,
    )


def _beoordeel(request: Verzoek) -> HttpResponse:
    rekening = gestuurde_rij(Rekening.objects.select_related("aanbieder"), request.POST.get("rekening"))
    reden = str(request.POST.get("reden", "")).strip()
    try:
        if request.POST["doe"] == "bevestig":
            bevestig_rekening(rekening, door=request.door)
            messages.success(request, _("De rekening is bevestigd en in gebruik."))
        elif not reden:
            messages.error(
                request, _("Vul in waarom u dit nummer weigert, zodat uw collega weet wat er mis is.")
            )
        else:
            wijs_rekening_af(rekening, reden=reden, door=request.door)
            messages.success(request, _("Het nummer is geweigerd. Wat in gebruik was, blijft in gebruik."))
    except RekeningKanNiet as fout:
        messages.error(request, str(fout))
    except Botsing:
        messages.error(request, _("Een collega was u net voor. Zo staat het nu."))
    return naar(request, "bankrekeningen")


def _rij(request: Verzoek, r: Rekening) -> dict[str, Any]:
    return {
        "r": r,
        "naam": r.aanbieder.naam if r.aanbieder else _("Onze eigen rekening"),
        "iban": leesbaar(r.iban),
        "zelf": r.voorgesteld_door_id == request.door.id,
    }
