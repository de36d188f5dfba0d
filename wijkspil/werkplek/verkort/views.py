"""The route of one question: entry criteria, the investigation by a provider, its report. The decision stays elsewhere."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from wijkspil.aanbieders.models import Aanbieder
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing
from wijkspil.core.workflow import StapNietMogelijk
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.models import Hulpvraag
from wijkspil.verkort import actions
from wijkspil.verkort.access import opdrachten_van, routekeuze_van
from wijkspil.verkort.models import Onderzoeksopdracht, Routekeuze
from wijkspil.verkort.route import mogelijkheden
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import CriteriaForm, RedenForm, UitbesteedForm

KAN_MIS = (actions.VerkortNietMogelijk, GeenRecht, StapNietMogelijk)
WERKERS = (Rol.CONSULENT, Rol.TEAMLEIDER)


class Blad:
    """What the page is about, read once per request."""

    def __init__(self, request: Verzoek, hulpvraag: Hulpvraag) -> None:
        self.request, self.hulpvraag = request, hulpvraag
        self.keuze: Routekeuze | None = routekeuze_van(hulpvraag)
        if self.keuze is not None:
            self.keuze.hulpvraag = hulpvraag
        self.opdrachten = opdrachten_van(hulpvraag) if self.keuze else []
        self.mogelijk = mogelijkheden(hulpvraag)

    @property
    def lopend(self) -> Onderzoeksopdracht | None:
        return next((o for o in self.opdrachten if o.status in ("loopt", "verslag")), None)

    @property
    def eerste(self) -> Any:
        code = self.request.GET.get("product") or self.request.POST.get("product")
        return next(
            (m for m in self.mogelijk if m.product.code == code), self.mogelijk[0] if self.mogelijk else None
        )

    def aanbieders(self) -> list[Aanbieder]:
        """Who delivers the product, by name; no order of ours in it (B41). One query."""
        assert self.keuze is not None
        return list(
            Aanbieder.objects.filter(contracten__tarieven__product__code=self.keuze.product)
            .distinct()
            .order_by("naam")
        )

    def uitbesteedform(self, data: Any = None) -> UitbesteedForm:
        return UitbesteedForm(self.aanbieders(), data)

    def toon(self, *, status: int = 200, fout: str = "", **anders: Any) -> HttpResponse:
        werker = self.request.door.heeft(*WERKERS)
        context: dict[str, Any] = {
            "keuze": self.keuze,
            "mogelijk": self.mogelijk,
            "eerste": self.eerste,
            "opdrachten": self.opdrachten,
            "lopend": self.lopend,
            "criteriaform": CriteriaForm(self.eerste.route.criteria)
            if self.eerste and not self.keuze
            else None,
            "redenform": RedenForm(),
            "mag_uitbesteden": werker
            and self.keuze is not None
            and self.keuze.route == Routekeuze.Route.VERKORT
            and self.lopend is None
            and bool(self.eerste and self.eerste.route.onderzoek_door_aanbieder),
            "werker": werker,
            "fout": fout,
            "vandaag": klok.vandaag(),
        }
        if context["mag_uitbesteden"]:
            context["uitbesteedform"] = self.uitbesteedform()
        kader = dossierkader(self.request, self.hulpvraag, hier="route")
        return render(self.request, "werkplek/verkort/route.html", kader | context | anders, status=status)


@pagina(Rol.FRONTOFFICE, *WERKERS, methoden=("GET", "POST"), dossier=True)
def route(request: Verzoek, id: UUID) -> HttpResponse:
    """Choose the route by its criteria; then, with consent, let a provider talk with the resident and take the report over."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="route kiezen", deel="route")
    blad = Blad(request, hulpvraag)
    if request.method != "POST":
        return blad.toon()
    handelaar = _HANDELAARS.get(request.POST.get("actie", ""))
    return handelaar(blad) if handelaar else blad.toon(status=422, fout=_("Kies wat u wilt doen."))


def _kiezen(blad: Blad) -> HttpResponse:
    if blad.eerste is None:
        return blad.toon(status=422, fout=_("Deze werkwijze kent geen verkorte route."))
    form = CriteriaForm(blad.eerste.route.criteria, blad.request.POST)
    if not form.is_valid():
        return blad.toon(status=422, criteriaform=form)
    code = blad.eerste.product.code
    return _doe(
        blad,
        lambda: actions.kies_route(
            blad.hulpvraag, product=code, voldoet=form.voldoet, door=blad.request.door
        ),
        _("De route staat vast."),
        criteriaform=form,
    )


def _uitbesteden(blad: Blad) -> HttpResponse:
    if blad.keuze is None:
        return blad.toon(status=422, fout=_("Kies eerst de route."))
    form, keuze = blad.uitbesteedform(blad.request.POST), blad.keuze
    if not form.is_valid():
        return blad.toon(status=422, uitbesteedform=form)
    velden = dict(form.cleaned_data)
    velden["aanbieder"] = next(a for a in blad.aanbieders() if str(a.pk) == velden["aanbieder"])
    return _doe(
        blad,
        lambda: actions.besteed_onderzoek_uit(keuze, door=blad.request.door, **velden),
        _("Gevraagd. De inwoner krijgt een brief en de aanbieder ziet alleen deze vraag."),
        uitbesteedform=form,
    )


def _overnemen(blad: Blad) -> HttpResponse:
    return _met_opdracht(
        blad,
        lambda o: actions.neem_verslag_over(o, door=blad.request.door),
        _("Overgenomen. Maak het onderzoek nu zelf af."),
        "onderzoek",
    )


def _met_reden(actie: Callable[..., Any], gelukt: str | Promise) -> Callable[[Blad], HttpResponse]:
    def handelaar(blad: Blad) -> HttpResponse:
        form = RedenForm(blad.request.POST)
        if not form.is_valid():
            return blad.toon(status=422, redenform=form)
        reden = form.cleaned_data["reden"]
        return _met_opdracht(
            blad, lambda o: actie(o, reden=reden, door=blad.request.door), gelukt, redenform=form
        )

    return handelaar


_HANDELAARS: dict[str, Callable[[Blad], HttpResponse]] = {
    "kiezen": _kiezen,
    "uitbesteden": _uitbesteden,
    "overnemen": _overnemen,
    "opnieuw": _met_reden(actions.vraag_verslag_opnieuw, _l("Gevraagd om een aanvulling.")),
    "terugnemen": _met_reden(
        actions.trek_onderzoek_terug, _l("Teruggenomen. De aanbieder ziet deze vraag niet meer.")
    ),
}


def _met_opdracht(
    blad: Blad,
    actie: Callable[[Onderzoeksopdracht], Any],
    gelukt: str | Promise,
    verder: str = "route",
    **formulieren: Any,
) -> HttpResponse:
    opdracht = blad.lopend
    if opdracht is None:
        return blad.toon(status=422, fout=_("Er loopt geen onderzoek bij een aanbieder."), **formulieren)
    return _doe(blad, lambda: actie(opdracht), gelukt, verder=verder, **formulieren)


def _doe(
    blad: Blad, actie: Callable[[], Any], gelukt: str | Promise, *, verder: str = "route", **formulieren: Any
) -> HttpResponse:
    try:
        with transaction.atomic():
            actie()
    except (*KAN_MIS, Botsing) as fout:
        vers = Blad(
            blad.request,
            Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=blad.hulpvraag.pk),
        )
        return vers.toon(status=409 if isinstance(fout, Botsing) else 422, fout=str(fout), **formulieren)
    messages.success(blad.request, str(gelukt))
    return naar(blad.request, verder, id=blad.hulpvraag.pk)
