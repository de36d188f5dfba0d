"""How much everybody has on the desk: what a team leader looks at before giving somebody another question (H11)."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from wijkspil.core.door import Rol
from wijkspil.gemeenten.models import Medewerker
from wijkspil.toegang.models import Hulpvraag
from wijkspil.toegang.querysets import OPEN


@dataclass(frozen=True, slots=True)
class Collega:
    """A case worker with open questions, urgent ones that nobody picked up, and deadlines up to a day."""

    id: UUID
    naam: str
    teams: tuple[str, ...]
    open: int
    spoed: int
    week: int

    def in_woorden(self) -> str:
        return _("%(naam)s (%(open)d open, %(week)d met termijn deze week)") % {
            "naam": self.naam,
            "open": self.open,
            "week": self.week,
        }


def pak_collegas(*, tot: date) -> list[Collega]:
    """Everybody who may handle a question, the least loaded first. One query over the index of own questions."""
    mensen = (
        Medewerker.objects.filter(actief=True, rollen__contains=[Rol.CONSULENT.value])
        .annotate(
            teamnamen=ArrayAgg(
                "lidmaatschappen__team__naam", filter=Q(lidmaatschappen__isnull=False), default=[]
            ),
            aantal_open=_aantal(Q()),
            aantal_spoed=_aantal(Q(spoed_uiterlijk__isnull=False)),
            aantal_week=_aantal(Q(uiterlijk__lte=tot)),
        )
        .values_list("id", "naam", "teamnamen", "aantal_open", "aantal_spoed", "aantal_week")
    )
    collegas = [Collega(id, naam, tuple(sorted(teams)), *aantallen) for id, naam, teams, *aantallen in mensen]
    return sorted(collegas, key=lambda c: (c.open, c.naam))


def _aantal(voorwaarde: Q) -> Coalesce:
    eigen: QuerySet[Hulpvraag] = Hulpvraag.objects.filter(OPEN & voorwaarde, behandelaar_id=OuterRef("pk"))
    per_persoon = eigen.order_by().values("behandelaar_id").annotate(n=Count("id")).values("n")
    return Coalesce(Subquery(per_persoon, output_field=IntegerField()), 0)
