"""Every message as a row with state and age; a stuck one says what to do; what stands inside for those who have a reason."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.berichten import access
from wijkspil.berichten.actions import BerichtKanNiet, handel_af, verstuur_opnieuw
from wijkspil.berichten.models import Bericht
from wijkspil.berichten.standaard import Onleesbaar, lees
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.models import Uitgaand
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from . import woorden
from .forms import AfhandelForm

WIE = (Rol.BACKOFFICE, Rol.CONTRACTBEHEER, Rol.FUNCTIONEEL_BEHEER)
PER_PAGINA = 50
SOORTEN = tuple(
    f"WMO{nummer}" for nummer in (301, 302, 305, 306, 307, 308, 315, 316, 317, 318, 319, 320, 323, 325)
)


@pagina(*WIE)
def berichten(request: Verzoek) -> HttpResponse:
    """Five queries: the providers, what is stuck in the outbox, two counts, the page."""
    keuze = request.GET.get("toon", "")
    soort = request.GET.get("soort", "")
    namen = dict(Aanbieder.objects.exclude(agb="").values_list("agb", "naam"))
    agb = request.GET.get("aanbieder", "")
    rijen: QuerySet[Bericht] = Bericht.objects.defer("ruw", "inhoud")
    if keuze == "vast":
        rijen = rijen.filter(access.vast())
    elif keuze == "open":
        rijen = rijen.filter(status__in=access.OPEN)
    elif keuze == "fout":
        rijen = rijen.filter(status__in=access.STUK)
    if soort in SOORTEN:
        rijen = rijen.filter(soort=soort)
    if agb in namen:
        rijen = rijen.filter(Q(afzender=agb) | Q(ontvanger=agb))
    volgorde = ("uiterlijk", "-moment") if keuze == "vast" else ("-moment", "-id")
    bladzijde = Paginator(rijen.order_by(*volgorde), PER_PAGINA).get_page(request.GET.get("pagina"))
    return render(
        request,
        "werkplek/berichten/lijst.html",
        {
            "pagina": bladzijde,
            "rijen": [_rij(b, namen) for b in bladzijde],
            "vast": Bericht.objects.filter(access.vast()).count(),
            "wacht_op_gegevens": list(
                Uitgaand.objects.filter(soort="bericht")
                .exclude(status="verwerkt")
                .exclude(fout="")
                .order_by("aangemaakt")[:20]
            ),
            "ziet_vastgelopen": request.door.heeft(Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER),
            "soorten": SOORTEN,
            "namen": sorted(namen.items(), key=lambda paar: paar[1]),
            "toon": keuze,
            "soort": soort,
            "aanbieder": agb,
            "url": f"?toon={keuze}&soort={soort}&aanbieder={agb}&pagina=",
        },
    )


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def bericht(request: Verzoek, id: UUID) -> HttpResponse:
    """One message; sending again or handling it off (POST)."""
    b = access.pak_bericht(request.door, id, om_te="bericht bekijken")
    form = AfhandelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            if "opnieuw" in request.POST:
                verstuur_opnieuw(b, door=request.door)
                messages.success(request, _("Het bericht gaat in de volgende ronde opnieuw weg."))
                return naar(request, "bericht", id=id)
            if form.is_valid():
                handel_af(b, reden=form.cleaned_data["reden"], door=request.door)
                messages.success(request, _("Het bericht is afgehandeld."))
                return naar(request, "berichten")
        except BerichtKanNiet as fout:
            form.add_error(None, str(fout))
    return render(
        request,
        "werkplek/berichten/bericht.html",
        _detail(request, b) | {"form": form},
        status=422 if form.errors else 200,
    )


@pagina(Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER, dossier=True)
def bericht_ruw(request: Verzoek, id: UUID) -> HttpResponse:
    """The bytes as they came or went, as a download that no browser will run or show (U3)."""
    b = access.pak_bericht(request.door, id, om_te="bericht ophalen zoals het is")
    access.eis_inhoud(request.door, b)
    antwoord = HttpResponse(bytes(b.ruw), content_type="application/octet-stream")
    antwoord["Content-Disposition"] = f'attachment; filename="{b.soort or "bestand"}-{b.pk}.xml"'
    antwoord["X-Content-Type-Options"] = "nosniff"
    antwoord["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return antwoord


def _rij(b: Bericht, namen: dict[str, str]) -> dict[str, Any]:
    nu = klok.nu()
    ander = next(
        (namen[code] for code in (b.ontvanger, b.afzender) if code in namen), b.afzender or _("onbekend")
    )
    return {
        "b": b,
        "titel": woorden.titel(b),
        "wie": ander,
        "toestand": woorden.toestand(b),
        "wat_nu": woorden.wat_nu(b, nu),
        "dagen": (nu - b.moment).days,
        "te_laat": woorden.te_laat(b, nu),
    }


def _detail(request: Verzoek, b: Bericht) -> dict[str, Any]:
    namen = dict(
        Aanbieder.objects.filter(agb__in=[b.afzender, b.ontvanger]).exclude(agb="").values_list("agb", "naam")
    )
    mag = access.grond(request.door, b) is not None
    inhoud: list[dict[str, Any]] = []
    if mag:
        try:
            inhoud = woorden.boom(
                {naam: deel for naam, deel in lees(bytes(b.ruw)).inhoud.items() if naam != "Header"}
            )
        except Onleesbaar:  # the faults of the message say so already
            inhoud = []
    wachtend = b.richting == "uit" and b.status in (Bericht.Status.VERZONDEN, Bericht.Status.GEWEIGERD)
    return _rij(b, namen) | {
        "mag_inhoud": mag,
        "mag_ruw": mag and request.door.heeft(Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER),
        "inhoud": inhoud,
        "antwoorden": list(b.antwoorden.defer("ruw").order_by("moment")),
        "kan_opnieuw": wachtend and request.door.heeft(Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER),
        "kan_afhandelen": request.door.heeft(Rol.BACKOFFICE, Rol.FUNCTIONEEL_BEHEER)
        and (wachtend or b.status == Bericht.Status.BIJ_MENS),
    }
