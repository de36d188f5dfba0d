"""Letters: what they say is fixed when the act is done, the PDF follows from a job, sending is a moment of its own."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from wijkspil.core.models import GemeenteModel


class Brief(GemeenteModel):
    class Status(models.TextChoices):
        OPGESTELD = "opgesteld", _("opgesteld")
        KLAAR = "klaar", _("pdf klaar")
        VERZONDEN = "verzonden", _("verzonden")
        INGETROKKEN = "ingetrokken", _("ingetrokken")

    hulpvraag = models.ForeignKey("toegang.Hulpvraag", on_delete=models.PROTECT, related_name="brieven")
    inwoner = models.ForeignKey("inwoners.Inwoner", on_delete=models.PROTECT, related_name="brieven")
    sleutel = models.CharField(
        max_length=120, help_text="What the letter is for; one letter per key, however often asked."
    )
    kenmerk = models.CharField(max_length=20, help_text="The mark of this letter to this recipient (L1).")
    sjabloon = models.CharField(max_length=40)
    onderwerp = models.CharField(max_length=120)
    gegevens = models.JSONField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.OPGESTELD)
    pdf = models.BinaryField(null=True, blank=True)
    paginas = models.PositiveSmallIntegerField(null=True, blank=True)
    verzonden_op = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "brieven"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "kenmerk"], name="brief_kenmerk"),
            models.UniqueConstraint(fields=["gemeente", "sleutel"], name="brief_een_keer"),
            models.CheckConstraint(
                condition=~Q(status="verzonden") | Q(verzonden_op__isnull=False), name="brief_verzonden_op"
            ),
        ]
        indexes = [models.Index(fields=["gemeente", "hulpvraag"], name="brief_dossier")]

    def __str__(self) -> str:
        return self.kenmerk


class Briefsjabloon(GemeenteModel):
    """A municipality's own words for one letter, in numbered versions. Without a published one the shipped words hold."""

    class Status(models.TextChoices):
        CONCEPT = "concept", _("concept")
        GEPUBLICEERD = "gepubliceerd", _("gepubliceerd")
        VERVALLEN = "vervallen", _("vervallen")

    sjabloon = models.CharField(max_length=40)
    nummer = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.CONCEPT)
    tekst = models.JSONField(help_text="A `brieven.tekst.Brieftekst`.")
    toelichting = models.CharField(max_length=200, blank=True, help_text="What was changed and why.")
    gepubliceerd_op = models.DateField(null=True, blank=True)
    gemaakt_door = models.ForeignKey("gemeenten.Medewerker", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "briefsjablonen"
        constraints = [
            models.UniqueConstraint(fields=["gemeente", "sjabloon", "nummer"], name="briefsjabloon_nummer"),
            models.UniqueConstraint(
                fields=["gemeente", "sjabloon"],
                condition=Q(status="concept"),
                name="briefsjabloon_een_concept",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "sjabloon"],
                condition=Q(status="gepubliceerd"),
                name="briefsjabloon_een_geldig",
            ),
            models.CheckConstraint(
                condition=Q(status="concept") | Q(gepubliceerd_op__isnull=False),
                name="briefsjabloon_gepubliceerd_op",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sjabloon} v{self.nummer}"
