"""Functional administration, the first look: how this municipality works, and who may decide what."""

from typing import Any

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Mandaat, Medewerker
from wijkspil.werkplek.pagina import Verzoek, pagina
from wijkspil.werkwijzen.assen import Rechtsvorm
from wijkspil.werkwijzen.kast import laad
from wijkspil.werkwijzen.werkwijze import Werkwijze


@pagina(Rol.FUNCTIONEEL_BEHEER, Rol.BELEID, Rol.TEAMLEIDER)
def werkwijze(request: Verzoek) -> HttpResponse:
    """The way of working that holds today: eight axes, products, doors, terms, each with its source and certainty. No queries."""
    w = laad(request.gemeente.werkwijze, klok.vandaag())
    return render(
        request,
        "werkplek/beheer/werkwijze.html",
        {"w": w, "assen": _assen(w), "producten": [_product(w, p.code) for p in w.producten]},
    )


def _assen(w: Werkwijze) -> list[dict[str, Any]]:
    a = w.assen
    regels: list[tuple[str, str, Any]] = [
        (
            "Besluitvorm",
            f"{a.besluitvorm.wanneer.value}; inhoud: {a.besluitvorm.inhoud.value}",
            a.besluitvorm,
        ),
        ("Levering", a.levering.keuze.value, a.levering),
        ("Bekostiging", a.bekostiging.keuze.value, a.bekostiging),
        ("Toegang", a.toegang.keuze.value, a.toegang),
        (
            "Verantwoording",
            f"{a.verantwoording.keuze.value}, {a.verantwoording.keer_per_jaar} keer per jaar",
            a.verantwoording,
        ),
        ("Schaal", a.schaal.keuze.value, a.schaal),
        ("Onderzoek", a.onderzoek.keuze.value, a.onderzoek),
    ]
    for vorm in Rechtsvorm:
        bijdrage = w.eigen_bijdrage(vorm)
        regels.append(
            (
                f"Eigen bijdrage bij {vorm.value}",
                f"{'ja' if bijdrage.geldt else 'nee'}: {bijdrage.grond}",
                bijdrage,
            )
        )
    return [
        {
            "as": naam,
            "keuze": keuze.replace("_", " "),
            "bron": herkomst.bron,
            "zekerheid": herkomst.zekerheid.value,
        }
        for naam, keuze, herkomst in regels
    ]


def _product(w: Werkwijze, code: str) -> dict[str, Any]:
    product, assen = w.product(code), w.assen_voor(code)
    return {
        "product": product,
        "besluit": assen.besluitvorm.wanneer.value.replace("_", " "),
        "bekostiging": assen.bekostiging.keuze.value,
        "levering": assen.levering.keuze.value.replace("_", " "),
        "tarieven": product.tarieven,
        "onbekend": any(t.bedrag is None for t in product.tarieven),
    }


@pagina(Rol.FUNCTIONEEL_BEHEER, Rol.TEAMLEIDER)
def mandaten(request: Verzoek) -> HttpResponse:
    """Who may decide what, up to which amount, and who works here in which role and team (H9). Two queries."""
    vandaag = klok.vandaag()
    return render(
        request,
        "werkplek/beheer/mandaten.html",
        {
            "mandaten": list(
                Mandaat.objects.filter(Q(geldig_tot__isnull=True) | Q(geldig_tot__gte=vandaag))
                .select_related("medewerker")
                .order_by("rol", "geldig_van")
            ),
            "mensen": list(
                Medewerker.objects.filter(actief=True)
                .annotate(
                    teamnamen=ArrayAgg(
                        "lidmaatschappen__team__naam", filter=Q(lidmaatschappen__isnull=False), default=[]
                    )
                )
                .order_by("naam")
            ),
        },
    )
