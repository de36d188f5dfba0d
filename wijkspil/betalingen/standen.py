"""Which money work lies longer than it should (M7): every state that isn't final has a last day, and past it the row is here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from .models import Betaalbatch, Rekening, Terugvordering
from .voorstel import Voorstel

_LOPEND = (Betaalbatch.Status.VOORSTEL, Betaalbatch.Status.VRIJGEGEVEN, Betaalbatch.Status.VERZONDEN)


def lopende_batches() -> QuerySet[Betaalbatch]:
    """What isn't over, longest past its day first."""
    return Betaalbatch.objects.filter(status__in=_LOPEND).order_by("uiterlijk", "nummer")


@dataclass(frozen=True, slots=True)
class TeLaat:
    batches: list[Betaalbatch]
    rekeningen: list[Rekening]
    vorderingen: list[Terugvordering]

    def __len__(self) -> int:
        return len(self.batches) + len(self.rekeningen) + len(self.vorderingen)


def te_laat(dag: date, voorstel: Voorstel, batches: Iterable[Betaalbatch]) -> TeLaat:
    """Everything past its day, out of what was read already. No query."""
    return TeLaat(
        [b for b in batches if b.uiterlijk < dag],
        sorted((r for r in voorstel.rekeningen if r.uiterlijk < dag), key=lambda r: r.uiterlijk),
        sorted((v for v in voorstel.vorderingen if v.uiterlijk < dag), key=lambda v: (v.uiterlijk, v.nummer)),
    )
