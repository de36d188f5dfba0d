"""What waits where, and which questions threaten to be too late: counted on earlier questions, explained in a sentence (H1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from wijkspil.core import klok
from wijkspil.core.door import Door, Rol
from wijkspil.core.handeling import leg_inzage_vast
from wijkspil.regels.wachttijd import Verwachting, verwacht
from wijkspil.toegang.access import zichtbaar_voor
from wijkspil.toegang.models import Hulpvraag, Klok, Stap
from wijkspil.toegang.querysets import Lijst, eerste, takken
from wijkspil.toegang.wachttijd import TERUG, Rij, duren_van, rijen
from wijkspil.werkplek.pagina import Verzoek, pagina
from wijkspil.werkplek.werkvoorraad.rijen import spoedklok
from wijkspil.werkwijzen.kast import laad_versie

WIE = (Rol.CONSULENT, Rol.TEAMLEIDER)
HOOGSTENS = 100
DREIGT = 1 / 3
"""From this share of earlier questions that ended too late, a question past the middle of its term is shown as threatening."""
_EIND = {Klok.Soort.ONDERZOEK: "onderzoek.afgerond", Klok.Soort.BESLUIT: "besluit.bekendgemaakt"}


@dataclass(frozen=True, slots=True)
class Dreiging:
    id: UUID
    nummer: str
    wie: str
    team: str
    behandelaar: str
    uiterlijk: date
    dagen_over: int
    verwachting: Verwachting
    zin: str


@pagina(*WIE)
def wachtlijst(request: Verzoek) -> HttpResponse:
    """The queue per team and step (counts of everybody), and the threatening questions that this person may see."""
    door, vandaag = request.door, klok.vandaag()
    dreigend = _dreigend(
        eerste(Lijst(takken(door), Q(uiterlijk__gte=vandaag, opgeschort=False)), HOOGSTENS), vandaag
    )
    spoed = _spoed(door)
    leg_inzage_vast(
        door, doel="wachtlijst bekijken", grond="eigen vragen en team", deel=f"wachtlijst ({len(dreigend) + len(spoed)})", actie="lijst.ingezien"
    )  # fmt: skip
    return render(
        request,
        "werkplek/wachtlijst/wachtlijst.html",
        {
            "teams": per_team(rijen(vandaag), vandaag),
            "dreigend": dreigend,
            "spoed": spoed,
            "leidt": door.heeft(Rol.TEAMLEIDER),
        },
    )


def per_team(gevonden: Sequence[Rij], vandaag: date) -> list[dict[str, Any]]:
    """The rows of each team together, with their totals."""
    teams: dict[str, list[Rij]] = {}
    for rij in gevonden:
        teams.setdefault(rij.team or _("Nog bij geen team"), []).append(rij)
    return [
        {
            "naam": naam,
            "aantal": sum(r.aantal for r in delen),
            "te_laat": sum(r.te_laat for r in delen),
            "stappen": [
                {
                    "label": str(Stap(r.stap).label),
                    "aantal": r.aantal,
                    "te_laat": r.te_laat,
                    "van_niemand": r.van_niemand,
                    "oudste": (vandaag - r.oudste).days if r.oudste else 0,
                }
                for r in delen
            ],
        }
        for naam, delen in teams.items()
    ]


def _dreigend(ids: Sequence[UUID], vandaag: date) -> list[Dreiging]:
    """The questions of which many like it ended too late, the most threatening first. Two queries."""
    if not ids:
        return []
    klokken = list(
        Klok.objects.filter(hulpvraag_id__in=ids, status=Klok.Status.LOOPT, soort__in=list(_EIND))
        .select_related("hulpvraag__inwoner", "hulpvraag__team", "hulpvraag__behandelaar")
        .order_by("uiterlijk")
    )
    per_eind = duren_van({_EIND[Klok.Soort(k.soort)] for k in klokken}, van=vandaag - TERUG, tot=vandaag)
    gevonden = []
    for rij in klokken:
        begin = rij.termijn.start
        verwachting = verwacht(
            per_eind[_EIND[Klok.Soort(rij.soort)]],
            dagen_open=(vandaag - begin).days,
            termijn_dagen=(rij.uiterlijk - begin).days,
        )
        halverwege = 2 * (vandaag - begin).days >= (rij.uiterlijk - begin).days
        if halverwege and verwachting.kans is not None and verwachting.kans >= DREIGT:
            gevonden.append(_dreiging(rij, verwachting, vandaag))
    return sorted(gevonden, key=lambda d: -(d.verwachting.kans or 0))


def _dreiging(rij: Klok, verwachting: Verwachting, vandaag: date) -> Dreiging:
    vraag, begin = rij.hulpvraag, rij.termijn.start
    zin = _(
        "Van de %(n)d eerdere vragen die na %(dagen)d dagen ook nog open waren, werden er %(laat)d te laat klaar. "
        "De helft had nog %(nog)d dagen nodig; hier zijn er nog %(over)d."
    ) % {
        "n": verwachting.vergelijkbaar,
        "dagen": (vandaag - begin).days,
        "laat": verwachting.te_laat,
        "nog": verwachting.nog or 0,
        "over": (rij.uiterlijk - vandaag).days,
    }
    return Dreiging(
        vraag.pk,
        vraag.nummer,
        vraag.inwoner.naam,
        vraag.team.naam if vraag.team else "",
        vraag.behandelaar.naam if vraag.behandelaar else _("nog niemand"),
        rij.uiterlijk,
        (rij.uiterlijk - vandaag).days,
        verwachting,
        zin,
    )


def _spoed(door: Door) -> list[dict[str, Any]]:
    """Urgent questions whose hours have passed, or that want a warning by now (H12), each with its clock in words. One query."""
    nu = klok.nu()
    vragen = (
        Hulpvraag.objects.filter(zichtbaar_voor(door), spoed_uiterlijk__isnull=False)
        .exclude(stap=Stap.AFGESLOTEN)
        .select_related("inwoner", "team", "behandelaar")
        .order_by("spoed_uiterlijk")[:HOOGSTENS]
    )
    gevonden = []
    for v in vragen:
        niveau = next((n for n in laad_versie(v.werkwijze).triage.niveaus if n.sleutel == v.urgentie), None)
        stand = spoedklok(v.spoed_uiterlijk, nu, niveau)
        if stand is not None and (stand.te_laat or stand.dringt):
            gevonden.append(
                {
                    "id": v.pk,
                    "wie": v.inwoner.naam,
                    "team": v.team.naam if v.team else "",
                    "behandelaar": v.behandelaar.naam if v.behandelaar else _("nog niemand"),
                    "stand": stand,
                }
            )
    return gevonden
