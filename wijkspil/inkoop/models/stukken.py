"""Which document lies behind a rule, a product or a contract, and who was heard about it (B2, H10)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Beleidsstuk(GemeenteModel):
    """A document with the period in which it holds."""

    class Soort(models.TextChoices):
        VERORDENING = "verordening", _("verordening")
        BELEIDSREGELS = "beleidsregels", _("beleidsregels")
        KADER = "kader", _("beleidskader")
        INKOOPPLAN = "inkoopplan", _("inkoopplan")
        REGELING = "regeling", _("regeling tussen gemeenten")

    naam = models.CharField(max_length=160)
    soort = models.CharField(max_length=16, choices=Soort.choices)
    van = models.DateField()
    tot = models.DateField(null=True, blank=True)
    vindplaats = models.CharField(max_length=240, help_text="Where somebody can read it.")
    producten = models.JSONField(default=list, help_text="Product codes that it is about; empty: all.")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "naam", "van"], name="beleidsstuk_een_keer"),
            models.CheckConstraint(
                condition=Q(tot__isnull=True) | Q(tot__gte=F("van")), name="beleidsstuk_periode"
            ),
        ]

    def __str__(self) -> str:
        return self.naam


class Raadpleging(GemeenteModel):
    """Who was heard about a product, its tariff or its standard, and what came of it (H10, B4)."""

    product = models.ForeignKey("aanbieders.Product", on_delete=models.PROTECT, related_name="raadplegingen")
    op = models.DateField()
    wie = models.CharField(max_length=160)
    uitkomst = models.TextField()

    def __str__(self) -> str:
        return f"{self.wie} {self.op}"
