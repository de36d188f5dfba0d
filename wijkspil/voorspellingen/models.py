"""A forecast on record."""

from django.db import models
from django.db.models import Q

from wijkspil.core.models import GemeenteModel


class Voorspelling(GemeenteModel):
    """What was expected on a day, of one series of counts. Kept as it was, so that it can be compared later (H2)."""

    wat = models.CharField(max_length=20, help_text="A product code, or `meldingen`.")
    wijk = models.ForeignKey(
        "gemeenten.Wijk", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    peildag = models.DateField(help_text="The last day whose events were known.")
    per_jaar = models.PositiveSmallIntegerField(help_text="12: by month; 4: by quarter.")
    methode = models.CharField(max_length=20)
    gezien = models.PositiveIntegerField(help_text="How many periods it rests on.")
    stappen = models.JSONField(help_text="Per period: begin (a day), verwacht, laag and hoog (may be null).")
    door_naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "voorspellingen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "wat", "wijk", "peildag"],
                nulls_distinct=False,
                name="voorspelling_een_per_dag",
            ),
            models.CheckConstraint(condition=Q(per_jaar__in=(4, 12)), name="voorspelling_maand_of_kwartaal"),
        ]
        indexes = [models.Index(fields=["gemeente", "-peildag"], name="voorspelling_op_dag")]

    def __str__(self) -> str:
        return f"{self.wat} {self.peildag}"
