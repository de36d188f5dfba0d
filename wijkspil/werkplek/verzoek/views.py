"""What providers ask: a list with its clock, and one request with the three answers."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Product
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing, leg_inzage_vast
from wijkspil.ondersteuning.actions import (
    VerzoekKanNiet,
    honoreer_verzoek,
    wijs_verzoek_af,
    zet_in_onderzoek,
)
from wijkspil.ondersteuning.actions.honoreer import geen_grond, grond_voor
from wijkspil.ondersteuning.actions.verzoek import omschrijving
from wijkspil.ondersteuning.inzage_verzoek import pak_verzoek, verzoeken_voor
from wijkspil.ondersteuning.models import Aanbiederverzoek
from wijkspil.ondersteuning.redenen import RedenAfwijzing
from wijkspil.ondersteuning.toekenning import Wat, trappen
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from . import uitleg
from .forms import AfwijsForm, OnderzoekForm, ToekenForm

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
PER_PAGINA = 50
OPEN = (Aanbiederverzoek.Status.ONTVANGEN, Aanbiederverzoek.Status.IN_ONDERZOEK)


@pagina(*WIE)
def verzoeken(request: Verzoek) -> HttpResponse:
    """Five queries: two counts, the page, the names of the products, the audit line."""
    toon = request.GET.get("toon", "")
    alle = verzoeken_voor(request.door)
    laat = alle.filter(status__in=OPEN, uiterlijk__lt=klok.vandaag()).count()
    lijst = alle if toon == "alles" else alle.filter(status__in=OPEN)
    if toon == "laat":
        lijst = lijst.filter(uiterlijk__lt=klok.vandaag())
    volgorde = ("-ontvangen_op", "id") if toon == "alles" else ("uiterlijk", "ontvangen_op")
    bladzijde = Paginator(lijst.order_by(*volgorde), PER_PAGINA).get_page(request.GET.get("pagina"))
    namen = dict(Product.objects.values_list("code", "naam"))
    leg_inzage_vast(
        request.door,
        doel="verzoeken van aanbieders volgen",
        grond="eigen vragen of afhandeling backoffice",
        deel=f"verzoeken ({len(bladzijde)})",
        actie="lijst.ingezien",
    )
    return render(
        request,
        "werkplek/verzoek/lijst.html",
        {
            "pagina": bladzijde,
            "rijen": [_rij(v, namen) for v in bladzijde],
            "laat": laat,
            "toon": toon,
            "url": f"?toon={toon}&pagina=",
        },
    )


def _rij(v: Aanbiederverzoek, namen: dict[str, str]) -> dict[str, Any]:
    code = (v.inhoud.get("Product") or {}).get("Code", "")
    wat = _("wijziging van de hulp") if v.soort == v.Soort.WIJZIGING else namen.get(code, _("nieuwe hulp"))
    return {"v": v, "wat": wat, "toestand": uitleg.toestand(v), "wie": wie_beslist(v)}


def wie_beslist(v: Aanbiederverzoek) -> str:
    """Who is the first to answer: whoever handles the question, else its team, else the back office."""
    if v.hulpvraag is None:
        return _("backoffice")
    if v.hulpvraag.behandelaar is not None:
        return v.hulpvraag.behandelaar.naam
    return v.hulpvraag.team.naam if v.hulpvraag.team is not None else _("backoffice")


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def verzoek(request: Verzoek, id: UUID) -> HttpResponse:
    """One request in plain words; granting, investigating or refusing it (POST)."""
    v = pak_verzoek(request.door, id, om_te="verzoek van een aanbieder bekijken")
    gevolgen = uitleg.gevolgen(v) if v.is_open else []
    keuzes = _trappen(v, gevolgen)
    gestuurd = request.POST.get("antwoord", "") if request.method == "POST" else ""
    ja = ToekenForm(request.POST if gestuurd == "ja" else None, trappen=keuzes)
    onderzoek = OnderzoekForm(request.POST if gestuurd == "onderzoek" else None)
    advies = next((g.stap.advies for g in gevolgen if g.stap.advies), "")
    nee = AfwijsForm(request.POST if gestuurd == "nee" else None, initial={"reden": advies})
    form: Form | None = {"ja": ja, "onderzoek": onderzoek, "nee": nee}.get(gestuurd)
    if form is not None and form.is_valid():
        try:
            gezegd = _antwoord(request, v, gestuurd, form.cleaned_data)
        except (VerzoekKanNiet, Botsing) as fout:
            form.add_error(None, str(fout))
        else:
            messages.success(request, gezegd)
            return naar(request, "verzoeken")
    grond = grond_voor(v) if any(g.stap.wat is Wat.NIEUW for g in gevolgen) else None
    return render(
        request,
        "werkplek/verzoek/verzoek.html",
        {
            "v": v,
            "wat": omschrijving(v),
            "toestand": uitleg.toestand(v),
            "wie": wie_beslist(v),
            "gevraagd": uitleg.gevraagd(v),
            "gevolgen": gevolgen,
            "loopt": uitleg.wat_loopt(v),
            "bezwaren": [g.stap.bezwaar for g in gevolgen if g.stap.bezwaar],
            "advies": RedenAfwijzing(advies).label if advies else "",
            "nieuw": any(g.stap.wat is Wat.NIEUW for g in gevolgen),
            "vraagt_dag": any(g.stap.wacht_op_dag for g in gevolgen),
            "kan_ja": not any(g.stap.bezwaar and not g.stap.wacht_op_dag for g in gevolgen)
            and (grond is not None or all(g.stap.wat is not Wat.NIEUW for g in gevolgen)),
            "grond": grond[2] if grond else None,
            "geen_grond": geen_grond(),
            "reden": RedenAfwijzing(v.reden_afwijzing).label if v.reden_afwijzing else "",
            "ja": ja,
            "onderzoek": onderzoek,
            "nee": nee,
            "fout_form": form if form is not None and form.errors else None,
            "kan_onderzoek": v.status == Aanbiederverzoek.Status.ONTVANGEN,
        },
        status=422 if form is not None and form.errors else 200,
    )


def _trappen(v: Aanbiederverzoek, gevolgen: list[uitleg.Gevolg]) -> list[str]:
    nieuw = next((g.stap for g in gevolgen if g.stap.wat is Wat.NIEUW and g.stap.product), None)
    return trappen(v, nieuw.product, nieuw.ingang) if nieuw is not None and nieuw.product else []


def _antwoord(request: Verzoek, v: Aanbiederverzoek, gestuurd: str, velden: dict[str, Any]) -> str:
    if gestuurd == "ja":
        honoreer_verzoek(v, door=request.door, **velden)
        return (
            _("Toegekend. De aanbieder krijgt de opdracht in bericht 301.")
            if v.met_bericht
            else _("Toegekend.")
        )
    if gestuurd == "onderzoek":
        zet_in_onderzoek(v, door=request.door, **velden)
        return _("Het verzoek is in onderzoek. Geef uiterlijk %(dag)s antwoord.") % {
            "dag": f"{v.uiterlijk:%d-%m-%Y}"
        }
    wijs_verzoek_af(v, door=request.door, **velden)
    return _("Afgewezen. De aanbieder krijgt de reden in bericht 319.") if v.met_bericht else _("Afgewezen.")
