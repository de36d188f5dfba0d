"""The public page: how long does it take here? Without sign-in, small groups hidden (H1).

Over how many days, and whether it is public at all, stands in the way of working (`wachttijd`).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from wijkspil.core import klok
from wijkspil.core.grens import binnen
from wijkspil.gemeenten import register
from wijkspil.regels.wachttijd import deel_binnen, mediaan
from wijkspil.toegang.wachttijd import duren_van, rijen
from wijkspil.werkwijzen.kast import laad

CIJFERS: tuple[tuple[str, str | Promise, str | Promise], ...] = (
    (
        "gesprek.gevoerd",
        _("Van uw vraag tot het eerste gesprek"),
        _("Dagen tussen de dag van de melding en de dag van het eerste gesprek dat is gevoerd."),
    ),
    (
        "onderzoek.afgerond",
        _("Van uw vraag tot het verslag van het onderzoek"),
        _("Dagen tussen de melding en het einde van het onderzoek. De wet zegt: binnen zes weken (Wmo 2015, artikel 2.3.2 lid 1)."),
    ),
    (
        "besluit.bekendgemaakt",
        _("Van uw aanvraag tot het besluit"),
        _("Dagen tussen de aanvraag en de dag waarop het besluit is verstuurd. De wet zegt: binnen twee weken (Wmo 2015, artikel 2.3.5 lid 2)."),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure; `helft` and `meeste` are None when the group is too small to show."""

    naam: str | Promise
    definitie: str | Promise
    aantal: int
    helft: int | None
    meeste: int | None


@login_not_required
@require_safe
@cache_control(public=True, max_age=3600)
def wachttijd(request: HttpRequest, plaats: str) -> HttpResponse:
    """How long it takes in this municipality, with the definition beside each figure."""
    gemeente = register.op_slug(plaats)
    if gemeente is None:
        raise Http404
    vandaag = klok.vandaag()
    afspraak = laad(gemeente.werkwijze, vandaag).wachttijd
    kleinste, van = afspraak.kleinste_groep, vandaag - timedelta(days=afspraak.peildagen)
    gevonden: list[Cijfer] = []
    wachten = 0
    if afspraak.openbaar:
        with binnen(gemeente.pk, lezen=True):
            gevonden = cijfers(van, vandaag, kleinste)
            wachten = sum(rij.aantal for rij in rijen(vandaag))
    return render(
        request,
        "werkplek/wachtlijst/openbaar.html",
        {
            "gemeente": gemeente,
            "thema_css_url": reverse("thema", kwargs={"slug": gemeente.slug}),
            "cijfers": gevonden,
            "wachten": wachten if wachten >= kleinste else None,
            "kleinste": kleinste,
            "van": van,
            "dagen": afspraak.peildagen,
            "openbaar": afspraak.openbaar,
            "tot": vandaag,
        },
    )


def cijfers(van: date, tot: date, kleinste: int) -> list[Cijfer]:
    """The three figures over a period; fewer than `kleinste` people give no figure. One query."""
    gevonden, per_eind = [], duren_van([eind for eind, _naam, _definitie in CIJFERS], van=van, tot=tot)
    for eind, naam, definitie in CIJFERS:
        dagen = per_eind[eind]
        genoeg = len(dagen) >= kleinste
        gevonden.append(
            Cijfer(
                naam,
                definitie,
                len(dagen) if genoeg else 0,
                mediaan(dagen) if genoeg else None,
                deel_binnen(dagen, 0.8) if genoeg else None,
            )
        )
    return gevonden
