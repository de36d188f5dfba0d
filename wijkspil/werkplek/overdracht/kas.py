"""The shared purse as a page: what parties put in, spent and saved over laws, and how a saving is shared (J4, J20). No residents."""

from decimal import Decimal
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.overdrachten.actions.kas import WIE, KasFout, boek_kasregel, stand_van
from wijkspil.overdrachten.models import Kasregel
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkplek.vraag.velden import kies
from wijkspil.werkwijzen.kast import laad
from wijkspil.werkwijzen.samenwerking import GedeeldeBesparing

from .geld import DAG, EuroVeld

LEZERS = (Rol.TEAMLEIDER, *WIE)


class KasForm(forms.Form):
    kas = forms.ChoiceField(label=gettext_lazy("Welke kas?"))
    soort = forms.ChoiceField(label=gettext_lazy("Wat is het?"), choices=Kasregel.Soort.choices)
    partij = forms.ChoiceField(label=gettext_lazy("Wie legde het in?"), required=False)
    cent = EuroVeld(
        label=gettext_lazy("Bedrag in euro"),
        min_value=Decimal("0.01"),
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        localize=False,
    )
    op = forms.DateField(label=gettext_lazy("Op"), widget=DAG)
    waarvoor = forms.CharField(label=gettext_lazy("Waarvoor?"), max_length=200)

    def __init__(self, data: Any, *, kassen: tuple[GedeeldeBesparing, ...]) -> None:
        super().__init__(data, initial={"op": klok.vandaag()})
        kies(self, "kas", [(k.sleutel, k.naam) for k in kassen])
        partijen = sorted({a.partij for k in kassen for a in k.aandelen})
        kies(self, "partij", [("", _("alleen bij inleg")), *((p, p) for p in partijen)])


@pagina(*LEZERS, methoden=("GET", "POST"))
def gedeelde_kas(request: Verzoek) -> HttpResponse:
    """Every purse of the way of working of today, with its lines and its sums; one query."""
    kassen = laad(request.gemeente.werkwijze, klok.vandaag()).gedeelde_besparingen
    mag = request.door.heeft(*WIE)
    form = KasForm(request.POST if request.method == "POST" and mag else None, kassen=kassen)
    if form.is_bound and form.is_valid():
        velden = dict(form.cleaned_data)
        kas = next(k for k in kassen if k.sleutel == velden.pop("kas"))
        try:
            with transaction.atomic():
                boek_kasregel(kas, door=request.door, **velden)
        except KasFout as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, _("Geboekt."))
            return naar(request, "gedeelde_kas")
    regels = list(Kasregel.objects.order_by("-op", "-gemaakt_op")[:500])
    context = {
        "kassen": [
            {"kas": k, "stand": stand_van(k, regels), "regels": [r for r in regels if r.kas == k.sleutel]}
            for k in kassen
        ],
        "form": form,
        "mag": mag and kassen,
    }
    return render(request, "werkplek/overdracht/kas.html", context, status=422 if form.is_bound else 200)
