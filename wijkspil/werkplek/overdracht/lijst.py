"""The list that keeps a question from falling between two desks: with age, and what to do now. One query for the rows."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, IntegerField, Value, When
from django.http import HttpResponse
from django.shortcuts import render

from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.overdrachten.access import op_onze_lijst
from wijkspil.overdrachten.actions.overdragen import wacht_te_lang
from wijkspil.overdrachten.models import Overdracht
from wijkspil.overdrachten.workflow import ONZE_BEURT
from wijkspil.werkplek.pagina import Verzoek, pagina

from .overdragen import zin_nu

WIE = (Rol.FRONTOFFICE, Rol.CONSULENT, Rol.TEAMLEIDER)
HOOGSTENS = 200


@dataclass(frozen=True, slots=True)
class Regel:
    id: UUID
    wie: str
    onderdeel: str
    partij: str
    telefoon: str
    stand: str
    toestand: str
    dagen: int
    nu: str
    opvolgen_op: date | None
    van: str


@pagina(*WIE)
def overdrachten(request: Verzoek) -> HttpResponse:
    """What waits for an answer or came back, soonest first; `?toon=klaar` shows what was picked up lately."""
    door, klaar = request.door, request.GET.get("toon") == "klaar"
    rijen = Overdracht.objects.filter(op_onze_lijst(door)).select_related(
        "hulpvraag__inwoner", "partij", "gegeven_door"
    )
    if klaar:
        rijen = rijen.exclude(status__in=ONZE_BEURT).order_by("-gemaakt_op")
    else:
        terug = Case(
            When(status=Overdracht.Status.AANGEBODEN, then=Value(1)),
            default=Value(0),
            output_field=IntegerField(),
        )
        rijen = rijen.filter(status__in=ONZE_BEURT).order_by(terug, "opvolgen_op", "id")
    regels = [_regel(rij) for rij in rijen[:HOOGSTENS]]
    leg_inzage_vast(
        door, doel="overdrachten opvolgen", grond="eigen vragen en team", deel=f"overdrachten ({len(regels)})", actie="lijst.ingezien"
    )  # fmt: skip
    return render(
        request,
        "werkplek/overdracht/lijst.html",
        {
            "regels": regels,
            "klaar": klaar,
            "aantal_nu": sum(r.toestand in ("fout", "let-op") for r in regels),
            "mag_wetten": door.heeft(Rol.CONSULENT, Rol.TEAMLEIDER),
        },
    )


def _regel(rij: Overdracht) -> Regel:
    vandaag = klok.vandaag()
    if rij.status in (Overdracht.Status.GEWEIGERD, Overdracht.Status.TERUG) or wacht_te_lang(rij, vandaag):
        toestand = "fout"
    elif rij.status == Overdracht.Status.AANGEBODEN:
        toestand = "let-op" if rij.opvolgen_op and rij.opvolgen_op <= vandaag else "bezig"
    else:
        toestand = "goed" if rij.status == Overdracht.Status.BEVESTIGD else "rust"
    return Regel(
        rij.pk,
        rij.hulpvraag.inwoner.naam,
        rij.onderdeel,
        rij.partij.naam,
        rij.partij.telefoon,
        str(rij.get_status_display()),
        toestand,
        (vandaag - rij.aangeboden_op).days,
        zin_nu(rij),
        rij.opvolgen_op,
        rij.gegeven_door.naam,
    )
