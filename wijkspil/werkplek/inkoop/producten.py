"""The catalogue: products with their versions and tariffs, who was heard, a fair price beside the tariff, and the documents behind it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext_lazy as __

from wijkspil.aanbieders.models import Contract, Product, Tarief
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.inkoop import actions
from wijkspil.inkoop.models import Beleidsstuk
from wijkspil.regels.reele_prijs import InvoerFout, bereken, invoervelden, onderdelen
from wijkspil.werkplek.pagina import Verzoek, naar, pagina
from wijkspil.werkwijzen.kast import laad

from . import forms as f
from .luiken import Luik, verwerk
from .procedures import productkeuzes

WIE = (Rol.CONTRACTBEHEER, Rol.BELEID)
VARIANT = {
    "inspanningsgericht": __("inspanningsgericht"),
    "outputgericht": __("outputgericht"),
    "taakgericht": __("taakgericht"),
}


@pagina(*WIE, Rol.BACKOFFICE)
def producten(request: Verzoek) -> HttpResponse:
    """Every product with its choices from the way of working, and what it costs now. Two queries."""
    vandaag = klok.vandaag()
    werkwijze = laad(request.gemeente.werkwijze, vandaag)
    in_gebruik = {p.code for p in werkwijze.producten}
    prijzen: dict[UUID, list[int]] = {}
    for product_id, cent in (
        Tarief.objects.filter(van__lte=vandaag).exclude(tot__lt=vandaag).values_list("product_id", "cent")
    ):
        prijzen.setdefault(product_id, []).append(cent)
    rijen = []
    for product in Product.objects.order_by("categorie", "naam", "-geldig_van"):
        bekend = product.code in in_gebruik
        assen = werkwijze.assen_voor(product.code) if bekend else None
        rijen.append(
            {
                "p": product,
                "bekostiging": Contract.Bekostiging(assen.bekostiging.keuze.value).label if assen else "",
                "variant": VARIANT[assen.bekostiging.keuze.uitvoeringsvariant] if assen else "",
                "laag": min(prijzen.get(product.pk, []), default=None),
                "hoog": max(prijzen.get(product.pk, []), default=None),
                "in_gebruik": bekend and product.geldig_tot is None,
            }
        )
    return render(request, "werkplek/inkoop/producten.html", {"rijen": rijen})


@pagina(*WIE, methoden=("GET", "POST"))
def product(request: Verzoek, product_id: UUID) -> HttpResponse:
    """One product: tariffs with validity, who was heard, and a fair price as calculated from figures that somebody names."""
    rij = get_object_or_404(Product, pk=product_id)
    velden = list(invoervelden())

    def maak_form(*args: Any, **kwargs: Any) -> f.OpbouwForm:
        return f.OpbouwForm(*args, velden=velden, **kwargs)

    def bewaar(v: dict[str, Any]) -> None:
        invoer = {veld.sleutel: v[veld.sleutel] for veld in velden}
        actions.bewaar_prijsopbouw(rij, invoer=invoer, toelichting=v["toelichting"], door=request.door)

    luiken = {
        "opbouw": Luik(
            maak_form,
            __("Reken uit en bewaar"),
            bewaar,
            __("De prijs is uitgerekend."),
            kop=__("Een reële prijs uitrekenen"),
        ),
        "gehoord": Luik(
            f.RaadplegingForm,
            __("Leg vast"),
            lambda v: actions.leg_raadpleging_vast(rij, door=request.door, **v),
            __("Vastgelegd."),
            {"op": klok.vandaag()},
            __("Wie is gehoord over dit product?"),
        ),
    }
    gedaan, getoond = verwerk(request, luiken)
    if gedaan:
        return naar(request, "product", product_id=rij.pk)
    vandaag = klok.vandaag()
    opbouwen = list(rij.prijsopbouwen.order_by("-op", "-gemaakt_op")[:5])
    laatste = opbouwen[0] if opbouwen else None
    tarieven = list(
        rij.tarieven.select_related("contract__aanbieder").order_by("-van", "contract__aanbieder__naam")
    )
    context = {
        "p": rij,
        "versies": list(Product.objects.filter(code=rij.code).order_by("-geldig_van")),
        "tarieven": [
            {
                "t": t,
                "nu": t.van <= vandaag and (t.tot is None or t.tot >= vandaag),
                "verschil": _verschil(t, laatste),
            }
            for t in tarieven
        ],
        "gehoord": list(rij.raadplegingen.order_by("-op")),
        "opbouwen": opbouwen,
        "trace": _trace(laatste),
        "velden": velden,
        "onderdelen": onderdelen(),
        "luiken": getoond,
    }
    return render(
        request,
        "werkplek/inkoop/product.html",
        context,
        status=422 if any(luik["form"].errors for luik in getoond) else 200,
    )


def _verschil(tarief: Tarief, opbouw: Any) -> int | None:
    """The tariff minus the fair price in cents per hour; None when there is no calculation or the tariff is not per hour."""
    return None if opbouw is None or tarief.per != "uur" else tarief.cent - opbouw.tarief_cent


def _trace(opbouw: Any) -> Any:
    try:
        return bereken(opbouw.invoer) if opbouw else None
    except (
        InvoerFout
    ):  # a calculation kept before an input was added: its outcome stands, its steps can't be shown
        return None


@pagina(*WIE, methoden=("GET", "POST"))
def beleidsstukken(request: Verzoek) -> HttpResponse:
    """The library of documents, those that hold now first. Two queries."""
    keuzes = productkeuzes()
    luiken = {
        "stuk": Luik(
            lambda *a, **k: f.BeleidsstukForm(*a, producten=keuzes, **k),
            __("Zet in de bibliotheek"),
            lambda v: actions.leg_beleidsstuk_vast(door=request.door, **v),
            __("Het stuk staat in de bibliotheek."),
            kop=__("Een stuk erbij"),
        )
    }
    gedaan, getoond = verwerk(request, luiken)
    if gedaan:
        return naar(request, "beleidsstukken")
    namen, vandaag = dict(keuzes), klok.vandaag()
    rijen = [
        {
            "s": s,
            "geldt": s.van <= vandaag and (s.tot is None or s.tot >= vandaag),
            "producten": [namen.get(code, code) for code in s.producten],
        }
        for s in Beleidsstuk.objects.order_by("-van", "naam")
    ]
    rijen.sort(key=lambda r: not r["geldt"])
    context = {"rijen": rijen, "luiken": getoond}
    return render(
        request,
        "werkplek/inkoop/beleidsstukken.html",
        context,
        status=422 if getoond[0]["form"].errors else 200,
    )
