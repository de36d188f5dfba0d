"""What is left of an order: used, allowed in all or per month, and whether it runs out before its last day."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from wijkspil.regels.bedragen import Frequentie, Maand

from .grenzen import grens, in_eenheid_van
from .models import Toewijzing

BIJNA = Fraction(4, 5)
"""From four fifths on somebody looks ahead: answering a change request takes up to five working days, or eight weeks with an investigation."""


@dataclass(frozen=True, slots=True)
class Ruimte:
    """In the unit of the order. `totaal` None: no limit over the whole; `maand` None: none per month."""

    gebruikt: int
    totaal: int | None
    maand: int | None
    raakt_op: bool

    @property
    def over(self) -> int | None:
        return None if self.totaal is None else max(0, self.totaal - self.gebruikt)

    @property
    def procent(self) -> int:
        return min(100, round(100 * self.gebruikt / self.totaal)) if self.totaal else 0


def ruimte(t: Toewijzing, vandaag: date) -> Ruimte:
    """What was approved so far against what is allowed. One query.

    It runs out when four fifths are used and the use goes faster than the days.
    """
    gebruikt = Fraction(0)
    for volume, eenheid, credit in t.declaratieregels.filter(goedgekeurd=True).values_list(
        "volume", "eenheid", "is_credit"
    ):
        gebruikt += (-1 if credit else 1) * (in_eenheid_van(t, volume, eenheid) or 0)
    toegestaan = grens(t, Maand.van(min(max(vandaag, t.ingang), t.einde or vandaag)))
    totaal = _totaal(t, toegestaan.totaal)
    snel = False
    if totaal:
        deel = gebruikt / totaal
        duur = (t.einde - t.ingang).days + 1 if t.einde else None
        tijd = Fraction(max(0, (vandaag - t.ingang).days + 1), duur) if duur else Fraction(0)
        snel = deel >= BIJNA and tijd < deel
    return Ruimte(int(gebruikt), totaal, toegestaan.maand, snel)


def _totaal(t: Toewijzing, uit_grens: int | None) -> int | None:
    """Over the whole: as the rules give it, or per month the number of months; None without an end."""
    if uit_grens is not None:
        return uit_grens
    if t.frequentie != Frequentie.PER_MAAND or t.einde is None:
        return None
    maanden = (t.einde.year - t.ingang.year) * 12 + t.einde.month - t.ingang.month + 1
    return t.volume * maanden
