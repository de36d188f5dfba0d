"""Before a version goes live: whom it touches. Everybody here sees numbers; single questions only who may open them."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door
from wijkspil.gemeenten.models import Werkwijzeversie
from wijkspil.gemeenten.publicatie import gedateerd
from wijkspil.plannen.models import Arrangementregel
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.actions.werkwijze import GAAT_MEE, Verhuizing, open_onder_andere_versie, verhuizingen
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.werkplek.pagina import Verzoek, pagina
from wijkspil.werkwijzen.controle import WerkwijzeOngeldig, lees
from wijkspil.werkwijzen.verschil import Verschil, verschil
from wijkspil.werkwijzen.werkwijze import Werkwijze

from .bekijken import LEZERS, delen_van
from .bronnen import nu, pak_versie

EERSTE = 50


@dataclass(frozen=True, slots=True)
class PerStap:
    stap: str
    open: int
    mee: int

    @property
    def blijft(self) -> int:
        return self.open - self.mee


@dataclass(frozen=True, slots=True)
class PerProduct:
    code: str
    naam: str
    open: int
    wijzigt: bool


@dataclass(frozen=True, slots=True)
class Gevolgen:
    """What a version would do on its first day; `lijst` holds at most fifty questions that this person may open."""

    stappen: list[PerStap]
    producten: list[PerProduct]
    redenen: list[tuple[str, int]]
    lijst: list[Verhuizing]
    zichtbaar: int

    @property
    def open(self) -> int:
        return sum(s.open for s in self.stappen)

    @property
    def mee(self) -> int:
        return sum(s.mee for s in self.stappen)

    @property
    def blijft(self) -> int:
        return self.open - self.mee


@pagina(*LEZERS)
def gevolgen(request: Verzoek, id: UUID) -> HttpResponse:
    """Which open questions a draft touches, per step and per product, and what differs for them."""
    versie = pak_versie(id)
    try:
        nieuw = lees(gedateerd(versie, eerste_dag(versie)), versie.naam)
    except WerkwijzeOngeldig as fout:
        context: dict[str, object] = {"versie": versie, "fouten": fout.fouten}
        return render(request, "werkplek/beheer/werkwijzen/gevolgen.html", context)
    regels = [r for r in verschil(nu(request), nieuw) if r.sleutel not in ("geldig_vanaf", "slug")]
    context = {
        "versie": versie,
        "gevolgen": tel(nieuw, regels, door=request.door),
        "delen": delen_van(regels),
        "aantal": len(regels),
        "eerste": EERSTE,
    }
    return render(request, "werkplek/beheer/werkwijzen/gevolgen.html", context)


def tel(nieuw: Werkwijze, regels: list[Verschil], *, door: Door, met_lijst: bool = True) -> Gevolgen:
    """Count what would move and what would stay; five queries, and two at most for the list, however many questions."""
    onder_ander = open_onder_andere_versie(nieuw.sleutel)
    per_stap = dict(onder_ander.order_by().values_list("stap").annotate(n=Count("pk")))
    verhuist = list(verhuizingen(nieuw))
    mee = Counter(v.hulpvraag.stap for v in verhuist if v.gaat_mee)
    geraakt = {r.product for r in regels if r.product}
    per_product = (
        Arrangementregel.objects.filter(plan__hulpvraag__in=onder_ander.order_by(), product__isnull=False)
        .values_list("product__code", "product__naam")
        .annotate(n=Count("plan__hulpvraag", distinct=True))
        .order_by("product__code")
    )
    zichtbaar = onder_ander.filter(zichtbaar_voor(door))
    eerste = list(zichtbaar[:EERSTE]) if met_lijst else []
    oordeel = {v.hulpvraag.pk: v for v in verhuist}
    return Gevolgen(
        [PerStap(str(stap.label), per_stap[stap], mee[stap]) for stap in Stap if stap in per_stap],
        [PerProduct(code, naam, n, code in geraakt) for code, naam, n in per_product],
        Counter(v.blijft_omdat for v in verhuist if v.blijft_omdat).most_common(),
        [oordeel.get(vraag.pk) or _blijft(vraag) for vraag in eerste],
        zichtbaar.count() if len(eerste) == EERSTE else len(eerste),
    )


def _blijft(vraag: Hulpvraag) -> Verhuizing:
    assert vraag.stap not in GAAT_MEE
    return Verhuizing(vraag, _("er ligt al een plan, een afspraak of een besluit"))


def eerste_dag(versie: Werkwijzeversie) -> date:
    """The day for which a draft is weighed: the one that was chosen, else tomorrow."""
    morgen = klok.vandaag() + timedelta(days=1)
    return versie.geldig_vanaf if versie.geldig_vanaf and versie.geldig_vanaf > morgen else morgen
