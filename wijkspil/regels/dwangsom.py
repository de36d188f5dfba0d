"""What the municipality owes when it decides too late (Awb articles 4:17 and 4:18), counted day by day.

The amounts depend on the day on which the notice of default (ingebrekestelling) came in. For notices since 2026 the
amounts are not checked yet: the days are counted, the amount stays ``Onbekend``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from wijkspil.regels.bedrag import Bedrag
from wijkspil.regels.kalender import in_woorden
from wijkspil.regels.parameters import Onbekend, Waarde, Zekerheid, parameter


class GeenDwangsom(StrEnum):
    """Why no dwangsom is due; the value is the Dutch sentence for the screen."""

    TE_VROEG = "De ingebrekestelling kwam binnen voordat de termijn voorbij was. Zij telt daarom niet."
    ONREDELIJK_LAAT = "De ingebrekestelling kwam onredelijk laat (Awb, artikel 4:17 lid 6 onder a)."
    GEEN_BELANGHEBBENDE = "De aanvrager is geen belanghebbende (Awb, artikel 4:17 lid 6 onder b)."
    KENNELIJK_ONGEGROND = (
        "De aanvraag was duidelijk niet-ontvankelijk of ongegrond (Awb, artikel 4:17 lid 6 onder c)."
    )


@dataclass(frozen=True)
class Dwangsomdag:
    """One day on which the dwangsom runs: its number from 1, and the amount in cents, None when not known."""

    datum: date
    nummer: int
    cent: int | None


@dataclass(frozen=True)
class Dwangsom:
    """The dwangsom as it stands on a day.

    ``eerste_dag`` is the first day it can be due; ``uiterste_dag`` the day on which the maximum is reached. Both are
    None when no dwangsom can be due at all.
    """

    dagen: tuple[Dwangsomdag, ...]
    bedrag: Bedrag | Onbekend
    eerste_dag: date | None
    uiterste_dag: date | None
    reden_geen: GeenDwangsom | None = None
    grondslag: str = "Awb, artikel 4:17"

    @property
    def aantal_dagen(self) -> int:
        """How many days are due so far."""
        return len(self.dagen)

    @property
    def zin(self) -> str:
        """The outcome in one plain Dutch sentence or two."""
        if self.reden_geen is not None:
            return f"Er is geen dwangsom. {self.reden_geen}"
        assert self.eerste_dag is not None  # only None together with reden_geen
        if not self.dagen:
            return f"Er is geen dwangsom. De eerste dag zou {in_woorden(self.eerste_dag)} zijn."
        dagen = "1 dag" if self.aantal_dagen == 1 else f"{self.aantal_dagen} dagen"
        sinds = f"Sinds {in_woorden(self.eerste_dag)} is {dagen} dwangsom verschuldigd"
        if isinstance(self.bedrag, Onbekend):
            return f"{sinds}. Het bedrag is nog niet bekend. {self.bedrag.reden}"
        return f"{sinds}: samen {self.bedrag}."


def bereken(
    termijn_verlopen_op: date,
    ingebrekestelling_op: date,
    vandaag: date,
    besluit_op: date | None = None,
    *,
    uitsluiting: GeenDwangsom | None = None,
) -> Dwangsom:
    """Count the dwangsom up to and including ``vandaag``, or up to the day before the decision was announced.

    ``termijn_verlopen_op`` is the last day of the term (``Termijn.laatste_dag``); ``ingebrekestelling_op`` the day on
    which the written notice came in. Two weeks pass after the later of the two, and the dwangsom runs from the day
    after those weeks. The 42 days are calendar days: the Algemene termijnenwet does not lengthen them (4:17, first
    member). The two weeks are not shifted either: they are no term within which somebody must act.
    """
    if ingebrekestelling_op <= termijn_verlopen_op:
        return _geen(GeenDwangsom.TE_VROEG)
    if uitsluiting is not None:
        return _geen(uitsluiting)
    blokken = parameter("dwangsom.blokken").bekend_op(ingebrekestelling_op).getallen
    wachttijd = parameter("dwangsom.wachttijd").bekend_op(ingebrekestelling_op).getal
    tarief = parameter("dwangsom.bedragen").op(ingebrekestelling_op)

    eerste = ingebrekestelling_op + timedelta(days=wachttijd + 1)
    tot_en_met = vandaag if besluit_op is None else min(vandaag, besluit_op - timedelta(days=1))
    aantal = max(0, min((tot_en_met - eerste).days + 1, sum(blokken)))
    per_dag = _cent_per_dag(tarief, blokken)
    dagen = tuple(Dwangsomdag(eerste + timedelta(days=n), n + 1, per_dag[n]) for n in range(aantal))
    return Dwangsom(
        dagen=dagen,
        bedrag=_totaal(dagen, tarief),
        eerste_dag=eerste,
        uiterste_dag=eerste + timedelta(days=sum(blokken) - 1),
    )


def maximum(ingebrekestelling_op: date) -> Bedrag | Onbekend:
    """Give the highest dwangsom for a notice that came in on a day."""
    blokken = parameter("dwangsom.blokken").bekend_op(ingebrekestelling_op).getallen
    tarief = parameter("dwangsom.bedragen").op(ingebrekestelling_op)
    if isinstance(tarief, Onbekend):
        return tarief
    per_blok = zip(blokken, tarief.getallen, strict=True)
    return Bedrag(sum(dagen * cent for dagen, cent in per_blok), tarief.bron, tarief.zekerheid)


def deel_per_aanvrager(bedrag: Bedrag, aanvragers: int) -> tuple[Bedrag, ...]:
    """Share a dwangsom equally among applicants (Awb article 4:17, seventh member); spare cents go to the first ones."""
    if aanvragers < 1:
        raise ValueError("Er is minstens één aanvrager nodig om de dwangsom te verdelen.")
    deel, rest = divmod(bedrag.cent, aanvragers)
    return tuple(Bedrag(deel + (n < rest), bedrag.bron, bedrag.zekerheid) for n in range(aanvragers))


def _geen(reden: GeenDwangsom) -> Dwangsom:
    return Dwangsom((), Bedrag(0, "Awb, artikel 4:17", Zekerheid.HOOG), None, None, reden)


def _cent_per_dag(tarief: Waarde | Onbekend, blokken: tuple[int, ...]) -> tuple[int | None, ...]:
    if isinstance(tarief, Onbekend):
        return (None,) * sum(blokken)
    return tuple(cent for dagen, cent in zip(blokken, tarief.getallen, strict=True) for _ in range(dagen))


def _totaal(dagen: tuple[Dwangsomdag, ...], tarief: Waarde | Onbekend) -> Bedrag | Onbekend:
    if not dagen:
        return Bedrag(0, "Awb, artikel 4:17 lid 3", Zekerheid.HOOG)
    if isinstance(tarief, Onbekend):
        return tarief
    return Bedrag(sum(dag.cent for dag in dagen if dag.cent is not None), tarief.bron, tarief.zekerheid)
