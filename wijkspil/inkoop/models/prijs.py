"""A fair price, built up and kept with the figures that it was built from (Uitvoeringsbesluit Wmo 2015 art. 5.4; B47)."""

from django.db import models
from django.db.models import Q

from wijkspil.core.fields import CentField
from wijkspil.core.models import GemeenteModel


class Prijsopbouw(GemeenteModel):
    """One calculation for one product. `invoer` are the figures as filled in; the outcome follows from them (`regels.reele_prijs`)."""

    product = models.ForeignKey("aanbieders.Product", on_delete=models.PROTECT, related_name="prijsopbouwen")
    op = models.DateField()
    invoer = models.JSONField(help_text="Per input its value as text, with the source that somebody named.")
    tarief_cent = CentField(help_text="The outcome per declarable hour.")
    toelichting = models.CharField(max_length=240)
    door_naam = models.CharField(max_length=120)

    class Meta:
        constraints = [models.CheckConstraint(condition=Q(tarief_cent__gt=0), name="prijsopbouw_positief")]

    def __str__(self) -> str:
        return f"{self.product} {self.op}"
