"""The decision page: reasons and trace on the left, the letter on the right, one button that says what it causes."""

from collections.abc import Callable
from functools import cached_property
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.besluiten import actions
from wijkspil.besluiten.access import laatste_besluit, open_aanvraag
from wijkspil.besluiten.models import Aanvraag, Besluit
from wijkspil.besluiten.redenen import voorstel
from wijkspil.besluiten.vorm import BesluitNietCompleet, besluitregels
from wijkspil.brieven.bewaking import BriefFout
from wijkspil.core import klok
from wijkspil.core.door import GeenRecht, Rol
from wijkspil.core.handeling import Botsing
from wijkspil.plannen.models import Arrangementregel, Plan
from wijkspil.plannen.service import huidig_plan, lopende_regels
from wijkspil.toegang.access import pak_hulpvraag, relatie
from wijkspil.toegang.models import Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .beeld import Besluitbeeld, verschillen
from .forms import AanvraagForm, BesluitForm, LezerForm, RedenForm
from .mensen import mogelijke_lezers

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER, Rol.BACKOFFICE)
KAN_MIS = (BesluitNietCompleet, BriefFout, actions.AanvraagNietMogelijk, actions.GeenMandaat, GeenRecht)


class Pagina:
    """What the page is about, read once per request."""

    def __init__(self, request: Verzoek, hulpvraag: Hulpvraag) -> None:
        self.request, self.hulpvraag = request, hulpvraag
        self.besluit: Besluit | None = laatste_besluit(hulpvraag)
        self.aanvraag: Aanvraag | None = open_aanvraag(hulpvraag)
        if self.besluit and self.besluit.status == Besluit.Status.BEKENDGEMAAKT and self.aanvraag:
            self.besluit = None  # a new application: the earlier decision is history
        self.plan: Plan | None = self.besluit.plan if self.besluit else huidig_plan(hulpvraag)
        if self.plan is not None:
            self.plan.hulpvraag = hulpvraag
        self.regels: list[Arrangementregel] = besluitregels(self.plan) if self.plan else []

    @property
    def in_concept(self) -> bool:
        return self.besluit is None or self.besluit.status in (
            Besluit.Status.CONCEPT,
            Besluit.Status.TWEEDE_LEZER,
        )

    def besluitform(self, data: Any = None) -> BesluitForm | None:
        if self.plan is None or not self.in_concept or (self.aanvraag is None and self.besluit is None):
            return None
        if self.besluit is not None and self.besluit.soort == Besluit.Soort.BUITEN_BEHANDELING:
            return None  # nothing is weighed; its words stand on the page of the application
        return BesluitForm(self.plan, self.regels, self.besluit, data, voorstel=self.voorstel)

    @cached_property
    def voorstel(self) -> str:
        """The reasons as the file tells them, for a decision that isn't written yet. Two queries, or none."""
        if self.besluit is not None or self.plan is None:
            return ""
        soort = Besluit.Soort.TOEKENNING
        return voorstel(self.hulpvraag, self.plan, soort, self.regels, lopende_regels(self.plan))

    def toon(self, *, status: int = 200, fout: str = "", **anders: Any) -> HttpResponse:
        """Render; `anders` replaces forms that carry typed words."""
        context: dict[str, Any] = {
            "aanvraag": self.aanvraag,
            "huidig_plan": self.plan,
            "aanvraagform": AanvraagForm(initial={"ontvangen_op": klok.vandaag()}),
            "form": self.besluitform(),
            "redenform": RedenForm(),
            "beeld": Besluitbeeld(self.besluit, self.regels, self.request.door) if self.besluit else None,
            "fout": fout,
        }
        beeld = context["beeld"]
        if beeld is not None and beeld.is_voor_te_leggen:
            context["lezerform"] = LezerForm(mogelijke_lezers(beeld.besluit, self.regels))
        kader = dossierkader(self.request, self.hulpvraag, hier="besluit")
        return render(self.request, "werkplek/besluit/besluit.html", kader | context | anders, status=status)


@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def besluit(request: Verzoek, id: UUID) -> HttpResponse:
    """Take the application, write the decision, have it read, take it, announce it: always the one next act."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="besluit voorbereiden", deel="besluit")
    blad = Pagina(request, hulpvraag)
    if request.method != "POST":
        return blad.toon()
    handelaar = _HANDELAARS.get(request.POST.get("actie", ""))
    return handelaar(blad) if handelaar else blad.toon(status=422, fout=_("Kies wat u wilt doen."))


def _aanvraag(blad: Pagina) -> HttpResponse:
    form = AanvraagForm(blad.request.POST)
    if not form.is_valid():
        return blad.toon(status=422, aanvraagform=form)
    velden = form.cleaned_data
    return _doe(
        blad,
        lambda: actions.neem_aanvraag_op(blad.hulpvraag, door=blad.request.door, **velden),
        _("De aanvraag is opgenomen. De twee weken lopen."),
        aanvraagform=form,
    )


def _bewaar(blad: Pagina) -> HttpResponse:
    form = blad.besluitform(blad.request.POST)
    if form is None:
        return blad.toon(
            status=422, fout=_("Er is geen concept meer om te wijzigen. Bekijk hieronder wat er nu staat.")
        )
    if not form.is_valid():
        return blad.toon(status=422, form=form)
    huidig, plan, aanvraag, door = blad.besluit, blad.plan, blad.aanvraag, blad.request.door
    if huidig is not None and form.cleaned_data["rev"] != huidig.rev:
        return _botsing(blad, form)
    if huidig is not None:
        return _doe(
            blad,
            lambda: actions.wijzig_besluit(huidig, door=door, **form.voor_actie()),
            _("Bewaard."),
            form=form,
        )
    assert plan is not None and aanvraag is not None
    return _doe(
        blad,
        lambda: actions.stel_besluit_op(aanvraag, plan, door=door, **form.voor_actie()),
        _("Bewaard."),
        form=form,
    )


def _voorleggen(blad: Pagina) -> HttpResponse:
    huidig = blad.besluit
    if huidig is None:
        return _niets(blad)
    lezers = mogelijke_lezers(huidig, blad.regels)
    form = LezerForm(lezers, blad.request.POST)
    if not form.is_valid():
        return blad.toon(status=422, lezerform=form)
    aan = next((m for m in lezers if str(m.pk) == form.cleaned_data["aan"]), None)
    return _doe(
        blad,
        lambda: actions.leg_voor_aan_tweede_lezer(huidig, aan=aan, door=blad.request.door),
        _("Voorgelegd. Het besluit wacht nu op een tweede lezer."),
    )


def _nemen(blad: Pagina) -> HttpResponse:
    huidig = blad.besluit
    if huidig is None:
        return _niets(blad)
    gelukt = _("Het besluit is genomen. Maak het nu bekend.")
    return _doe(blad, lambda: actions.neem_besluit(huidig, door=blad.request.door), gelukt)


def _bekendmaken(blad: Pagina) -> HttpResponse:
    huidig = blad.besluit
    if huidig is None:
        return _niets(blad)
    gelukt = _(
        "Het besluit is bekendgemaakt. Verzend de brief vandaag nog: de bezwaartermijn telt vanaf vandaag."
    )
    return _doe(blad, lambda: actions.maak_bekend(huidig, door=blad.request.door), gelukt, verder="brieven")


def _intrekken(blad: Pagina) -> HttpResponse:
    huidig, form = blad.besluit, RedenForm(blad.request.POST)
    if huidig is None:
        return _niets(blad)
    if not form.is_valid():
        return blad.toon(status=422, redenform=form)
    reden = form.cleaned_data["reden"]
    return _doe(
        blad,
        lambda: actions.trek_besluit_in(huidig, reden=reden, door=blad.request.door),
        _("Het besluit is ingetrokken."),
        redenform=form,
    )


_HANDELAARS: dict[str, Callable[[Pagina], HttpResponse]] = {
    "aanvraag": _aanvraag,
    "bewaren": _bewaar,
    "voorleggen": _voorleggen,
    "nemen": _nemen,
    "bekendmaken": _bekendmaken,
    "intrekken": _intrekken,
}


def _doe(
    blad: Pagina, actie: Callable[[], Any], gelukt: str, *, verder: str = "besluit", **formulieren: Any
) -> HttpResponse:
    """Do the act and go on; a refusal gives the page again with the reason and every typed word."""
    try:
        with transaction.atomic():  # a savepoint, so that the page can still read after a refusal
            actie()
    except Botsing:
        return _botsing(blad, formulieren.get("form"))
    except KAN_MIS as fout:
        vers = Pagina(
            blad.request,
            Hulpvraag.objects.select_related("inwoner", "team", "behandelaar").get(pk=blad.hulpvraag.pk),
        )
        return vers.toon(status=422, fout=str(fout), **formulieren)
    if relatie(blad.request.door, Hulpvraag.objects.get(pk=blad.hulpvraag.pk)) is None:
        # Who read along from another team has no more to do with the file, so this page is closed to them now.
        messages.success(blad.request, _("Het besluit is genomen. Wie de vraag behandelt, maakt het bekend."))
        return naar(blad.request, "werkvoorraad")
    messages.success(blad.request, gelukt)
    return naar(blad.request, verder, id=blad.hulpvraag.pk)


def _botsing(blad: Pagina, form: BesluitForm | None) -> HttpResponse:
    """Somebody was first (409): both versions, and a form with the typed words that can be saved over the newer one."""
    vers = Pagina(blad.request, blad.hulpvraag)
    anders: dict[str, Any] = {"botsing": verschillen(vers.besluit, form)}
    if form is not None and vers.besluit is not None:
        woorden = blad.request.POST.copy()
        woorden["rev"] = str(vers.besluit.rev)
        form.data = woorden
        anders["form"] = form
    return vers.toon(status=409, **anders)


def _niets(blad: Pagina) -> HttpResponse:
    return blad.toon(status=422, fout=_("Er is nog geen besluit. Schrijf eerst een concept."))
