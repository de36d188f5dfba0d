"""The conversation itself: saves as you go, with script or without, and never erases a colleague's words."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from wijkspil.core import klok
from wijkspil.core.handeling import Botsing
from wijkspil.inwoners.actions import wijzig_inwoner
from wijkspil.inwoners.actions_rondom import clientondersteuning_bij
from wijkspil.toegang.access import pak_hulpvraag
from wijkspil.toegang.actions import leg_gesprek_vast, rond_gesprek_af
from wijkspil.toegang.models import Gesprek, Hulpvraag
from wijkspil.werkplek.dossier.kader import dossierkader
from wijkspil.werkplek.pagina import Verzoek, adres, naar, pagina
from wijkspil.werkwijzen.kast import laad_versie

from .gespreksform import TALENTVELDEN, GespreksForm, is_te_zwaar
from .plannen import WIE, bekenden, pak_gesprek
from .samen import Samen, basis_na, basis_van, lees_basis, vergelijk, wie_het_laatst

VANZELF = ("klaar", "overschrijf", "neem_over", "afronden")
"""The buttons of the form; a save without one of these came by itself."""


@pagina(*WIE, dossier=True)
def gesprek(request: Verzoek, id: UUID) -> HttpResponse:
    """The latest planned conversation, else the latest that was held, else the page to plan one."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gesprek vastleggen", deel="gesprek")
    gesprekken = (
        hulpvraag.gesprekken.exclude(status=Gesprek.Status.VERVALLEN).order_by("-moment").only("id", "status")
    )
    gevonden = sorted(gesprekken, key=lambda g: g.status != Gesprek.Status.GEPLAND)
    if not gevonden:
        return naar(request, "gesprek_plannen", id=id)
    return naar(request, "gesprek_een", id=id, gesprek=gevonden[0].pk)


@sensitive_post_parameters()
@pagina(*WIE, methoden=("GET", "POST"), dossier=True)
def gesprek_een(request: Verzoek, id: UUID, gesprek: UUID) -> HttpResponse:
    """One conversation. A POST saves; by itself (htmx) it answers with a small fragment, by a button with the page."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gesprek vastleggen", deel="gesprek")
    rij = pak_gesprek(hulpvraag, gesprek)
    if request.method != "POST":
        return _pagina(request, hulpvraag, rij)
    poging = _bewaar(request, hulpvraag, rij)
    if not poging.gelukt or not _met_knop(request):
        return _antwoord(request, hulpvraag, rij, poging)
    messages.success(request, _("Bewaard."), extra_tags=f"gesprek-{rij.pk}")
    return _verder(request, adres(request, "gesprek_een", id=id, gesprek=rij.pk))


@sensitive_post_parameters()
@pagina(*WIE, methoden=("POST",), dossier=True)
def gesprek_afronden(request: Verzoek, id: UUID, gesprek: UUID) -> HttpResponse:
    """The conversation was held: the last words are saved first, in the same transaction."""
    hulpvraag = pak_hulpvraag(request.door, id, om_te="gesprek afronden", deel="gesprek")
    rij = pak_gesprek(hulpvraag, gesprek)
    poging = _bewaar(request, hulpvraag, rij)
    if not poging.gelukt:
        return _antwoord(request, hulpvraag, rij, poging)
    if rij.status == Gesprek.Status.GEPLAND:
        rond_gesprek_af(rij, op=min(rij.moment, klok.nu()), door=request.door)
    messages.success(
        request, _("Het gesprek is vastgelegd. Werk nu het onderzoek uit."), extra_tags=f"gesprek-{rij.pk}"
    )
    return _verder(request, adres(request, "onderzoek", id=id))


@dataclass
class Poging:
    """How a save went, with everything that the answer needs."""

    form: GespreksForm
    nu: dict[str, Any]
    gestuurd: dict[str, Any] = field(default_factory=dict)
    samen: Samen = field(default_factory=lambda: Samen({}, (), ()))
    gelukt: bool = False


def _bewaar(request: Verzoek, hulpvraag: Hulpvraag, rij: Gesprek) -> Poging:
    """Save what I changed and leave what a colleague changed; nothing at all when we collide."""
    leidraad = laad_versie(hulpvraag.werkwijze).gesprek
    form = GespreksForm(request.POST, leidraad=leidraad)
    poging = Poging(form, form.stand(rij, hulpvraag.inwoner))
    if not form.is_valid():
        return poging
    poging.gestuurd = form.gestuurd()
    poging.samen = vergelijk(poging.gestuurd, poging.nu, lees_basis(request.POST.get("basis", "")))
    eigen = dict(poging.samen.eigen)
    if poging.samen.botsend:
        gezien = request.POST.get("overschrijf") == rev_van(rij)
        if "neem_over" not in request.POST and not gezien:
            return poging
        if gezien:
            eigen |= {naam: poging.gestuurd[naam] for naam in poging.samen.botsend}
    vlak = poging.nu | eigen
    try:
        with transaction.atomic():
            leg_gesprek_vast(rij, door=request.door, **form.voor_gesprek(vlak, rij))
            wijzig_inwoner(hulpvraag.inwoner, door=request.door, **form.voor_inwoner(vlak))
    except Botsing:  # saved between our reading and our writing: look again, now with the other's words
        rij.refresh_from_db()
        hulpvraag.inwoner.refresh_from_db()
        return _bewaar(request, hulpvraag, rij)
    poging.gelukt = True
    return poging


def _antwoord(request: Verzoek, hulpvraag: Hulpvraag, rij: Gesprek, poging: Poging) -> HttpResponse:
    """The fragment for a save by itself, or the whole page with the typed words when it went wrong."""
    status = 200 if poging.gelukt else (409 if poging.samen.botsend else 422)
    if not request.htmx:  # type: ignore[attr-defined]
        return _pagina(request, hulpvraag, rij, poging, status=status)
    if status == 409 and request.POST.get("gezien") == rev_van(rij) and not _met_knop(request):
        return HttpResponse(
            status=204
        )  # the collision is on the screen already; don't take the focus at every word
    basis = lees_basis(request.POST.get("basis", ""))
    context = {
        "form": poging.form,
        "gesprek": rij,
        "conflict": _conflict(request, rij, poging) if status == 409 else None,
        "basis": basis_na(poging.gestuurd, poging.samen, poging.nu, basis) if poging.gelukt else request.POST.get("basis", ""),
        "van_ander": poging.samen.van_ander,
        "bewaard_om": klok.nu() if poging.gelukt else None,
    }  # fmt: skip
    return render(request, "werkplek/gesprek/bewaard.html", context, status=status)


def _pagina(
    request: Verzoek, hulpvraag: Hulpvraag, rij: Gesprek, poging: Poging | None = None, *, status: int = 200
) -> HttpResponse:
    kader = dossierkader(request, hulpvraag, hier="gesprek")
    leidraad = laad_versie(hulpvraag.werkwijze).gesprek
    form = GespreksForm(leidraad=leidraad, bekenden=bekenden(kader))
    stand = form.stand(rij, hulpvraag.inwoner)
    basis = basis_van(stand)
    if poging is None or poging.gelukt:
        form.toon(stand, rij.deelnemers)
    else:
        form = _met_eigen_woorden(request, kader, poging)
        basis = request.POST.get("basis", "")
    return render(
        request,
        "werkplek/gesprek/gesprek.html",
        kader
        | {
            "form": form,
            "gesprek": rij,
            "leidraad": leidraad,
            "basis": basis,
            "conflict": _conflict(request, rij, poging) if poging and poging.samen.botsend else None,
            "te_zwaar": is_te_zwaar(rij),
            "ondersteuner": clientondersteuning_bij(hulpvraag),
            "laatste_meting": hulpvraag.zrm_metingen.order_by("-op", "-gemaakt_op").first(),
            "netwerknamen": [naam for naam, _label in bekenden(kader)[1:]],
            "bewaard_om": klok.nu() if poging and poging.gelukt else None,
        },
        status=status,
    )


def _met_eigen_woorden(request: Verzoek, kader: dict[str, Any], poging: Poging) -> GespreksForm:
    """The form as it was typed, except where only a colleague wrote: there the colleague's words."""
    data = request.POST.copy()
    for naam in poging.samen.van_ander:
        if naam != "deelnemers":
            data[naam] = poging.nu[naam]
    form = GespreksForm(
        data, leidraad=laad_versie(kader["hulpvraag"].werkwijze).gesprek, bekenden=bekenden(kader)
    )
    form.is_valid()
    return form


def _conflict(request: Verzoek, rij: Gesprek, poging: Poging) -> dict[str, Any]:
    """For `componenten/conflict.html`: who was first, and both versions of what we both changed."""
    form = poging.form
    over_inwoner = set(poging.samen.botsend) <= set(TALENTVELDEN)
    return wie_het_laatst(rij.hulpvraag.inwoner if over_inwoner else rij, request.door) | {
        "rev": rev_van(rij),
        "velden": [
            {
                "label": form.fields[naam].label,
                "nu": form.in_woorden(naam, poging.nu[naam]),
                "eigen": form.in_woorden(naam, poging.gestuurd[naam]),
            }
            for naam in poging.samen.botsend
        ],
    }


def _met_knop(request: Verzoek) -> bool:
    return not request.htmx or any(knop in request.POST for knop in VANZELF)  # type: ignore[attr-defined]


def rev_van(rij: Gesprek) -> str:
    """What has been seen of the conversation and the resident together, for the button that overwrites."""
    return f"{rij.rev}.{rij.hulpvraag.inwoner.rev}"


def _verder(request: Verzoek, url: str) -> HttpResponse:
    """Go on to another page; htmx needs to be told in a header."""
    if request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(headers={"HX-Redirect": url})
    return redirect(url)
