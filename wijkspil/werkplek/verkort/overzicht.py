"""The shortened route as a whole: which share took it, what the checks gave, and the samples that wait (H15)."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.verkort.access import open_steekproeven, routes_geteld, steekproeven_geteld
from wijkspil.verkort.actions import VerkortNietMogelijk, bekijk_steekproef
from wijkspil.verkort.models import Steekproef
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad

from .forms import SteekproefForm

BEKIJKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)


@pagina(*BEKIJKERS, Rol.BELEID, Rol.CONTRACTBEHEER, methoden=("GET", "POST"))
def verkorte_route(request: Verzoek) -> HttpResponse:
    """Share per route, outcomes of the checks, and the list of samples of the own teams. Three queries."""
    mag = request.door.heeft(*BEKIJKERS)
    wachten = open_steekproeven(request.door) if mag else []
    if mag:
        leg_inzage_vast(
            request.door,
            doel="steekproef bekijken",
            grond="eigen team",
            deel=f"steekproeven ({len(wachten)})",
            actie="lijst.ingezien",
        )
    if request.method != "POST":
        return _toon(request, wachten)
    form = SteekproefForm(request.POST)
    if not form.is_valid():
        return _toon(request, wachten, form=form, status=422)
    gekozen = next((s for s in wachten if s.pk == form.cleaned_data["steekproef"]), None)
    if gekozen is None:
        return _toon(
            request, wachten, form=form, status=422, fout=_("Deze steekproef staat niet (meer) op uw lijst.")
        )
    try:
        with transaction.atomic():
            bekijk_steekproef(
                gekozen,
                uitkomst=form.cleaned_data["uitkomst"],
                toelichting=form.cleaned_data["toelichting"],
                door=request.door,
            )
    except (VerkortNietMogelijk, GeenRecht) as fout:
        return _toon(request, wachten, form=form, status=422, fout=str(fout))
    messages.success(request, _("Bewaard. De uitkomst telt mee in het overzicht."))
    return naar(request, "verkorte_route")


def _toon(
    request: Verzoek, wachten: Any, *, form: SteekproefForm | None = None, status: int = 200, fout: str = ""
) -> HttpResponse:
    werkwijze = laad(request.gemeente.werkwijze, klok.vandaag())
    kleinste = werkwijze.assen.verantwoording.kleinste_groep
    context = {
        "routes": _aandelen(routes_geteld(), kleinste),
        "uitkomsten": _aandelen(
            {k: n for k, n in steekproeven_geteld().items() if k}, kleinste, Steekproef.Uitkomst
        ),
        "wachten": [
            {
                "s": s,
                "form": form
                if form is not None and form.data.get("steekproef") == str(s.pk)
                else SteekproefForm(initial={"steekproef": s.pk}),
            }
            for s in wachten
        ],
        "producten": [p for p in werkwijze.producten if p.verkorte_route is not None],
        "kleinste_groep": kleinste,
        "fout": fout,
    }
    return render(request, "werkplek/verkort/overzicht.html", context, status=status)


def _aandelen(geteld: dict[str, int], kleinste: int, namen: Any = None) -> list[dict[str, Any]] | None:
    """Number and share per kind; None when the whole is too small to show."""
    totaal = sum(geteld.values())
    if totaal < kleinste:
        return None
    return [
        {
            "naam": namen(sleutel).label if namen else _NAMEN.get(sleutel, sleutel),
            "n": n,
            "deel": round(100 * n / totaal),
        }
        for sleutel, n in sorted(geteld.items())
    ]


_NAMEN = {"verkort": _l("verkorte route"), "gewoon": _l("gewone route")}
