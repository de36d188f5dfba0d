"""Break-glass on screen: asking for it, and the list that somebody outside the team judges (A4)."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import F, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.toegang.access import relatie
from wijkspil.toegang.actions.noodtoegang import (
    BEOORDELAARS,
    DUUR,
    WIE,
    RedenNodig,
    beeindig_noodtoegang,
    beoordeel_noodtoegang,
    open_noodtoegang,
)
from wijkspil.toegang.models import Hulpvraag, Noodtoegang
from wijkspil.werkplek.pagina import Verzoek, naar, pagina

from .forms import OordeelForm, RedenForm

MEEST = 50


@pagina(*WIE, methoden=("GET", "POST"))
def noodtoegang(request: Verzoek, id: UUID) -> HttpResponse:
    """Ask for it. The page says nothing about the person: only the number that led here."""
    hulpvraag = Hulpvraag.objects.filter(pk=id).first()
    if hulpvraag is None:
        raise Http404
    if relatie(request.door, hulpvraag) is not None:
        return naar(request, "dossier", id=id)
    form = RedenForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            open_noodtoegang(hulpvraag, reden=form.cleaned_data["reden"], door=request.door)
        except RedenNodig as fout:
            form.add_error("reden", str(fout))
        else:
            messages.warning(
                request, _("Het dossier is vier uur open om te lezen. De teamleider ziet dat u dit deed.")
            )
            return naar(request, "dossier", id=id)
    return render(
        request,
        "werkplek/noodtoegang/vragen.html",
        {"form": form, "nummer": hulpvraag.nummer, "uren": int(DUUR.total_seconds() // 3600)},
        status=422 if form.errors else 200,
    )


@pagina(*BEOORDELAARS)
def noodtoegangen(request: Verzoek) -> HttpResponse:
    return _lijst(request)


@pagina(*BEOORDELAARS, methoden=("POST",))
def noodtoegang_oordeel(request: Verzoek, id: UUID) -> HttpResponse:
    """Judge one, or end it now."""
    nood = _zichtbaar(request.door).filter(pk=id).first()
    if nood is None:
        raise Http404
    if "beeindig" in request.POST:
        beeindig_noodtoegang(nood, door=request.door)
        messages.success(
            request, _("Het dossier is weer dicht voor %(wie)s.") % {"wie": nood.medewerker.naam}
        )
        return naar(request, "noodtoegangen")
    form = OordeelForm(request.POST, prefix=str(id))
    if form.is_valid():
        try:
            beoordeel_noodtoegang(nood, door=request.door, **form.cleaned_data)
        except RedenNodig as fout:
            form.add_error("toelichting", str(fout))
        else:
            messages.success(request, _("Uw oordeel is vastgelegd."))
            return naar(request, "noodtoegangen")
    return _lijst(request, form=form, bij=id, status=422)


def _zichtbaar(door: Door) -> QuerySet[Noodtoegang]:
    """All for functional administration; for a team lead those on files of the own teams or by people of the own teams."""
    rijen = Noodtoegang.objects.select_related(
        "medewerker", "hulpvraag", "hulpvraag__team", "beoordeeld_door"
    )
    if door.heeft(Rol.FUNCTIONEEL_BEHEER):
        return rijen
    return rijen.filter(
        Q(hulpvraag__team_id__in=door.teams) | Q(medewerker__lidmaatschappen__team_id__in=door.teams)
    ).distinct()


def _lijst(
    request: Verzoek, *, form: OordeelForm | None = None, bij: UUID | None = None, status: int = 200
) -> HttpResponse:
    """What still waits for a judgement first; it stays there until somebody gives one. Two queries."""
    nu = klok.nu()
    rijen = list(
        _zichtbaar(request.door).order_by(F("beoordeeld_op").desc(nulls_first=True), "-gemaakt_op")[:MEEST]
    )
    leg_inzage_vast(
        request.door,
        doel="noodtoegang nalopen",
        grond="toezicht",
        deel="noodtoegang",
        actie="noodtoegang.ingezien",
    )
    regels: list[dict[str, Any]] = [
        {
            "nood": rij,
            "open": rij.tot > nu,
            "mag_oordelen": rij.beoordeeld_op is None and rij.medewerker_id != request.door.id,
            "dossier": relatie(request.door, rij.hulpvraag) is not None,
            "form": form if form is not None and rij.pk == bij else OordeelForm(prefix=str(rij.pk)),
        }
        for rij in rijen
    ]
    context = {
        "open": [r for r in regels if r["nood"].beoordeeld_op is None],
        "klaar": [r for r in regels if r["nood"].beoordeeld_op],
    }
    return render(request, "werkplek/noodtoegang/lijst.html", context, status=status)
