"""What comes: will the investigations be on time next quarter, and what would help?"""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker
from wijkspil.sturing.stand import Stand, lees_stand
from wijkspil.sturing.vooruit import ijking
from wijkspil.sturing.vooruit.toegang import Toegang
from wijkspil.sturing.vooruit.wat_als import NORM, vergelijk
from wijkspil.werkplek.pagina import Verzoek, pagina

from . import tonen
from .forms import WatAlsForm

WIE = (Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER)


@pagina(*WIE)
def vooruit(request: Verzoek) -> HttpResponse:
    """The chance of missing the terms of the law, as it is now and under four choices. One query: how many consulenten there are."""
    stand = lees_stand(request.gemeente.pk)
    if stand is None:
        return render(request, "werkplek/vooruit/vooruit.html", {"stand": None})
    consulenten = Medewerker.objects.filter(actief=True, rollen__contains=[Rol.CONSULENT]).count()
    w = ijking.waarneming(stand.gemeente, stand.versie, _peildag(stand))
    basis, passing = ijking.stel_wachttijd_in(ijking.uit_waarneming(w, consulenten=consulenten), w)
    formulier = WatAlsForm(basis, request.GET)
    klopt = formulier.is_valid()
    weken = formulier.cleaned_data["weken"] if klopt else basis.weken
    norm = formulier.cleaned_data["norm"] / 100 if klopt else NORM
    scenarios = _scenarios(basis.met(weken=weken))
    if klopt and formulier.is_eigen_keuze and (keuze := formulier.keuze()) not in scenarios.values():
        scenarios["keuze"] = keuze
    beelden = vergelijk(scenarios, norm=norm)
    context: dict[str, Any] = {
        "stand": stand,
        "w": w,
        "passing": passing,
        "form": formulier,
        "figuur": tonen.als_figuur(beelden, norm, weken),
        "zin": tonen.zin(beelden, norm, weken),
        "gemeten": tonen.gemeten(w, basis, passing),
        "aannames": tonen.aannames(basis),
        "vol": [tonen.NAMEN[b.sleutel] for b in beelden if b.loopt_vol],
    }
    return render(request, "werkplek/vooruit/vooruit.html", context)


def _peildag(stand: Stand) -> Any:
    return timezone.localdate(stand.bijgewerkt)


def _scenarios(t: Toegang) -> dict[str, Toegang]:
    """As it is now, and the three changes that people ask about first."""
    return {
        "nu": t,
        "consulent": t.met(consulenten=t.consulenten + 1),
        "verkort": t.met(verkort=0.5),
        "triage": t.met(triage_uren=t.triage_uren + 2),
    }
