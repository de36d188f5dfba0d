"""Contracts: how they stand, the instalments of a task, and the claims that wait for payment."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wijkspil.berichten.standaard import codelijst
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import Botsing
from wijkspil.ondersteuning.actions import DeclaratieKanNiet, beoordeel_declaratie
from wijkspil.ondersteuning.models import Declaratie
from wijkspil.ondersteuning.standen import contractstanden
from wijkspil.regels import wmo
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .kader import jaar_van, meter, waarschuw_vanaf

WIE = (Rol.CONTRACTBEHEER, Rol.BACKOFFICE, Rol.BELEID)
BETALERS = (Rol.CONTRACTBEHEER, Rol.BACKOFFICE)
PER_PAGINA = 50
ONTDUBBEL = gettext_lazy("Een collega was u net voor. Er is niets dubbel gedaan.")


@pagina(*WIE)
def contracten(request: Verzoek) -> HttpResponse:
    """All contracts of this year with their figures; no residents. Two queries."""
    jaar = jaar_van(request)
    standen = contractstanden(jaar, klok.vandaag())
    vanaf = waarschuw_vanaf(request)
    return render(
        request,
        "werkplek/contracten/lijst.html",
        {
            "standen": [(stand, stand.nadert_kader(vanaf)) for stand in standen],
            "jaar": jaar,
            "totaal_vast": sum(s.vastgelegd for s in standen),
            "totaal_gedaan": sum(s.gerealiseerd for s in standen),
        },
    )


@pagina(*WIE)
def contract(request: Verzoek, id: UUID) -> HttpResponse:
    """One contract with its instalments; paying is the work of a batch (`werkplek/betalingen`)."""
    jaar = jaar_van(request)
    gevonden = contractstanden(jaar, klok.vandaag(), id)
    if not gevonden:
        raise Http404
    stand, vandaag = gevonden[0], klok.vandaag()
    c, vanaf = stand.contract, waarschuw_vanaf(request)
    return render(
        request,
        "werkplek/contracten/contract.html",
        {
            "stand": stand,
            "c": c,
            "jaar": jaar,
            "meter": meter([stand]),
            "nadert": stand.nadert_kader(vanaf),
            "vanaf": vanaf,
            "tarieven": list(
                c.tarieven.select_related("product")
                .filter(Q(tot__isnull=True) | Q(tot__gte=vandaag))
                .order_by("product__code", "trap", "van")
            ),
            "leden": list(c.aanbieder.leden.order_by("naam")),
            "declaraties": list(c.aanbieder.declaraties.order_by("-periode", "-gemaakt_op")[:12]),
            "termijnen": [
                {"t": t, "te_betalen": t.betaald_op is None and t.periode <= vandaag}
                for t in c.termijnbetalingen.filter(periode__year=jaar).order_by("periode")
            ],
            "mag_betalen": request.door.heeft(*BETALERS),
            "mag_afspraken": request.door.heeft(Rol.CONTRACTBEHEER, Rol.BELEID),
        },
    )


@pagina(*BETALERS)
def declaraties(request: Verzoek) -> HttpResponse:
    """Claims, what waits for payment first. Two queries."""
    lijst = Declaratie.objects.select_related("aanbieder").annotate(
        aantal=Count("regels"), afgekeurd=Count("regels", filter=Q(regels__goedgekeurd=False))
    )
    toon = request.GET.get("toon", "open")
    if toon == "open":
        lijst = lijst.exclude(status=Declaratie.Status.BETAALD)
    bladzijde = Paginator(
        lijst.order_by("dagtekening", "nummer")
        if toon == "open"
        else lijst.order_by("-dagtekening", "nummer"),
        PER_PAGINA,
    ).get_page(request.GET.get("pagina"))
    return render(
        request,
        "werkplek/contracten/declaraties.html",
        {
            "pagina": bladzijde,
            "rijen": [
                {"d": d, "uiterlijk": _betalen_voor(d), "te_betalen": _te_betalen(d)} for d in bladzijde
            ],
            "toon": toon,
            "url": f"?toon={toon}&pagina=",
        },
    )


@pagina(*BETALERS, methoden=("GET", "POST"))
def declaratie(request: Verzoek, id: UUID) -> HttpResponse:
    """One claim with what was rejected and why; judging (POST). No residents: lines are assignment numbers."""
    d = get_object_or_404(Declaratie.objects.select_related("aanbieder"), pk=id)
    if request.method == "POST":
        try:
            beoordeel_declaratie(d, door=request.door)
            messages.success(request, _("De regels zijn beoordeeld."))
        except DeclaratieKanNiet as fout:
            messages.error(request, str(fout))
        except Botsing:
            messages.error(request, ONTDUBBEL)
        return naar(request, "declaratie", id=id)
    codes = codelijst("WJ001").codes
    regels = d.regels.select_related("toewijzing__product").order_by("goedgekeurd", "van", "referentie")
    bladzijde = Paginator(regels, PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "werkplek/contracten/declaratie.html",
        {
            "d": d,
            "pagina": bladzijde,
            "regels": [
                {"r": r, "redenen": [codes.get(code, code) for code in r.retourcodes]} for r in bladzijde
            ],
            "te_betalen": _te_betalen(d),
            "uiterlijk": _betalen_voor(d),
        },
    )


def _te_betalen(d: Declaratie) -> bool:
    return d.status == Declaratie.Status.BEOORDEELD and d.toegekend_cent != 0


def _betalen_voor(d: Declaratie) -> date | None:
    return wmo.berichttermijn("betaling", d.dagtekening).laatste_dag if _te_betalen(d) else None
