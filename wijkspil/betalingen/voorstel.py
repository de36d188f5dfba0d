"""What would be paid today: who, how much, for what, until when; and who waits, with the reason. Reads only."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from wijkspil.aanbieders.models import Aanbieder, Termijnbetaling
from wijkspil.ondersteuning.models import Declaratie
from wijkspil.regels import wmo
from wijkspil.werkwijzen.betalen import Betalen

from .models import Betaalpost, Rekening, Terugvordering

TERMIJN_BINNEN = timedelta(days=30)
"""An instalment is due from the first day of its month and paid within thirty days, as a claim is (own choice for instalments)."""


@dataclass(frozen=True, slots=True)
class Post:
    """Something to pay: a claim or an instalment, in cents, with the last day on which it is in time."""

    cent: int
    uiterlijk: date
    waarom: str
    declaratie: Declaratie | None = None
    termijn: Termijnbetaling | None = None


@dataclass(slots=True)
class Begunstigde:
    """One payee with all that is due. `wacht_op`: why it can't be paid now, in words; empty when it can."""

    aanbieder: Aanbieder
    posten: list[Post] = field(default_factory=list)
    verrekeningen: list[tuple[Terugvordering, int]] = field(default_factory=list)
    rekening: Rekening | None = None
    wacht_op: str = ""

    @property
    def bruto(self) -> int:
        return sum(p.cent for p in self.posten)

    @property
    def verrekend(self) -> int:
        return sum(cent for _v, cent in self.verrekeningen)

    @property
    def netto(self) -> int:
        """What is transferred; nought when all of it is set off."""
        return self.bruto - self.verrekend

    @property
    def uiterlijk(self) -> date:
        return min(p.uiterlijk for p in self.posten)


@dataclass(frozen=True, slots=True)
class Voorstel:
    """`rekeningen`: those that wait for a second person; `vorderingen`: everything that is open."""

    mee: tuple[Begunstigde, ...]
    wacht: tuple[Begunstigde, ...]
    eigen_rekening: Rekening | None
    rekeningen: tuple[Rekening, ...] = ()
    vorderingen: tuple[Terugvordering, ...] = ()

    @property
    def totaal(self) -> int:
        return sum(b.netto for b in self.mee)


def maak_voorstel(dag: date, grenzen: Betalen, alleen: frozenset[UUID] | None = None) -> Voorstel:
    """Everything that is due on a day. Five queries, whatever the number of claims.

    Args:
        alleen: leave out everybody but these payees; None: all.
    """
    per = _te_betalen(dag)
    rekeningen = _rekeningen()
    schulden: dict[UUID, list[Terugvordering]] = defaultdict(list)
    open_ = Terugvordering.objects.filter(status=Terugvordering.Status.OPEN).select_related("aanbieder")
    vorderingen = tuple(open_.order_by("gemaakt_op", "nummer"))
    for v in vorderingen:
        schulden[v.aanbieder_id].append(v)
    mee: list[Begunstigde] = []
    wacht: list[Begunstigde] = []
    totaal = 0
    for b in sorted(per.values(), key=lambda b: (b.uiterlijk, b.aanbieder.naam, b.aanbieder.pk)):
        if alleen is not None and b.aanbieder.pk not in alleen:
            continue
        b.verrekeningen = _verreken(b.bruto, schulden[b.aanbieder.pk])
        b.rekening, b.wacht_op = _kan_naar(rekeningen.get(b.aanbieder.pk, []))
        if not b.wacht_op and b.netto > grenzen.hoogstens_per_begunstigde * 100:
            b.wacht_op = (
                "Dit is meer dan de werkwijze per partij toestaat. Kijk of het bedrag klopt; zo ja, dan past functioneel beheer de "
                "grens aan bij Werkwijze, Betalen."
            )
        elif not b.wacht_op and totaal + b.netto > grenzen.hoogstens_per_batch * 100:
            b.wacht_op = "Past niet meer in deze batch. Maak na deze een volgende."
        if b.wacht_op:
            wacht.append(b)
        else:
            mee.append(b)
            totaal += b.netto
    eigen, _reden = _kan_naar(rekeningen.get(None, []))
    wachtend = (r for rij in rekeningen.values() for r in rij if r.status == Rekening.Status.VOORGESTELD)
    return Voorstel(tuple(mee), tuple(wacht), eigen, tuple(wachtend), vorderingen)


def _te_betalen(dag: date) -> dict[UUID, Begunstigde]:
    per: dict[UUID, Begunstigde] = {}
    in_batch = Betaalpost.objects.filter(actief=True)
    for d in (
        Declaratie.objects.filter(
            ~Exists(in_batch.filter(declaratie_id=OuterRef("pk"))),
            status=Declaratie.Status.BEOORDEELD,
            toegekend_cent__gt=0,
        )
        .select_related("aanbieder")
        .order_by("dagtekening", "nummer", "pk")
    ):
        uiterlijk = wmo.berichttermijn("betaling", d.dagtekening).laatste_dag
        waarom = f"declaratie {d.nummer} over {d.periode:%m-%Y}"
        b = per.setdefault(d.aanbieder_id, Begunstigde(d.aanbieder))
        b.posten.append(Post(d.toegekend_cent, uiterlijk, waarom, declaratie=d))
    for t in (
        Termijnbetaling.objects.filter(
            ~Exists(in_batch.filter(termijn_id=OuterRef("pk"))),
            betaald_op__isnull=True,
            periode__lte=dag,
            cent__gt=0,
        )
        .select_related("contract__aanbieder")
        .order_by("periode", "pk")
    ):
        waarom = f"termijn {t.periode:%m-%Y} van contract {t.contract.nummer}"
        b = per.setdefault(t.contract.aanbieder_id, Begunstigde(t.contract.aanbieder))
        b.posten.append(Post(t.cent, t.periode + TERMIJN_BINNEN, waarom, termijn=t))
    return per


def _rekeningen() -> dict[UUID | None, list[Rekening]]:
    gevonden: dict[UUID | None, list[Rekening]] = defaultdict(list)
    telt = (Rekening.Status.BEVESTIGD, Rekening.Status.VOORGESTELD, Rekening.Status.GEBLOKKEERD)
    for r in Rekening.objects.filter(status__in=telt).select_related("aanbieder").order_by("gemaakt_op"):
        gevonden[r.aanbieder_id].append(r)
    return gevonden


def _kan_naar(rekeningen: list[Rekening]) -> tuple[Rekening | None, str]:
    """The account to use, or why there is none now."""
    per = {r.status: r for r in rekeningen}
    if Rekening.Status.VOORGESTELD in per:
        return (
            None,
            "Er wacht een nieuw rekeningnummer op bevestiging door een tweede persoon. Tot dan betalen we niets.",
        )
    if Rekening.Status.BEVESTIGD in per:
        return per[Rekening.Status.BEVESTIGD], ""
    if Rekening.Status.GEBLOKKEERD in per:
        return (
            None,
            "De rekening is geblokkeerd na een teruggekomen betaling. Vraag het nieuwe nummer op en stel het voor.",
        )
    return None, "Er is nog geen rekeningnummer. Stel er een voor bij Bankrekeningen."


def _van(aanbieder_id: UUID | None) -> Q:
    return Q(aanbieder__isnull=True) if aanbieder_id is None else Q(aanbieder_id=aanbieder_id)


def kan_naar(aanbieder_id: UUID | None) -> tuple[Rekening | None, str]:
    """The account of one payee (None: our own) as it is now, or why there is none. One query."""
    telt = (Rekening.Status.BEVESTIGD, Rekening.Status.VOORGESTELD, Rekening.Status.GEBLOKKEERD)
    return _kan_naar(
        list(Rekening.objects.filter(_van(aanbieder_id), status__in=telt).order_by("gemaakt_op"))
    )


def _verreken(bruto: int, schulden: list[Terugvordering]) -> list[tuple[Terugvordering, int]]:
    """Set off the oldest debts first, never more than what is due."""
    uit, over = [], bruto
    for v in schulden:
        deel = min(over, v.open_cent)
        if deel > 0:
            uit.append((v, deel))
            over -= deel
    return uit
