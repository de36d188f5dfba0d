"""Years ahead: what an older population, a tariff or a fair price does with people and money. Every number is in the address (B47)."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as __

from wijkspil.aanbieders.models import Product
from wijkspil.sturing.stand import lees_stand
from wijkspil.sturing.vooruit.scenario import Aanname, bevolking, bron_van_gebruik, speel
from wijkspil.sturing.vooruit.stroom_nu import stroom_nu
from wijkspil.werkplek.pagina import Verzoek, pagina

from . import tonen_scenario, views
from .forms import _net
from .views import WIE


def _procent(label: Any, help_text: Any = "", minst: float = -90, hoogst: float = 300) -> forms.FloatField:
    return forms.FloatField(
        label=label,
        min_value=minst,
        max_value=hoogst,
        help_text=help_text,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal"}),
    )


class ScenarioForm(forms.Form):
    """The risks as numbers. Zero means: as it is now."""

    jaren = forms.IntegerField(label=__("Jaren vooruit"), min_value=1, max_value=15)
    tot_18 = _procent(__("Groei tot 18 jaar (% per jaar)"), minst=-10, hoogst=10)
    van_18 = _procent(__("Groei 18 tot 65 jaar (% per jaar)"), minst=-10, hoogst=10)
    van_65 = _procent(__("Groei 65 tot 80 jaar (% per jaar)"), minst=-10, hoogst=10)
    van_80 = _procent(__("Groei 80 jaar en ouder (% per jaar)"), minst=-10, hoogst=10)
    in_huis = _procent(
        __("Extra instroom hulp in huis (%)"), __("Bijvoorbeeld door een tarief dat voor iedereen gelijk is.")
    )
    in_begeleiding = _procent(
        __("Extra instroom begeleiding (%)"),
        __("Bijvoorbeeld door minder plaatsen in de ggz, of doordat mensen langer thuis wonen."),
    )
    vertrek = _procent(
        __("Meer of minder uitstroom (%)"), __("Meer mensen naar de Wlz is meer uitstroom."), hoogst=200
    )
    prijs_huis = _procent(
        __("Hulp in huis duurder (%)"), __("Een reële prijs kan tot ongeveer 40% duurder zijn."), minst=-50
    )
    prijs_begeleiding = _procent(__("Begeleiding duurder (%)"), minst=-50)
    index = _procent(__("Indexatie (% per jaar)"), minst=-5, hoogst=15)

    def __init__(self, data: Any) -> None:
        begin: dict[str, Any] = dict.fromkeys(self.base_fields, 0) | {"jaren": 5}
        for veld, groei in zip(("tot_18", "van_18", "van_65", "van_80"), bevolking(), strict=True):
            begin[veld] = _net(groei.procent)
        gekozen = {naam: data[naam] for naam in begin if naam in data}
        self.is_eigen_keuze = bool(gekozen)
        super().__init__(begin | gekozen, initial=begin)

    def keuze(self) -> Aanname:
        g = self.cleaned_data
        groei = dict(
            zip(
                (r.groep for r in bevolking()),
                (g["tot_18"], g["van_18"], g["van_65"], g["van_80"]),
                strict=True,
            )
        )
        return Aanname(
            jaren=g["jaren"],
            groei=groei,
            instroom={"huishouden": g["in_huis"], "begeleiding": g["in_begeleiding"]},
            vertrek=g["vertrek"],
            prijs={"huishouden": g["prijs_huis"], "begeleiding": g["prijs_begeleiding"]},
            index=g["index"],
        )


@pagina(*WIE)
def vooruit_scenario(request: Verzoek) -> HttpResponse:
    """People and money per year: nothing changes, an older population, the known risks together, and an own choice. One query."""
    stand = lees_stand(request.gemeente.pk)
    formulier = ScenarioForm(request.GET)
    klopt = formulier.is_valid()
    context: dict[str, Any] = {
        "stand": stand,
        "form": formulier,
        "bevolking": bevolking(),
        "bron_van_gebruik": bron_van_gebruik(),
    }
    if stand is not None:
        nu = stroom_nu(stand.gemeente, stand.versie, views._peildag(stand))
        if nu:
            namen = dict(Product.objects.order_by("geldig_van").values_list("code", "naam"))
            jaren = formulier.cleaned_data["jaren"] if klopt else 5
            scenarios = _scenarios(jaren)
            if klopt and formulier.is_eigen_keuze and formulier.keuze() not in scenarios.values():
                scenarios["keuze"] = formulier.keuze()
            gespeeld = {sleutel: speel(nu, aanname) for sleutel, aanname in scenarios.items()}
            context |= tonen_scenario.alles(gespeeld, nu, namen)
    return render(request, "werkplek/vooruit/scenario.html", context)


def _scenarios(jaren: int) -> dict[str, Aanname]:
    """What people ask first: nothing changes, only the ages change, and the risks that the policy papers name together."""
    ouder = Aanname(jaren=jaren)
    return {
        "gelijk": ouder.met(groei={g.groep: 0.0 for g in bevolking()}),
        "ouder": ouder,
        "prijs": ouder.met(prijs={"huishouden": 40.0}),
        "tarief": ouder.met(instroom={"huishouden": 20.0}),
    }
