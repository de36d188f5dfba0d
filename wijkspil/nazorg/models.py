"""Aftercare: a promise with a date to ask how it goes, some weeks after the help ended or was handed over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Nazorgtaak(GemeenteModel):
    class Status(models.TextChoices):
        OPEN = "open", _("open")
        GEDAAN = "gedaan", _("gedaan")
        NIET_BEREIKT = "niet_bereikt", _("niet bereikt")
        VERVALLEN = "vervallen", _("vervallen")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="nazorgtaken")
    op = models.DateField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPEN)
    gebeld_op = models.DateField(null=True, blank=True)
    hoe_gaat_het = models.TextField(blank=True)
    tevreden = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="1-10, as the resident says it."
    )
    terug = models.BooleanField(default=False, help_text="The resident wants to come back: easy return.")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "hulpvraag"], condition=Q(status="open"), name="nazorg_een_open"
            ),
            models.CheckConstraint(
                condition=~Q(status="gedaan") | Q(gebeld_op__isnull=False), name="nazorg_gedaan_met_dag"
            ),
            models.CheckConstraint(
                condition=Q(tevreden__isnull=True) | Q(tevreden__gte=1, tevreden__lte=10),
                name="nazorg_cijfer",
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "op"], condition=Q(status="open"), name="nazorg_open")]

    def __str__(self) -> str:
        return f"nazorg {self.op}"


class Ervaring(GemeenteModel):
    """What the resident says about the help and how it came about, in own words and on one page; never compulsory.

    Answers belong to a round of the question, so that looking back (evaluation) and aftercare can both read them.
    """

    class Helpt(models.TextChoices):
        GOED = "goed", _("ja, goed")
        BEETJE = "beetje", _("een beetje")
        NIET = "niet", _("nee")
        NOG_NIET = "nog_niet", _("er is nog geen hulp")

    class Gehoord(models.TextChoices):
        JA = "ja", _("ja")
        DEELS = "deels", _("soms wel, soms niet")
        NEE = "nee", _("nee")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.CASCADE, related_name="ervaringen")
    ronde = models.PositiveSmallIntegerField(default=1)
    op = models.DateField()
    helpt = models.CharField(max_length=10, choices=Helpt.choices)
    gehoord = models.CharField(max_length=6, choices=Gehoord.choices)
    cijfer = models.PositiveSmallIntegerField(null=True, blank=True)
    doelen = models.JSONField(default=dict, help_text="Goal id -> beter, gelijk or minder.")
    hoe_gaat_het = models.TextField(blank=True)
    wat_kan_beter = models.TextField(blank=True)
    bel_mij = models.BooleanField(default=False)
    ingevuld_door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "ervaringen"
        constraints = [
            models.CheckConstraint(
                condition=Q(cijfer__isnull=True) | Q(cijfer__gte=1, cijfer__lte=10), name="ervaring_cijfer"
            )
        ]
        indexes = [models.Index(fields=["gemeente", "hulpvraag", "op"], name="ervaring_dossier")]

    def __str__(self) -> str:
        return f"ervaring {self.op}"
