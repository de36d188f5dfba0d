"""Light signals: somebody saw something, no file is made (O5). With consent it becomes a hulpvraag."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Signaal(GemeenteModel):
    class Status(models.TextChoices):
        OPEN = "open", _("open")
        BEKEKEN = "bekeken", _("bekeken, geen vervolg")
        OPGEPAKT = "opgepakt", _("opgepakt zonder dossier")
        OMGEZET = "omgezet", _("omgezet in een hulpvraag")

    wijk = models.ForeignKey(
        "gemeenten.Wijk", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    team = models.ForeignKey(
        "gemeenten.Team", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    melder = models.CharField(max_length=120, blank=True, help_text="Wie het signaal gaf; mag leeg blijven.")
    melder_soort = models.CharField(max_length=40)
    tekst = models.TextField(help_text="What was seen, without a name or address of the person concerned.")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.OPEN)
    opgevolgd = models.TextField(blank=True)
    toestemming_op = models.DateField(null=True, blank=True)
    hulpvraag = models.ForeignKey(
        "toegang.Hulpvraag", on_delete=models.PROTECT, null=True, blank=True, related_name="signalen"
    )

    class Meta:
        verbose_name_plural = "signalen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(status="omgezet") | Q(toestemming_op__isnull=False, hulpvraag__isnull=False),
                name="signaal_omgezet_met_toestemming",
            )
        ]

    def __str__(self) -> str:
        return self.tekst[:60]
