"""What parties must give back: the list, a new one, and one with what was set off, received or dropped."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.betalingen.actions import VorderingKanNiet, boek_ontvangst, scheld_kwijt, vorder_terug
from wijkspil.betalingen.actions.batch import VRIJGEVERS
from wijkspil.betalingen.actions.vordering import KWIJTSCHELDERS, WIE
from wijkspil.betalingen.models import Terugvordering
from wijkspil.core import klok
from wijkspil.core.fields import geen_bsn_in_woorden
from wijkspil.core.handeling import Botsing
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

PER_PAGINA = 50


class Eurosveld(forms.DecimalField):
    """Euros as people type them, as whole cents."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_digits=12, decimal_places=2, localize=True, **kwargs)

    def clean(self, value: Any) -> int | None:
        euro = super().clean(value)
        return None if euro is None else int(euro * 100)


class VorderForm(forms.Form):
    aanbieder = forms.ChoiceField(label=_l("Van wie?"))
    cent = Eurosveld(label=_l("Hoeveel (in euro)?"))
    reden = forms.CharField(
        label=_l("Waarom?"),
        max_length=300,
        validators=[geen_bsn_in_woorden],
        help_text=_l("Noem de declaratie of de controle. Geen namen van inwoners: de partij leest dit."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = Aanbieder.objects.filter(lid_van__isnull=True).exclude(soort="eigen_team").order_by("naam")
        self.fields["aanbieder"].choices = [  # type: ignore[attr-defined]
            ("", _("Kies een partij")),
            *((str(pk), naam) for pk, naam in namen.values_list("pk", "naam")),
        ]


class OntvangstForm(forms.Form):
    cent = Eurosveld(label=_l("Hoeveel kwam er binnen (in euro)?"))


class KwijtForm(forms.Form):
    reden = forms.CharField(
        label=_l("Waarom vragen we de rest niet meer?"), max_length=300, validators=[geen_bsn_in_woorden]
    )


@pagina(*VRIJGEVERS, methoden=("GET", "POST"))
def terugvorderingen(request: Verzoek) -> HttpResponse:
    form = VorderForm()
    if request.method == "POST":
        form = VorderForm(request.POST)
        if form.is_valid():
            velden = form.cleaned_data
            aanbieder = get_object_or_404(Aanbieder, pk=velden.pop("aanbieder"))
            try:
                v = vorder_terug(aanbieder, door=request.door, **velden)
            except VorderingKanNiet as fout:
                form.add_error("cent", str(fout))
            else:
                messages.success(request, _("Vastgelegd. De volgende betaalbatch verrekent dit vanzelf."))
                return naar(request, "terugvordering", vordering_id=v.pk)
    toon = request.GET.get("toon", "open")
    lijst = Terugvordering.objects.select_related("aanbieder")
    lijst = (
        lijst.filter(status="open").order_by("uiterlijk", "nummer")
        if toon == "open"
        else lijst.order_by("-gemaakt_op")
    )
    bladzijde = Paginator(lijst, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "werkplek/betalingen/terugvorderingen.html",
        {
            "pagina": bladzijde, "rijen": list(bladzijde), "toon": toon, "url": f"?toon={toon}&pagina=", "form": form,
            "mag": request.door.heeft(*WIE), "dag": klok.vandaag(),
        },
        status=422 if form.errors else 200,
    )  # fmt: skip


@pagina(*VRIJGEVERS, methoden=("GET", "POST"))
def terugvordering(request: Verzoek, vordering_id: UUID) -> HttpResponse:
    v = get_object_or_404(
        Terugvordering.objects.select_related("aanbieder", "declaratie", "vastgelegd_door", "kwijt_door"),
        pk=vordering_id,
    )
    ontvangst, kwijt = OntvangstForm(), KwijtForm()
    if request.method == "POST":
        weg = request.POST.get("doe") == "kwijt"
        form = KwijtForm(request.POST) if weg else OntvangstForm(request.POST)
        ontvangst, kwijt = (ontvangst, form) if weg else (form, kwijt)  # type: ignore[assignment]
        if form.is_valid():
            try:
                if weg:
                    scheld_kwijt(v, reden=form.cleaned_data["reden"], door=request.door)
                    messages.success(request, _("We vragen de rest niet meer."))
                else:
                    boek_ontvangst(v, cent=form.cleaned_data["cent"], door=request.door)
                    messages.success(request, _("De ontvangst is geboekt."))
                return naar(request, "terugvordering", vordering_id=v.pk)
            except VorderingKanNiet as fout:
                form.add_error(None, str(fout))
            except Botsing:
                form.add_error(None, _("Een collega was u net voor. Kijk hieronder hoe het nu staat."))
                v.refresh_from_db()
    posten = v.posten.select_related("opdracht__batch").order_by("gemaakt_op")
    return render(
        request,
        "werkplek/betalingen/terugvordering.html",
        {
            "v": v,
            "posten": [{"p": p, "cent": -p.cent} for p in posten],
            "ontvangst": ontvangst,
            "kwijt": kwijt,
            "mag_boeken": v.status == "open" and v.open_cent and request.door.heeft(*WIE),
            "mag_kwijt": v.status == "open"
            and v.open_cent
            and request.door.heeft(*KWIJTSCHELDERS)
            and v.vastgelegd_door_id != request.door.id,
        },
        status=422 if ontvangst.errors or kwijt.errors else 200,
    )
