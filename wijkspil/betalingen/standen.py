"""Which money work lies longer than it should (M7): every state that isn't final has a last day, and past it the row is here."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from .models import Betaalbatch, Rekening, Terugvordering

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


def te_laat(dag: date) -> TeLaat:
    """Everything past its day. Three queries."""
    return TeLaat(
        list(lopende_batches().filter(uiterlijk__lt=dag)),
        list(
            Rekening.objects.filter(status=Rekening.Status.VOORGESTELD, uiterlijk__lt=dag)
            .select_related("aanbieder")
            .order_by("uiterlijk")
        ),
        list(
            Terugvordering.objects.filter(status=Terugvordering.Status.OPEN, uiterlijk__lt=dag)
            .select_related("aanbieder")
            .order_by("uiterlijk", "nummer")
        ),
    )
