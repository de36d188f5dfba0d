"""One line per question: who, about what, where it is, what comes next, how much time is left, with whom. One query."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models.functions import Left
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkspil.core.door import Door
from wijkspil.reis import DADEN
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.querysets import Plek
from wijkspil.werkplek.klok import Klok, klok_van
from wijkspil.werkwijzen.kast import laad_versie

_LEEG = UUID(int=0)
_VELDEN = (
    "nummer stap werkwijze urgentie spoed_uiterlijk gemeld_op uiterlijk opgeschort inwoner__roepnaam inwoner__voornamen "
    "inwoner__voorvoegsel inwoner__achternaam team__naam behandelaar__naam"
)


@dataclass(frozen=True, slots=True)
class Spoed:
    """The clock of an urgent question, which runs in hours."""

    woord: str
    te_laat: bool


@dataclass(frozen=True, slots=True)
class Rij:
    id: UUID
    url: str
    nummer: str
    wie: str
    wat: str
    stap: str
    daad: str
    daad_url: str
    klok: Klok
    spoed: Spoed | None
    urgentie: str
    team: str
    behandelaar: str
    plek: Plek


class Adressen:
    """Addresses of file pages; each page is resolved once per view, not once per row."""

    def __init__(self, gemeente: str) -> None:
        self._gemeente, self._patronen = gemeente, dict[str, str]()

    def van(self, pagina: str, id: UUID) -> str:
        if pagina not in self._patronen:
            self._patronen[pagina] = reverse(
                f"werk:{pagina}", kwargs={"gemeente": self._gemeente, "id": _LEEG}
            )
        return self._patronen[pagina].replace(str(_LEEG), str(id))


def pak_rijen(ids: Sequence[UUID], door: Door, adressen: Adressen, nu: datetime) -> dict[UUID, Rij]:
    """The lines of these questions, by id."""
    if not ids:
        return {}
    vandaag, labels = timezone.localdate(nu), dict[str, dict[str, str]]()
    vragen = (
        Hulpvraag.objects.filter(pk__in=ids)
        .select_related("inwoner", "team", "behandelaar")
        .annotate(begin=Left("vraag", 110))
        .only(*_VELDEN.split())
    )
    return {vraag.pk: _rij(vraag, door, adressen, nu, vandaag, labels) for vraag in vragen}


def _rij(
    vraag: Hulpvraag,
    door: Door,
    adressen: Adressen,
    nu: datetime,
    vandaag: date,
    labels: dict[str, dict[str, str]],
) -> Rij:
    if vraag.werkwijze not in labels:
        labels[vraag.werkwijze] = {n.sleutel: n.label for n in laad_versie(vraag.werkwijze).triage.niveaus}
    stap = Stap(vraag.stap)
    daad = next((d for d in DADEN[stap] if d.rollen & door.rollen), None)
    return Rij(
        id=vraag.pk,
        url=adressen.van("dossier", vraag.pk),
        nummer=vraag.nummer,
        wie=vraag.inwoner.naam,
        wat=_kort(vraag.begin),  # type: ignore[attr-defined]
        stap=str(stap.label),
        daad=str(daad.tekst) if daad else "",
        daad_url=adressen.van(daad.pagina, vraag.pk) if daad else "",
        klok=klok_van(vraag.uiterlijk, vandaag=vandaag, begin=vraag.gemeld_op, opgeschort=vraag.opgeschort),
        spoed=spoedklok(vraag.spoed_uiterlijk, nu),
        urgentie=labels[vraag.werkwijze].get(vraag.urgentie, vraag.urgentie),
        team=vraag.team.naam if vraag.team else "",
        behandelaar=vraag.behandelaar.naam if vraag.behandelaar else "",
        plek=Plek(vraag.uiterlijk, vraag.pk),
    )


def spoedklok(uiterlijk: datetime | None, nu: datetime) -> Spoed | None:
    """Say the urgent clock in words: "nog 3 uur", or "2 uur te laat"."""
    if uiterlijk is None:
        return None
    minuten = int((uiterlijk - nu).total_seconds() // 60)
    uren = abs(minuten) // 60
    if minuten < 0:
        woord = (
            ngettext("%(n)d uur te laat", "%(n)d uur te laat", uren) % {"n": uren}
            if uren
            else _("net te laat")
        )
        return Spoed(woord, True)
    return Spoed(
        ngettext("nog %(n)d uur", "nog %(n)d uur", uren) % {"n": uren} if uren else _("nog geen uur"), False
    )


def _kort(tekst: str, breed: int = 90) -> str:
    """The first words of a question, cut between words."""
    plat = " ".join(tekst.split())
    return plat if len(plat) <= breed else plat[:breed].rsplit(" ", 1)[0] + " …"
