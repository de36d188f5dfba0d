"""What colleagues can do: who knows what, across organisations, and which training somebody followed (A4, A16)."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Deskundigheid(GemeenteModel):
    """One subject that a colleague knows well enough to be asked about by others."""

    medewerker = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.CASCADE, related_name="deskundigheden"
    )
    onderwerp = models.CharField(max_length=80)
    toelichting = models.CharField(max_length=200, blank=True, help_text="What to ask for, and what not.")

    class Meta:
        verbose_name_plural = "deskundigheden"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "medewerker", "onderwerp"], name="deskundigheid_een_keer"
            )
        ]

    def __str__(self) -> str:
        return self.onderwerp


class Scholing(GemeenteModel):
    """A training that a colleague followed; with `geldig_tot` it has to be refreshed by then."""

    class Soort(models.TextChoices):
        BREED_KIJKEN = "breed_kijken", _("breed kijken")
        GESPREK = "gesprek", _("motiverende gespreksvoering")
        WET = "wet", _("wet en regels")
        VEILIG = "veilig", _("veiligheid en meldcode")
        VAK = "vak", _("eigen vak")

    medewerker = models.ForeignKey(
        "gemeenten.Medewerker", on_delete=models.CASCADE, related_name="scholingen"
    )
    soort = models.CharField(max_length=14, choices=Soort.choices)
    naam = models.CharField(max_length=120)
    gevolgd_op = models.DateField()
    geldig_tot = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "scholingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(geldig_tot__isnull=True) | Q(geldig_tot__gt=F("gevolgd_op")),
                name="scholing_geldig_na_gevolgd",
            )
        ]

    def __str__(self) -> str:
        return self.naam
