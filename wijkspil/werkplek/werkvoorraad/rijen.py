"""One line per question: who, about what, where it is, what comes next, how much time is left, with whom. One query."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models.functions import Left
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from wijkspil.core.door import Door
from wijkspil.inwoners.models import Inwoner
from wijkspil.reis import DADEN
from wijkspil.toegang.models import Hulpvraag, Stap
from wijkspil.toegang.querysets import Plek
from wijkspil.werkplek.klok import Klok, klok_van
from wijkspil.werkwijzen.kast import laad_versie
from wijkspil.werkwijzen.voordeur import Urgentieniveau

_LEEG = UUID(int=0)
_VELDEN = "id nummer stap werkwijze urgentie spoed_uiterlijk gemeld_op uiterlijk opgeschort team__naam behandelaar__naam tweede_lezer_id"
_NAAM = (
    "voornamen",
    "roepnaam",
    "voorvoegsel",
    "achternaam",
)  # in the order of the model, as `from_db` wants


@dataclass(frozen=True, slots=True)
class Spoed:
    """The clock of an urgent question, which runs in hours."""

    woord: str
    te_laat: bool
    dringt: bool = False


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
        self._gemeente, self._delen = gemeente, dict[str, tuple[str, str]]()

    def van(self, pagina: str, id: UUID) -> str:
        if pagina not in self._delen:
            adres = reverse(f"werk:{pagina}", kwargs={"gemeente": self._gemeente, "id": _LEEG})
            voor, _id, na = adres.partition(str(_LEEG))
            self._delen[pagina] = voor, na
        voor, na = self._delen[pagina]
        return f"{voor}{id}{na}"


@dataclass(frozen=True, slots=True)
class Vervolg:
    """What a step is called, and what this reader does next in it: the same for all rows in that step."""

    stap: str
    daad: str
    pagina: str


def pak_rijen(ids: Sequence[UUID], door: Door, adressen: Adressen, nu: datetime) -> dict[UUID, Rij]:
    """The lines of these questions, by id. Plain values, because four model objects per row took longer than PostgreSQL."""
    if not ids:
        return {}
    vragen = list(
        Hulpvraag.objects.filter(pk__in=ids)
        .annotate(begin=Left("vraag", 110))
        .values_list("begin", *_VELDEN.split(), *(f"inwoner__{veld}" for veld in _NAAM), named=True)
    )
    vandaag = timezone.localdate(nu)
    vervolg = {stap: _vervolg(Stap(stap), door) for stap in {vraag.stap for vraag in vragen}}
    niveaus = {versie: _niveaus(versie) for versie in {vraag.werkwijze for vraag in vragen}}
    lezen = str(_("Lees het besluit"))
    return {
        vraag.id: _rij(
            vraag,
            replace(vervolg[vraag.stap], daad=lezen, pagina="besluit")
            if door.id is not None and vraag.tweede_lezer_id == door.id
            else vervolg[vraag.stap],
            niveaus[vraag.werkwijze],
            adressen,
            nu,
            vandaag,
        )
        for vraag in vragen
    }


def _vervolg(stap: Stap, door: Door) -> Vervolg:
    daad = next((d for d in DADEN[stap] if d.rollen & door.rollen), None)
    return Vervolg(str(stap.label), str(daad.tekst) if daad else "", daad.pagina if daad else "")


def _niveaus(versie: str) -> dict[str, Urgentieniveau]:
    """The levels of urgency of a way of working, by key."""
    return {niveau.sleutel: niveau for niveau in laad_versie(versie).triage.niveaus}


def _rij(
    vraag: Any,
    vervolg: Vervolg,
    niveaus: dict[str, Urgentieniveau],
    adressen: Adressen,
    nu: datetime,
    vandaag: date,
) -> Rij:
    niveau = niveaus.get(vraag.urgentie)
    naam = [getattr(vraag, f"inwoner__{veld}") for veld in _NAAM]
    return Rij(
        id=vraag.id,
        url=adressen.van("dossier", vraag.id),
        nummer=vraag.nummer,
        wie=Inwoner.from_db(None, _NAAM, naam).naam,
        wat=_kort(vraag.begin),
        stap=vervolg.stap,
        daad=vervolg.daad,
        daad_url=adressen.van(vervolg.pagina, vraag.id) if vervolg.daad else "",
        klok=klok_van(vraag.uiterlijk, vandaag=vandaag, begin=vraag.gemeld_op, opgeschort=vraag.opgeschort),
        spoed=spoedklok(vraag.spoed_uiterlijk, nu, niveau),
        urgentie=niveau.label if niveau else vraag.urgentie,
        team=vraag.team__naam or "",
        behandelaar=vraag.behandelaar__naam or "",
        plek=Plek(vraag.uiterlijk, vraag.id),
    )


def spoedklok(uiterlijk: datetime | None, nu: datetime, niveau: Urgentieniveau | None = None) -> Spoed | None:
    """Say the urgent clock in words: "nog 3 uur", "nog 3 uur, pak dit op" when its level warns by now (H12), "2 uur te laat"."""
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
    woord = ngettext("nog %(n)d uur", "nog %(n)d uur", uren) % {"n": uren} if uren else _("nog geen uur")
    if niveau is not None and niveau.dringt(uiterlijk, nu):
        return Spoed(_("%(nog)s, pak dit op") % {"nog": woord}, False, dringt=True)
    return Spoed(woord, False)


def _kort(tekst: str, breed: int = 90) -> str:
    """The first words of a question, cut between words."""
    plat = " ".join(tekst.split())
    return plat if len(plat) <= breed else plat[:breed].rsplit(" ", 1)[0] + " …"
