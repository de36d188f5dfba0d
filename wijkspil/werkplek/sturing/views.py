"""Steering: a few pictures that stay with their table and definition, all figures in a catalogue, and each as a page and a file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.text import slugify
from django.utils.translation import gettext as _

from wijkspil.core.door import Rol
from wijkspil.sturing import uitvoer
from wijkspil.sturing.cijfers import cijfer, tabel_van
from wijkspil.sturing.indicatoren import ALLE, EERSTE
from wijkspil.sturing.tasks import vraag_verversing_aan
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina

from .catalogus import NOG_NIET, niveaus
from .erbij import momenten, slapend
from .keuze import Keuze, lees_keuze
from .tonen import als_figuur

WIE = (Rol.BELEID, Rol.TEAMLEIDER, Rol.CONTRACTBEHEER)
SOORTEN = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@pagina(*WIE)
def sturing(request: Verzoek) -> HttpResponse:
    """The first page: few big pictures, the rest by name. Three queries, whatever the size of the town."""
    keuze = lees_keuze(request)
    figuren = []
    if keuze.stand is not None:
        for sleutel in EERSTE:
            figuren.append(_figuur(request, keuze, sleutel, kort=True))
    meer = [indicator for sleutel, indicator in ALLE.items() if sleutel not in EERSTE]
    return render(
        request, "werkplek/sturing/sturing.html", _kader(request, keuze) | {"figuren": figuren, "meer": meer}
    )


@pagina(*WIE)
def catalogus(request: Verzoek) -> HttpResponse:
    """Every indicator with its definition, source and owner, by what it is about; and what can't be measured yet."""
    return render(
        request,
        "werkplek/sturing/catalogus.html",
        _kader(request, lees_keuze(request)) | {"niveaus": niveaus(), "nog_niet": NOG_NIET},
    )


@pagina(*WIE)
def indicator(request: Verzoek, sleutel: str) -> HttpResponse:
    """One indicator with its whole table."""
    keuze = lees_keuze(request)
    if sleutel not in ALLE:
        raise Http404
    figuur = _figuur(request, keuze, sleutel, kort=False) if keuze.stand is not None else None
    return render(
        request,
        "werkplek/sturing/indicator.html",
        _kader(request, keuze)
        | {
            "indicator": ALLE[sleutel],
            "figuur": figuur,
            "momenten": momenten(keuze),
            "slapend": slapend(keuze) if sleutel == "concentratie" else None,
        },
    )


@pagina(*WIE)
def download(request: Verzoek, sleutel: str, soort: str) -> HttpResponse:
    """The whole table as a file: the same rows as on the page of the indicator."""
    keuze = lees_keuze(request)
    if sleutel not in ALLE or soort not in SOORTEN:
        raise Http404
    if keuze.stand is None:
        messages.info(request, _("Er zijn nog geen cijfers om op te halen. Ververs ze eerst."))
        return naar(request, "sturing")
    een = ALLE[sleutel]
    tabel = tabel_van(keuze.stand, sleutel, keuze.filter, keuze.namen)
    if soort == "csv":
        inhoud = uitvoer.als_csv(tabel)
    else:
        inhoud = uitvoer.als_xlsx(
            een, tabel, filter_in_woorden=keuze.in_woorden, bijgewerkt=keuze.stand.bijgewerkt
        )
    naam = slugify(f"{request.gemeente.slug} {een.sleutel} {' '.join(keuze.in_woorden)}")
    return HttpResponse(
        inhoud,
        content_type=SOORTEN[soort],
        headers={"Content-Disposition": f'attachment; filename="{naam}.{soort}"'},
    )


@pagina(*WIE, methoden=("POST",))
def verversen(request: Verzoek) -> HttpResponse:
    """Ask for fresh figures; a job in the background makes them, this page doesn't wait."""
    if vraag_verversing_aan(request.gemeente.pk):
        messages.success(
            request, _("De cijfers worden bijgewerkt. Open deze pagina over een minuut opnieuw.")
        )
    else:
        messages.info(
            request, _("De cijfers worden al bijgewerkt. Open deze pagina over een minuut opnieuw.")
        )
    return naar(request, "sturing")


def _kader(request: Verzoek, keuze: Keuze) -> dict[str, Any]:
    return {"keuze": keuze, "vraag": keuze.vraag, "stand": keuze.stand, "velden": keuze.velden}


def _figuur(request: Verzoek, keuze: Keuze, sleutel: str, *, kort: bool) -> dict[str, Any]:
    assert keuze.stand is not None
    figuur = als_figuur(cijfer(keuze.stand, sleutel, keuze.filter, keuze.namen), kort=kort)
    figuur["zonder"] = keuze.telt_niet_mee(ALLE[sleutel])
    figuur["url"] = adres(request, "sturing_indicator", sleutel=sleutel) + keuze.vraag
    figuur["downloads"] = [
        {
            "label": soort.upper(),
            "url": adres(request, "sturing_download", sleutel=sleutel, soort=soort) + keuze.vraag,
        }
        for soort in SOORTEN
    ]
    return figuur
