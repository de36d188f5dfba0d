"""What happens between two days of play: letters are composed, messages go back and forth, bills are paid.

The work is that of the worker, by the same handlers; only the loop is ours, because a game may leave the PDFs for later and
shares the work over processes: one does the messages, all of them write letters.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from random import Random

from django.conf import settings
from django.db import connection
from django.db.models import Q

from wijkspil.berichten.rondgang import haal_binnen
from wijkspil.berichten.uitgaand.klaarzetten import verwerk_rij
from wijkspil.berichten.uitgaand.verzenden import verzend
from wijkspil.berichten.uitwisseling import Geheugenuitwisseling, Mapuitwisseling, Uitwisseling, met
from wijkspil.berichten.verwerking import verwerk_wachtende
from wijkspil.brieven.actions import verzend as verzend_brief
from wijkspil.brieven.models import Brief
from wijkspil.brieven.tasks import verwerk as verwerk_brief
from wijkspil.core import klok
from wijkspil.core.door import Rol
from wijkspil.core.grens import binnen
from wijkspil.core.models import Uitgaand
from wijkspil.core.uitbox import NietTeVerwerken
from wijkspil.core.vaste_vraag import VasteVraag
from wijkspil.gemeenten.models import Gemeente

from .aanbieders import Aanbieders, Gedaan, tarieven_uit_contracten
from .antwoorden import beantwoord
from .gedrag import Gedrag
from .kas import Kas
from .kasboek import Kasboek
from .opdracht import Opdracht
from .ritme import NEDERLAND
from .stad import Stad
from .tegenkant import Geheugen, Mappen, Tegenkant

AVOND = time(17, 45)
LIGT_KLAAR = 2
VOOR_ALLES = datetime(1900, 1, 1, tzinfo=UTC)
_CLAIM = "UPDATE core_uitgaand SET status = 'verwerkt', verwerkt_op = %s WHERE id = %s AND status = 'wacht'"
BRIEF = Q(soort="brief")
TE_SCHRIJVEN = BRIEF & Q(inhoud__has_key="sjabloon")
BERICHT = Q(soort="bericht")


def moment_van(dag: date, tot: datetime) -> datetime:
    """The evening of a day, or the last moment of the game when that comes sooner: nothing is played in the future."""
    return min(datetime.combine(dag, AVOND, NEDERLAND), tot)


@dataclass(slots=True)
class Wachtrij:
    """Empties one kind of row in the outbox, as `uitbox.leeg` does for all; several processes may do it at once.

    Each row is a transaction of its own, so that nobody waits long for the next number of a letter. A row that can't be handled
    now stays for the worker; `mislukt` keeps why, and it isn't tried again in this game. What waited on an earlier evening was
    seen then, so a queue of thousands of PDFs isn't walked through every day.
    """

    gemeente_id: int
    welke: Q
    verwerker: Callable[[Uitgaand], None]
    deel: int = 0
    delen: int = 1
    gedaan: int = 0
    mislukt: dict[int, str] = field(default_factory=dict)
    gezien_tot: datetime = VOOR_ALLES
    _vraag: VasteVraag[Uitgaand] = field(init=False)

    def __post_init__(self) -> None:
        wacht = Uitgaand.objects.filter(self.welke, status=Uitgaand.Status.WACHT).order_by("niet_voor", "id")
        self._vraag = VasteVraag(lambda na, tot: wacht.filter(niet_voor__gt=na, niet_voor__lte=tot))

    def leeg(self) -> int:
        """Handle what waits, and what comes along with it: a letter that was written wants its PDF. Returns how many were done."""
        eerder = self.gedaan
        while rijen := self._wachtend():
            for rij in rijen[self.deel :: self.delen] or rijen:  # who comes in later finds what is left
                self._verwerk(rij)
        return self.gedaan - eerder

    def klaar_voor_vandaag(self) -> None:
        self.gezien_tot = klok.nu()

    def _wachtend(self) -> list[Uitgaand]:
        with binnen(self.gemeente_id, lezen=True):
            rijen = self._vraag.alle(self.gezien_tot, klok.nu())
        return [rij for rij in rijen if rij.pk not in self.mislukt]

    def _verwerk(self, rij: Uitgaand) -> None:
        try:
            with binnen(self.gemeente_id):
                if self._is_van_ons(rij):
                    self.verwerker(rij)
                    self.gedaan += 1
        except NietTeVerwerken as fout:
            self.mislukt[rij.pk] = str(fout)

    def _is_van_ons(self, rij: Uitgaand) -> bool:
        """Mark the row as done, unless somebody else did; whoever is busy with it is waited for."""
        with connection.cursor() as cursor:
            cursor.execute(_CLAIM, [klok.nu(), rij.pk])
            return cursor.rowcount == 1


class Brievenpost:
    """Letters are written, made and sent on the day itself; what was made in the last days lies ready for a person to send."""

    def __init__(self, stad: Stad, opdracht: Opdracht) -> None:
        self.stad, self.tot = stad, opdracht.tot
        self.met_pdf = opdracht.met_pdf
        welke = BRIEF if self.met_pdf else TE_SCHRIJVEN
        self.wachtrij = Wachtrij(
            stad.gemeente.pk, welke, verwerk_brief, deel=opdracht.deel, delen=opdracht.delen
        )

    def avond(self, dag: date) -> None:
        with klok.op(moment_van(dag, self.tot)):
            gedaan = self.wachtrij.leeg()
            self.wachtrij.klaar_voor_vandaag()
            if gedaan and self.met_pdf and dag <= (self.tot - timedelta(days=LIGT_KLAAR)).date():
                self._verzend()

    def _verzend(self) -> None:
        with binnen(self.stad.gemeente.pk):
            klaar = Brief.objects.select_for_update(skip_locked=True, of=("self",)).filter(
                status=Brief.Status.KLAAR
            )
            for brief in klaar.select_related("inwoner").defer("pdf").order_by("kenmerk"):
                self.stad.doe(verzend_brief, brief, door=self.stad.met_rol(Rol.BACKOFFICE, Random(1)).door)


class Berichtenpost:
    """The messages of a municipality with its invented providers, and the payments that follow from them."""

    def __init__(self, stad: Stad, opdracht: Opdracht) -> None:
        """`blijvend`: over folders and with a file for the providers' memory, so that the town can go on after the game."""
        self.stad, self.van, self.tot, gemeente = stad, opdracht.van, opdracht.tot, stad.gemeente
        self.weg, self.aanbieders = _verbinding(gemeente, opdracht.zaad, opdracht.blijvend)
        self.wachtrij = Wachtrij(gemeente.pk, BERICHT, verwerk_rij)
        self.gedaan = Gedaan()
        self.kas = Kas(stad, opdracht.tot)

    def avond(self, dag: date) -> None:
        """One evening: send, let the providers answer and do their work, take in, answer, and pay."""
        gemeente_id = self.stad.gemeente.pk
        with klok.op(moment_van(dag, self.tot)), met(self.weg):
            if (
                self.wachtrij.leeg() or dag == self.van
            ):  # what another game left behind goes along the first evening
                verzend(gemeente_id)
            self.aanbieders.lees_post(dag)
            _tel(self.gedaan, self.aanbieders.dag(dag))
            while haal_binnen(gemeente_id):
                verwerk_wachtende(gemeente_id)
                self.wachtrij.leeg()
                verzend(gemeente_id)
                self.aanbieders.lees_post(dag)
            self.wachtrij.klaar_voor_vandaag()
            beantwoord(self.stad, dag, self.tot.date())
        self.kas.avond(dag)


def _verbinding(gemeente: Gemeente, zaad: int, blijvend: bool) -> tuple[Uitwisseling, Aanbieders]:
    cbs = gemeente.cbs_code
    weg: Uitwisseling
    tegenkant: Tegenkant
    if blijvend:
        map_ = Path(settings.UITWISSEL_MAP)
        weg, tegenkant = Mapuitwisseling(map_), Mappen(map_, cbs)
        kasboek = Kasboek(map_ / cbs / "aanbieders.sqlite")
    else:
        geheugen = Geheugenuitwisseling()
        weg, tegenkant, kasboek = geheugen, Geheugen(geheugen, cbs), Kasboek()
    gedrag = Gedrag(fout_in_declaratie=0.01, vraagt=0.15)
    return weg, Aanbieders(
        cbs, tegenkant, tarieven_uit_contracten(), zaad=zaad, gedrag=gedrag, kasboek=kasboek
    )


def _tel(som: Gedaan, erbij: Gedaan) -> None:
    for veld in Gedaan.__slots__:
        setattr(som, veld, getattr(som, veld) + getattr(erbij, veld))


def mislukte(rijen: Iterable[Wachtrij]) -> dict[str, int]:
    """Why rows stayed behind, with how often."""
    redenen: dict[str, int] = {}
    for wachtrij in rijen:
        for reden in wachtrij.mislukt.values():
            redenen[reden] = redenen.get(reden, 0) + 1
    return redenen
