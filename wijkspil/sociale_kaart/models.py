"""The social map: what there is in the neighbourhood, from a coffee morning to a repair café."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Aanbod(GemeenteModel):
    class Soort(models.TextChoices):
        VRIJWILLIGERS = "vrijwilliger", _("vrijwilligers")
        ALGEMEEN = "algemene_voorziening", _("algemene voorziening")
        COLLECTIEF = "collectieve_voorziening", _("collectieve voorziening")

    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=24, choices=Soort.choices)
    organisatie = models.CharField(max_length=120)
    omschrijving = models.TextField(blank=True)
    themas = ArrayField(models.CharField(max_length=40), default=list)
    wijk = models.ForeignKey(
        "gemeenten.Wijk", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waar = models.CharField(max_length=160, blank=True)
    wanneer = models.CharField(max_length=160, blank=True)
    telefoon = models.CharField(max_length=20, blank=True)
    eigen_prijs = models.CharField(max_length=80, blank=True, help_text="Leeg: gratis.")
    lat = models.FloatField(null=True, blank=True)
    lon = models.FloatField(null=True, blank=True)
    actief = models.BooleanField(default=True)

    class Meta:
        verbose_name_plural = "aanbod"
        indexes = [models.Index(fields=["gemeente", "soort"], name="aanbod_soort")]

    def __str__(self) -> str:
        return self.naam
